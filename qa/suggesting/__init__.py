"""Suggesting: what may be asked, to begin with or next."""
