"""Rated parts: grades of a part, such as "Fire doors: good", that are not the grade of the whole which is asked for."""

from __future__ import annotations

from corpus.document import Passage
from corpus.language.kinds import Span
from corpus.language.ratings import WHOLE
from corpus.language.statements import is_of_columns, pairs
from corpus.language.values import kind_stems
from corpus.language.words import stems
from qa.asked import Asked


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
    own = next((pair for pair in graded if pair.start <= quote[0] < pair.end), None)
    if own is None or any(map(str.isdigit, own.label)) or not about.isdisjoint(stems(own.label)):
        return False
    return any(not WHOLE.isdisjoint(stems(pair.label)) for pair in graded)
