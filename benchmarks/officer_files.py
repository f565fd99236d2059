"""Twelve files that an officer of a council has on disk, built by one command, and a question answered from each.

    python -m benchmarks.officer_files --results benchmarks/results/officer_files.md

The files are made by benchmarks/officer_papers.py; --keep FOLDER leaves them, and their index, there to be looked at.
An answer is right when the words shown hold what was expected and stand in the file that was meant.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
from pathlib import Path

from rich.console import Console
from rich.table import Table
from rich.text import Text

from benchmarks.officer_papers import Paper, papers, write_papers
from eval.results import Results
from index.snapshot import Snapshot, open_snapshot
from qa.answer import Answer
from qa.citing.citation import citation_line
from qa.pipeline import Assistant, load_assistant
from qa.request import AskRequest
from qa.settings import read_settings


def main() -> None:
    """Make the files, build an index of them by the command line, and ask."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--keep", type=Path, metavar="FOLDER", help="where to leave the files and the index")
    parser.add_argument("--results", type=Path, metavar="FILE.md", help="write what is printed as Markdown too")
    arguments = parser.parse_args()
    results = Results(Console(width=200))
    with tempfile.TemporaryDirectory() as temporary:
        folder = arguments.keep or Path(temporary)
        write_papers(folder / "papers")
        built = subprocess.run(
            [sys.executable, "-m", "qa", "build", folder / "papers", "--index", folder / "index"],
            capture_output=True,
            text=True,
            check=False,
        )
        for line in (built.stdout + built.stderr).splitlines():
            results.line(line.replace(str(folder), "."))
        assistant = load_assistant(read_settings(index=folder / "index"))
        snapshot = open_snapshot(folder / "index", assistant.encoder)
        right = asked(assistant, snapshot, results)
        snapshot.close()
    results.line(f"{right} of {len(papers())} right")
    if arguments.results:
        results.write(arguments.results, ["python", "-m", "benchmarks.officer_files", *sys.argv[1:]])


def asked(assistant: Assistant, snapshot: Snapshot, results: Results) -> int:
    """Ask each question, print a table, and count the right answers."""
    table = Table(pad_edge=False)
    for heading in ("File", "Question", "Words shown", "Right", "Confidence", "Citation"):
        table.add_column(heading)
    right = 0
    for paper in papers():
        answer = assistant.ask(snapshot, AskRequest(paper.question))
        is_right = answers(answer, paper)
        right += is_right
        shown = answer.answer.quote if answer.answer else f"no answer: {answer.reason}"
        table.add_row(
            Text(paper.name),
            Text(paper.question),
            Text(shown),
            "yes" if is_right else "no",
            f"{answer.confidence:.0%}",
            Text(_cited(answer)),
        )
    results.table(table)
    return right


def answers(answer: Answer, paper: Paper) -> bool:
    """Whether an answer shows what was expected, from the file that was meant or what is in it."""
    quote = answer.answer
    return (
        quote is not None
        and quote.document_id.startswith(paper.name)
        and any(expected in quote.quote for expected in paper.answers)
    )


def _cited(answer: Answer) -> str:
    """Where the words shown stand, or the nearest passage does."""
    nearest = answer.passages[0].citation if answer.passages else None
    cited = answer.answer.citation if answer.answer else nearest
    return citation_line(cited) if cited else ""


if __name__ == "__main__":
    main()
