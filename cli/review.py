"""The evaluator's walk through the candidates that use has left, on the terminal."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from pathlib import Path

from rich.console import Console
from rich.padding import Padding
from rich.prompt import Prompt
from rich.rule import Rule
from rich.text import Text

from eval.datasets import read_dataset
from eval.judgements import Candidate, Evidence
from eval.review import Desk, Export, named_decisions, open_desk
from index.snapshot import Snapshot

_CONTEXT_CHARS = 240
_HIDDEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
_SAID = {
    "answers_it": "this answers it",
    "thumbs_up": "helpful",
    "thumbs_down": "not helpful",
    "nothing_answers": "nothing here answers it",
    "should_be_answered": "it should be answerable",
}
_KEYS = {"a": "accept", "r": "reject", "s": "skip", "q": "quit"}


def print_export(path: Path, export: Export, console: Console) -> None:
    """Print what became of the feedback, and which questions were left out."""
    undecided = sum(candidate.status == "candidate" for candidate in export.candidates)
    held = len(export.candidates)
    console.print(
        Text(f"Judgements: {export.judgements}. Questions in {path}: {held}, of which to review: {undecided}.")
    )
    for label, questions in (
        ("Left out, since the passages that answered are not in the index any more", export.exported.gone),
        (
            "Left out, since nobody said that a passage answers, or that none does in a search without limits",
            export.exported.open,
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
    with open_desk(path, into, index, corpus) as desk:
        decisions = named_decisions(desk, accept, reject)
        for identifier, decision in decisions.items():
            desk.decide(identifier, decision)
        if not decisions:
            _walk(desk, console)
    left = len(desk.waiting)
    console.print(Text(f"{len(desk.candidates) - left} decided, {left} left in {path}."), soft_wrap=True)
    if any(candidate.status == "accepted" for candidate in desk.candidates):
        held = len(read_dataset(desk.folder).questions)
        command = f"qa eval {desk.folder} --index {index}"
        console.print(
            Text(f"Questions in {desk.folder}, all checked: {held}. Run them with: {command}"), soft_wrap=True
        )


def _walk(desk: Desk, console: Console) -> None:
    """Show each candidate that is not decided yet and ask what to do with it.

    It ends when there are no more, or the evaluator stops.
    """
    waiting = desk.waiting
    for place, candidate in enumerate(waiting, start=1):
        _show(candidate, f"{place} of {len(waiting)}", desk.snapshot, console)
        reason = desk.why_not(candidate)
        keys = [key for key in _KEYS if key != "a" or reason is None]
        if reason:
            console.print(Text(reason, style="yellow"))
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
