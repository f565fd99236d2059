"""Rows: which rows of a table a question asks for, and what of them is quoted."""
