"""Subjects: whose judgements are known, and which of them a question names or can only mean."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

from corpus.judgements.judgement import Judgement
from corpus.language.names import CONNECTORS, bare_words
from qa.query.tokens import ORGANISATION

Subject = tuple[str, ...]
"""The words of a name as names are compared, without those at its ends that only go with one, such as "Council"."""


def subject_of(name: str) -> Subject:
    """A name as subjects are compared; () for none."""
    words = bare_words(name)
    outside = ORGANISATION | CONNECTORS
    while words and words[0] in outside:
        words = words[1:]
    while words and words[-1] in outside:
        words = words[:-1]
    return tuple(words) or tuple(bare_words(name))


def subject_named(words: Sequence[str], subjects: Collection[Subject]) -> tuple[Subject | None, list[str]]:
    """The one subject that some words name, the longest that fits, and the words that are left.

    Args:
        words: of a question, as names are compared; "" where others were taken out.
        subjects: whose judgements are known.
    """
    for subject in sorted(filter(None, subjects), key=len, reverse=True):
        length = len(subject)
        for start in range(len(words) - length + 1):
            if tuple(words[start : start + length]) == subject:
                return subject, [word for word in (*words[:start], *words[start + length :]) if word]
    return None, [word for word in words if word]


def only_subject(judgements: Iterable[Judgement]) -> Subject | None:
    """The one subject that a question can mean that names none: the only one of which judgements are given.

    Where none is given, it is the only one of which any are told. () where judgements are known, and none of anybody
    by name.

    Returns:
        None where there are several, or nobody is judged.
    """
    known = [(subject_of(each.subject), each.standing) for each in judgements]
    for standings in (("given",), ("given", "told")):
        named = {subject for subject, standing in known if subject and standing in standings}
        if named:
            return named.pop() if len(named) == 1 else None
    return () if known else None
