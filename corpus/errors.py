"""Errors whose message is a sentence for the person who meets it.

ChapterError
    UnreadableFile      one file (or one line of a .jsonl) could not become a document
    index.errors        ModelError, SnapshotError, BuildLocked
    qa.errors           SettingsError, FeedbackError
    web.serving         CannotListen
    eval                DatasetError, RunError, ComparisonError
"""


class ChapterError(Exception):
    """Something a user can act on; the message says what, which value, and what to do."""


class UnreadableFile(ChapterError):
    """A file could not become a document; the message is its reason in a build report."""
