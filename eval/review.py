"""Reviewing what use has left: feedback becomes candidates, and candidates that are accepted become a question set."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal

from corpus.errors import ChapterError
from eval.judgements import (
    Candidate,
    Exported,
    add_question,
    candidates,
    fault,
    merge,
    read_candidates,
    remove_question,
    write_candidates,
)
from index.snapshot import Snapshot, open_snapshot
from qa.feedback import FeedbackStore

Decision = Literal["accepted", "rejected"]


@dataclass(frozen=True, slots=True)
class Export:
    """What became of the feedback.

    Attributes:
        judgements: how many there were.
        candidates: all that the file holds now.
        exported: what was made of the judgements.
    """

    judgements: int
    candidates: tuple[Candidate, ...]
    exported: Exported


def export_candidates(path: Path, store: FeedbackStore, index: Path) -> Export:
    """Write feedback as candidates for a question set; what has been decided in the file before stays decided.

    Args:
        path: the candidates file, a .jsonl.
        store: the feedback.
        index: the index in which the passages have to stand.

    Raises:
        ChapterError: there is no feedback or no index, or the file cannot be written.
    """
    _check_name(path)
    judgements = store.judgements()
    if not judgements:
        raise ChapterError(
            f"There is no feedback in {store.path} yet. People give it with the buttons under an answer."
        )
    earlier = read_candidates(path) if path.exists() else ()
    snapshot = open_snapshot(index)
    try:
        exported = candidates(judgements, snapshot)
    finally:
        snapshot.close()
    merged = merge(earlier, exported.candidates)
    write_candidates(path, merged)
    return Export(len(judgements), tuple(merged), exported)


@dataclass(slots=True)
class Desk:
    """Where decisions are made: the candidates and the question set, kept in step.

    Every decision is written down at once, so a review that is cut off goes on where it was.

    Attributes:
        path: the candidates file.
        candidates: all that it holds.
        folder: of the question set that accepted ones go to.
        snapshot: that their evidence has to stand in.
        corpus: where the documents of the question set are; None writes those of the snapshot beside it.
    """

    path: Path
    candidates: list[Candidate]
    folder: Path
    snapshot: Snapshot
    corpus: Path | None

    @property
    def waiting(self) -> tuple[Candidate, ...]:
        """The candidates that are not decided yet."""
        return tuple(candidate for candidate in self.candidates if candidate.status == "candidate")

    def why_not(self, candidate: Candidate) -> str | None:
        """Why a candidate cannot be accepted, in a sentence; None when it can."""
        return fault(candidate, self.snapshot)

    def decide(self, identifier: str, decision: Decision) -> None:
        """Write a decision down; the question set comes first, so an accepted question is never missing from it.

        Raises:
            ChapterError: the candidate cannot be accepted, or something cannot be written.
        """
        place = next(place for place, candidate in enumerate(self.candidates) if candidate.id == identifier)
        candidate = self.candidates[place]
        if decision == "accepted":
            reason = self.why_not(candidate)
            if reason:
                raise ChapterError(f"{identifier} cannot be accepted. {reason}")
            add_question(self.folder, candidate, self.snapshot, self.corpus)
        else:
            remove_question(self.folder, identifier)
        self.candidates[place] = replace(candidate, status=decision)
        write_candidates(self.path, self.candidates)


@contextmanager
def open_desk(path: Path, into: Path | None, index: Path, corpus: Path | None = None) -> Iterator[Desk]:
    """Open a candidates file for deciding.

    Args:
        path: the candidates file.
        into: the folder of the question set; None takes the candidates file's name without .jsonl.
        index: the index that the evidence has to stand in.
        corpus: where the documents of the question set are; None writes those of the index beside it.

    Raises:
        ChapterError: a file or the index cannot be used.
    """
    _check_name(path)
    found = read_candidates(path)
    if corpus is not None and not corpus.exists():
        raise ChapterError(
            f"There is no {corpus}. Name the folder or file that the index was built from with --corpus."
        )
    snapshot = open_snapshot(index)
    try:
        yield Desk(path, list(found), into or path.with_suffix(""), snapshot, corpus)
    finally:
        snapshot.close()


def named_decisions(desk: Desk, accept: Collection[str], reject: Collection[str]) -> Mapping[str, Decision]:
    """Decisions about candidates that are named, by id.

    Raises:
        ChapterError: an id is not there, or is both accepted and rejected.
    """
    decisions: Mapping[str, Decision] = {**dict.fromkeys(accept, "accepted"), **dict.fromkeys(reject, "rejected")}
    both = set(accept) & set(reject)
    unknown = decisions.keys() - {candidate.id for candidate in desk.candidates}
    if both:
        raise ChapterError(f"{', '.join(sorted(both))} cannot be both accepted and rejected.")
    if unknown:
        known = ", ".join(candidate.id for candidate in desk.candidates) or "none"
        raise ChapterError(f"{desk.path} has no candidate {', '.join(sorted(unknown))}. Its ids are: {known}.")
    return decisions


def _check_name(path: Path) -> None:
    if path.suffix != ".jsonl":
        raise ChapterError(f"The candidates file {path} needs a name that ends in .jsonl.")
