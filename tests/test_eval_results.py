"""What a measurement prints, written as Markdown."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from rich.console import Console
from rich.table import Table
from rich.text import Text

from corpus.errors import ChapterError
from eval.results import Results, markdown_table


def a_table() -> Table:
    table = Table(title="Milliseconds")
    table.add_column("")
    table.add_column("p50", justify="right")
    table.add_row("a|b", "1.0 [0.5, 2.0]")
    table.add_section()
    table.add_row(Text("[red]c\nd"), "–")
    return table


def test_a_table_is_written_cell_by_cell() -> None:
    assert markdown_table(a_table()).split("\n") == [
        "**Milliseconds**",
        "",
        "|  | p50 |",
        "| --- | ---: |",
        r"| a\|b | 1.0 [0.5, 2.0] |",
        "| [red]c d | – |",
    ]


def test_all_that_is_printed_is_written_with_its_command_day_code_and_machine(tmp_path: Path) -> None:
    out = io.StringIO()
    results = Results(Console(file=out, width=80))
    results.line("Forty questions [of all].")
    results.note("Take care.")
    results.table(a_table())
    path = tmp_path / "results" / "two-users_at once.md"
    results.write(path, ["python", "-m", "benchmarks.latency", "my file.jsonl"])
    assert "Forty questions [of all]." in out.getvalue() and "Take care." in out.getvalue()
    assert "1.0 [0.5, 2.0]" in out.getvalue()
    title, command, made, *parts = path.read_text(encoding="utf-8").split("\n\n")
    assert title == "# two users at once"
    assert command == "```sh\npython -m benchmarks.latency 'my file.jsonl'\n```"
    assert "processors" in made and "source " in made and "20" in made
    assert parts[:2] == ["Forty questions [of all].", "Take care."]
    assert "\n\n".join(parts[2:]) == markdown_table(a_table()) + "\n"


def test_a_place_that_cannot_be_written_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(ChapterError, match=r"The results .* cannot be written: .* Choose another place for --results"):
        Results(Console(file=io.StringIO())).write(tmp_path / "file" / "table.md", ["qa"])
