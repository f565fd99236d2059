"""What can go wrong at the door.

ChapterError
    SettingsError       a setting is unknown or has a value that is not allowed
    FeedbackError       feedback cannot be kept or read
"""

from corpus.errors import ChapterError


class SettingsError(ChapterError):
    """A setting is unknown or has a value that is not allowed."""


class FeedbackError(ChapterError):
    """Feedback cannot be kept or read: it is turned off, full, or its file does not work."""
