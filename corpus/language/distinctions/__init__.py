"""Distinctions: what is like that which is asked about, and is another."""
