"""Answers and build reports as a terminal or a script wants them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from pydantic import TypeAdapter
from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from corpus.language.rows import between
from corpus.language.wording import days_in_words, value_in_words, value_name
from qa.across.rows import Row, TableInfo
from qa.address import found_at
from qa.answer import Answer, AnswerPart, Citation, Quote, RankedPassage
from qa.citing.citation import citation_line, flattened
from qa.judged.timeline import TimelineEntry
from qa.tables.named_rows import partings
from qa.trace import CandidateCounts, RankedCandidate, Trace
from qa.wording import (
    corrections_in_words,
    count_in_words,
    dates_in_words,
    lead_in_words,
    percent,
    points_in_words,
    row_time_in_words,
    support_in_words,
    table_notes,
    time_in_words,
    unknown_names,
    words_beside,
)

if TYPE_CHECKING:
    from corpus.errors import ReadError
    from index.build import BuildReport  # brings every reader with it: half a second that asking can do without

_SHOWN = 20
_SPACE = re.compile(r"\s+")
_OF_A_LINE = re.compile(r":\d+$")
"""Ends where something stands that is a line of a file."""
_RANK_PARTS = 4
_DECISION_PARTS = 6
_WAYS = {
    "lexical": "by words",
    "dense": "by vectors",
    "meant": "by words within the documents meant",
    "meant_dense": "by vectors within them",
    "heads": "at their beginnings",
}
"""How candidates are found, in words."""
_STYLES = {"quote": "bold", "value": "reverse", "term": "underline"}
_ANSWER = TypeAdapter(Answer)


def answer_json(answer: Answer) -> str:
    """The answer as /ask gives it, indented."""
    return _ANSWER.dump_json(answer, indent=2).decode()


def print_answer(answer: Answer, console: Console) -> None:
    """Print an answer.

    That is: how words were corrected, the sentence that answers with its citation, the ranked passages, and the
    explanation where there is one.
    """
    _print_words(answer, console)
    for notice in answer.notices:
        console.print(Text(notice.text))
    _print_found(answer, console)
    for passage in answer.passages:
        _print_passage(passage, console)
    if answer.explanation:
        _print_explanation(answer, answer.explanation, console)
    console.print()
    console.print(
        Text(
            f"{answer.index.documents} documents, {answer.index.passages} passages, {answer.took_ms:.0f} ms",
            style="dim",
        )
    )


def _print_found(answer: Answer, console: Console) -> None:
    """Print the table or the words that answer, with what else was so; or why there are none."""
    if answer.table:
        _print_table(answer.table, answer.rows, answer.confidence, console)
    elif answer.answer:
        _print_quote(answer.answer, answer.confidence, console)
        for entry in answer.timeline:
            console.print(Text(f"  {_told(entry)}", style="dim"))
        for entry in answer.conflicts:
            console.print(Text(f"  Told otherwise: {_told(entry)}", style="dim"))
        if dates := dates_in_words(answer):
            console.print(Text(f"  {dates}"))
        for other in () if answer.timeline else answer.alternatives:
            said = f"  {lead_in_words(other)}: “{words_beside(other)}” {citation_line(other.citation)}"
            console.print(Text(said, style="dim"))
    else:
        console.print(Text(f"No answer. {answer.reason_text}", style="bold"))
        if answer.passages:
            console.print("The nearest passages, none of them sure enough to be the answer:")


def _print_table(info: TableInfo, rows: Sequence[Row], confidence: float, console: Console) -> None:
    """Print how many things a table counts, its rows, and what it may leave out."""
    console.print(Text(f"{count_in_words(info)} – {info.asked}", style="bold"))
    table = Table(box=None, pad_edge=False)
    for heading in ("Who", "What", "Judgement", "When", "Words", "Document"):
        table.add_column(heading, overflow="fold")
    for row in rows:
        words = f"“{flattened(row.evidence.quote)}”"
        table.add_row(*map(Text, (row.subject, row.what, row.value, row_time_in_words(row), words, row.evidence.title)))
    console.print(table)
    for line in table_notes(info, len(rows)):
        console.print(Text(f"  {line}"))
    console.print(Text(f"  confidence of each row {percent(confidence)}"))


def _print_passage(passage: RankedPassage, console: Console) -> None:
    """Print a passage with where it stands, and which documents hold it too."""
    console.print()
    console.print(Text(f"{passage.rank}. {citation_line(passage.citation)}", style="cyan"))
    console.print(
        Text(
            f"   {passage.citation.document_id} characters {passage.citation.start}-{passage.citation.end}",
            style="dim",
        )
    )
    console.print(Padding(_with_semicolons(_marked(passage)), (0, 0, 0, 3), expand=False))
    if passage.also_in:
        console.print(Text(f"   Also in: {'; '.join(copy.title for copy in passage.also_in)}", style="dim"))


def _print_quote(quote: Quote, confidence: float, console: Console) -> None:
    """Print the words that answer, or those for each half of the question, and the list that they are of."""
    for half in quote.halves:
        console.print(Text(half.label, style="bold"))
        said = f"  {flattened(half.sentence.text)}" if half.sentence else f"  No answer. {half.reason_text}"
        console.print(Text(said))
        if half.citation:
            _print_citation(half.citation, half.confidence, console)
        _print_value(half, console)
        _print_points(half, half.parts, console)
    if quote.halves:
        return
    console.print(_with_semicolons(_sentence(quote)))
    _print_citation(quote.citation, confidence, console)
    if quote.parts and not quote.counted:
        console.print(Text(f"  {flattened(quote.parts[0].label)}: {quote.parts[0].quote}"))
    _print_value(quote, console)
    _print_points(quote, quote.items_beyond, console)


def _print_citation(cited: Citation, confidence: float, console: Console) -> None:
    """Print where the words that answer stand, how sure they are, and where they are found on the web."""
    console.print(Text(f"  {citation_line(cited)} · confidence {percent(confidence)}"))
    console.print(Text(f"  {found_at(cited.url, cited.link)}", style="dim"), soft_wrap=True)


def _print_points(said: Quote | AnswerPart, items: Sequence[AnswerPart], console: Console) -> None:
    """Print how many points a list has, and those that the words shown do not hold."""
    if points := points_in_words(said):
        console.print(Text(f"  {points}{':' if items else '.'}"))
    for item in items:
        console.print(Padding(Text(flattened(item.quote)), (0, 0, 0, 4), expand=False))


def _with_semicolons(text: Text) -> Text:
    """A text with a semicolon between the cells of a row, as rows are quoted."""
    return Text("; ").join(text[first:last] for first, last in between(partings(text.plain), len(text)))


def _print_value(said: Quote | AnswerPart, console: Console) -> None:
    """Print the value that answers, and who else says so."""
    if said.value:
        console.print(Text(f"  {value_name(said.value)}: {value_in_words(said.value)}"))
    if said.support:
        console.print(Text(f"  {support_in_words(said.support)}"))


def _print_words(answer: Answer, console: Console) -> None:
    """What became of words and names that the documents do not have as they were typed."""
    read = answer.interpretation
    if read is None:
        return
    if read.mended:
        typed, meant = corrections_in_words(read.mended)
        console.print(Text(f"You typed {typed}; looked for {meant}. With --as-typed words stay as they are typed."))
    for name in unknown_names(read) if answer.reason != "name_not_in_corpus" else ():
        nearest = f" The nearest: {', '.join(name.nearest)}." if name.nearest else ""
        console.print(Text(f"“{name.text}” is in none of the documents.{nearest}"))


def _print_explanation(answer: Answer, trace: Trace, console: Console) -> None:
    """Each stage in turn: what was understood, filters, candidates, ranks, decision, what was expected, times."""

    def line(label: str, value: str) -> None:
        console.print(Text(f"{label:<12}{value}"), soft_wrap=True)

    console.print()
    console.print(Text("How this came about", style="bold"))
    for label, value in _interpreted(answer):
        line(label, value)
    line("Filters", f"let {trace.filtered.allowed} of {trace.filtered.passages} passages through")
    line("Candidates", _candidates(trace.candidates))
    expected, decision = trace.expected, trace.decision
    beyond = (expected.ranked,) if expected and expected.ranked and expected.ranked.rank > len(trace.ranking) else ()
    if trace.ranking:
        console.print(_ranks((*trace.ranking, *beyond)))
    verdict = f"refused: {decision.reason}" if decision.reason else "answered"
    line("Decision", f"{verdict}, with confidence {decision.confidence:.3f} where {decision.threshold:g} is needed")
    if decision.parts:
        parts = _greatest(decision.parts, _DECISION_PARTS)
        line("", f"its log odds: {decision.intercept:+.2f} to begin with, {parts}")
    for changing in trace.changed_by:
        line("Changed by", f"{changing.stage}: {changing.makes}")
    if expected:
        line("Expected", f"{expected.stage}. {expected.text}")
        if expected.ranked and expected.ranked.rank > 1:
            line("", f"beside the first: {_beside(trace.ranking[0], expected.ranked)}")
    if trace.took_ms:
        line("Time", ", ".join(f"{name} {took:.1f} ms" for name, took in trace.took_ms.items()))


def _candidates(counts: CandidateCounts) -> str:
    """How many candidates there were, by which ways, and how many of them the reranker has read."""
    ways = ", ".join(f"{count} {_WAYS[way]}" for way, count in counts.ways.items() if way in _WAYS and count)
    ran_out = f" of {counts.to_read}, then its time ran out (QA_RERANKING_BUDGET_MS)" if counts.out_of_time else ""
    return f"{counts.all}{f': {ways}' if ways else ''}; the reranker read {counts.read or 'none'}{ran_out}"


def _interpreted(answer: Answer) -> Iterator[tuple[str, str]]:
    """How the question was read, as labels and values."""
    read = answer.interpretation
    if read is None:
        return
    yield "Question", read.question
    for name in read.names:
        called = f"{name.documents} {'document is' if name.documents == 1 else 'documents are'} called by it"
        known = called if name.documents else "in the texts only" if name.known else "in none of the documents"
        nearest = f"; the nearest: {', '.join(name.nearest)}" if name.nearest else ""
        yield "Name", f"{name.text}: {known}{nearest}"
    for period in read.periods:
        covered = {
            True: "",
            False: ": no document dated then",
            None: ": no document dated just then, but some near it",
        }[period.covered]
        yield "Time", f"{days_in_words(period.first, period.last)}{covered}"
    if read.order:
        yield "Order", read.order
    yield "Kind", read.answer_type
    yield "Words", " ".join(read.terms) or "none beside names and times"


def _ranks(candidates: Sequence[RankedCandidate]) -> Table:
    """A table of ranked candidates with the parts that count most."""
    table = Table(box=None, pad_edge=False)
    for heading in ("Rank", "Chance", "Score", "Before", "Reranker"):
        table.add_column(heading, justify="right", no_wrap=True)
    table.add_column("Passage", overflow="fold")
    table.add_column("What counts most")
    for candidate in candidates:
        logit = "" if candidate.reranker is None else f"{candidate.reranker:.2f}"
        numbers = (
            str(candidate.rank),
            f"{candidate.probability:.3f}",
            f"{candidate.score:.2f}",
            str(candidate.first),
            logit,
        )
        table.add_row(*numbers, Text(candidate.passage_id), Text(_greatest(candidate.parts, _RANK_PARTS)))
    return table


def _greatest(parts: Mapping[str, float], most: int) -> str:
    """The parts of a sum that count most, the greatest first."""
    chosen = sorted(parts.items(), key=lambda part: -abs(part[1]))[:most]
    return ", ".join(f"{name} {value:+.2f}" for name, value in chosen if value)


def _beside(first: RankedCandidate, other: RankedCandidate) -> str:
    """What the parts of the first candidate's score have more, or less, than another's."""
    names = {**first.parts, **other.parts}
    differences = {name: first.parts.get(name, 0.0) - other.parts.get(name, 0.0) for name in names}
    return _greatest(differences, _DECISION_PARTS)


def print_build_report(report: BuildReport, console: Console) -> None:
    """Print what a build did, naming every file that failed."""

    def line(label: str, value: str) -> None:
        console.print(Text(f"{label:<10}{value}"), soft_wrap=True)

    line("Files", f"{report.files} found, {len(report.skipped)} of a kind that is not read")
    line("Empty", _counted(report.empty))
    line("Failed", _counted(report.failed))
    for label, faults in (
        ("failed", report.failed),
        ("empty", report.empty),
        ("skipped", report.skipped),
        ("noticed", report.warnings),
    ):
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
        f"{report.seconds:.1f} (reading {report.reading_seconds:.1f}, encoding {report.encoding_seconds:.1f}, "
        f"writing {report.writing_seconds:.1f})",
    )
    line("Snapshot", report.snapshot + ("" if report.changed else ", nothing had changed"))
    for note in report.notes:
        console.print(Text(f"Note: {note}"), soft_wrap=True)


def _counted(errors: Sequence[ReadError]) -> str:
    """How many files and how many lines of files these are, such as "1 file, 3 lines"."""
    lines = sum(bool(_OF_A_LINE.search(error.where)) for error in errors)
    counts = ((len(errors) - lines, "file"), (lines, "line"))
    return ", ".join(f"{count} {name}{'' if count == 1 else 's'}" for count, name in counts if count) or "none"


def _told(entry: TimelineEntry) -> str:
    """A judgement in a line, with the words that state it."""
    first = entry.evidence[0]
    return f"{time_in_words(entry)}: {entry.grade_name} – “{flattened(first.quote)}” {first.title}"


def _sentence(found: Quote) -> Text:
    """The sentence of a quote in one line, the quote in bold."""
    sentence = found.sentence
    cuts = (0, found.start - sentence.start, found.end - sentence.start, len(sentence.text))
    before, quote, after = (_SPACE.sub(" ", sentence.text[start:end]) for start, end in pairwise(cuts))
    return Text.assemble("“", before, (quote, _STYLES["quote"]), after, "”")


def _marked(passage: RankedPassage) -> Text:
    text = Text(passage.text)
    for mark in passage.highlights:
        text.stylize(_STYLES[mark.kind], mark.start, mark.end)
    return text
