"""Groups: a sentence that says for whom alone some of it holds."""

from __future__ import annotations

import re

from corpus.language.kinds import Span
from corpus.language.vocabulary import alternatives, load
from corpus.language.words import stems

_TABLE = load("groups")
_PAYS = alternatives([*_TABLE["verbs"], *_TABLE["hiring"]])
_PAYER = re.compile(
    rf"(?:^|[.;:]\s+)(?P<who>(?:[^\W\d_][\w'’-]*\s+){{1,8}}?)(?:{alternatives(_TABLE['charged'])}\s+)?{_PAYS}\b",
    re.I,
)
_FOR_WHOM = re.compile(
    rf"^for\s+(?P<led>[^,.;:]{{3,80}}),|\bfor\s+(?P<who>(?:[\w'’-]+\s+){{0,3}}?{alternatives(_TABLE['people'])}\b)",
    re.I,
)


def holds_for_some(question: str, sentence: str, words: Span) -> bool:
    """Whether a sentence says beside some of it for whom alone that holds, and a question says nothing of these.

    Args:
        question: such as "How much is a gate key?".
        sentence: such as "New members pay £10 for a gate key.", or "For clubs, the pitch costs £20 an hour.".
        words: where the part of it stands that is to be quoted.
    """
    own = frozenset(stems(question))
    return any(
        (match.end() <= words[0] or match.start() >= words[1])
        and not own.issuperset(stems(next(filter(None, match.groups()), "")))
        for pattern in (_PAYER, _FOR_WHOM)
        for match in pattern.finditer(sentence)
    )
