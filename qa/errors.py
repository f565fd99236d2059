"""What can go wrong at the door.

ChapterError
    SettingsError       a setting is unknown or has a value that is not allowed
    FeedbackError       feedback cannot be kept or read
    WatchError          watched questions cannot be kept or read, or are not those that were meant
"""

from corpus.errors import ChapterError


class SettingsError(ChapterError):
    """A setting is unknown or has a value that is not allowed."""


class FeedbackError(ChapterError):
    """Feedback cannot be kept or read: it is turned off, full, or its file does not work."""


class WatchError(ChapterError):
    """Watched questions cannot be kept or read, or one that was named is not there, or already there."""
