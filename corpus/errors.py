"""What goes wrong, told to the person who meets it: exceptions, and the records of a build report.

ChapterError
    UnreadableFile      one file (or one line of a .jsonl) could not become a document
    index.errors        ModelError, SnapshotError, BuildLocked
    qa.errors           SettingsError, FeedbackError
    web.serving         CannotListen
    eval                DatasetError, RunError, ComparisonError
"""

from __future__ import annotations

from dataclasses import dataclass


class ChapterError(Exception):
    """Something a user can act on; the message says what, which value, and what to do."""


class UnreadableFile(ChapterError):
    """A file could not become a document; the message is its reason in a build report."""


@dataclass(frozen=True, slots=True)
class ReadError:
    """Why something could not be read.

    Attributes:
        where: the file's id or path; for a line of a .jsonl, "file.jsonl:LINE".
        reason: sentences that say what is wrong and what to do.
        empty: whether there was simply nothing in it.
    """

    where: str
    reason: str
    empty: bool = False


@dataclass(frozen=True, slots=True)
class ReadWarning:
    """What a person should look at in something that was read all the same.

    Attributes:
        where: the file's id; for a line of a .jsonl, "file.jsonl:LINE".
        reason: sentences that say what was noticed and what to do.
    """

    where: str
    reason: str
