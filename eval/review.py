"""The evaluator's walk through the candidates that use has left, on the terminal."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal

from rich.console import Console
from rich.padding import Padding
from rich.prompt import Prompt
from rich.rule import Rule
from rich.text import Text

from corpus.errors import ChapterError
from eval.datasets import read_dataset
from eval.judgements import (
    Candidate,
    Evidence,
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

_CONTEXT_CHARS = 240
_HIDDEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
_SAID = {
    "answers_it": "this answers it",
    "thumbs_up": "helpful",
    "thumbs_down": "not helpful",
    "nothing_answers": "nothing here answers it",
}
_KEYS = {"a": "accept", "r": "reject", "s": "skip", "q": "quit"}


def export(path: Path, store: FeedbackStore, index: Path, console: Console) -> None:
    """Write feedback as candidates for a question set; what has been decided in the file before stays decided.

    Args:
        path: the candidates file, a .jsonl.
        store: the feedback.
        index: the index in which the passages have to stand.
        console: what to print on.

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
    undecided = sum(candidate.status == "candidate" for candidate in merged)
    console.print(
        Text(f"Judgements: {len(judgements)}. Questions in {path}: {len(merged)}, of which to review: {undecided}.")
    )
    for label, questions in (
        ("Left out, since the passages that answered are not in the index any more", exported.gone),
        (
            "Left out, since nobody said that a passage answers, or that none does in a search without limits",
            exported.open,
        ),
    ):
        if questions:
            console.print(Text(f"{label}: {len(questions)}"))
            for question in questions:
                console.print(Text(f"  {_visible(question)}"))


def review(
    path: Path,
    into: Path | None,
    index: Path,
    console: Console,
    *,
    accept: Collection[str] = (),
    reject: Collection[str] = (),
    corpus: Path | None = None,
) -> None:
    """Decide about candidates, one after another or those that are named, and put what is accepted into a question set.

    Every decision is written down at once, so a review that is cut off goes on where it was.

    Args:
        path: the candidates file.
        into: the folder of the question set; None takes the candidates file's name without .jsonl.
        index: the index that the evidence has to stand in.
        console: what to print on and to ask with.
        accept, reject: ids to decide about without asking; when there are none, the evaluator is asked.
        corpus: where the documents of the question set are; None writes those of the index beside it.

    Raises:
        ChapterError: a file or the index cannot be used, an id is not there, or a candidate cannot be accepted.
    """
    _check_name(path)
    found = read_candidates(path)
    if corpus is not None and not corpus.exists():
        raise ChapterError(
            f"There is no {corpus}. Name the folder or file that the index was built from with --corpus."
        )
    decisions: Mapping[str, Decision] = {**dict.fromkeys(accept, "accepted"), **dict.fromkeys(reject, "rejected")}
    both, unknown = set(accept) & set(reject), decisions.keys() - {candidate.id for candidate in found}
    if both:
        raise ChapterError(f"{', '.join(sorted(both))} cannot be both accepted and rejected.")
    if unknown:
        raise ChapterError(
            f"{path} has no candidate {', '.join(sorted(unknown))}. Its ids are: {', '.join(each.id for each in found) or 'none'}."
        )
    folder = into or path.with_suffix("")
    snapshot = open_snapshot(index)
    try:
        desk = _Desk(path, list(found), folder, snapshot, corpus)
        if decisions:
            for identifier, decision in decisions.items():
                desk.decide(identifier, decision)
        else:
            _walk(desk, console)
    finally:
        snapshot.close()
    left = sum(candidate.status == "candidate" for candidate in desk.candidates)
    console.print(Text(f"{len(found) - left} decided, {left} left in {path}."), soft_wrap=True)
    if any(candidate.status == "accepted" for candidate in desk.candidates):
        held = len(read_dataset(folder).questions)
        console.print(
            Text(f"Questions in {folder}, all checked: {held}. Run them with: qa eval {folder} --index {index}"),
            soft_wrap=True,
        )


