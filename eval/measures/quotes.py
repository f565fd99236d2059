"""How near the quoted words are to a right answer, as SQuAD compares answers."""

from __future__ import annotations

import re
import string
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from typing import Final

from eval.measures.evaluated_run import EvaluatedRun
from eval.measures.measure import Measure, Scores


def normalise_answer(text: str) -> str:
    """An answer as SQuAD compares it: lower case, without punctuation, articles and spare white space."""
    plain = "".join(letter for letter in text.lower() if letter not in string.punctuation)
    return " ".join(re.sub(r"\b(a|an|the)\b", " ", plain).split())


def exact_match(given: str, references: Iterable[str]) -> float:
    """1 when the answer is one of the references once both are normalised (Rajpurkar et al., 2016), otherwise 0."""
    return float(any(normalise_answer(given) == normalise_answer(reference) for reference in references))


def answer_f1(given: str, references: Iterable[str]) -> float:
    """The best F1 of the words of an answer and of a reference, 0 to 1 (Rajpurkar et al., 2016 and 2018)."""
    return max(
        (_word_f1(normalise_answer(given).split(), normalise_answer(reference).split()) for reference in references),
        default=0.0,
    )


def _word_f1(given: Sequence[str], reference: Sequence[str]) -> float:
    if not given or not reference:
        return float(given == reference)
    shared = (Counter(given) & Counter(reference)).total()
    return 2 * shared / (len(given) + len(reference))


def _quotes(compared: Callable[[str, Iterable[str]], float]) -> Callable[[EvaluatedRun], Scores]:
    """Compares each quote with the answers and gold spans of its question; 0 where nothing is quoted.

    Nothing is computed of a system that never quotes.
    """

    def compute(run: EvaluatedRun) -> Scores:
        if not (run.run.info.gives_quotes or any(result.quote for result in run.run.results)):
            return {}
        quotes = {question.id: run.results[question.id].quote for question in run.answerable}
        references = {
            question.id: (*question.answers, *(span.text for span in question.gold)) for question in run.answerable
        }
        return {key: compared(quote.text, references[key]) if quote else 0.0 for key, quote in quotes.items()}

    return compute


MEASURES: Final = (
    Measure(
        "quote_exact",
        "Quotes",
        "exact match",
        "share of answerable questions whose quote is a reference answer, once both are normalised",
        _quotes(exact_match),
        shown=frozenset({"printed"}),
    ),
    Measure(
        "quote_f1",
        "Quotes",
        "F1",
        "overlap of the quote's words with those of the best reference answer",
        _quotes(answer_f1),
    ),
)
