"""Search syntax: phrases in quotation marks and words to leave out, which are heeded, and signs that are not."""

from __future__ import annotations

import re
from dataclasses import dataclass

from corpus.language.folding import searchable
from corpus.language.vocabulary import alternatives, load

_SYNTAX = re.compile(
    r"(?<![^\s(])(?:-|(?P<negator>NOT)\s+)(?P<excluded>[^\W\d_][\w'’-]*|[\"“][^\"“”]*\w[^\"“”]*[\"”])"
    r"|(?P<phrase>[\"“][^\"“”]*\w\s+\w[^\"“”]*[\"”])"
    r"|(?<![^\s(])(?P<operator>AND|OR)(?=\s+[\w\"“(])"
    r"|\b(?P<field>(?:site|filetype|intitle|title|author):\S+)"
    r"|(?P<wildcard>(?<![^\W\d_])[^\W\d_]{2,}\*)(?!\w)"
)
_HALVES = load("halves")
_ASKS = re.compile(rf"\b(?:{alternatives(_HALVES['asking'])}|{alternatives(_HALVES['auxiliaries'])})\b", re.I)
_MARKS = '"“” \t\n'


@dataclass(frozen=True, slots=True)
class Syntax:
    """The signs of search engines in a question.

    Attributes:
        plain: the question with spaces in place of what is to be left out, so that offsets hold.
        phrases: what a passage must hold word for word.
        excluded: words and phrases that it must not hold.
        ignored: signs that are searched as plain words, in order.
    """

    plain: str
    phrases: tuple[str, ...] = ()
    excluded: tuple[str, ...] = ()
    ignored: tuple[str, ...] = ()


def read_syntax(question: str) -> Syntax:
    """The signs in a question by which search engines are asked for a phrase, or told to leave words out.

    Operators in capitals are no signs where all of the question is in capitals; "NOT" is none where words before it
    ask or tell, as in "What is NOT paid for?".
    """
    has_small = any(character.islower() for character in question)
    plain, phrases, excluded, ignored = question, [], [], []
    for match in _SYNTAX.finditer(question):
        if (match["negator"] and (not has_small or _ASKS.search(question, 0, match.start()))) or (
            match["operator"] and not has_small
        ):
            continue
        if match["excluded"]:
            plain = f"{plain[: match.start()]}{' ' * len(match.group())}{plain[match.end() :]}"
            excluded.append(match["excluded"].strip(_MARKS))
        elif match["phrase"]:
            phrases.append(match["phrase"].strip(_MARKS))
        else:
            ignored.append(match.group())
    if not any(map(str.isalnum, plain)):
        return Syntax(question, ignored=tuple(excluded))
    return Syntax(plain, *(tuple(dict.fromkeys(found)) for found in (phrases, excluded, ignored)))


def heeds(text: str, phrases: tuple[str, ...], excluded: tuple[str, ...]) -> bool:
    """Whether a text holds all of some phrases word for word and none of others, however it is spaced and set."""
    folded = _folded(text)
    return all(_holds(folded, phrase) for phrase in phrases) and not any(_holds(folded, word) for word in excluded)


def _folded(text: str) -> str:
    return " ".join(searchable(text).replace("’", "'").casefold().split())


def _holds(folded: str, words: str) -> bool:
    return re.search(rf"(?<!\w){re.escape(_folded(words))}(?!\w)", folded) is not None
