"""Entity linking: the names in a question, and the documents that are called by them."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from rapidfuzz import fuzz, process

from corpus.language.codes import lettered
from corpus.language.kinds import Span
from corpus.language.names import CONNECTORS, bare, places_of
from corpus.language.persons.people import TITLED
from corpus.language.vocabulary import load
from corpus.language.words import stems
from index.catalogue import MOST_WORDS, Catalogue
from qa.query.intent import is_office
from qa.query.lookup import Lookup
from qa.query.periods import CALENDAR
from qa.query.tokens import ORGANISATION, SMALL_WORDS, Token, is_everyday, within_organisation

NEAREST = 3
"""So many names are offered for one that is not known."""
_NEAREST_RATIO = 60
"""A name less alike than this, of 100, is not offered."""
_NEAREST_PERSON_RATIO = 75
"""Nor is a person of whose name one word is the same, and who is less alike than this."""
_SHORT = 4
"""A word without a capital is a name only with so many letters."""

_VOCABULARY = load("questions")
_DIVIDING = frozenset[str](_VOCABULARY["names"]["dividing"])
"""Words before a place's name that make it the name of another place."""
_BY_CAPITAL = frozenset[str](_VOCABULARY["names"]["dividing_by_capital"])
"""Those of them that do so only with a capital, where capitals tell: "a new Kent officer" is of Kent."""
_BEFORE_PLACES = frozenset[str](_VOCABULARY["names"]["before_places"])
_PARTING = frozenset[str](_VOCABULARY["names"]["parting"])
"""Connectors that part two names; the others make one name of what stands before and after them."""
_UNHEEDED = CONNECTORS - _PARTING
_TITLE_CASE = SMALL_WORDS - CONNECTORS - frozenset(_VOCABULARY["capital_in_sentences"])
"""Small words that have a capital in mid-sentence only where nearly all words have one."""
_IS = frozenset({"is", "was", "are", "were"})
_OF_NATION = re.compile(r"(?<=sh|ch)m[ae]n$")
"""What makes "Frenchman" and "Frenchmen" of "French": where the documents hold one, the others are no unknown names."""


@dataclass(frozen=True, slots=True)
class Name:
    """A name in a question, and what the documents know of it.

    Attributes:
        text: the name as it is understood.
        start, end: where it stands in the question as it was typed.
        documents: how many documents are called by it, in their titles or publishers.
        known: whether it stands anywhere in the documents.
        nearest: names in the documents that come nearest to one that is not known.
    """

    text: str
    start: int
    end: int
    documents: int
    known: bool
    nearest: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Entities:
    """The names in a question, linked to documents.

    Attributes:
        names: in the order of the question.
        documents: for each name that documents are called by, and that tells some from others, those documents.
        spans: where words stand that are names or may be, one after the other.
        person: who is asked after, of a question such as "Who is Ada Moor?".
    """

    names: tuple[Name, ...]
    documents: tuple[tuple[int, ...], ...]
    spans: tuple[Span, ...]
    person: Name | None = None


def link_entities(
    tokens: Sequence[Token], taken: Sequence[Span], lookup: Lookup, kept: Collection[str] = ()
) -> Entities:
    """Find the names in a question, and the documents that are called by them.

    Args:
        tokens: of the question, corrected.
        taken: where words stand that are no names, such as times.
        lookup: what the documents hold.
        kept: words in small letters that are no names.
    """
    runs = list(_name_runs(tokens, taken, lookup))
    linked = [pair for run in runs for pair in _names(run, lookup) if not _is_kept(pair[0], kept)]
    names = [name for name, _ in linked]
    documents = tuple(dict.fromkeys(telling for _, telling in linked if telling))
    if not documents and all(name.known for name in names):
        names.extend(_names_without_capitals(tokens, lookup))
    person = _person_asked(tokens, lookup)
    if person and (not person.known or not names):
        names = [person]
    spans = tuple((run[0].start, run[-1].end) for run in runs if len(run) > 1)
    return Entities(tuple(names), documents, spans, person)


