"""Posts: where one stands in a sentence, what it is of, and whose name is joined to it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from corpus.language.kinds import Span
from corpus.language.lasting.holding import verb_stem
from corpus.language.times.dates import times
from corpus.language.vocabulary import alternatives, load
from corpus.language.words import stems, words

_TABLE = load("holding")
_LINKS: Final = frozenset[str](_TABLE["links"])
_BEFORE_POSTS: Final = _LINKS.union(_TABLE["before_posts"])
_LINK_WORD = re.compile(r"\w[\w-]*")
_LINKING = re.compile(r"(?:[\w\s,:;'’|()\[\]–—-]|(?<=\bHon)\.)*")
_LEAVES_BRACKETS = re.compile(r"[^(\[]*[)\]]")
_LAST_WORD = re.compile(r"([\w-]+)\s*$")
_POST_OF = re.compile(rf"\b{alternatives(_TABLE['posts_of'])}\s+$", re.I)
_OF = re.compile(
    rf"\s+{alternatives(_TABLE['of'])}\s+(?:the\s+)?"
    rf"(?P<of>(?!(?:\d|(?:{alternatives([*_TABLE['links'], *_TABLE['since'], *_TABLE['of_times']])})\b))[\w’'&-]+"
    rf"(?:\s+(?!(?:{alternatives([*_TABLE['links'], *_TABLE['since']])})\b)[\w’'&-]+){{0,5}})",
    re.I,
)
_RANKS = load("offices")["ranks"]
_RANK = alternatives([*_RANKS["stand_ins"], *_RANKS["lower"], *_RANKS["by_a_post"]])
_OF_RANK = re.compile(rf"\b{_RANK}[\s-]+$", re.I)
_OF_MEETING = re.compile(rf"\b{alternatives(_TABLE['of_meeting'])}\s+$", re.I)
_CALLED_MORE = re.compile(r"(?:(?<!\w)[A-Z][\w'’&-]*\s+){1,2}$")
"""More of what a post is called: "Town Mayor"."""
_ASIDE = re.compile(r"^,\s[^,;:()A-Z]{1,60},(?=\s)")
"""What a name is said to be besides: "Ada Moor, clerk since 2021, took over"."""
_MOVING = alternatives(load("predicates")["put_forward"]["moved_by"])
_MOVED_BY = re.compile(rf",?\s*\b(?:and\s+)?{_MOVING}\s+(?:[A-Z][\w.’'-]*\s*){{1,4}},?")
"""Who put somebody forward: ", proposed by Cllr Reed and seconded by Cllr Tull,"."""
_MOVES = re.compile(rf"\b{_MOVING}\s+$")
_LEAD_CHARS = 60


@dataclass(frozen=True, slots=True)
class Post:
    """A post in a sentence.

    Attributes:
        start, end: where it stands, with what it is of.
        of: the stems of what it is of, as of "mayor of Ennerby"; empty where nothing says so.
    """

    start: int
    end: int
    of: frozenset[str]


def post_in(sentence: str, post: Sequence[str], named: Sequence[Span] = ()) -> Post | None:
    """Where a post stands in a sentence, its words together; None where they do not.

    Args:
        sentence: such as "Ada Moor, director of housing, opened it."
        post: the stems of the post.
        named: where names stand in the sentence; of several places the first counts to which one of them is joined.
    """
    return next(posts_in(sentence, post, named), None)


def posts_in(sentence: str, post: Sequence[str], named: Sequence[Span]) -> Iterator[Post]:
    """Every place where a post stands in a sentence with a name joined to it, or else the first one.

    Args:
        sentence: such as "Ada Moor was mayor until 2019; Tom Reed has been mayor since."
        post: the stems of the post.
        named: where names stand in the sentence.
    """
    found = tuple(_posts_in(sentence, post, named))
    joined = [one for one in found if any(is_joined(sentence, name, one) for name in named)]
    yield from joined or found[:1]


def _posts_in(sentence: str, post: Sequence[str], named: Sequence[Span]) -> Iterator[Post]:
    """The places in a sentence where a post stands, and not one of another rank: "Deputy Mayor" for "mayor"."""
    wanted = sorted(map(verb_stem, post))
    if not set(map(verb_stem, stems(sentence))).issuperset(wanted):
        return
    found = words(sentence)
    for place in range(len(found) - len(post) + 1):
        run = found[place : place + len(post)]
        if sorted(verb_stem(word.stem) for word in run) != wanted:
            continue
        start, end = run[0].start, run[-1].end
        lead = sentence[max(0, start - _LEAD_CHARS) : start]
        before = _LAST_WORD.search(lead)
        is_part = before and before[1].casefold() not in _BEFORE_POSTS and before[1].islower()
        is_label_of_several = sentence.startswith("s:", end - 1)
        if (is_part and not _POST_OF.search(lead)) or is_label_of_several:
            continue
        if _OF_RANK.search(lead) or _OF_MEETING.search(lead):
            continue
        of = _OF.match(sentence, end)
        begin = _called_from(sentence, start, named)
        told = f"{sentence[begin:start]} {of['of'] if of else ''}"
        yield Post(begin, of.end() if of else end, frozenset(word.stem for word in words(told)))


def _called_from(sentence: str, start: int, named: Sequence[Span]) -> int:
    """Where what a post is called begins, with the words that have a capital too: "Town Mayor"."""
    more = _CALLED_MORE.search(sentence, max(0, start - _LEAD_CHARS), start)
    if more is None or any(begin < start and more.start() < end for begin, end in named):
        return start
    called = _LINK_WORD.finditer(sentence, more.start(), start)
    return next((word.start() for word in called if word[0].casefold() not in _BEFORE_POSTS), start)


def is_joined(sentence: str, name: Span, post: Post) -> bool:
    """Whether only words such as ", who has been the" stand between a name and a post.

    What stands in brackets or before a semicolon after a name is of no other, what stands before a colon of the next.
    """
    is_before = name[1] <= post.start
    between = (name[1], post.start) if is_before else (post.end, name[0])
    gap = _ASIDE.sub("", _MOVED_BY.sub(" ", sentence[slice(*between)]))
    if _MOVES.search(sentence, max(0, name[0] - _LEAD_CHARS), name[0]):
        return False
    if between[0] > between[1] or not _LINKING.fullmatch(gap) or _LEAVES_BRACKETS.match(gap):
        return False
    if (is_before and sentence.startswith(":", post.end)) or (not is_before and ";" in gap):
        return False
    told = _without_times(_POST_OF.sub(" ", gap)).replace("’", " ").replace("'", " ")
    return all(word.casefold() in _LINKS for word in _LINK_WORD.findall(told))


def _without_times(gap: str) -> str:
    """Some words without the dates among them, as of "chair until 2015 was"."""
    for time in reversed(list(times(gap))):
        gap = f"{gap[: time.start]}{gap[time.end :]}"
    return gap
