"""Measurements to run by hand: `python -m benchmarks.NAME --help`. Nothing here is a test."""