def _is_kept(name: Name, kept: Collection[str]) -> bool:
    """Whether a name is to be taken as plain words; of those of no document only an everyday short form is."""
    return name.text.casefold() in kept if name.known else is_everyday(name.text)


def _name_runs(tokens: Sequence[Token], taken: Sequence[Span], lookup: Lookup) -> Iterator[list[Token]]:
    """The longest runs of words that are names, or may be, without connectors at their ends."""
    capitals_tell = _capitals_tell(tokens)
    in_titles = _positions_in_titles(tokens, lookup)
    run: list[Token] = []
    for position, token in enumerate(tokens):
        if run and not token.is_joined:
            yield from _trimmed(run)
            run = []
        is_name = not _is_taken(token, taken) and (
            bool(token.name) or position in in_titles or _may_be_name(tokens, position, lookup, capitals_tell)
        )
        if is_name or (run and token.plain in CONNECTORS and len(run) < MOST_WORDS):
            run.append(token)
            continue
        yield from _trimmed(run)
        run = []
    yield from _trimmed(run)


def _trimmed(run: Sequence[Token]) -> Iterator[list[Token]]:
    """A run without connectors at its end, where anything is left of it."""
    last = next((position for position in reversed(range(len(run))) if run[position].plain not in CONNECTORS), -1)
    if last >= 0:
        yield list(run[: last + 1])


def _capitals_tell(tokens: Sequence[Token]) -> bool:
    """Whether capitals tell names from other words: not all words have one, nor none."""
    has_title_case = any(
        token.is_capital and len(token.text) > 1 and token.plain in _TITLE_CASE
        for token in tokens
        if not token.is_opening
    )
    return not has_title_case and any(token.text[0].islower() for token in tokens[1:])


def _is_taken(token: Token, taken: Sequence[Span]) -> bool:
    """Whether a word is of a time, or a figure."""
    return (
        any(start <= token.start < end for start, end in taken)
        or token.plain.removesuffix("s") in CALENDAR
        or token.text[0].isdigit()
    )


def _may_be_name(tokens: Sequence[Token], position: int, lookup: Lookup, capitals_tell: bool) -> bool:
    """Whether a word is a name or a part of one: by what documents are called, or by its capital."""
    token = tokens[position]
    if token.plain in SMALL_WORDS:
        return False
    if lookup.is_proper(token.plain) and lookup.tells_apart(token.plain):
        return True
    says_nothing = token.plain in _BY_CAPITAL and capitals_tell and not token.is_capital
    if token.plain in _DIVIDING and not says_nothing and _is_before_name(tokens, position, lookup):
        return True
    if not (token.is_capital or _is_before_letter(tokens, position)) or not capitals_tell:
        return False
    return not token.is_opening or lookup.is_proper(token.plain) or _opens_as_name(tokens, position, lookup)


def _is_before_name(tokens: Sequence[Token], position: int, lookup: Lookup) -> bool:
    """Whether the word after this one is a name that documents are called by."""
    following = tokens[position + 1 : position + 2]
    return any(one.is_joined and lookup.is_proper(one.plain) and lookup.tells_apart(one.plain) for one in following)


def _is_before_letter(tokens: Sequence[Token], position: int) -> bool:
    """Whether a word stands before a letter alone, as in "band D", so that the two are one name."""
    letter, *more = tokens[position + 1 : position + 3] or (tokens[position],)
    is_letter = len(letter.text) == 1 and letter.is_capital and letter.is_joined and letter.plain not in SMALL_WORDS
    return is_letter and not any(one.is_joined and one.is_capital for one in more)


