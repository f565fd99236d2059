"""Building: from files to a new live snapshot, encoding only what changed."""

from index.build.report import BuildReport, Progress, unwatched
from index.build.run import build

__all__ = ["BuildReport", "Progress", "build", "unwatched"]
