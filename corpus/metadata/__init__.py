"""Titles, publishers and days, taken only from what a document says of itself."""

from corpus.metadata.days import days_in, parse_date
from corpus.metadata.describing import Stated, describe
from corpus.metadata.given import Given, clean_text, web_address

__all__ = ["Given", "Stated", "clean_text", "days_in", "describe", "parse_date", "web_address"]