def _opens_as_name(tokens: Sequence[Token], position: int, lookup: Lookup) -> bool:
    """Whether a word of no document is a name though a sentence starts with it.

    It is one by its possessive, by what follows, or as there is no sentence but keywords.
    """
    token, following = tokens[position], tokens[position + 1 : position + 2]
    is_of_place = any(one.is_joined and one.is_capital and one.plain in ORGANISATION - CONNECTORS for one in following)
    is_keywords = not any(other.plain in SMALL_WORDS for other in tokens)
    return (token.is_possessive or is_of_place or is_keywords) and not lookup.frequency(token.plain)


def _positions_in_titles(tokens: Sequence[Token], lookup: Lookup) -> set[int]:
    """The positions of words that, one after the other, are what documents are called."""
    positions: set[int] = set()
    for first in range(len(tokens)):
        for length in range(min(MOST_WORDS, len(tokens) - first), 1, -1):
            words = [token.plain for token in tokens[first : first + length]]
            if _is_title(words, lookup):
                if not any(lookup.is_common(word) for word in words if word not in CONNECTORS):
                    positions.update(range(first, first + length))
                break
    return positions


def _is_title(words: Sequence[str], lookup: Lookup) -> bool:
    """Whether documents are called by words that have no small one at either end, and one that always has a capital."""
    return (
        not {words[0], words[-1]} & (CONNECTORS | SMALL_WORDS)
        and any(lookup.is_proper(word) for word in words)
        and bool(lookup.documents(*words))
    )


def _names(run: Sequence[Token], lookup: Lookup) -> Iterator[tuple[Name, tuple[int, ...]]]:
    """The names in a run of words, each with the documents it tells from others.

    They are the longest that documents are called by, and what is left between them.
    """
    plain = [bare(token.name) if token.name else token.plain for token in run]
    left: list[int] = []
    position = 0
    while position < len(run):
        length, documents = _longest_title(plain, position, lookup)
        if length and not _is_of_another(plain, position, length, documents, lookup):
            yield from _left_over(run, plain, left, lookup)
            left = []
            span = slice(position, position + length)
            telling = () if lookup.catalogue.is_common(len(documents)) else documents
            yield _name(run[span], plain[span], documents, lookup), telling
        else:
            left.extend(range(position, position + max(length, 1)))
        position += max(length, 1)
    yield from _left_over(run, plain, left, lookup)


def _longest_title(plain: Sequence[str], position: int, lookup: Lookup) -> tuple[int, tuple[int, ...]]:
    """The longest name from a position on that documents are called by: how many words, 0 for none, and the documents.

    Where some documents are called by just this name, and others by a longer one with it inside, only the former count:
    "Somerset" is not "North East Somerset".
    """
    for length in range(min(MOST_WORDS, len(plain) - position), 0, -1):
        words = plain[position : position + length]
        ends = {words[0], words[-1]}
        if ends & CONNECTORS or (length > 1 and any(lookup.is_common(end) for end in ends)):
            continue
        documents = lookup.documents(*words)
        exact = called_just(words, documents, lookup.catalogue) if lookup.tells_apart(*words) else documents
        is_alone = bool(exact) and {*plain} <= ORGANISATION | CONNECTORS
        if documents and (is_alone or length > 1 or words[0] not in ORGANISATION | _DIVIDING):
            return length, exact or documents
    return 0, ()


def called_just(words: Sequence[str], documents: Sequence[int], catalogue: Catalogue) -> tuple[int, ...]:
    """Of documents that are called by some words, those with no other name beside these."""
    return tuple(
        document
        for document in documents
        if any({*beside, ""} <= ORGANISATION | {""} for beside in catalogue.neighbours(words, document))
    )


def _names_without_capitals(tokens: Sequence[Token], lookup: Lookup) -> Iterator[Name]:
    """In a series, for a question whose capitals tell nothing: the unknown words where a place would be named."""
    capitals = {token.is_capital for token in tokens[1:] if token.text[0].isalpha()}
    if not lookup.catalogue.is_series or len(capitals) != 1:
        return
    for before, token in pairwise(tokens):
        if (
            before.plain in _BEFORE_PLACES
            and len(token.plain) >= _SHORT
            and token.plain.isalpha()
            and token.plain not in CALENDAR | SMALL_WORDS | ORGANISATION
            and not token.name
            and not lookup.frequency(token.plain)
        ):
            yield _name([token], [token.plain], (), lookup)


