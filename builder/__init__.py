"""Turns a curriculum kept as YAML into a checked, multilingual, static site."""
