"""Marked-up text, of web pages, letters and Markdown, becomes blocks."""
