"""Numbers as the documents write them: "bulletin 9" is looked up as "bulletin 009" where it is only called that."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from typing import Final

from corpus.language.codes import Code, codes
from qa.query.lookup import Lookup
from qa.query.spelling import Correction
from qa.query.tokens import Token

_MOST_DIGITS: Final = 4


def as_written(
    tokens: Sequence[Token], question: str, lookup: Lookup, kept: Collection[str] = ()
) -> tuple[list[Token], tuple[Correction, ...]]:
    """Numbers of numbered things with as many noughts before them as the documents give them.

    Args:
        tokens: of the question.
        question: as it was typed.
        lookup: what the documents hold.
        kept: words that are left as they are.

    Returns:
        The tokens, with what was written otherwise, and that as corrections.
    """
    found = [code for code in codes(question) if code.noun and code.number.isdigit()]
    meant = {
        token.start: Correction(token.text, token.start, token.end, written)
        for code in found
        for token in tokens
        if code.start <= token.start < code.end and token.plain.isdigit() and token.plain not in kept
        if int(token.plain) == int(code.number) and (written := _written(code, token.plain, lookup)) != token.plain
    }
    changed = [
        replace(token, text=meant[token.start].mended, plain=meant[token.start].mended)
        if token.start in meant
        else token
        for token in tokens
    ]
    return changed, tuple(meant[start] for start in sorted(meant))


def _written(code: Code, typed: str, lookup: Lookup) -> str:
    """A number as the documents write it behind its noun; as it was typed where they do, or write none."""
    return next((number for number in (typed, *_forms(code.number)) if _is_written(code, number, lookup)), typed)


def _forms(number: str) -> Iterator[str]:
    """A number with no noughts before it, and with ever more."""
    return (number.zfill(digits) for digits in range(len(number), _MOST_DIGITS + 1))


def _is_written(code: Code, number: str, lookup: Lookup) -> bool:
    """Whether the documents have a number behind its noun."""
    if not lookup.frequency(number):
        return False
    if lookup.documents(code.noun, number) or lookup.documents(code.noun, "no", number):
        return True
    behind = re.compile(rf"\b{code.noun}s?\W{{0,3}}(?:(?:no|number)\W{{0,3}})?{number}(?!\w)", re.I)
    return any(map(behind.search, lookup.texts_with([code.noun, number])))
