"""Names of people in a text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from corpus.language.context import before
from corpus.language.kinds import Span
from corpus.language.vocabulary import alternatives, first_of, languages, load
from corpus.language.words import stems

_LATIN = [*map(chr, (*range(0xC0, 0x250), *range(0x1E00, 0x1F00)))]
_UPPER = "A-Z" + "".join(filter(str.isupper, _LATIN))
_LOWER = "a-z" + "".join(letter for letter in _LATIN if letter.isalpha() and not letter.isupper()) + "\u0300-\u036f"
_NAME_WORD = (
    rf"(?:(?:[{_UPPER}]['’]|Mc|Mac)?[{_UPPER}][{_LOWER}]+(?:['’](?!s\b)[{_LOWER}]+)?(?:[-‐‑][{_UPPER}]?[{_LOWER}]+)*)"
)
_TABLE = load("people")
_TITLE = rf"{alternatives(_TABLE['titles'])}\b\.?"
_PARTICLE = alternatives(_TABLE["particles"])
_INITIALS = rf"(?:[{_UPPER}]\.(?:[ -]?[{_UPPER}]\.)*|[{_UPPER}]{{1,2}}(?=\s+[{_UPPER}][{_LOWER}]))"
_EPITHET = rf"(?:the\s+{alternatives(_TABLE['epithets'])}|[IVX]{{1,5}}\b)"
_NAME = re.compile(
    rf"(?=[{_UPPER}])(?<![\w.'’-])(?:{_TITLE}\s+)*(?:{_NAME_WORD}|{_INITIALS})"
    rf"(?:(?:[ \t]++(?:[^\S \t][ \t]*+)?|[^\S \t][ \t]*+)(?:{_PARTICLE}\s+|(?:al|el)-)?"
    rf"(?:{_NAME_WORD}|{_INITIALS}|{_EPITHET})){{0,6}}(?![\w])"
)
_NAME_PART = re.compile(rf"{_TITLE}(?=\s)|{_NAME_WORD}|{_INITIALS}|[IVX]{{1,5}}\b|the\s+\w+")
TITLED = re.compile(rf"(?:{_TITLE})\Z")
_ALIKE_TITLES = [frozenset(map(str.casefold, alike)) for alike in _TABLE["alike_titles"]]
_BETWEEN_NAMES = frozenset[str](_TABLE["between_names"])
"""Words that end a name, and begin another: small words, offices, days and months."""
_FIRST, _LAST = (frozenset[str](_TABLE[name]) for name in ("also_first", "also_last"))
_NAME_GOES_ON = re.compile(rf"[ \t]+[{_UPPER}]")
_NOT_NAMED_SO = re.compile(rf"[ \t]+(?:\d|[{_UPPER}])")
_ORGANISATIONS = frozenset[str](_TABLE["organisations"])
"""Words of the names of bodies, places and things; beside one of these no two capitalised words are a person."""
_ARTICLES = frozenset(word for code in languages("questions") for word in load("questions", code).get("articles", ()))
"""Words of other languages that open no name."""
_NOT_OF_PEOPLE = (_ORGANISATIONS | _BETWEEN_NAMES) - _FIRST - _LAST
_THING = tuple[str, ...](_TABLE["thing_endings"])
_CALLING = re.compile(
    rf"(?:{'|'.join('.' * least + ending for ending, least in _TABLE['calling_endings'].items())})s?$"
)
_NUMERAL = re.compile("[IVX]+")
_IN_OFFICE = re.compile(
    rf"(?i:\b{alternatives(_TABLE['labels'])}):\s+"
    rf"(?P<name>{_NAME_WORD}(?: (?!(?i:{alternatives(_TABLE['single'])})\b){_NAME_WORD}){{1,3}})"
)
"""After the name of an office and a colon any two words with capitals are a person, though one names a place too, and
though "Her Majesty's Inspector" follows."""
_OF_SEVERAL = re.compile(rf"\b{alternatives(_TABLE['titles_of_several'])}\b\.?:?\s+")
_ONE_OF_SEVERAL = re.compile(
    rf"(?P<name>(?:{_INITIALS}\s+)*{_NAME_WORD}(?: {_NAME_WORD})*)(?:\s+\([^()\n]{{1,60}}\))?"
    r"(?P<more>\s*[,;&]\s*(?:and\s+)?|\s+and\s+)?"
)
_BODIES = frozenset[str](_TABLE["bodies"])
_CAPITALISED = rf"[{_UPPER}][\w'’&.-]*[\w]"
_BODY = re.compile(
    rf"(?:(?P<opening>(?:^|[.;:!?]\s+)(?:The\s+)?)|(?<=\b){alternatives(_TABLE['before_bodies'])}\s+)"
    rf"(?P<name>(?!The\b){_CAPITALISED}(?:\s+(?:{alternatives(_TABLE['inside_bodies'])}\s+)?{_CAPITALISED})+)"
    r"(?(opening)(?=\s+[a-z]))"
)
_SOMEBODY = re.compile(rf"\b{alternatives(_TABLE['pronouns'])}\b", re.I)
_OF_ONE = re.compile(rf"\b{alternatives(_TABLE['single'])}\b", re.I)
_ARTICLE = re.compile(r"\bthe\s+$", re.I)
_BODY_DOES = re.compile(rf"{first_of('who')}[^?]*\b{alternatives(_TABLE['bodies_do'])}\b", re.I)


def names(text: str) -> Iterator[Span]:
    """Spans that read like the name of a person: two words or more, a title with one, or one in a list after that."""
    told = [match.span("name") for match in _IN_OFFICE.finditer(text)] if ":" in text else []
    told += _listed(text)
    yield from told
    for span in _unlabelled_names(text):
        if not any(span[0] < end and start < span[1] for start, end in told):
            yield span


def _listed(text: str) -> list[Span]:
    """The names in lists that begin with a title of several: of "Cllrs Moor (Chair), A Reed" both; none of one alone.

    There "A" is an initial, and no article.
    """
    found = list[Span]()
    for lead in _OF_SEVERAL.finditer(text):
        one, listed = _ONE_OF_SEVERAL.match(text, lead.end()), list[Span]()
        while one and _NOT_OF_PEOPLE.isdisjoint(one["name"].casefold().removeprefix("a ").split()):
            listed.append(one.span("name"))
            one = _ONE_OF_SEVERAL.match(text, one.end()) if one["more"] else None
        found += listed if len(listed) > 1 else []
    return found


def bodies(text: str, question: str) -> Iterator[Span]:
    """Spans that read like the name of a body that does something, where a question may be answered by one.

    Args:
        text: a sentence.
        question: such as "Who runs the pension scheme?".
    """
    if _BODY_DOES.search(question):
        for match in _BODY.finditer(text):
            if not _BODIES.isdisjoint(match["name"].casefold().split()):
                yield match.span("name")


def _unlabelled_names(text: str) -> Iterator[Span]:
    for match in _NAME.finditer(text):
        run: list[Span] = []
        for part in _NAME_PART.finditer(text, match.start(), match.end()):
            word = part.group().casefold()
            if len(run) > 1 and "\n" in text[run[-1][1] : part.start()]:
                yield from _person(run, text)
                run = []
            if TITLED.match(part.group()):
                yield from _person(run, text)
                run = [part.span()]
            elif len(run) == 1 and TITLED.match(text[slice(*run[0])]) and _by_ending(word):
                run.append(part.span())
            elif word in _ORGANISATIONS or word.endswith(_THING) or (word in _ARTICLES and not run):
                run = []
            elif _is_between(word, run, part, text) or _CALLING.search(word):
                yield from _person(run, text)
                run = []
            else:
                run.append(part.span())
        yield from _person(run, text)


def _is_between(word: str, run: Sequence[Span], part: re.Match[str], text: str) -> bool:
    """Whether a word is none of a name, as "May" is not in "In May 2021", but is in "Will May"."""
    if word not in _BETWEEN_NAMES or (word == "a" and run):
        return False
    so_far = [one for one in run if not TITLED.match(text[slice(*one)])]
    is_first = word in _FIRST and not so_far and _NAME_GOES_ON.match(text, part.end())
    is_last = word in _LAST and run and len(so_far) < 2 and not _NOT_NAMED_SO.match(text, part.end())
    return not (is_first or is_last)


def _by_ending(word: str) -> bool:
    """Whether only its ending makes a word one of a calling or a thing: after a title "Lindqvist" is no artist."""
    known = word in _ORGANISATIONS or word in _BETWEEN_NAMES or word in _ARTICLES
    return not known and (word.endswith(_THING) or _CALLING.search(word) is not None)


def _person(run: Sequence[Span], text: str) -> Iterator[Span]:
    """A run of a name's parts as one person; nothing where they are too few or too many, or end with initials."""
    if 2 <= len(run) <= 5 and (text[run[-1][1] - 1].islower() or _NUMERAL.fullmatch(text, *run[-1])):
        yield run[0][0], run[-1][1]


