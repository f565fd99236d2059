"""Halves: a question that asks two things, or one thing of two subjects or times, as two questions."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Final

from corpus.language.across import asks_difference
from corpus.language.kinds import Span
from corpus.language.vocabulary import alternatives, load
from corpus.language.words import stems
from qa.query import Interpretation
from qa.query.coverage import Period
from qa.query.ellipses import ASKING, AUXILIARIES, LENT_VERB, PREPOSITION, WHO_DID, Pair, Told, asked_about, asks
from qa.query.entities import Name
from qa.query.measured import measured, of_two, of_which, one_way

_TABLE = load("halves")
_BETWEEN = rf"(?:,?\s*(?:{alternatives(_TABLE['between'])})\b,?)?"
_AND = r"(?:\s*[,;–—-]\s*(?:and|but|or|plus)|\s+(?:and|but|or|plus|&))"
_SECOND = re.compile(
    rf"(?<=\w){_AND}{_BETWEEN}\s+(?P<half>(?:{PREPOSITION}\s+)?{ASKING}\b(?!\s+to\s+\w).*)"
    rf"|(?<=\w)\s*,\s*and\s+(?P<other>{AUXILIARIES}\s+{alternatives(_TABLE['subjects'])}\b.*)",
    re.I | re.S,
)
_YES_NO_TWICE = re.compile(
    rf"(?P<first>(?>(?:[^?]*\w[.!](?=\s+{AUXILIARIES}\b))?)\W*{AUXILIARIES}\s+\w.*?\w)"
    rf"\s*,?\s+and\s+(?P<second>{AUXILIARIES}\s+\w\S*\s+\w.*)",
    re.I | re.S,
)
"""Two questions of yes or no, also after a story: "Is breakfast paid and is parking free?"."""
_YES_NO_SECOND = re.compile(
    rf"(?<=\w)\s*,?\s+and\s+(?P<half>{AUXILIARIES}\s+(?!\w+ed\b|{alternatives(_TABLE['no_subjects'])}\b)[\w’'-]+\s+\w.*)",
    re.I | re.S,
)
_INVERTED = re.compile(
    rf"\W*(?:{PREPOSITION}\s+)?(?!who\b|how\s+many\s+(?:are|were|have|had)\b){ASKING}(?:(?:\s+[\w’'-]+){{1,3}}?\s+(?:do|does|did)|\s+(?:{AUXILIARIES}|{LENT_VERB}))\s+(?P<rest>.*)",
    re.I | re.S,
)
"""What asks of a subject that stands after the verb, so that another verb after "and" asks anew."""
_ASKED_ON = re.compile(
    rf"^(?:(?:and|but|or|plus)\b,?\s+)?{_BETWEEN},?\s*(?=(?:{PREPOSITION}\s+)?(?:{ASKING}|{AUXILIARIES}|{LENT_VERB})\b)",
    re.I,
)
"""What only joins a second sentence to the first: "And where is it", "If so, how many"."""
_IF_SO = re.compile(rf"\W*(?:(?:and|but)\b,?\s+)?{alternatives(_TABLE['if_so'])}\b", re.I)
_RELATIVE = re.compile(rf"\b(?:that|{ASKING})\b", re.I)
_TWO_SENTENCES = re.compile(r"^(?P<first>[^?]*\w[^?]*\?)\s+(?P<second>[^?]*\w[^?]*\?)\W*$", re.S)
_ASKED_TWICE = re.compile(
    rf"(?P<before>\W*)(?P<one>{ASKING}){_AND}\s+(?P<other>(?:{PREPOSITION}\s+)?{ASKING}(?:\s+time)?)"
    rf"(?P<rest>\s+(?:{AUXILIARIES}|{LENT_VERB})\b.*)",
    re.I | re.S,
)
"""Two things asked of one deed: "When and where does the walk start?"."""
_VERB = re.compile(rf"\b{AUXILIARIES}\b", re.I)
_ENDS_ASKING = re.compile(rf"\b{ASKING}$", re.I)
_DAYS_OF_YEAR: Final = 364
_BEFORE_SECOND = rf"(?:\s+(?:{alternatives(_TABLE['before_second'])}))*"
_JOIN = re.compile(rf"\s*,?\s*(?:{alternatives(_TABLE['joins'])})\b{_BEFORE_SECOND}\s+(?:[\"“‘'])?", re.I)
_COMPARING_JOIN = re.compile(rf"\s*,?\s*\b(?:{alternatives(_TABLE['comparing_joins'])})\b\.?{_BEFORE_SECOND}\s+$", re.I)
_COMPARES = re.compile(rf"\b{alternatives(_TABLE['comparisons'])}\b", re.I)
_OPENING = re.compile(rf"^\W*{alternatives(_TABLE['openings'])}\s+", re.I)
_LEFT_OUT = re.compile(rf"\b{alternatives(_TABLE['left_out'])}\b\s*", re.I)
_COMMA = re.compile(r"\s*,\s*")
_MOST_SUBJECTS = 6
_CHOOSES = re.compile(r"\b(?:which|who|what)\s+(?:one\s+)?(?:of|out\s+of|among)\b|\bbetween\b", re.I)
"""What is asked of several together: "Which of Bury, Bolton and Wigan is best?"."""
_BETWEEN_TWO = re.compile(r"\b(?:between|from)\s+(?:(?:the|its|their)\s+)?$", re.I)
_WHICH_IS = re.compile(
    r"^\W*(?:which|who|what)\s+(?:(?:one|of them|of the two|council|area|place)\s+)?"
    r"(?:is|are|was|were|has|have|had)\s+(?:(?:the\s+)?\w+er|(?:more|less)\s+\w+|worse|the worst|the best)\b\s*",
    re.I,
)
_HOW_DIFFER = re.compile(r"\bhow\s+(?:do|does|did)\s+(?P<two>.+?)\s+(?:differ|compare)\b(?:\s+(?:in|on|for))?", re.I)
_HOW_TWO_DIFFER = re.compile(
    r"\W*how\s+(?:do|does|did)\s+(?P<one>[^?]+?)\s+and\s+(?P<other>[^?]+?)\s+(?:differ|compare)"
    r"(?:\s+(?:in|on|by|for)\s+(?:the\s+|their\s+)?(?P<what>[^?]+?))?\s*\??\s*",
    re.I,
)
_HOW_COMPARE = re.compile(
    r"\bhow\s+(?:(?:do|does|did)\s+(?P<one>[^?]+?)\s+(?:compare\s+(?:with|to|against)|differ\s+from)"
    r"|(?:is|are|was|were)\s+(?P<thing>[^?]+?)\s+different\s+(?:from|to|than))\s+(?P<other>[^?]+)",
    re.I,
)
_DIFFERENCE_IN = re.compile(
    r"(?:[^?]*?\W)?differences?\s+in\s+(?P<what>[\w’'-]+)\s+between\s+(?P<one>[^?]+?)\s+and\s+(?P<other>[^?]+)\??\s*",
    re.I,
)
_DIFFER_IN = re.compile(
    r"(?:[^?]*?\W)?differences?\s+between\s+(?P<one>[^?]+?)\s+and\s+(?P<other>[^?]+?)"
    r"\s+in\s+(?:(?:the|their)\s+)?(?P<what>(?-i:[a-z])[\w’'-]*(?:\s+[\w’'-]+)?)(?P<place>\s+(?:at|in|for)\s[^?]*)?\??\s*",
    re.I,
)
_VERSUS = re.compile(
    rf"\W*(?:(?P<before>\w[^?.,;:]*(?::|\s[–—-])\s+))?(?P<one>\w[^?.,;]*?)\s+(?:{alternatives(_TABLE['versus'])})\b\.?\s+(?P<other>\w[^?.,;]*)\??\s*",
    re.I,
)
_COMPARED = re.compile(r"(?P<one>[^?]*?\w)\s+(?P<join>and|with|to|versus|vs|or)\s+(?P<other>\w[^?]*)\??\s*$", re.I)
_LED_THING = re.compile(rf"(?P<head>\w[^?]*?)\s+(?P<led>of|{PREPOSITION})\s+(?P<thing>\w[^?]*)", re.I)
"""A thing told by another: "the fees of Bury"."""
_THOSE = re.compile(rf"(?:those|that|the\s+ones?)\s+(?=(?:of|{PREPOSITION})\b)", re.I)
_ONE = re.compile(
    rf"\b(?:(?:(?:the|an?)\s+(?P<quality>(?:(?!{PREPOSITION}\b)[\w’'-]+\s+){{0,2}}?))?ones?|(?:that|those)(?=\s))"
    rf"(?=\s+(?:of|{PREPOSITION})\b|$)",
    re.I,
)
"""What stands for a thing that was named before: "the one for a cremation", "a small one", "those at Bury"."""
_BARE_ONES = re.compile(r"(?P<quality>(?:[\w’'-]+\s+){1,4}?)ones", re.I)
_SEVERAL = re.compile(r"\w{2}s$", re.I)
_TOLD_THING = re.compile(
    rf"(?:{PREPOSITION}\s+)?(?:(?:the|an?|my|our|your)\s+)(?P<thing>(?:(?!(?:of|{PREPOSITION})\b)[\w’'-]+(?:\s+|$)){{1,4}})",
    re.I,
)
_THE, _AN = re.compile(r"(?:the|its|their)\b", re.I), re.compile(r"an?\b", re.I)
_HAS_PREPOSITION = re.compile(rf"\s{PREPOSITION}\s", re.I)
_LEAD = re.compile(r"^(?:[a-z]+\s+)+")
"""What leads to a time within its words: "by the 2022"."""
_OF_SECOND: Final = 1
"""Of the second of two times that are compared no more words may be told: "compared with the 2019 one"."""
_KEYWORDS: Final = 25
"""In a question of no more words the first half may be keywords before a comma: "holiday I can carry over, and how"."""


@dataclass(frozen=True, slots=True)
class Half:
    """One of the two things that a question asks.

    Attributes:
        label: its words, for the person who asked.
        question: what is searched for it.
        told: the words of a subject or a time that are of this half alone; "" where it is another question.
        alone: what is searched for it in the document of the other half, where nothing answers it with the subject of
            that; "" where it needs that.
        tells_first: whether what answers it answers the half before it too: it only asks how much, or when, of what
            that asks yes or no of.
        hangs: whether it is asked only if what the half before it asks is so: "and if so, when".
    """

    label: str
    question: str
    told: str = ""
    alone: str = ""
    tells_first: bool = False
    hangs: bool = False


def halves(question: str, read: Interpretation) -> tuple[Half, ...]:
    """The two things that a question asks; () where it asks one.

    Args:
        question: as it was typed, without what is only told beside it.
        read: how it was understood; offsets are those of the question.
    """
    if asks_difference(question):
        return ()
    return named_again(
        _questions(question, read)
        or tuple(
            Half(f"{_capital(asked)}?", f"{asked}?", told) for asked, told in of_which(question) or of_two(question)
        )
        or _subjects(question, read)
        or _times(question, read)
        or _compared(question)
    )


def named_again(two: tuple[Half, ...]) -> tuple[Half, ...]:
    """Halves of which the second names its thing by "one" or "that", with what the first calls it in place of that.

    As "the fee for a cremation" for "the one for a cremation", beside "the fee for a burial".

    Args:
        two: the halves; those of which none is told of a thing stay as they are.
    """
    if len(two) > 1 and (again := _BARE_ONES.fullmatch(two[1].told)) and _SEVERAL.search(two[0].told):
        thing = f"{again['quality']}{two[0].told.split()[-1]}"
        asked = two[1].question.replace(two[1].told, thing)
        return two[0], replace(two[1], question=asked, label=_capital(asked), told=thing)
    told = _TOLD_THING.match(two[0].told) if len(two) > 1 else None
    again = _ONE.search(two[1].told) if told else None
    if told is None or again is None:
        return two
    name = f"{(again['quality'] or '').strip()} {told['thing'].split()[-1]}".strip()
    thing = f"{two[1].told[: again.start()]}the {name}{two[1].told[again.end() :]}"
    asked = two[1].question.replace(two[1].told, thing)
    return two[0], replace(two[1], question=asked, label=_capital(asked), told=thing)


def _questions(question: str, read: Interpretation) -> tuple[Half, ...]:
    """Two questions, one after the other or joined by "and": "When was it inspected and how was it rated?"."""
    if two := _TWO_SENTENCES.match(question):
        spans = two.span("first"), two.span("second")
        is_told = asks(_ASKED_ON.sub("", two["second"])) or asked_about(two["first"], two["second"])
        return _full(question, read, *spans) if asks(two["first"]) and is_told else ()
    if twice := _ASKED_TWICE.fullmatch(question):
        both = (f"{_capital(twice[place])}{twice['rest']}".strip(" ?.!") + "?" for place in ("one", "other"))
        return tuple(Half(one, one) for one in both)
    if (twice := _YES_NO_TWICE.fullmatch(question)) and "?" not in twice["first"]:
        return _full(question, read, twice.span("first"), twice.span("second"))
    for match in _SECOND.finditer(question):
        first, second = (0, match.start()), match.span("half" if match["half"] else "other")
        asked, is_after_comma = question[slice(*first)], match.group().startswith((", and", "; and"))
        is_asked = asks(asked) or (is_after_comma and "." not in asked and len(question.split()) <= _KEYWORDS)
        says_much = len(stems(asked)) > 1 or (stems(asked) and _VERB.search(asked)) or WHO_DID.fullmatch(asked)
        if is_asked and says_much and not _ENDS_ASKING.search(asked):
            return _full(question, read, first, second)
    return _with_yes_no(question, read)


def _with_yes_no(question: str, read: Interpretation) -> tuple[Half, ...]:
    """A question with one of yes or no after it: "When may I use a hose, and are sprinklers allowed?"."""
    match = _YES_NO_SECOND.search(question)
    inverted = _INVERTED.fullmatch(question, 0, match.start()) if match else None
    if not match or not inverted or _RELATIVE.search(inverted["rest"]):
        return ()
    return _full(question, read, (0, match.start()), match.span("half"))


def _full(question: str, read: Interpretation, first: Span, second: Span) -> tuple[Half, ...]:
    """Two halves of a question, each with what it needs of the other to be asked by itself."""
    one, other = (question[slice(*span)].strip(" ,;.?!–—-\n") for span in (first, second))
    about = asked_about(one, other)
    label = _capital(_ASKED_ON.sub("", other))
    other = about or _ASKED_ON.sub("", other)
    words: tuple[Name | Period, ...] = (*read.names, *read.periods)
    own, others = (
        [_told(question[word.start : word.end], word) for word in words if _within(word, span)]
        for span in (first, second)
    )
    pair = Pair(one, other, own, others, bool(about))
    filled = pair.filled_after_story()
    is_lent = not own and not filled and not pair.is_parallel
    lent = " ".join(word.text for word in others if word.is_name) if is_lent else ""
    first_asked = pair.first_in_full()
    whole = Half(
        f"{_capital(one)}?", f"{lent}: {first_asked}?" if lent else f"{first_asked}?", filled.told[0] if filled else ""
    )
    lead = pair.lead()
    asked, told = (filled.asked, filled.told[1]) if filled else (f"{lead}: {other}" if lead else _capital(other), "")
    alone = f"{_capital(other)}?" if not filled and pair.is_telling else ""
    is_of_yes_no = pair.is_of_yes_no
    hangs = is_of_yes_no or _IF_SO.match(question, first[1]) is not None
    return whole, Half(f"{label}?", f"{asked}?", told, alone, is_of_yes_no, hangs)


def _told(typed: str, word: Name | Period) -> Told:
    """A name or a time as it was typed, and of a whole year that was told without it, the year."""
    if isinstance(word, Name):
        return Told(typed, True, typed)
    first, last = word.first, word.last
    is_year = first and last and first.year == last.year and (last - first).days >= _DAYS_OF_YEAR
    return Told(typed, False, str(first.year) if first and is_year and str(first.year) not in typed else typed)


def _within(word: Name | Period, span: Span) -> bool:
    return span[0] <= word.start and word.end <= span[1]


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _subjects(question: str, read: Interpretation) -> tuple[Half, ...]:
    """One question of two subjects by name: "How many nurses are there in Bury and in Bolton?"."""
    compares = _COMPARES.search(question) or _WHICH_IS.search(question)
    names = sorted(read.names, key=lambda name: name.start)
    if several := _listed(question, names):
        span = several[0].start, several[-1].end
        is_each = len(several) <= _MOST_SUBJECTS and not _CHOOSES.search(question)
        return tuple(_of_one(question, span, name.text) for name in several) if is_each else ()
    for one, other in pairwise(names):
        between = question[one.end : other.start]
        if not one.known or not other.known or one.text == other.text:
            continue
        if beside := _COMPARING_JOIN.search(between):
            after = f"{between[: beside.start()]}{question[other.end :]}"
            return tuple(_asked(f"{question[: one.start]}{name.text}{after}", name.text) for name in (one, other))
        if _JOIN.fullmatch(between) and (compares or (one.documents and other.documents)):
            return tuple(_of_one(question, (one.start, other.end), name.text) for name in (one, other))
    return ()


def _listed(question: str, names: Sequence[Name]) -> Sequence[Name]:
    """Three names and more, all of documents, that a question lists, as in "Bury, Bolton and Wigan"; () for none."""
    for first in range(len(names)):
        last = first + 1
        while last < len(names) and _COMMA.fullmatch(question[names[last - 1].end : names[last].start]):
            last += 1
        if last < len(names) and _JOIN.fullmatch(question[names[last - 1].end : names[last].start]):
            listed = names[first : last + 1]
            if len(listed) == len({name.text for name in listed}) > 2 and all(name.documents for name in listed):
                return listed
    return ()


def _times(question: str, read: Interpretation) -> tuple[Half, ...]:
    """One question of two times: "How many staff were there in 2019 and in 2021?"."""
    for one, other in pairwise(read.periods):
        between = _without_common(question[one.end : other.start], question[other.end :])
        is_range = _BETWEEN_TWO.search(question, 0, one.start)
        if is_range and not _COMPARES.search(question):
            continue
        if one.text != other.text and (_JOIN.fullmatch(between) or _COMPARING_JOIN.match(between) or is_range):
            start = is_range.start() if is_range else one.start
            texts = (f"in {word.text}" if is_range else word.text for word in (one, other))
            return tuple(_of_one(question, (start, other.end), text) for text in texts)
        between = question[one.end : other.start]
        is_brief = len(question[other.end :].split()) <= _OF_SECOND
        if one.text != other.text and is_brief and (join := _COMPARING_JOIN.search(between)):
            told = between[: join.start()]
            times = (one.text, "".join(_LEAD.findall(one.text)) + _LEAD.sub("", other.text))
            return tuple(_asked(f"{question[: one.start]}{time}{told}", time) for time in times)
    return ()


def _without_common(between: str, after: str) -> str:
    """What stands between two times without the word that follows both: "the 2019 election and the 2020 election"."""
    word = re.match(r"\s+(\w+)", between)
    return between[word.end() :] if word and re.match(rf"\s+{re.escape(word[1])}\b", after, re.I) else between


def _of_one(question: str, both: Span, word: str) -> Half:
    """A question of two with one of them in their place."""
    return _asked(f"{question[: both[0]]}{word}{question[both[1] :]}", word.removeprefix("in "))


def _asked(question: str, told: str) -> Half:
    """A question of one subject or time without the words that compare it with another."""
    asked = _HOW_DIFFER.sub(lambda match: match["two"], one_way(question))
    asked = asked.replace(f"between {told}", f"at {told}") if _OPENING.match(asked) is None else asked
    asked = measured(_LEFT_OUT.sub("", _WHICH_IS.sub("", _OPENING.sub("", asked))).strip(" ?.,")) + "?"
    return Half(_capital(asked), asked, told)


def _compared(question: str) -> tuple[Half, ...]:
    """Two things that are no names, and are said to be compared: "the difference between a warning and a notice"."""
    place = ""
    if match := _HOW_COMPARE.search(question):
        pair = match["one"] or match["thing"], match["other"]
        before = question[: match.start()]
    elif match := _DIFFERENCE_IN.fullmatch(question):
        pair, before = (match["one"], match["other"]), f"{match['what']} of "
    elif match := _DIFFER_IN.fullmatch(question):
        place = (match["place"] or "").rstrip(" ?.")
        pair, before = (f"{match['one']}{place}", f"{match['other']}{place}"), f"{match['what']} of "
    elif match := _HOW_TWO_DIFFER.fullmatch(question):
        pair, before = (match["one"], match["other"]), f"{match['what']} of " if match["what"] else ""
    elif opening := _OPENING.match(question):
        match = _COMPARED.fullmatch(question, opening.end())
        if match is None or len(list(_joins(question[opening.end() :]))) != 1:
            return ()
        pair, before = (match["one"], match["other"]), ""
    elif (match := _VERSUS.fullmatch(question)) and not asks(question):
        pair, before = (match["one"], match["other"]), match["before"] or ""
    else:
        return ()
    things = _each_in_full(*(told.strip(" ?.") for told in pair))
    asked = (f"{before}{thing}" if before else _as_asked(thing) for thing in things)
    return tuple(
        Half(_capital(f"{before}{thing}?"), f"{one}?", thing.removesuffix(place))
        for one, thing in zip(asked, things, strict=True)
    )


def _each_in_full(one: str, other: str) -> list[str]:
    """Two things that are compared, the second with what the first says of both: "the fees of A and B".

    "Those" of the second stand for what the first tells before its preposition.
    """
    led = _LED_THING.fullmatch(one)
    if led and (those := _THOSE.match(other)):
        return [one, f"{led['head']} {other[those.end() :]}"]
    other = re.sub(rf"^{led['led']}\s+", "", other, flags=re.I) if led else other
    alike = led and not _THE.match(other) and bool(_AN.match(other)) == bool(_AN.match(led["thing"]))
    if led and alike and not _HAS_PREPOSITION.search(other):
        return [one, f"{led['head']} {led['led']} {other}"]
    return [one, other]


def _as_asked(thing: str) -> str:
    """A thing as a question: one word alone asks nothing."""
    return thing if len(thing.split()) > 1 else f"what is {thing}"


def _joins(text: str) -> Iterator[re.Match[str]]:
    return re.finditer(r"\b(?:and|with|to|versus|vs|or)\b", text, re.I)
