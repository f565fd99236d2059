"""Choosing how much likelier a reader must think a value than the one nearest to the question's words.

Run it as `python -m eval.training.values ../shared/training`. It prints, over the dev split of the open training
material, how often the value chosen in the answer's sentence is the answer; `corpus.language.nearness.LIKELIER` is
chosen by hand from the table. The reader has seen the train split of these sets, and none of these questions.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

import numpy as np
import typer
from rich.console import Console
from rich.progress import track
from rich.table import Table

from corpus.language.kinds import KNOWN_BY_FORM, AnswerType, Span
from corpus.language.sentences import sentences
from corpus.language.values import answer_value, value_spans
from eval.results import Results
from eval.training.options import ResultsFile
from eval.training.reader.material import Example, examples
from index.reader import NAME as READER
from index.reranker import load_reranker
from index.seams import Reranker
from qa.extraction.answer_extractor import sentence_probabilities
from qa.query.intent import answer_type
from qa.settings import read_settings

TIMES = (np.inf, 30.0, 10.0, 5.0, 3.0, 2.0, 1.0)
"""So many times likelier is tried; never, which leaves it to the words, is the first."""
SEED = 3
MOST = 1500
"""So many sentences of several values are read at the most."""
SHARPENED = 50
"""Raised to this, what the reader says decides alone."""


@dataclass(frozen=True, slots=True)
class Choice:
    """A sentence with several values of the kind that a question asks for, some of which are the answer.

    Attributes:
        example: the question, what is read and where the answer stands in it.
        kind: of answer that is wanted.
        sentence: in which the answer stands.
    """

    example: Example
    kind: AnswerType
    sentence: Span


def choices(made: Sequence[Example]) -> list[Choice]:
    """The questions of examples whose answer's sentence has values of their kind that answer, and others as well."""
    found: list[Choice] = []
    for example in made:
        kind = answer_type(example.question)
        if example.span is None or kind not in KNOWN_BY_FORM:
            continue
        own = [span for span in sentences(example.text) if span[0] <= example.span[0] and example.span[1] <= span[1]]
        if not own:
            continue
        start, text = own[0][0], example.text[slice(*own[0])]
        answers = [_meets((start + first, start + last), example.span) for first, last in value_spans(text, kind)]
        if any(answers) and not all(answers):
            found.append(Choice(example, kind, own[0]))
    return found


def _meets(one: Span, other: Span) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def is_right(choice: Choice, reranker: Reranker) -> list[bool]:
    """Whether the value that is chosen answers, for each of `TIMES`."""
    example, (start, end) = choice.example, choice.sentence
    [read] = reranker.score(example.question, [example.text])
    assert read is not None and example.span is not None, "nothing bounds the time"

    def liked(part: Span) -> float:
        return float(sentence_probabilities([(start + part[0], start + part[1])], read)[0])

    def chosen(prefers: Callable[[Span], float] | None) -> Span | None:
        text = example.text
        found = answer_value(text[start:end], choice.kind, example.question, None, (text, start), prefers)
        return found and found[:2]

    by_words, by_reader = chosen(None), chosen(lambda part: liked(part) ** SHARPENED)
    if by_words is None or by_reader is None:
        return [False] * len(TIMES)
    taken = [by_reader if liked(by_reader) > times * liked(by_words) else by_words for times in TIMES]
    return [_meets((start + first, start + last), example.span) for first, last in taken]


def main(
    material: Annotated[Path, typer.Argument(help="The folder of the open training material.")],
    results: ResultsFile = None,
) -> None:
    """Print how often the value chosen is the answer, by how much likelier the reader must think it."""
    printed = Results(Console(width=160))
    reranker = load_reranker(READER, read_settings().models)
    found = choices(examples(material, "dev", SEED))[:MOST]
    right = [is_right(choice, reranker) for choice in track(found, "Reading", transient=True)]
    table = Table("", "sentences", title="Share of the values chosen that answer", title_justify="left")
    for times in TIMES:
        table.add_column("words alone" if np.isinf(times) else f"{times:g} times", justify="right")
    for kind in dict.fromkeys(choice.kind for choice in found):
        own = [each for each, choice in zip(right, found, strict=True) if choice.kind == kind]
        if own:
            table.add_row(kind, str(len(own)), *(f"{share:.3f}" for share in np.mean(own, axis=0)))
    printed.table(table)
    if results:
        printed.write(results, ["python", "-m", "eval.training.values", *sys.argv[1:]])


if __name__ == "__main__":
    typer.run(main)
