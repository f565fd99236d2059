"""What people said about answers: kept in one SQLite file that several processes may write at once.

Nothing about the person is kept: a judgement is a question, what was found for it, and what was said of that.
"""

from __future__ import annotations

import hashlib
import json
import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import asdict, dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, Final, Literal

from pydantic import TypeAdapter

from qa.answer import Answer
from qa.errors import FeedbackError
from qa.request import Filters
from qa.verdicts import OF_ALL, Kind

MOST_JUDGEMENTS: Final = 100_000
"""No more are kept, so that nobody can fill the disk; retention makes room again."""

_BUSY_SECONDS = 5.0
_FILTERS = TypeAdapter(Filters)
_SCHEMA = """
CREATE TABLE IF NOT EXISTS judgements (
    number INTEGER PRIMARY KEY,
    given TEXT NOT NULL,
    kind TEXT NOT NULL,
    question TEXT NOT NULL,
    filters TEXT NOT NULL,
    snapshot TEXT NOT NULL,
    ranking TEXT NOT NULL,
    rank INTEGER,
    comment TEXT NOT NULL
);
CREATE INDEX IF NOT EXISTS judgements_by_time ON judgements (given);
"""
_COLUMNS = "given, kind, question, filters, snapshot, ranking, rank, comment"


@dataclass(frozen=True, slots=True)
class Shown:
    """A passage that was shown: where it stood in its document, and the SHA-256 of its text in UTF-8."""

    document_id: str
    start: int
    end: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Judgement:
    """What somebody said of an answer.

    Attributes:
        given: when, in UTC, to the second.
        kind: what was said.
        question: as it was asked.
        filters: what the search was limited to.
        snapshot: the id of the snapshot that answered.
        ranking: the passages shown, best first.
        rank: from 1, of the passage judged; None when it is about all of them.
        comment: in the person's own words, or "".
    """

    given: datetime
    kind: Kind
    question: str
    filters: Filters
    snapshot: str
    ranking: tuple[Shown, ...]
    rank: int | None
    comment: str = ""

    def __post_init__(self) -> None:
        if (self.rank is None) != (self.kind in OF_ALL):
            raise ValueError(f"a judgement {self.kind!r} cannot be about rank {self.rank}")
        if self.rank is not None and not 1 <= self.rank <= len(self.ranking):
            raise ValueError(f"rank {self.rank} is not among the {len(self.ranking)} passages shown")

    @property
    def passage(self) -> Shown | None:
        """The passage judged, or None when it is about all of them."""
        return None if self.rank is None else self.ranking[self.rank - 1]


def text_hash(text: str) -> str:
    """The SHA-256 by which a passage's text is known again, in hexadecimal."""
    return hashlib.sha256(text.encode()).hexdigest()


def judge(
    answer: Answer, kind: Kind, rank: int | None, *, filters: Filters = Filters(), comment: str = ""
) -> Judgement:
    """A judgement on an answer, given now.

    Args:
        answer: what was shown.
        kind: what is said of it.
        rank: of the passage judged, from 1; None for a kind of `OF_ALL`.
        filters: what the search was limited to.
        comment: in the person's own words.

    Raises:
        ValueError: the kind and the rank do not go together, or no passage has that rank.
    """
    ranking = tuple(
        Shown(passage.citation.document_id, passage.citation.start, passage.citation.end, text_hash(passage.text))
        for passage in answer.passages
    )
    now = datetime.now(UTC).replace(microsecond=0)
    return Judgement(now, kind, answer.question, filters, answer.index.snapshot, ranking, rank, comment)


