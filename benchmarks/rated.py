"""How authorities were rated in a year, in seven wordings: right grade and report, wrong grade, or no answer.

    python -m benchmarks.rated ../shared/data/ofsted INDEX

INDEX is of the folder's pdf/. The twelve authorities are the first with two reports that have an overall grade; grades
are those of the grids that `benchmarks.judged` reads from another program's text, years those of the last day of
inspections.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from rich.console import Console
from rich.progress import track
from rich.table import Table

from benchmarks.judged import grid
from eval.results import Results
from index.encoder import load_encoder
from index.snapshot import open_snapshot
from qa.answer import Answer
from qa.pipeline import load_assistant
from qa.request import AskRequest
from qa.settings import read_settings

_TODAY = date(2026, 11, 27)
_AUTHORITIES = 12
_WORDINGS = (
    "How was {name} rated in {year}?",
    "What was {name}'s overall rating in {year}?",
    "What judgement did {name} get in {year}?",
    "{name} Ofsted rating {year}",
    "Which grade did Ofsted give children's services in {name} in {year}?",
    "Overall effectiveness of {name} in {year}",
    "How did inspectors judge {name} in {year}?",
)
_DATES = re.compile(r"Inspection\s+dates?:?\s*(?P<days>[^\n]*\n?[^\n]*)")
_YEAR = re.compile(r"\b20[0-3]\d\b")


@dataclass(frozen=True, slots=True)
class Report:
    """A report of the folder: its id, whose it is, in which year the inspection ended, and its overall grade."""

    id: str
    name: str
    year: int
    grade: str


def reports(folder: Path) -> Iterator[Report]:
    """The reports that are there as PDFs and have an overall grade."""
    pdfs = {path.stem for path in (folder / "pdf").glob("*.pdf")}
    for line in (folder / "corpus.jsonl").read_text("utf-8").splitlines():
        told = json.loads(line)
        dated = _DATES.search(told["text"])
        if told["id"] not in pdfs or told["framework"] == "SEND" or dated is None:
            continue
        years = _YEAR.findall(dated["days"].partition("Report")[0])
        grade = grid(told["text"], told["framework"]).get("overall")
        if years and grade:
            name = told["id"].partition("_")[0].replace("-", " ").title().replace(" And ", " and ")
            yield Report(told["id"], name, int(years[-1]), grade)


def chosen(found: Sequence[Report]) -> list[tuple[Report, Report]]:
    """The first two reports of different years of the first authorities that have two."""
    pairs = []
    for name in sorted({report.name for report in found}):
        own = sorted((report for report in found if report.name == name), key=lambda report: report.year)
        if len(own) > 1 and own[0].year != own[1].year:
            pairs.append((own[0], own[1]))
    return pairs[:_AUTHORITIES]


def verdict(report: Report, answer: Answer) -> str:
    """Whether an answer is the grade in words of the report itself, the grade told elsewhere, another one, or none."""
    if answer.answer is None:
        return "refused"
    value = answer.answer.value
    grade = value.normalized.removesuffix(" to be good").replace(" ", "_") if value else ""
    if re.sub(r"require[ds]?_", "requires_", grade) != report.grade:
        return "wrong value" if grade else "no value"
    return "right" if answer.answer.document_id.removesuffix(".pdf") == report.id else "told elsewhere"


def main() -> None:
    """Ask each wording of each authority and year and print how many are right."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path, help="has corpus.jsonl and pdf/")
    parser.add_argument("index", type=Path, help="of its pdf/")
    parser.add_argument("--results", type=Path, help="write the tables there too")
    given = parser.parse_args()
    settings = read_settings(index=given.index)
    assistant = load_assistant(settings)
    snapshot = open_snapshot(settings.index, load_encoder(settings.encoder, settings.models))
    pairs = chosen(list(reports(given.folder)))
    results = Results(Console(width=160))
    table = Table(title=f"{len(pairs)} authorities, two years each")
    counted: dict[str, Counter[str]] = {}
    cases = []
    for wording in track(_WORDINGS, "Asking"):
        counted[wording] = Counter()
        for report in (report for pair in pairs for report in pair):
            text = wording.format(name=report.name, year=report.year)
            found = verdict(report, assistant.ask(snapshot, AskRequest(text, k=3, today=_TODAY)))
            counted[wording][found] += 1
            cases += [f"{found}: {text} ({report.grade})"] if found != "right" else []
    kinds = ("right", "told elsewhere", "no value", "refused", "wrong value")
    for heading in ("wording", *kinds):
        table.add_column(heading, justify="left" if heading == "wording" else "right")
    for wording, counts in counted.items():
        table.add_row(wording, *(str(counts[kind]) for kind in kinds))
    total = sum(counted.values(), Counter[str]())
    table.add_row("all", *(f"{total[kind]} ({total[kind] / total.total():.3f})" for kind in kinds))
    results.table(table)
    results.line(f"Authorities: {', '.join(pair[0].name for pair in pairs)}")
    for case in cases:
        results.line(case)
    if given.results:
        results.write(given.results, ["python", "-m", "benchmarks.rated", *sys.argv[1:]])


if __name__ == "__main__":
    main()
