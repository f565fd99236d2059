"""The arguments and options that the programs of this folder have in common."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

Datasets = Annotated[list[Path], typer.Argument(help="Question sets with gold spans.")]
Limit = Annotated[int, typer.Option(help="At most so many questions a set, drawn with seed 0.")]
Today = Annotated[str, typer.Option(help="What 'last year' counts from, YYYY-MM-DD.")]
ResultsFile = Annotated[Path | None, typer.Option(metavar="FILE.md", help="Write what is printed as Markdown too.")]

QUESTIONS_A_SET = 300
"""The limit where nobody says otherwise: more of the large sets would drown the small ones, which people wrote."""

DAY_OF_FITTING = "2026-01-01"
"""Today, where nobody says otherwise, so that a model is fitted the same way on any day."""