def _is_of_another(plain: Sequence[str], position: int, length: int, documents: Sequence[int], lookup: Lookup) -> bool:
    """Whether words that documents are called by are part of another name here.

    So is "Wendham" in "West Wendham" where only "East Wendham" is known.
    """
    catalogue = lookup.catalogue
    if catalogue.is_common(len(documents)):
        return False
    before = next((word for word in reversed(plain[:position]) if word not in _UNHEEDED), "")
    after = next((word for word in plain[position + length :] if word not in _UNHEEDED), "")
    words = plain[position : position + length]
    beside = [pair for document in documents for pair in catalogue.neighbours(words, document)]
    befores, afters = {pair[0] for pair in beside}, {pair[1] for pair in beside}
    if before in _DIVIDING and before not in befores:
        return True
    return (_is_strange(before, lookup) and bool(befores - ORGANISATION - {""})) or (
        _is_strange(after, lookup) and bool(afters - ORGANISATION - {""})
    )


def _is_strange(word: str, lookup: Lookup) -> bool:
    """Whether a word beside a name may make another name of it."""
    return bool(word) and word not in CONNECTORS | ORGANISATION and not lookup.is_common(word)


def _left_over(
    run: Sequence[Token], plain: Sequence[str], left: Sequence[int], lookup: Lookup
) -> Iterator[tuple[Name, tuple[int, ...]]]:
    """The words between names as a name that no document is called by, without what only goes with a name.

    Where its words stand nowhere together, but "and" or a possessive parts it and some part stands there, each part is
    a name.
    """
    whole = _without_organisation(left, plain)
    if not whole:
        return

    def name(positions: Sequence[int]) -> Name:
        span = slice(positions[0], positions[-1] + 1)
        return _name(run[span], plain[span], (), lookup)

    whole_name = name(whole)
    names: list[Name] = []
    if not whole_name.known:
        parts = (_without_organisation(part, plain) for part in _parts(whole, run, plain))
        names = [name(part) for part in parts if part]
    for linked in names if any(part.known for part in names) else [whole_name]:
        yield linked, ()


def _parts(positions: Sequence[int], run: Sequence[Token], plain: Sequence[str]) -> list[list[int]]:
    """The positions of words, parted at connectors such as "and", after a possessive, and a code: "R1 of Wick"."""
    parts: list[list[int]] = [[]]
    for position in positions:
        is_parting = plain[position] in (CONNECTORS if plain[position - 1][-1:].isdigit() else _PARTING)
        if not is_parting:
            parts[-1].append(position)
        if is_parting or run[position].is_possessive:
            parts.append([])
    return parts


def _without_organisation(positions: Sequence[int], plain: Sequence[str]) -> list[int]:
    """Positions of words without those at either end that only go with a name."""
    return list(positions[within_organisation([plain[position] for position in positions])])


def _name(tokens: Sequence[Token], words: Sequence[str], documents: Sequence[int], lookup: Lookup) -> Name:
    """A name of some tokens, which are these words as names are compared, with the documents that are called by it."""
    written = [_written(token, word, bool(documents), lookup) for token, word in zip(tokens, words, strict=True)]
    text = " ".join(written)
    of_nation = ([_OF_NATION.sub(ending, word) for word in words] for ending in ("", "man", "men"))
    spellings = dict.fromkeys(map(tuple, (written, words, *of_nation)))
    known = bool(documents) or any(_stands(spelling, lookup) for spelling in spellings)
    known = known or (len(words) == 1 and any(map(lookup.is_proper, places_of(words[0])))) or _in_range(text, lookup)
    known = known or lookup.has_person_titled(text)
    nearest = () if known else nearest_names(text, lookup.catalogue) or _nearest_people(text, lookup)
    return Name(text, tokens[0].start, tokens[-1].end, len(documents), known, nearest)


