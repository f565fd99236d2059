"""Counted: which number of a sentence a question asks for."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from corpus.language.amounts.numbers import asks_how_long, says_without_number
from corpus.language.amounts.quantities import Quantity, is_change, quantities
from corpus.language.amounts.requested import is_granted
from corpus.language.amounts.votes import not_of_other_sides, side_asked, votes_for
from corpus.language.context import before
from corpus.language.kinds import QUESTIONS_KEPT, PlacedValue, Span, Value
from corpus.language.nearness import nearest, of_numbers
from corpus.language.times.altering import is_replaced
from corpus.language.vocabulary import CURRENCY_SIGNS, alternatives, load
from corpus.language.words import Word, stem_of, words

_TABLE, _VALUES, _UNITS, _NUMBERS = load("counts"), load("values"), load("units"), load("numbers")
_PERCENT = rf"(?:%|{alternatives(_NUMBERS['percent'])})"
_PART = alternatives([*_NUMBERS["parts"], *(f"{part}s" for part in _NUMBERS["parts"])])
_SHARED = alternatives(_NUMBERS["joined"]["shares"])
_LENGTHS = alternatives([*_UNITS["length"], "m"])
_GIVEN = {
    "share": rf"{_PERCENT}|\b{_PART}\b|\d/\d|[{''.join(_NUMBERS['signs'])}]|\w\s+{_SHARED}\s+\w",
    "money": rf"[{CURRENCY_SIGNS}]|\b{alternatives(_UNITS['money'])}\b|\dp$",
    "time": rf"{alternatives([*_UNITS['time'], *_NUMBERS['spells']])}$|\b{alternatives(_NUMBERS['spells'])}s?\s+and\b",
    "length": rf"{_LENGTHS}$|{_LENGTHS}\s+\d",
    "temperature": rf"[°º℃℉]|\b{alternatives([*_UNITS['temperature'], 'degrees'])}$",
    "mass": rf"{alternatives(_UNITS['mass'])}$",
    "count": rf"^(?![{CURRENCY_SIGNS}])(?!.*{_PERCENT}$)",
}
_UNLESS = {"count": rf"(?!\s+{alternatives(_VALUES['not_counted'])}\b)"}
_WANTED: tuple[tuple[re.Pattern[str], re.Pattern[str]], ...] = tuple(
    (re.compile(rf"\b{alternatives(asked)}\b{_UNLESS.get(wanted, '')}", re.I), re.compile(_GIVEN[wanted], re.I))
    for wanted, asked in _VALUES["asked"].items()
)
"""What words of a question the numbers that answer it look like."""
_BY = re.compile(r"\d+(?:\.\d+)?\s?[x×]\s?(?=\d)", re.I)
"""All but the last of lengths that are multiplied: "40 x 20 x" of "40 x 20 x 25 cm"."""
_COUNT, _MONEY = (re.compile(_GIVEN[form], re.I) for form in ("count", "money"))
_KIND_WORDS = re.compile(rf"\b{alternatives(_VALUES['kind_words'])}\b", re.I)
_ASKS = re.compile(rf"\b{alternatives(_TABLE['asks'])}\s+", re.I)
_HOW = re.compile(r"\b(?:how|what|which)\b", re.I)
_SURELY = {form: re.compile(rf"\b{alternatives(asked)}\b", re.I) for form, asked in _VALUES["surely"].items()}
_ASKS_MONEY, _SHARE = re.compile(r"\bhow much money\b", re.I), re.compile(_GIVEN["share"], re.I)
_MEASURES = {form: re.compile(_GIVEN[form], re.I) for form in _SURELY}
_HOW_LARGE, _SIDES = (
    [re.compile(rf"\b{before}{alternatives(words)}\b", re.I) for words in _UNITS["ways"][name]]
    for name, before in (("asked", r"how\s+"), ("told", ""))
)
_AFTER_NOUN = frozenset[str](_TABLE["after_noun"])
_PEOPLE = frozenset[str](_UNITS["people"])
_PEOPLE_STEMS = frozenset(map(stem_of, _PEOPLE))
_EXISTS = re.compile(rf"\b{alternatives(_TABLE['exists'])}\b|\b{alternatives(_TABLE['owning'])}\W*$", re.I)
_QUESTION_WORD = re.compile(r"[\w'’-]+|[^\w\s]")
_NOUN_WORDS = 5
_FEW = 2
"""Between a number and the name of what it counts stands one word at most: "thirty more plaques"."""
_DETERMINERS = alternatives(_TABLE["determiners"])
_OF = re.compile(rf"(?:\s+\w+)?\s+{alternatives(_TABLE['of'])}\s+(?:{_DETERMINERS}\s+){{0,2}}(?:[a-z'’-]+\s+)?", re.I)
_NONE_OF = re.compile(
    rf"\b{alternatives(_TABLE['none'])}\s+of\s+(?:(?P<pronoun>{alternatives(_TABLE['pronouns'])}\b)|(?=(?:{_DETERMINERS}|[\w'’-]+)\s))",
    re.I,
)
_NONE = re.compile(
    rf"\b(?:{alternatives(_TABLE['none'])}\b(?!\s+of\b)|{alternatives(_TABLE['nil'])}(?=\s*(?:[.,;|)\n]|$)))", re.I
)
_NO_ONE = re.compile(rf"\b{alternatives(_TABLE['no_one'])}\b", re.I)
_EARLIER = re.compile(rf"\b{alternatives(_TABLE['earlier'])}\b", re.I)
_NO = re.compile(rf"\b{alternatives(_TABLE['no'])}\s+(?!{alternatives(_TABLE['no_nought'])}\b)(?=[a-z])", re.I)
_THERE = re.compile(rf"\b{alternatives(_TABLE['there_before'])}\s+$", re.I)
_PER_TIME = re.compile(rf"\s*\b{alternatives(_TABLE['per'])}\s+(?P<unit>{alternatives(_UNITS['time'])})\b", re.I)
_SIZE_OF = re.compile(rf"\b(?P<noun>\w{{1,40}})\s+(?:of|with)\s+{alternatives(_TABLE['bounds'])}\s+$", re.I)
_SIDE_BY_SIDE = re.compile(r"\b([a-z'’-]{3,}s)(?=,?\s+(?:and|or)\s+(?:[a-z'’-]+\s+)?([a-z'’-]{3,}s)\b)")
_ONE_GROUP = frozenset(map(stem_of, _TABLE["one_group"]))
_FEW_BEFORE = 3
"""What a number counts is called by one of so many words after it: "four serious injuries"."""
_PRICED = re.compile(rf"\b{alternatives(_TABLE['priced'])}\b", re.I)
_BY_NUMBER = re.compile(rf"\b{alternatives(_TABLE['told_by_number'])}\b", re.I)
_ROUND = frozenset((2, 3, 4, 5, 6, 8, 10, 20, 50, 100, 1000))
"""What shares are told of; "12 out of 14" tells of fourteen things."""


@dataclass(frozen=True, slots=True)
class _Count:
    """What a question counts.

    Attributes:
        is_asked: whether it asks how many or how much.
        noun: the stems of what is counted, in order, such as those of "Conservative councillors".
        others: the stems of its other words that tell something.
        of_all: whether it asks how many there are in all.
        side: of a vote that it asks about.
    """

    is_asked: bool
    noun: tuple[str, ...]
    others: frozenset[str]
    of_all: bool
    side: str | None


@lru_cache(maxsize=QUESTIONS_KEPT)
def _wanted(question: str) -> re.Pattern[str] | None:
    """What the numbers look like that a question wants; None where it does not tell."""
    main = _main(question)
    return next((given for asked, given in _WANTED if asked.search(main)), None)


def _main(question: str) -> str:
    """What asks in a question: what follows a colon, as in "the hall's cost: how long is it open?", or all of it."""
    asking = question.rpartition(":")[2]
    return asking if _HOW.search(asking) else question


def asks_count(question: str) -> bool:
    """Whether a question asks how many there are of things."""
    return _wanted(question) == _COUNT


def says_count(text: str) -> bool:
    """Whether a text has a number that is no sum of money, or a word such as "none" that counts without one."""
    counts = (one for one in quantities(text) if not _MONEY.search(text[one.start : one.end]))
    return any(True for _ in counts) or says_without_number(text)


def counts_none(question: str, sentence: str) -> bool:
    """Whether a sentence says that there was none of what a question counts."""
    found = number_answer(sentence, question)
    return found is not None and found[2].normalized == "0"


@lru_cache(maxsize=1024)
def _counted(question: str) -> _Count:
    asks = _ASKS.search(question)
    noun = _noun(question[asks.end() :]) if asks else []
    telling = frozenset(word.stem for word in words(_KIND_WORDS.sub(" ", question)))
    of_noun = tuple(stem for word in noun if (stem := stem_of(word)))
    return _Count(
        asks is not None,
        of_noun,
        telling.difference(of_noun),
        _EXISTS.search(question) is not None,
        side_asked(question),
    )


def _noun(rest: str) -> list[str]:
    """The words of what is counted: up to the last of the first plurals, or to a small word."""
    noun: list[str] = []
    for word in _QUESTION_WORD.findall(rest)[:_NOUN_WORDS]:
        is_plural = _is_plural(word)
        if word.casefold() in _AFTER_NOUN or not word[0].isalpha() or (noun and _is_plural(noun[-1]) and not is_plural):
            break
        noun.append(word)
    plural = [place for place, word in enumerate(noun) if _is_plural(word)]
    return noun[: plural[-1] + 1] if plural else noun[:1]


def _is_plural(word: str) -> bool:
    plain = word.casefold()
    return plain in _PEOPLE or (plain.endswith("s") and not plain.endswith(("ss", "ous", "'s", "’s")))


def number_answer(sentence: str, question: str, liked: Callable[[Span], float] | None = None) -> PlacedValue | None:
    """The number in a sentence that a question asks for.

    Numbers of the wanted form come first, such as percentages for "what proportion", and numbers that stand in the
    question never answer. Of a whole and its part, as in "nine of the 21", the whole answers only a question for how
    many there are in all; "none" counts nought of what is asked after; votes are told by their sides. Of the rest the
    one that stands nearest to the question's words answers, each word with the number it belongs to; or the one that a
    reader likes much more, unless what tells the counted apart belongs to the nearest.

    Args:
        sentence: the words that are quoted.
        question: as it was asked.
        liked: how likely a reader thinks that the answer begins or ends in a span; None where none has read.

    Returns:
        Where the number stands, and what it is; None where no number answers.
    """
    asked = _counted(question)
    found = [value for quantity in quantities(sentence) for value in _values(quantity, sentence, asked)]
    if asked.side:
        if voted := votes_for(asked.side, sentence, found):
            return voted
        found = not_of_other_sides(asked.side, sentence, found)
    matched = _matched(sentence, question)
    nought = next(_noughts(sentence, asked, matched, found), None)
    if nought:
        found = sorted([nought, *(value for value in found if value[0] >= nought[1] or value[1] <= nought[0])])
    reaches, left_out = _parts_of_wholes(sentence, asked, found)
    left_out |= _changed(sentence, question, found)
    known = {quantity.normalized for quantity in quantities(question)}
    wanted = [value for value in _of_wanted_form(found, question) if value[:2] not in left_out]
    answering = _for_time_asked(sentence, question, [value for value in wanted if value[2].normalized not in known])
    answering = [value for value in answering if is_granted(question, sentence, value[0])] or answering
    if not answering:
        return None
    spans = [reaches.get(value[:2], value[:2]) for value in wanted]
    around = of_numbers(sentence, spans, [value[:2] for value in found], matched, asked.noun)

    def nearness(value: PlacedValue) -> float:
        return around.nearness(reaches.get(value[:2], value[:2]))

    best = nearest(answering, nearness, None)
    assert around.belonging is not None, "they are numbers"
    owned = around.belonging.owned_by(reaches.get(best[:2], best[:2]))
    return nearest(answering, nearness, None if owned.intersection(asked.noun[:-1]) else liked)


def _for_time_asked(sentence: str, question: str, values: list[PlacedValue]) -> list[PlacedValue]:
    """The amounts for the length of time that a question names, where others are for another: "for a day" of "an hour".

    All where it names none, or none is for that.
    """
    asked = _times_asked(question)
    told = [_PER_TIME.match(sentence, value[1]) for value in values]
    own = [value for value, time in zip(values, told, strict=True) if time and time["unit"].casefold() in asked]
    return own or values


def is_for_another_time(question: str, text: str, end: int) -> bool:
    """Whether an amount that ends at an offset of a text is for another length of time than a question names."""
    asked, told = _times_asked(question), _PER_TIME.match(text, end)
    return bool(asked) and told is not None and told["unit"].casefold() not in asked


def _times_asked(question: str) -> set[str]:
    return {match["unit"].casefold() for match in _PER_TIME.finditer(question)}


def is_of_form(question: str, number: str) -> bool:
    """Whether a number as it is written has the form that a question wants: a sum of money for "What does it cost?"."""
    given = _wanted(question)
    return given is None or given.search(number) is not None


def measures_otherwise(question: str, said: str) -> bool:
    """Whether a question asks for money, or how deep something is, and words measure only something else, such as time.

    Numbers that measure nothing, as in the cell of a table, may be what is asked for; "How long do I have to pay the
    rent?" and "How heavy may a bag be in the lower fare?" ask for no money.
    """
    if _ASKS_MONEY.search(question) and all(_SHARE.search(said[one.start : one.end]) for one in quantities(said)):
        return _SHARE.search(said) is not None
    main = _main(question)
    forms_asked = [form for form, asked in _SURELY.items() if asked.search(main)]
    wanted = None if asks_how_long(main) or not forms_asked else forms_asked[-1]
    if wanted is None or says_without_number(said):
        return False
    said = _BY.sub("", said)
    forms = [_measured(said[quantity.start : quantity.end]) for quantity in quantities(said)]
    return bool(forms) and all(form is not None and form != wanted for form in forms)


def words_of_side(question: str) -> tuple[str, ...]:
    """The words that tell what a question asks by "how heavy" or the like: "weight", "weighs"; () where it does not."""
    place = next((place for place, asking in enumerate(_HOW_LARGE) if asking.search(question)), None)
    return () if place is None else tuple(_UNITS["ways"]["told"][place])


def measures_another_side(question: str, said: str) -> bool:
    """Whether a question asks how wide something is, say, and what is said measures how long or high alone.

    Args:
        question: such as "How wide may a bag be?".
        said: such as "No bag may be longer than a metre."
    """
    asked = next((place for place, asking in enumerate(_HOW_LARGE) if asking.search(question)), None)
    told = [place for place, side in enumerate(_SIDES) if side.search(said)]
    return (
        asked is not None
        and bool(told)
        and asked not in told
        and not any(_SIDES[place].search(question) for place in told)
    )


def is_size_of_counted(question: str, sentence: str, start: int) -> bool:
    """Whether a number tells how large the things are that a question counts: "Teams of more than ten" for teams.

    Args:
        question: such as "How many teams have a coach?".
        sentence: in which the number stands.
        start: where it begins.
    """
    noun = _counted(question).noun
    size = _SIZE_OF.search(sentence, 0, start)
    return bool(noun) and size is not None and stem_of(size["noun"]) == noun[-1]


def is_of_counted_beside(question: str, sentence: str, end: int) -> bool:
    """Whether a number counts what stands beside the things that a question counts: "Hens and rabbits, up to six hens".

    "Up to three cats or dogs" counts both.

    Args:
        question: such as "How many rabbits may I keep?".
        sentence: in which the number stands.
        end: where it ends.
    """
    noun = _counted(question).noun
    counted = next(filter(_is_plural, re.findall(r"[\w'’-]+", sentence[end : end + 40])[:2]), "").casefold()
    if not noun or not counted or stem_of(counted) == noun[-1]:
        return False
    pairs = [match for match in _SIDE_BY_SIDE.finditer(sentence.casefold()) if noun[-1] in map(stem_of, match.groups())]
    counts_both = any(not sentence[end : match.start()].strip() for match in pairs if match.start() >= end)
    return not counts_both and any(counted in match.groups() for match in pairs)


def counts_another(question: str, sentence: str, end: int, above: str, document: Callable[[], str]) -> bool:
    """Whether a number counts others than a question does, which their document names beside those: falls for deaths.

    Args:
        question: such as "How many deaths were reported late?".
        sentence: in which the number stands, such as "17 falls were reported late.", and not what the question counts.
        end: where it ends.
        above: what the sentence stands under.
        document: gives all of its text, such as one with "Deaths and serious falls are reported each week."
    """
    noun = _counted(question).noun
    told = re.findall(r"[\w'’-]+", sentence[end : end + 60].partition(".")[0])[:_FEW_BEFORE]
    counted = stem_of(next(filter(_is_plural, told), "").casefold())
    if not noun or not counted or noun[-1] in {word.stem for word in words(f"{above}\n{sentence}")}:
        return False
    pair = {noun[-1], counted}
    if len(pair) == 1 or not pair.isdisjoint(_PEOPLE_STEMS | _ONE_GROUP):
        return False
    return any(pair == set(map(stem_of, match.groups())) for match in _SIDE_BY_SIDE.finditer(document().casefold()))


def is_count_for_sum(question: str, sentence: str, value: Span) -> bool:
    """Whether a question asks what something costs and a number counts it, or for a number and it is a sum of money.

    Args:
        question: such as "How much is a locker?" and "new lockers number".
        sentence: such as "There are sixty lockers."
        value: where the number stands in it.
    """
    number, main = sentence[slice(*value)], _main(question)
    asks_money = _PRICED.search(main) is not None or _SURELY["money"].search(main) is not None
    if _MONEY.search(number):
        return _BY_NUMBER.search(main) is not None and not asks_money and _wanted(main) != _MONEY
    counted = next(filter(_is_plural, re.findall(r"[\w'’-]+", sentence[value[1] : value[1] + 40])[:_FEW]), "")
    asked = {word.stem for word in words(question)}
    return asks_money and bool(counted) and _measured(number) is None and stem_of(counted) in asked


def _measured(quantity: str) -> str | None:
    return next((form for form, given in _MEASURES.items() if given.search(quantity)), None)


def _values(quantity: Quantity, sentence: str, asked: _Count) -> list[PlacedValue]:
    """A quantity as a value, or its parts where it tells of how many things, or of none of those asked for."""
    counts_things = quantity.form == "share" and asked.is_asked and int(quantity.parts[1].normalized) not in _ROUND
    is_whole = quantity.form == "none" and _asks_whole(sentence, asked, (quantity.parts[0].start, quantity.end))
    made = quantity.parts if counts_things or is_whole else (quantity,)
    return [(part.start, part.end, Value("number", sentence[part.start : part.end], part.normalized)) for part in made]


def _of_wanted_form(values: list[PlacedValue], question: str) -> list[PlacedValue]:
    """The numbers of the form that a question wants, such as percentages; all where none is; money counts nothing."""
    given = _wanted(question)
    if given == _COUNT:
        values = [value for value in values if not _MONEY.search(value[2].text)]
    return [value for value in values if given and given.search(value[2].text)] or values


def _matched(sentence: str, question: str) -> list[Word]:
    """The words of a sentence that a question has too, without those that say what kind of answer is wanted."""
    telling = {word.stem for word in words(_KIND_WORDS.sub(" ", question))}
    return [word for word in words(sentence) if word.stem in telling]


def _parts_of_wholes(sentence: str, asked: _Count, found: Sequence[PlacedValue]) -> tuple[dict[Span, Span], set[Span]]:
    """For parts of wholes, as in "nine of the 21 homes", the part with the words up to it; and what is left out."""
    reaches: dict[Span, Span] = {}
    left_out: set[Span] = set()
    for one, other in pairwise(found):
        if not asked.is_asked or not _OF.fullmatch(sentence, one[1], other[0]):
            continue
        if not one[2].normalized.isdigit() or not other[2].normalized.isdigit():
            continue
        if int(one[2].normalized) > int(other[2].normalized):
            continue
        if _asks_whole(sentence, asked, other[:2]):
            left_out.add(one[:2])
        else:
            left_out.add(other[:2])
            reaches[one[:2]] = one[0], other[1]
    return reaches, left_out


def _changed(sentence: str, question: str, found: Sequence[PlacedValue]) -> set[Span]:
    """Of numbers that changed, as in "rose from 12 to 18", those that are not asked for: the earlier, or the later.

    So of "every 20 minutes in place of every 30" the second, but where what was earlier is asked for.
    """
    changes = [(one[:2], other[:2]) for one, other in pairwise(found) if is_change(sentence, one[:2], other[:2])]
    asks_earlier = bool(_EARLIER.search(question))
    replaced = set() if asks_earlier else {one[:2] for one in found if is_replaced(sentence, one[:2])}
    return {pair[asks_earlier] for pair in changes} | (replaced if len(replaced) < len(found) else set())


def _asks_whole(sentence: str, asked: _Count, whole: Span) -> bool:
    """Whether a question asks how many there are in all of what a number counts."""
    if not asked.is_asked or (asked.others and not asked.of_all):
        return False
    named = {word.stem for word in words(sentence[whole[0] : whole[1] + 60])}
    return named.issuperset(asked.noun)


def _noughts(
    sentence: str, asked: _Count, matched: Sequence[Word], found: Sequence[PlacedValue]
) -> Iterator[PlacedValue]:
    """Where a sentence says that there was none of what a question counts."""
    if not asked.is_asked or not asked.noun:
        return
    is_told = not asked.others or any(word.stem in asked.others for word in matched)
    for match in _NONE_OF.finditer(sentence):
        end = match.end() if match["pronoun"] else _noun_end(sentence, match.end(), asked.noun[-1], _NOUN_WORDS)
        if end and not any(match.start() <= start < end for start, _, _ in found):
            yield _nought(sentence, match.start(), end)
    for match in _NO.finditer(sentence):
        end = _noun_end(sentence, match.end(), asked.noun[-1], 3)
        if end and (before(_THERE, sentence, match.start()) if not asked.others else is_told or not found):
            yield _nought(sentence, match.start(), end)
    of_people = asked.side is not None or asked.noun[-1] in _PEOPLE_STEMS
    for match in (*_NONE.finditer(sentence), *(_NO_ONE.finditer(sentence) if of_people else ())):
        if is_told or not found:
            yield _nought(sentence, *match.span())


def _noun_end(sentence: str, start: int, head: str, most: int) -> int | None:
    """Where a word ends that is one of the next few; None where it is none of these."""
    following = [word for word in words(sentence[start : start + 80]) if word.stem == head]
    if not following or len(sentence[start : start + following[0].start].split()) >= most:
        return None
    return start + following[0].end


def _nought(sentence: str, start: int, end: int) -> PlacedValue:
    return start, end, Value("number", sentence[start:end], "0")
