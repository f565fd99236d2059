"""Lasting: how long something is so, since when and until when."""