@dataclass(slots=True)
class _Desk:
    """Where decisions are made: the candidates and the question set, kept in step."""

    path: Path
    candidates: list[Candidate]
    folder: Path
    snapshot: Snapshot
    corpus: Path | None

    def decide(self, identifier: str, decision: Decision) -> None:
        """Write a decision down; the question set comes first, so an accepted question is never missing from it."""
        place = next(number for number, candidate in enumerate(self.candidates) if candidate.id == identifier)
        candidate = self.candidates[place]
        if decision == "accepted":
            wrong = fault(candidate, self.snapshot)
            if wrong:
                raise ChapterError(f"{identifier} cannot be accepted. {wrong}")
            add_question(self.folder, candidate, self.snapshot, self.corpus)
        else:
            remove_question(self.folder, identifier)
        self.candidates[place] = replace(candidate, status=decision)
        write_candidates(self.path, self.candidates)


def _walk(desk: _Desk, console: Console) -> None:
    """Show each candidate that is not decided yet and ask what to do with it, until there are no more or the evaluator stops."""
    waiting = [candidate for candidate in desk.candidates if candidate.status == "candidate"]
    for number, candidate in enumerate(waiting, start=1):
        _show(candidate, f"{number} of {len(waiting)}", desk.snapshot, console)
        wrong = fault(candidate, desk.snapshot)
        keys = [key for key in _KEYS if key != "a" or wrong is None]
        if wrong:
            console.print(Text(wrong, style="yellow"))
        try:
            chosen = Prompt.ask(", ".join(f"{key} = {_KEYS[key]}" for key in keys), console=console, choices=keys)
        except EOFError:
            console.print()
            return
        if chosen == "q":
            return
        if chosen == "a":
            desk.decide(candidate.id, "accepted")
        elif chosen == "r":
            desk.decide(candidate.id, "rejected")


def _show(candidate: Candidate, position: str, snapshot: Snapshot, console: Console) -> None:
    console.print(Rule(Text(f"{position}, {candidate.id}", style="dim"), align="left"))
    console.print(Text(_visible(candidate.question), style="bold"))
    console.print(Text("Somebody found an answer." if candidate.answerable else "Nobody found an answer."))
    first, last = (candidate.asked[0], candidate.asked[-1]) if candidate.asked else ("?", "?")
    console.print(Text(f"{_told(candidate.votes)} ({first} to {last})"))
    for comment in candidate.comments:
        console.print(Padding(Text(f"“{_visible(comment)}”", style="italic"), (0, 0, 0, 2)))
    for evidence in candidate.evidence:
        _show_evidence(evidence, snapshot, console)
    for gone in candidate.stale:
        console.print(Text(f"Gone: characters {gone.start}-{gone.end} of {_visible(gone.document)}", style="yellow"))


def _show_evidence(evidence: Evidence, snapshot: Snapshot, console: Console) -> None:
    """A passage with what stands before and after it."""
    document = snapshot.document(evidence.document)
    title = f"{document.title}, " if document else ""
    console.print()
    console.print(
        Text(
            _visible(
                f"{title}{evidence.document}, characters {evidence.start}-{evidence.end}: {_told(evidence.votes)}"
            ),
            style="cyan",
        )
    )
    before = after = ""
    if document:
        before = document.text[max(0, evidence.start - _CONTEXT_CHARS) : evidence.start]
        after = document.text[evidence.end : evidence.end + _CONTEXT_CHARS]
    console.print(
        Padding(
            Text.assemble((_visible(before), "dim"), (_visible(evidence.text), "bold"), (_visible(after), "dim")),
            (0, 0, 0, 2),
        )
    )


def _told(votes: Mapping[str, int]) -> str:
    return ", ".join(f"{_SAID.get(kind, kind)}: {count}" for kind, count in votes.items()) or "no votes"


def _visible(text: str) -> str:
    """Text whose control characters cannot steer the terminal."""
    return _HIDDEN.sub("\ufffd", text)


def _check_name(path: Path) -> None:
    if path.suffix != ".jsonl":
        raise ChapterError(f"The candidates file {path} needs a name that ends in .jsonl.")
