"""What can go wrong at the door.

ChapterError
    SettingsError       a setting is unknown or has a value that is not allowed
"""

from corpus.errors import ChapterError


class SettingsError(ChapterError):
    """A setting is unknown or has a value that is not allowed."""
