"""The progression has no hole, and every outcome is taught and assessed."""