def leaves_out_person(question: str, sentence: str, around: str) -> bool:
    """Whether a question asks about somebody by name, and a sentence tells of no one who may be meant.

    Args:
        question: such as "When did Councillor Moor leave?".
        sentence: such as "The meeting closed at nine."; one with "she" may mean who is asked about.
        around: what it stands under and beside, where a part of the name may stand.
    """
    asked = [own_words(question[slice(*span)]) for span in names(question) if not _is_thing(question, span)]
    if not any(asked) or _SOMEBODY.search(sentence):
        return False
    said = frozenset(stems(f"{around}\n{sentence}"))
    return all(said.isdisjoint(own) for own in asked if own)


def _is_thing(text: str, span: Span) -> bool:
    """Whether "the" stands right before a name without a title: what is called so is nobody, as "the Tin Whistle"."""
    return before(_ARTICLE, text, span[0]) and not TITLED.match(text[slice(*span)].partition(" ")[0])


def is_of_one_not_named(question: str, sentence: str, before: str) -> bool:
    """Whether a sentence tells of "him" or "her", and nothing before it names whom a question asks about.

    Args:
        question: such as "What did Ada Moor train as?".
        sentence: such as "She trained as a baker." or "The judge gave him ten months."
        before: all that stands before the sentence, and the title and headings that it stands under; where these name
            nobody, the one who is meant may stand in what goes before.
    """
    asked = [own_words(question[slice(*span)]) for span in names(question)]
    if not any(asked) or not _OF_ONE.search(sentence):
        return False
    known = frozenset(stems(f"{before}\n{sentence}"))
    return any(names(before)) and all(known.isdisjoint(own) for own in asked if own)


def are_alike_titles(one: str, other: str) -> bool:
    """Whether one title may be written for another: "Professor" for "Prof"; a full stop and case count for nothing."""
    pair = {one.rstrip(".").casefold(), other.rstrip(".").casefold()}
    return len(pair) == 1 or any(pair <= alike for alike in _ALIKE_TITLES)


def untitled(name: str) -> list[str]:
    """The words of a name, without titles."""
    return [word for word in name.split() if not TITLED.fullmatch(word)]


def own_words(name: str) -> frozenset[str]:
    """The stems of the words of a name, without titles."""
    return frozenset(stems(" ".join(untitled(name))))
