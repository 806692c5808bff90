"""Workshop kits: an evening that runs as planned, that everybody can join and understand."""
