"""Amounts: numbers in a text, and what is counted or measured by them."""
