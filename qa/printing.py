"""Answers and build reports as a terminal or a script wants them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from pydantic import TypeAdapter
from rich.console import Console
from rich.padding import Padding
from rich.text import Text

from index.identity import day_in_words
from qa.answer import Answer, Citation, RankedPassage, Reason

if TYPE_CHECKING:
    from index.build import BuildReport  # brings every reader with it: half a second that asking can do without

REASONS: Mapping[Reason, str] = {
    "empty_question": "There is no word in the question that could be looked for.",
    "empty_corpus": "The index holds no documents yet.",
    "nothing_matches_filters": "No document matches the dates, publishers or documents chosen.",
    "nothing_relevant": "No passage is likely enough to answer what was asked.",
    "name_not_in_corpus": "A name in the question does not occur in the documents.",
    "date_not_covered": "The documents do not cover the date asked about.",
    "not_answered": "The documents mention it, but do not answer it.",
}

_SHOWN = 20
_ANSWER = TypeAdapter(Answer)


def answer_json(answer: Answer) -> str:
    """The answer as /ask gives it, indented."""
    return _ANSWER.dump_json(answer, indent=2).decode()


def print_answer(answer: Answer, console: Console) -> None:
    """Print an answer: the quote with its citation, then the ranked passages."""
    if answer.answer:
        first = answer.passages[0].citation
        console.print(Text(f"“{' '.join(answer.answer.quote.split())}”", style="bold"))
        console.print(Text(f"  {citation_line(first)} · confidence {answer.confidence:.0%}"))
    else:
        console.print(Text(f"No answer. {REASONS[answer.reason or 'nothing_relevant']}", style="bold"))
        if answer.passages:
            console.print("The nearest passages, none of which is an answer:")
    for passage in answer.passages:
        console.print()
        console.print(Text(f"{passage.rank}. {citation_line(passage.citation)}", style="cyan"))
        console.print(Text(f"   {passage.citation.document_id} characters {passage.citation.start}-{passage.citation.end}", style="dim"))
        console.print(Padding(_marked(passage), (0, 0, 0, 3), expand=False))
    if answer.explanation:
        console.print()
        for name, value in answer.explanation.items():
            console.print(Text(f"{name}: {value}"))
        for passage in answer.passages:
            parts = ", ".join(f"{name} {score:.3f}" for name, score in passage.scores.items())
            console.print(Text(f"  {passage.rank}. {parts}"))
    console.print()
    console.print(Text(f"{answer.index.documents} documents, {answer.index.passages} passages, {answer.took_ms:.0f} ms", style="dim"))


def citation_line(citation: Citation) -> str:
    """Where a passage stands, in words: title, publisher, day, page and paragraph."""
    parts = [
        citation.title,
        citation.source,
        day_in_words(citation.published) if citation.published else "date not known",
        f"page {citation.page}" if citation.page else None,
        f"paragraph {citation.paragraph}",
    ]
    return ", ".join(part for part in parts if part)


def print_build_report(report: BuildReport, console: Console) -> None:
    """Print what a build did, naming every file that failed."""

    def line(label: str, value: str) -> None:
        console.print(Text(f"{label:<10}{value}"), soft_wrap=True)

    line("Files", f"{report.files} found, {len(report.empty)} empty, {len(report.skipped)} of a kind that is not read")
    line("Failed", f"{len(report.failed)} files, lines of files, or paths")
    for label, faults in (("failed", report.failed), ("empty", report.empty), ("skipped", report.skipped), ("noticed", report.remarks)):
        if len(faults) > _SHOWN and label != "failed":
            console.print(Text(f"  {label}: {len(faults)}; the first {_SHOWN}:"), soft_wrap=True)
            faults = faults[:_SHOWN]
        for fault in faults:
            console.print(Text(f"  {label}: {fault.where}: {fault.reason}"), soft_wrap=True)
    gone = f", {report.removed} of the earlier ones gone" if report.removed else ""
    line("Documents", f"{report.documents}{gone}")
    rate = f" at {report.encoded / report.encoding_seconds:.1f} passages/s" if report.encoded else ""
    line("Passages", f"{report.passages}, of which {report.encoded} encoded{rate}")
    line(
        "Seconds",
        f"{report.seconds:.1f} (reading {report.reading_seconds:.1f}, encoding {report.encoding_seconds:.1f}, writing {report.writing_seconds:.1f})",
    )
    line("Snapshot", report.snapshot + ("" if report.changed else ", nothing had changed"))
    for note in report.notes:
        console.print(Text(f"Note: {note}"), soft_wrap=True)


def _marked(passage: RankedPassage) -> Text:
    text = Text(passage.text)
    for mark in passage.highlights:
        text.stylize("bold" if mark.kind == "quote" else "underline", mark.start, mark.end)
    return text