@dataclass(frozen=True, slots=True)
class FeedbackStore:
    """The file that holds the judgements; every call opens it anew, so threads and processes may share one.

    Attributes:
        path: the SQLite file; it is made with the first judgement.
        retention_days: a judgement is deleted when it is older; with 0 nothing is kept.
    """

    path: Path
    retention_days: int

    def keep(self, judgement: Judgement) -> None:
        """Write a judgement down and delete those that are too old.

        Raises:
            FeedbackError: nothing is to be kept, the store is full, or its file cannot be written.
        """
        if not self.retention_days:
            raise FeedbackError("No feedback is kept, because QA_FEEDBACK_RETENTION_DAYS is 0.")
        with self._open("rwc") as connection:
            self._delete_old(connection)
            (held,) = connection.execute("SELECT count(*) FROM judgements").fetchone()
            if held >= MOST_JUDGEMENTS:
                raise FeedbackError(
                    f"{self.path} holds {held:,} judgements, the most there may be. Export them with "
                    "qa judgements export, then shorten QA_FEEDBACK_RETENTION_DAYS or move the file away."
                )
            connection.execute(f"INSERT INTO judgements ({_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?)", _row(judgement))

    def delete_old(self) -> None:
        """Delete the judgements that are too old, where there is a file.

        Raises:
            FeedbackError: its file cannot be written.
        """
        if os.path.exists(self.path):
            with self._open("rw") as connection:
                self._delete_old(connection)

    def judgements(self) -> list[Judgement]:
        """All that are not too old, in the order they were given; none when there is no file.

        Raises:
            FeedbackError: the file cannot be read.
        """
        if not os.path.exists(self.path):
            return []
        with self._open("rw") as connection:
            rows = connection.execute(
                f"SELECT {_COLUMNS} FROM judgements WHERE given >= ? ORDER BY number", (self._oldest(),)
            )
            return [_judgement(columns) for columns in rows]

    def _oldest(self) -> str:
        now = datetime.now(UTC)
        return _moment(now - timedelta(days=self.retention_days) if self.retention_days else now + timedelta(days=1))

    def _delete_old(self, connection: sqlite3.Connection) -> None:
        connection.execute("DELETE FROM judgements WHERE given < ?", (self._oldest(),))

    @contextmanager
    def _open(self, mode: Literal["rw", "rwc"]) -> Iterator[sqlite3.Connection]:
        """A connection inside a transaction of its own, which ends with the block."""
        try:
            if mode == "rwc":
                self.path.parent.mkdir(parents=True, exist_ok=True)
            address = f"{self.path.absolute().as_uri()}?mode={mode}"
            with closing(sqlite3.connect(address, uri=True, timeout=_BUSY_SECONDS, isolation_level=None)) as connection:
                connection.execute("PRAGMA secure_delete = ON")
                if connection.execute("PRAGMA user_version").fetchone() == (0,):
                    connection.execute("PRAGMA journal_mode = WAL")
                    connection.executescript(f"BEGIN IMMEDIATE; {_SCHEMA} PRAGMA user_version = 1; COMMIT;")
                connection.execute("BEGIN IMMEDIATE")
                yield connection
                connection.execute("COMMIT")
        except (sqlite3.Error, OSError) as error:
            raise FeedbackError(
                f"The feedback in {self.path} cannot be read or written: {error}. "
                "Check the file, its folder and the disk."
            ) from error


def _row(judgement: Judgement) -> tuple[object, ...]:
    return (
        _moment(judgement.given),
        judgement.kind,
        judgement.question,
        json.dumps(asdict(judgement.filters), default=str, ensure_ascii=False),
        judgement.snapshot,
        json.dumps(
            [(shown.document_id, shown.start, shown.end, shown.sha256) for shown in judgement.ranking],
            ensure_ascii=False,
        ),
        judgement.rank,
        judgement.comment,
    )


def _judgement(columns: tuple[Any, ...]) -> Judgement:
    given, kind, question, filters, snapshot, ranking, rank, comment = columns
    return Judgement(
        datetime.fromisoformat(given),
        kind,
        question,
        _FILTERS.validate_json(filters),
        snapshot,
        tuple(Shown(*values) for values in json.loads(ranking)),
        rank,
        comment,
    )


def _moment(moment: datetime) -> str:
    """A moment as it is written, in an order that is also alphabetical."""
    return moment.astimezone(UTC).isoformat(timespec="seconds")
