"""Contrasts: the shallow end is not the deep end, lunch is not dinner, and a yoga class is no dance class."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Iterator
from functools import lru_cache
from itertools import pairwise

from corpus.language.folding import searchable
from corpus.language.kinds import TEXTS_KEPT
from corpus.language.times.parts import ANY_MONTH, YEAR
from corpus.language.vocabulary import COUNTS, CURRENCY_SIGNS, alternatives, load
from corpus.language.words import WRITTEN_WORD, stem_of, stems, words

_TABLE = load("contrasts")
_BEFORE = {word: group for group, words in enumerate(_TABLE["before_a_thing"]) for word in words}
_AS_MUCH: dict[str, str] = _TABLE["as_much"]
_ALONE = {stem_of(word): group for group, words in enumerate(_TABLE["alone"]) for word in words}
_SIDES = {
    name: tuple(tuple(re.compile(rf"\b{alternatives(side)}\b", re.I) for side in sides) for sides in _TABLE[name])
    for name in ("sides", "cases")
}
_WHATEVER, _HAPPENED = (re.compile(rf"\b{alternatives(_TABLE[name])}\b", re.I) for name in ("whatever", "happened"))
_OUTSIDE, _INSIDE = (
    re.compile(
        rf"\b{alternatives(_TABLE[name])}\s+(?:{alternatives(_TABLE['exchanged']['determiners'])}\s+)?([^\W\d_]+)", re.I
    )
    for name in ("outside", "inside")
)
_ELSEWHERE = re.compile(rf"\b{alternatives(_TABLE['elsewhere'])}\b", re.I)
_JOIN = re.compile(rf"[,;:(|/\n]|\b{alternatives(_TABLE['joining'])}\b", re.I)
_BREAK = re.compile(r"[,;(]\s")
_FIGURE, _DAY = re.compile(r"\d"), re.compile(rf"\b(?:{ANY_MONTH}|{YEAR})\b")
_BODIES, _NO_KINDS = frozenset(map(stem_of, _TABLE["bodies"])), frozenset[str](_TABLE["no_kinds"])
_THINGS = frozenset[str]([*_TABLE["things"], *_TABLE["bodies"]])
_KINDS = load("questions")["answer_types"]
_PAYING = set(_KINDS["paying"]) - set(_KINDS["amounts"])
_VERBS = frozenset(map(stem_of, (*load("halves")["auxiliaries"], *load("halves")["lent_verbs"], *_PAYING)))
"""A verb beside a word is no kind of it: "must a complaint", "complaints must"."""
_LUNCH = re.compile(rf"\b{alternatives(load('contrasts')['lunch'])}\b", re.I)
_PART = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
"""A word, or a part of one with a hyphen: a street-trading licence is one for street trading."""
_PART_ASKED = re.compile(
    rf"\bhow\s+many\s+(?:of\s+the\s+)?(?P<thing>[^\W\d_]+)\s+{alternatives(_TABLE['of_part'])}\s+"
    rf"(?P<part>(?:[\w'’-]+\s+){{1,4}}?){alternatives(load('halves')['auxiliaries'])}\b",
    re.I,
)
_BESIDE = re.compile(r"(?:['’]s?)?[ \n-]{1,3}(?:[^\W\d_]{1,9}[ \n]{1,3}){0,2}")
"""What stands between words that belong together: nothing, or small words, as in "a target for the carers"."""

_EXCHANGED = _TABLE["exchanged"]
_SAME = {stem_of(word): group for group, words in enumerate(_EXCHANGED["same"]) for word in words}
_NO_THINGS = (
    frozenset(map(stem_of, (*_EXCHANGED["loose"], *_EXCHANGED["predicates"], *_EXCHANGED["deeds"]))) | _BODIES | {""}
)
_QUALITIES = tuple[str, ...](_EXCHANGED["qualities"])
_NO_QUALITIES = frozenset[str](_EXCHANGED["no_qualities"])
_DETERMINER = alternatives(_EXCHANGED["determiners"])
_LEADING = alternatives([*_EXCHANGED["leading"], *_EXCHANGED["determiners"]])
_ASKED_KIND = re.compile(
    rf"(?:^|(?P<asking>\b{alternatives(_EXCHANGED['asking'])}\s+(?:{_DETERMINER}\s+)?)|\b{_LEADING}\s+)"
    r"(?P<kind>[^\W\d_]{2,})[ -](?P<thing>[^\W\d_]{2,})(?P<after>\s+[^\W_]+)?",
    re.I,
)
_OPENS = re.compile(rf"(?:[\n.:;,(|•\t]|\b(?P<determiner>{_DETERMINER}))\s*$", re.I)
_GOES_ON = re.compile(rf"\s*(?:[:|(,\t–—]|[{CURRENCY_SIGNS}]?\d|\b{alternatives(_EXCHANGED['predicates'])}\b)", re.I)
_OPENING = 12
"""What opens the naming of a thing stands within so many letters before it."""
_ALIKE = 4
"""Words that begin with so many letters alike may be one word: "maths" and "mathematics"."""


def tells_of_contrast(question: str, said: str) -> bool:
    """Whether a question asks about one of a contrast and words tell only of the other, as of the shallow end.

    They tell of both where a part of them has the other word alone: "full-time and part-time staff", "in winter 10am".
    """
    if _tells_of_outside(question, said):
        return True
    asked, told = _contrasted(_LUNCH.sub("lunch", question)), _contrasted(_LUNCH.sub("lunch", said))
    if _HAPPENED.search(question):
        asked = frozenset(one for one in asked if one[0] != "cases")
    return any(
        (noun, group, own) not in told
        and any(one[:2] == (noun, group) for one in told)
        and not _tells_of_both(said, noun, group, own)
        for noun, group, own in asked
    )


def _tells_of_outside(question: str, said: str) -> bool:
    """Whether a question asks what is so in a place, and all that words tell is so outside it.

    "A night may cost £95 outside London" tells nothing of a night in London; "£165, or £95 outside London" does.
    """
    parts = _JOIN.split(said.rpartition("\n")[2])
    without = frozenset(map(stem_of, _OUTSIDE.findall(said))) - {""}
    within = frozenset(map(stem_of, _INSIDE.findall(_OUTSIDE.sub(" ", question)))) & without
    if not within or _ELSEWHERE.search(said) or not within.isdisjoint(map(stem_of, _INSIDE.findall(said))):
        return False
    return not any(_FIGURE.search(part) and not _OUTSIDE.search(part) for part in parts)


def _tells_of_both(said: str, noun: str, group: int, own: str) -> bool:
    """Whether words that tell of the other of a contrast tell of this one too, in a part of theirs or as the rest."""
    if noun in _SIDES:
        return _WHATEVER.search(said) is not None or _tells_rest_first(said)
    return any(
        own in _words(part) and not any(one[:2] == (noun, group) for one in _contrasted(part))
        for part in _JOIN.split(said)
    )


def _tells_rest_first(said: str) -> bool:
    """Whether a sentence has a figure for all but one side, then that one’s: "9 to 5, 10 to 4 at weekends"."""
    first, *later = _BREAK.split(said.rpartition("\n")[2])
    if not _FIGURE.search(first) or _DAY.search(first) or _sides(first):
        return False
    return any(_FIGURE.search(part) and _sides(part) for part in later)


def _sides(text: str) -> frozenset[tuple[str, int, str]]:
    """Which sides of which contrasts a text names."""
    return frozenset(
        (name, group, str(place))
        for name, contrasts in _SIDES.items()
        for group, contrast in enumerate(contrasts)
        for place, side in enumerate(contrast)
        if side.search(text)
    )


def tells_of_another_kind(question: str, said: str, under: str) -> bool:
    """Whether a question asks about one kind of thing and words tell only of another, as of a dance for a yoga class.

    Args:
        question: such as "How much is a yoga class?".
        said: the sentence, such as "Dance classes cost £5."
        under: what it stands under, where the kind asked about may stand; a body that the sentence does not name
            is the one named there, as of minutes.
    """
    asked, told, present = _kinds(question), _kinds(said), frozenset(stems(f"{under}\n{said}"))
    told |= {(of, kind) for of, kind in _kinds(under) if of in _BODIES and not any(of == own for own, _ in told)}
    return any(
        kind not in present and (others := {other for of, other in told if of == thing}) and all(others)
        for thing, kind in asked
        if kind
    )


def names_kind_later(question: str, terms: Collection[str], said: str, before: str, later: Iterable[str]) -> bool:
    """Whether a text tells of a thing alone, and names the kind of it that a question asks about only later.

    What is told before a kind is named is of the thing at large: of "Rents rise by 7%. Garage rents will not change."
    the first sentence tells nothing of garage rents.

    Args:
        question: such as "By how much will garage rents rise?".
        terms: the stems of it that are asked about, without times.
        said: the sentence, such as "Rents rise by 7%."
        before: what stands above and before it, where the kind may have been named.
        later: the sentences after it.
    """
    own, known = frozenset(stems(said)), frozenset(stems(f"{before}\n{said}"))
    asked = (pair for pair in _beside(question) if (frozenset(terms) - _VERBS).issuperset(pair))
    apart = {frozenset((kind, thing)) for kind, thing in asked if thing in own and kind not in known}
    return bool(apart) and not all(apart.isdisjoint(map(frozenset, _beside(sentence))) for sentence in later)


def counts_part_later(question: str, said: str, before: str, later: Iterable[str]) -> bool:
    """Whether a question counts a part of some things, a sentence all of them, and a later one that part by itself.

    Of "We had 900 complaints, of which 90 were upheld. Parking had 388, noise 201." the first sentence does not tell
    how many complaints about noise were upheld.

    Args:
        question: such as "How many complaints about noise were upheld?".
        said: the sentence.
        before: what stands above and before it, which may name the part.
        later: the sentences after it.
    """
    asked = _PART_ASKED.search(question)
    part = frozenset(stems(asked["part"])) if asked else frozenset[str]()
    if asked is None or not part or stem_of(asked["thing"]) not in stems(said):
        return False
    known = stems(f"{before}\n{said}")
    if any(is_alike(own, one) for own in part for one in known):
        return False
    return any(_FIGURE.search(one) and part.issubset(stems(one)) for one in later)


def exchanges_kind(question: str, said: str, under: str, around: str) -> bool:
    """Whether a question asks about one kind of a thing and a sentence is about another: a shingles jab, for a flu jab.

    It does not where the kind stands in the sentence or above it, nor where it stands around by itself, for that may be
    what all is about; nor where the other may be a word for the same kind, or for a quality of the thing.

    Args:
        question: such as "When is the flu jab?".
        said: the sentence, such as "The shingles jab is on 3 May."
        under: what it stands under.
        around: its passage, and all that stands above that.
    """
    return any(_exchanged(question, said, under, around))


def heads_another_kind(question: str, heading: str, said: str, is_told: Callable[[str, str], bool]) -> bool:
    """Whether a heading is of another kind of a thing than a question, of which the documents tell elsewhere.

    Args:
        question: such as "How much is a premises licence?".
        heading: such as "Pavement licences".
        said: what stands under it, such as "It costs £350.", with all else that it stands under.
        is_told: whether the stems of a kind and of a thing stand side by side in the documents.
    """
    return any(is_told(kind, stem_of(thing)) for kind, thing in _exchanged(question, f"{heading}:", said, ""))


def stands_beside(text: str, kind: str, thing: str) -> bool:
    """Whether the stem of a kind stands right before that of a thing in a text, but for small words between."""
    return (kind, thing) in _beside(text)


def _exchanged(question: str, said: str, under: str, around: str) -> Iterator[tuple[str, str]]:
    """The kinds and things of a question of which a sentence is about another kind."""
    asked = _kinds_asked(question)
    near, own = frozenset(stems(f"{under}\n{said}" if asked else "")), frozenset(stems(question if asked else ""))
    for kind, thing in asked:
        others = _kinds_told(said, thing)
        if not others or not own.isdisjoint(map(stem_of, others)) or any(map(is_no_kind, others)):
            continue
        is_near = any(is_alike(kind, one) for one in near.union(map(stem_of, others)))
        if not is_near and (kind not in stems(around) or (kind, stem_of(thing)) in _beside(around)):
            yield kind, thing


def labels_another(question: str, label: str, under: str, around: str) -> bool:
    """Whether a question asks about one kind of a thing and the row of a table of such things is of another.

    Args:
        question: such as "How long is paternity leave?".
        label: of the row, such as "Jury service"; one with a word of the question may be of what it asks about.
        under: what the row stands under, which names the things: "Other leave".
        around: its passage, and all that stands above that, where the kind may stand.
    """
    things = frozenset(stems(under))
    asked = [kind for kind, thing in _kinds_asked(question) if stem_of(thing) in things]
    if not asked or not any(map(str.isalpha, label)) or not frozenset(stems(question)).isdisjoint(stems(label)):
        return False
    near = frozenset(stems(around))
    return any(not any(is_alike(kind, one) for one in near) for kind in asked)


def names_kind_elsewhere(question: str, said: str, near: str, document: Callable[[], str]) -> bool:
    """Whether a sentence tells of one kind of a thing, and its document names apart the kind that is asked about.

    Args:
        question: such as "occupational therapy wait"; no word has to lead the kind in.
        said: such as "The wait for speech therapy is 75 weeks."; where the thing stands alone, it may be of any kind.
        near: what it stands under and what stands before it, where the kind may be named.
        document: gives all of its text, where it counts, such as one with "We offer occupational therapy."
    """
    asked, present = frozenset(stems(question)), frozenset(stems(f"{near}\n{said}"))
    for kind, thing in pairwise(_PART.findall(searchable(question).casefold())):
        stem = stem_of(thing)
        is_thing = stem in present and stem not in _NO_THINGS and not thing.endswith("ed")
        if not is_thing or stem_of(kind) in present or not _may_tell_kind(kind):
            continue
        told = [before for before, one in pairwise(_PART.findall(f". {searchable(said)}")) if stem_of(one) == stem]
        if told and all(_may_tell_kind(one.casefold()) and stem_of(one) not in asked for one in told):
            return any(pair == (stem_of(kind), stem) for pair in pairwise(map(stem_of, _PART.findall(document()))))
    return False


def _may_tell_kind(word: str) -> bool:
    """Whether a word in lower case before a thing may tell a kind of it, as "occupational" does."""
    return bool(stem_of(word)) and word.isalpha() and word not in _NO_KINDS and word not in _EXCHANGED["deeds"]


def lacks_body(question: str, said: str, everywhere: Callable[[], str]) -> bool:
    """Whether a question asks of one body, a sentence of "the committee", and all of its document names no such one.

    Args:
        question: such as "Who leads the design committee?".
        said: the sentence, such as "Ada Moor leads the committee."
        everywhere: gives all of the document with its title, where it counts.
    """
    asked = [(kind, body) for body, kind in _kinds(question) if kind and body in _BODIES]
    told = _kinds(said) if asked else frozenset()
    asked = [(kind, body) for kind, body in asked if {kind for of, kind in told if of == body} == {""}]
    return bool(asked) and not frozenset(stems(everywhere())).issuperset(kind for kind, _ in asked)


@lru_cache(maxsize=TEXTS_KEPT)
def _kinds_asked(question: str) -> tuple[tuple[str, str], ...]:
    """What a question calls by a word before it: the stem of that, and the thing as it is written.

    Neither names nor qualities are such words, nor those before a verb: "When does the pool open?".
    """
    text, place, asked = searchable(question), 0, list[tuple[str, str]]()
    while match := _ASKED_KIND.search(text, place):
        place, kind, thing = match.start("kind") or match.start("thing"), match["kind"], match["thing"]
        is_verb = match["asking"] and not (match["after"] and stem_of(match["after"].strip()))
        is_name = match.start("kind") > 0 and kind[0].isupper() and not kind.isupper()
        if is_verb or is_name or thing.endswith("ed") or stem_of(thing) in _NO_THINGS or is_no_kind(kind):
            continue
        asked.append((stem_of(kind), thing.casefold()))
    return tuple(asked)


@lru_cache(maxsize=TEXTS_KEPT)
def _kinds_told(said: str, thing: str) -> frozenset[str]:
    """The words before a thing wherever a sentence names it, which is about it; none where one of them is no kind."""
    text, others = f"\n{searchable(said)}", set[str]()
    for match in re.finditer(
        rf"\b(?:(?P<kind>[^\W\d_]{{2,}})[ -])?{re.escape(thing.removesuffix('s'))}s?\b", text, re.I
    ):
        opening = _OPENS.search(text[max(match.start() - _OPENING, 0) : match.start()])
        is_about = opening and (opening["determiner"] or _GOES_ON.match(text, match.end()))
        if not match["kind"] or not is_about or (match["kind"][0].isupper() and opening and opening["determiner"]):
            return frozenset()
        others.add(match["kind"].casefold())
    return frozenset(others)


def is_no_kind(word: str) -> bool:
    """Whether a word before a thing is a small one, a day, or tells a quality of it, such as "annual".

    Args:
        word: itself, as it is written.
    """
    plain = word.casefold()
    is_quality = (
        plain in _NO_KINDS
        or plain in _BEFORE
        or (plain.endswith(_QUALITIES) and plain.removesuffix("s") not in _NO_QUALITIES)
    )
    return not stem_of(plain) or is_quality or _DAY.search(word.title()) is not None


def is_alike(one: str, other: str) -> bool:
    """Whether two stems may be one kind's.

    Args:
        one, other: such as the stems of "kids" and "children", or of "council" and "councillors".
    """
    is_same = one in _SAME and _SAME[one] == _SAME.get(other)
    return is_same or one == other or (len(one) >= _ALIKE and one[:_ALIKE] == other[:_ALIKE])


@lru_cache(maxsize=TEXTS_KEPT)
def _beside(text: str) -> frozenset[tuple[str, str]]:
    """The stems of words that stand side by side in a text, or with small words or one other between: kind and thing.

    The kind stands first, as in "garage rents"; where small words are between, as in "a target for the carers", either
    may be it.
    """
    found, runs = words(text), list[tuple[str, str]]()
    between = [text[one.end : other.start] for one, other in pairwise(found)]
    joined = [_BESIDE.fullmatch(gap) is not None for gap in between]
    for place, is_joined in enumerate(joined):
        if is_joined:
            first, second = found[place].stem, found[place + 1].stem
            runs += [(first, second), *([(second, first)] if between[place].strip("'’s \n-") else [])]
            if any(joined[place + 1 : place + 2]):
                runs.append((first, found[place + 2].stem))
    return frozenset((kind, thing) for kind, thing in runs if kind != thing)


@lru_cache(maxsize=TEXTS_KEPT)
def _contrasted(text: str) -> frozenset[tuple[str, int, str]]:
    """What a text names by one of a contrast: the stem of the thing, which contrast, and by which side of it."""
    written = _words(text)
    before = {
        (stem_of(noun), _BEFORE[word], word)
        for word, noun in pairwise(written)
        if word in _BEFORE and noun not in _BEFORE
    }
    alone = {("", -1 - _ALONE[stem], stem) for word in written if (stem := stem_of(word)) in _ALONE}
    return frozenset(before | alone) | _sides(text)


@lru_cache(maxsize=TEXTS_KEPT)
def _kinds(text: str) -> frozenset[tuple[str, str]]:
    """The things in a text that there are several kinds of, as stems, each with the stem of its kind; "" for none."""
    parts = ["", *_PART.findall(searchable(text).casefold())]
    return frozenset(
        (stem_of(thing), "" if kind in _NO_KINDS or kind in COUNTS or kind.isdigit() else stem_of(kind))
        for kind, thing in pairwise(parts)
        if thing in _THINGS
    )


def _words(text: str) -> list[str]:
    return [_AS_MUCH.get(word, word) for word in WRITTEN_WORD.findall(searchable(text).casefold())]
