"""Watched questions: kept beside an index, asked again after a build, and what has changed in their answers."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Final, Literal

from pydantic import TypeAdapter, ValidationError

from qa.answer import Answer
from qa.errors import WatchError

KEPT_CHANGES: Final = 100
"""So many of the last changes are kept, for the feed."""

Kind = Literal["first", "answered", "unanswered", "value", "quote", "source"]


@dataclass(frozen=True, slots=True)
class Said:
    """What was said to a question.

    Attributes:
        quote: the words that answer; "" where nothing does.
        value: the one that answers, in its normal form; "" for none.
        document_id, title: of the document that they stand in.
        page: on which they stand; None where there are no pages.
        link: where they are shown, below the service.
        reason: why there is no answer, in a sentence; "" where there is one.
    """

    quote: str
    value: str
    document_id: str
    title: str
    page: int | None
    link: str
    reason: str

    @classmethod
    def of(cls, answer: Answer) -> Said:
        """What an answer says."""
        quote = answer.answer
        if quote is None:
            return cls("", "", "", "", None, "", answer.reason_text)
        value, cited = quote.value.normalized if quote.value else "", quote.citation
        return cls(quote.quote, value, quote.document_id, cited.title, cited.page, cited.link, "")


@dataclass(frozen=True, slots=True)
class Watched:
    """A question that is watched, with what was said to it last; None where it was not asked yet."""

    question: str
    said: Said | None = None


@dataclass(frozen=True, slots=True)
class Asked:
    """A watched question that was asked again.

    Attributes:
        question: itself.
        changed: what is not as it was; "first" where it was not asked before, () where nothing changed.
        before: what was said the last time; None where it was not asked.
        now: what is said now.
        snapshot: of which it was asked.
        at: when, in UTC.
    """

    question: str
    changed: tuple[Kind, ...]
    before: Said | None
    now: Said
    snapshot: str
    at: datetime


@dataclass(frozen=True, slots=True)
class WatchList:
    """The watched questions of an index.

    Attributes:
        questions: in the order in which they were added.
        snapshot: the one they were last asked of; None before the first run.
        changes: the last ones, newest first.
    """

    questions: tuple[Watched, ...] = ()
    snapshot: str | None = None
    changes: tuple[Asked, ...] = ()

    def with_question(self, question: str) -> WatchList:
        """The list with one question more, each question once."""
        if any(watched.question == question for watched in self.questions):
            raise WatchError(f"“{question}” is watched already.")
        return replace(self, questions=(*self.questions, Watched(question)))

    def without(self, question: str) -> WatchList:
        """The list without a question."""
        kept = tuple(watched for watched in self.questions if watched.question != question)
        if len(kept) == len(self.questions):
            raise WatchError(f"“{question}” is not watched. See: qa watch list")
        return replace(self, questions=kept)

    def run(self, snapshot: str, ask: Callable[[str], Answer]) -> tuple[WatchList, tuple[Asked, ...]]:
        """Ask all questions again.

        Args:
            snapshot: the id of the one that is asked.
            ask: answers a question from it.

        Returns:
            The list with what was said now, and each question with what changed.
        """
        at = datetime.now(UTC).replace(microsecond=0)
        asked = []
        for watched in self.questions:
            now = Said.of(ask(watched.question))
            asked.append(Asked(watched.question, _changes(watched.said, now), watched.said, now, snapshot, at))
        changes = tuple(each for each in asked if each.changed and each.before)
        questions = tuple(Watched(each.question, each.now) for each in asked)
        return WatchList(questions, snapshot, (*changes, *self.changes)[:KEPT_CHANGES]), tuple(asked)


_LIST = TypeAdapter(WatchList)


def watch_file(index: Path) -> Path:
    """Where the watched questions of an index are kept: beside its folder."""
    return index.with_name(f"{index.name}.watched.json")


def read_watch_list(path: Path) -> WatchList:
    """The watched questions in a file; none where there is no file.

    Raises:
        WatchError: the file cannot be read.
    """
    try:
        return _LIST.validate_json(path.read_bytes())
    except FileNotFoundError:
        return WatchList()
    except (OSError, ValidationError) as error:
        raise WatchError(
            f"The watched questions in {path} cannot be read. Move that file away to begin a new list."
        ) from error


def write_watch_list(path: Path, watched: WatchList) -> None:
    """Write the watched questions, so that the file is always the old one or the new one."""
    write_whole(path, _LIST.dump_json(watched, indent=1))


def write_whole(path: Path, content: bytes) -> None:
    """Write a file beside its place, and then put it there.

    Raises:
        WatchError: it cannot be written.
    """
    unfinished = path.with_name(f"{path.name}.unfinished")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with unfinished.open("wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        unfinished.replace(path)
    except OSError as error:
        raise WatchError(f"{path} cannot be written: {error.strerror}.") from error


def _changes(before: Said | None, now: Said) -> tuple[Kind, ...]:
    if before is None:
        return ("first",)
    if bool(before.quote) != bool(now.quote):
        return ("answered",) if now.quote else ("unanswered",)
    kinds: dict[Kind, bool] = {
        "value": before.value != now.value,
        "quote": before.quote.split() != now.quote.split(),
        "source": (before.document_id, before.title, before.page) != (now.document_id, now.title, now.page),
    }
    return tuple(kind for kind, has_changed in kinds.items() if has_changed)