def _written(token: Token, word: str, is_title: bool, lookup: Lookup) -> str:
    """A word of a name as it is understood: as it was corrected or, when documents are called so, as they write it."""
    if is_title and lookup.is_proper(word):
        return lookup.written(word)
    return (token.name or token.text).removesuffix("'s").removesuffix("’s")


def _stands(words: Sequence[str], lookup: Lookup) -> bool:
    """Whether a passage holds all words of a name.

    Those of "East Kent" stand one after the other, for "in the east of Kent" does not name it.
    """
    if bare(words[0]) in _DIVIDING:
        return lookup.first_two_adjoin(words)
    return bool(lookup.rows_with(words).size)


def _in_range(name: str, lookup: Lookup) -> bool:
    """Whether a name with a letter, such as "Grade B", is one of those that a passage names by "Grade A to C"."""
    code = lettered(name)
    if code is None:
        return False
    beside = f"{name[: code.start]} {code.noun} {name[code.end :]}".split()
    return any(code.stands_in(text) for text in lookup.texts_with(beside))


def _nearest_people(name: str, lookup: Lookup) -> tuple[str, ...]:
    """The people in the documents who share a word of a name, or have one most like it, and are written most alike."""
    if " " not in name:
        return ()
    shared = [word for word in map(bare, name.split()) if lookup.frequency(word)]
    alike = shared or [near for word in map(bare, name.split()) for near in _words_like(word, lookup)]
    known = dict.fromkeys(person for word in alike for person in lookup.people_called(word))
    return _most_alike(name, list(known), _NEAREST_PERSON_RATIO)


def _words_like(word: str, lookup: Lookup) -> list[str]:
    """The words that always have a capital and are written most like one, best first."""
    found = process.extract(word, lookup.proper.keys(), scorer=fuzz.ratio, limit=NEAREST, score_cutoff=_NEAREST_RATIO)
    return [near for near, _, _ in found]


def _person_asked(tokens: Sequence[Token], lookup: Lookup) -> Name | None:
    """Who is asked after where a question only asks who somebody is, as "Who is Ada Moor?"; an office is nobody."""
    opening = next(iter(tokens), None)
    if opening is None or opening.plain != "who":
        return None
    is_said = opening.is_possessive or (len(tokens) > 1 and tokens[1].plain in _IS)
    rest = tokens[1:] if opening.is_possessive else tokens[2:]
    own = [token for token in rest if not TITLED.match(token.text)]
    words = [bare(token.name or token.text) for token in own]
    is_name = 0 < len(own) < MOST_WORDS and not any(token.is_possessive for token in own)
    if not is_said or not is_name or is_office(" ".join(words)) or not SMALL_WORDS.isdisjoint(words):
        return None
    name = _name(own, words, lookup.documents(*words), lookup)
    people = [person for word in words if lookup.frequency(word) for person in lookup.people_called(word)]
    is_somebody = any({*stems(name.text)} <= {*stems(person)} for person in people)
    return name if is_somebody or (not name.known and _is_misspelt(words, name.nearest)) else None


def _is_misspelt(words: Sequence[str], people: Sequence[str]) -> bool:
    """Whether each word of a name is most like one of the same person."""
    return any(
        all(any(fuzz.ratio(word, bare(own)) >= _NEAREST_RATIO for own in person.split()) for word in words)
        for person in people
    )


def nearest_names(name: str, catalogue: Catalogue) -> tuple[str, ...]:
    """The names of documents that are written most alike, best first."""
    return _most_alike(name, list(catalogue.names), _NEAREST_RATIO)


def _most_alike(name: str, known: Sequence[str], least: int) -> tuple[str, ...]:
    nearest = process.extract(name, known, scorer=fuzz.ratio, processor=str.casefold, limit=NEAREST, score_cutoff=least)
    return tuple(written for written, _, _ in nearest)
