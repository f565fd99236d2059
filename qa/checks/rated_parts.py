"""Rated parts: grades of a part, such as "Fire doors: good", that are not the grade of the whole which is asked for."""

from __future__ import annotations

from collections.abc import Iterator

from corpus.document import Passage
from corpus.language.kinds import Span
from corpus.language.ratings import WHOLE, is_rating
from corpus.language.rows import CELL_END
from corpus.language.statements import is_of_columns, pairs
from corpus.language.values import kind_stems
from corpus.language.words import stems
from qa.passages.asked import Asked


def rates_part(asked: Asked, passage: Passage, title: str, quote: Span) -> bool:
    """Whether a grade is that of a part, beside one of the whole, where the question asks for that.

    Args:
        asked: the question.
        passage: in which the grade stands.
        title: of its document.
        quote: the words that may answer.

    Returns:
        Whether the question names nothing but what the document is about, and the label of the grade names something
        else, while another label in the passage names the whole: "Overall | Requires improvement".
    """
    about = frozenset(stems(f"{title}\n{passage.heading}")) | WHOLE
    if set(asked.query.terms) - about - kind_stems():
        return False
    graded = [pair for pair in pairs(passage.text, True) if pair.label and not is_of_columns(passage.text, pair)]
    labels = [(pair.start, pair.end, pair.label) for pair in graded]
    labels += [row for row in _rows(passage.text) if not any(row[0] <= pair.start < row[1] for pair in graded)]
    own = next((label for start, end, label in labels if start <= quote[0] < end), "")
    said = frozenset(stems(own))
    if not said or any(map(str.isdigit, own)) or said <= about or not WHOLE.isdisjoint(said):
        return False
    return any(not WHOLE.isdisjoint(stems(label)) for _, _, label in labels)


def _rows(text: str) -> Iterator[tuple[int, int, str]]:
    """The rows of a text with several grades, each with its label, as where each year has a column of its own."""
    start = 0
    for line in text.split("\n"):
        label, *others = line.split(CELL_END)
        if sum(is_rating(cell.strip()) for cell in others) > 1:
            yield start, start + len(line), label
        start += len(line) + 1
