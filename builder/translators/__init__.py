"""What people who translate get and give back: what is next, parcels to send, reviews they sign."""
