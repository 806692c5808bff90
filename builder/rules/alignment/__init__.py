"""Outcomes answer to the frameworks, the graduate profile and the principles of the district."""
