"""Persons: names, posts and who did what, as a text tells of them."""
