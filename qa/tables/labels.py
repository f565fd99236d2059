"""Labels: which row of a table a question means by a word that only the label of that row has."""

from __future__ import annotations

from collections import Counter

from corpus.document import Passage
from corpus.language.kinds import Span
from corpus.language.rows import cells
from corpus.language.words import stems
from qa.tables.cells import rows_beside
from qa.tables.named_rows import header_of, label_place


def labels_another_row(passage: Passage, row: Span, question: str) -> bool:
    """Whether a question has a word of the label of another row alone, and none that only this one's label has.

    "Women only" is meant by "the women's swim", and not "Public swimming" beside "Lane swimming".

    Args:
        passage: with the table.
        row: where the row stands in its text.
        question: as it was asked.
    """
    own, labels = frozenset[str](), []
    for part in rows_beside(passage, row):
        found = cells(passage.text, (part.start, part.end))
        label = frozenset(stems(passage.text[slice(*found[label_place(passage.text, found)])]))
        own = label if part.start <= row[0] < part.end else own
        labels.append(label)
    counts = Counter(stem for label in labels for stem in label)
    above = stems(f"{passage.heading}\n{passage.context}\n{header_of(passage, row)}")
    alone = {stem for stem in stems(question) if counts[stem] == 1 and stem.isalpha()}.difference(above)
    return bool(own) and bool(alone) and alone.isdisjoint(own)
