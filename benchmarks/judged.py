"""How well judgements are found: against the grids of inspection reports, and against questions about judgements.

    python -m benchmarks.judged ../shared/data/ofsted

The folder has the reports as another program's text in corpus.jsonl, some of them in `pdf/` too, and questions about
their judgements in queries.jsonl, whose spans say in which report each is answered. The grids are read from that text
here by patterns of their own, which share nothing with what is measured.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from rich.console import Console
from rich.progress import track
from rich.table import Table

from corpus.document import Document
from corpus.files import SourceFile
from corpus.judgements.finding import judgements_of
from corpus.judgements.judgement import Judgement
from corpus.labels import labelled, shipped_labels
from corpus.reading import read_file
from eval.results import Results

_HEAD_CHARS = 4500
_GRADES = {
    "requires_improvement": r"requires?\s+improvement(?:\s+to\s+be\s+good)?",
    "outstanding": "outstanding",
    "good": "good",
    "inadequate": "inadequate",
}
_GRADE = rf"(?P<grade>{'|'.join(_GRADES.values())})"
_LABELS = {
    "leaders": r"impact of leaders on (?:social work )?practice with children and families"
    r"|3\. Leadership, management and governance",
    "help_and_protection": "children who need help and protection",
    "in_care_and_care_leavers": "children in care and care leavers",
    "in_care": r"children in care(?! and)|2\. Children looked after and achieving permanence",
    "adoption": r"2\.1 Adoption performance",
    "care_leavers": "(?:experiences and progress of|children) care leavers",
    "overall": "overall effectiveness",
}
_ASPECTS = {aspect: words.replace(" ", r"\s+") for aspect, words in _LABELS.items()}
_ROW = re.compile(
    rf"(?:{'|'.join(f'(?P<{aspect}>{words})' for aspect, words in _ASPECTS.items())})\.?\s*\n\s*{_GRADE}\s*\n", re.I
)
_OVERALL = re.compile(
    rf"(?:Children[’']s services in [\w ,’'-]{{3,60}}?\s+(?:are|is)?|The overall judgement is)\s*{_GRADE}", re.I
)
_BOARD = re.compile(
    rf"Safeguarding\s+Children(?:[’']s)?\s+Board(?:\d|\s\(LSCB\))?(?:\s+in\s+[\w ]+?)?\s+(?:is\s+)?{_GRADE}", re.I
)
_OUTCOMES = {
    "typically_positive": r"typically\s+lead\s+to\s+positive\s+experiences",
    "inconsistent": r"lead\s+to\s+inconsistent\s+experiences",
    "systemic_failings": r"widespread\s+and/or\s+systemic\s+failings",
}


@dataclass(slots=True)
class _Counts:
    """Right judgements, wrong ones, those of grids that were not found, and those of which the grid says nothing."""

    right: int = 0
    unchecked: list[str] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)
    missed: list[str] = field(default_factory=list)


def grid(text: str, framework: str) -> dict[str, str]:
    """What a report's first pages judge, by aspect, as another program's text has it."""
    head = text[:_HEAD_CHARS]
    if framework == "SEND":
        start = text.find("Inspection outcome")
        outcome = next((key for key, form in _OUTCOMES.items() if re.search(form, text[start : start + 900])), "")
        return {"overall": outcome} if outcome else {}
    found: dict[str, str] = {}
    for row in _ROW.finditer(head):
        aspect = next(key for key in _LABELS if row[key])
        found.setdefault(aspect, _key(row["grade"]))
    for aspect, pattern, among in (("overall", _OVERALL, head), ("lscb", _BOARD, text)):
        if framework == "SIF" and (said := pattern.search(among)):
            found.setdefault(aspect, _key(said["grade"]))
    return found


def _key(words: str) -> str:
    return next(key for key, form in _GRADES.items() if re.match(form, words, re.I))


def compared(documents: Iterable[tuple[Document, dict[str, str]]]) -> Mapping[str, _Counts]:
    """The judgements that reports give held against their grids, by whether these have the aspect."""
    counts: dict[str, _Counts] = defaultdict(_Counts)
    for document, gold in documents:
        given = [each for each in judgements_of(document) if each.standing == "given"]
        told = {(each.aspect, each.grade) for each in given}
        for aspect, grade in sorted(told):
            if aspect not in gold:
                counts[aspect].unchecked.append(f"{document.id}: {grade}")
            elif gold[aspect] == grade:
                counts[aspect].right += 1
            else:
                counts[aspect].wrong.append(f"{document.id}: {grade}, the grid has {gold[aspect]}")
        for aspect, grade in gold.items():
            if (aspect, grade) not in told:
                counts[aspect].missed.append(f"{document.id}: {grade}")
    return counts


def _table(counts: Mapping[str, _Counts]) -> Table:
    table = Table(title="Judgements that reports give, against their grids")
    for name in ("aspect", "right", "wrong", "missed", "not in the grid", "precision", "recall"):
        table.add_column(name, justify="left" if name == "aspect" else "right")
    for aspect, each in [*sorted(counts.items()), ("all", _all(counts.values()))]:
        found, known = each.right + len(each.wrong), each.right + len(each.missed)
        precision, recall = each.right / max(found, 1), each.right / max(known, 1)
        numbers = (each.right, len(each.wrong), len(each.missed), len(each.unchecked))
        table.add_row(aspect, *map(str, numbers), f"{precision:.3f}", f"{recall:.3f}")
    return table


def _all(counts: Iterable[_Counts]) -> _Counts:
    total = _Counts()
    for each in counts:
        total.right += each.right
        total.wrong += each.wrong
        total.missed += each.missed
        total.unchecked += each.unchecked
    return total


def asked(folder: Path, found: Mapping[str, tuple[Judgement, ...]]) -> Iterator[tuple[str, bool, str]]:
    """The questions about a grade: their kind, whether it is found in the report with the span, and what is missing."""
    spans: dict[str, set[str]] = defaultdict(set)
    for line in (folder / "spans.jsonl").read_text("utf-8").splitlines():
        span = json.loads(line)
        spans[span["query_id"]].add(span["doc_id"])
    for line in (folder / "queries.jsonl").read_text("utf-8").splitlines():
        question = json.loads(line)
        kind, answers = question["type"], question.get("answers", [])
        if kind not in ("overall", "subjudgement", "change") or not answers:
            continue
        wanted = sorted(_key(part) for part in answers[0].split(" -> "))
        named = _named(question["text"]) if kind == "subjudgement" else {"overall"}
        grades = sorted(
            each.grade
            for document in spans[question["id"]]
            for each in {
                (each.aspect, each.grade): each for each in found[document] if each.standing == "given"
            }.values()
            if each.aspect in named
        )
        yield kind, grades == wanted, f"{question['id']}: {grades}, wanted {wanted}"


def _named(question: str) -> set[str]:
    shortened = {**_ASPECTS, "leaders": "impact of leaders|leadership"}
    return {next((key for key, pattern in shortened.items() if re.search(pattern, question, re.I)), "")}


def held(found: Mapping[str, tuple[Judgement, ...]], authorities: Mapping[str, str]) -> _Counts:
    """What reports tell of earlier overall judgements, held against the reports that gave them.

    A year that is told is held against the reports of that year and half of the one before;
    where there is none, nothing is counted.
    """
    given: dict[str, list[Judgement]] = defaultdict(list)
    for document, judgements in found.items():
        given[authorities[document]] += [
            each for each in judgements if (each.standing, each.aspect) == ("given", "overall")
        ]
    counts = _Counts()
    for document, judgements in found.items():
        for each in judgements:
            if each.standing != "told" or each.aspect != "overall" or not each.day:
                continue
            of_then = [other for other in given[each.subject] if each.day - 150 <= other.day <= each.until]
            if not of_then:
                continue
            if any(other.grade == each.grade for other in of_then):
                counts.right += 1
            else:
                counts.wrong.append(f"{document}: {each.grade} {date.fromordinal(each.day)}")
    return counts


def _read(path: Path) -> Iterator[Document]:
    """The documents of a file, with their labels."""
    for document in read_file(SourceFile(path, path.name), path.read_bytes()).documents:
        yield labelled(document, shipped_labels())


def pdf_documents(folder: Path) -> Iterator[Document]:
    """The PDFs of a folder as documents with their labels."""
    for path in track(sorted((folder / "pdf").glob("*.pdf")), "Reading"):
        yield from _read(path)


def main() -> None:
    """Find the judgements of all reports and print how many are right."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path, help="has corpus.jsonl, queries.jsonl, spans.jsonl and pdf/")
    parser.add_argument("--results", type=Path, help="write the tables there too")
    given = parser.parse_args()
    results = Results(Console())
    lines = [json.loads(line) for line in (given.folder / "corpus.jsonl").read_text("utf-8").splitlines()]
    gold = {line["id"]: grid(line["text"], line["framework"]) for line in lines}
    texts = list(_read(given.folder / "corpus.jsonl"))
    pdfs = list(pdf_documents(given.folder))
    for name, documents in (("PDFs", pdfs), ("texts", texts)):
        started = time.process_time()
        found = {each.id.removesuffix(".pdf"): judgements_of(each) for each in documents}
        seconds = time.process_time() - started
        counts = compared((each, gold[each.id.removesuffix(".pdf")]) for each in documents)
        results.line(f"{name}: {len(documents)} reports, {sum(map(len, found.values()))} judgements, {seconds:.1f} s")
        results.table(_table(counts))
        for aspect, each in counts.items():
            for kind, cases in (("wrong", each.wrong), ("missed", each.missed), ("not in the grid", each.unchecked)):
                if cases:
                    results.line(f"{kind}, {aspect}: {'; '.join(cases)}")
        told = held(found, {each.id.removesuffix(".pdf"): dict(each.labels).get("authority", "") for each in documents})
        results.line(f"Told of earlier overall judgements: {told.right} right, {len(told.wrong)} wrong {told.wrong}")
    kinds: Counter[tuple[str, bool]] = Counter()
    for kind, is_right, case in asked(given.folder, found):
        kinds[kind, is_right] += 1
        if not is_right:
            results.line(f"not answered {kind}: {case}")
    for kind in sorted({kind for kind, _ in kinds}):
        results.line(f"{kind}: {kinds[kind, True]} of {kinds[kind, True] + kinds[kind, False]} answered by the facts")
    if given.results:
        results.write(given.results, ["python", "-m", "benchmarks.judged", *sys.argv[1:]])


if __name__ == "__main__":
    main()
