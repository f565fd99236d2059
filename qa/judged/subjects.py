"""Subjects: whose judgements are known, and which of them a question names or can only mean."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from functools import lru_cache
from typing import Final

from corpus.judgements.judgement import Judgement
from corpus.judgements.own_words import is_called
from corpus.language.kinds import TEXTS_KEPT
from corpus.language.names import CONNECTORS, bare_words, in_short
from corpus.language.vocabulary import load
from index.snapshot import Snapshot
from qa.query.tokens import ORGANISATION

KINDS: Final = frozenset[str](load("judgement_questions")["kinds"])
"""What those are who are judged: "the trust"."""
MAIN_SHARE: Final = 0.8
"""Documents are about one subject where it has such a share of all that tell of somebody's judgement; set by hand."""
Subject = tuple[str, ...]
"""The words of a name as names are compared, without those at its ends that only go with one, such as "Council"."""


@lru_cache(maxsize=TEXTS_KEPT)
def subject_of(name: str) -> Subject:
    """A name as subjects are compared; () for none."""
    words = bare_words(name)
    outside = ORGANISATION | CONNECTORS
    while words and words[0] in outside:
        words = words[1:]
    while words and words[-1] in outside:
        words = words[:-1]
    return tuple(words) or tuple(bare_words(name))


def find_subject(words: Sequence[str], subjects: Collection[Subject]) -> tuple[Subject, int, int] | None:
    """The one subject that some words name, by the longest name that fits; None for none.

    A name may be said in short where only one of the subjects is called so.

    Args:
        words: of a question, as names are compared; "" where others were taken out.
        subjects: whose judgements are known.

    Returns:
        The subject, and the places of the first of its words and after the last.
    """
    begun = frozenset(words)
    whole = {subject: subject for subject in subjects if not begun.isdisjoint(subject[:1])}
    counts = Counter(map(in_short, whole))  # what is said in short begins as the whole does
    short = {name: subject for subject in whole if counts[name := in_short(subject)] == 1 and name not in whole}
    for called in (whole, short):
        for name in sorted(filter(None, called), key=len, reverse=True):
            for start in range(len(words) - len(name) + 1):
                if tuple(words[start : start + len(name)]) == name:
                    return called[name], start, start + len(name)
    return None


def subject_named(words: Sequence[str], subjects: Collection[Subject]) -> tuple[Subject | None, list[str]]:
    """The one subject that some words name, and the words that are left.

    Args:
        words: of a question, as names are compared; "" where others were taken out.
        subjects: whose judgements are known.
    """
    subject, start, end = find_subject(words, subjects) or (None, 0, 0)
    return subject, [word for word in (*words[:start], *words[end:]) if word]


def only_of_kinds(names: Iterable[str]) -> dict[str, Subject]:
    """Which subject can only be meant by a word for what it is, "the trust": the one whose name ends with that.

    Args:
        names: of all whose judgements are known.
    """
    called: dict[str, set[Subject]] = {}
    for words in filter(None, map(bare_words, names)):
        called.setdefault(words[-1], set()).add(subject_of(" ".join(words)))
    return {kind: next(iter(own)) for kind, own in called.items() if kind in KINDS and len(own) == 1}


def only_subject(judgements: Iterable[tuple[int, Judgement]]) -> Subject | None:
    """The one subject that a question can mean that names none: the documents give no judgement of another.

    Of others they may tell, where these are few beside it. () where judgements are known, and none of anybody by name.

    Args:
        judgements: each with the index of its document.

    Returns:
        None where there are several, or nobody is judged.
    """
    known = [(index, subject_of(each.subject), each.standing) for index, each in judgements]
    given = {subject for _, subject, standing in known if subject and standing == "given"}
    telling = Counter(subject for _, subject in {(index, subject) for index, subject, _ in known if subject})
    if not telling:
        return () if known else None
    subject, documents = telling.most_common(1)[0]
    return subject if given <= {subject} and documents >= MAIN_SHARE * telling.total() else None


def is_of_kind(name: str, document_index: int, kind: str, snapshot: Snapshot) -> bool:
    """Whether somebody may be called by what a question calls whom it asks about: "the hospital" is no care home.

    Args:
        name: whose judgement is told.
        document_index: of the document that tells it.
        kind: what the question calls them.
        snapshot: with the document.
    """
    document = snapshot.document(snapshot.document_meta(document_index).id)
    return is_called(name, document.text if document else "", kind)
