"""How likely words are to answer, in a word and in per cent."""

from __future__ import annotations

from dataclasses import dataclass

from qa.wording import percent

_CHANCES = ((0.8, "high"), (0.5, "fair"), (0.0, "low"))


@dataclass(frozen=True, slots=True)
class Chance:
    """How likely words are to answer a question: high, fair or low, and in per cent."""

    words: str
    percent: str


def chance(probability: float) -> Chance:
    """A probability in a plain word, with its percentage as the command line prints it.

    Args:
        probability: 0 to 1.
    """
    told = round(probability, 2)  # so that no "80%" is called fair
    return Chance(next(words for least, words in _CHANCES if told >= least), percent(probability))
