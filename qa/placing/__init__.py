"""Placing: what facts and tables know takes the first place."""
