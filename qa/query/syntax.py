"""Search syntax: signs of other search engines in a question, which are searched as plain words and so told."""

from __future__ import annotations

import re

_SYNTAX = re.compile(
    r"(?P<phrase>[\"“][^\"“”]*\w\s+\w[^\"“”]*[\"”])"
    r"|(?<![^\s(])(?P<minus>-[^\W\d_][\w'’-]*)"
    r"|(?<![^\s(])(?P<operator>NOT|AND|OR)(?=\s+[\w\"“(])"
    r"|\b(?P<field>(?:site|filetype|intitle|title|author):\S+)"
    r"|(?P<wildcard>(?<![^\W\d_])[^\W\d_]{2,}\*)(?!\w)"
)


def ignored_syntax(question: str) -> tuple[str, ...]:
    """The signs in a question by which other search engines ask for a phrase, leave words out or join them, in order.

    Operators in capitals are no signs where all of the question is in capitals.
    """
    has_small = any(character.islower() for character in question)
    return tuple(
        dict.fromkeys(match.group() for match in _SYNTAX.finditer(question) if has_small or not match["operator"])
    )
