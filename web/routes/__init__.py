"""The endpoints and pages, a file for each group of addresses."""
