"""Acronyms: short forms in a question whose long form alone stands in the documents, and the other way round.

So is a feast with a day of its own taken for that day, "Christmas Eve" for "24 December", and a place that is said in
short for the one that documents are called by, "Wilts" for "Wiltshire".
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache

from corpus.language.codes import written_out
from corpus.language.folding import searchable
from corpus.language.names import CONNECTORS, bare, bare_words
from corpus.language.short_forms import asks_meaning
from corpus.language.times.periods import FEAST_DAYS
from corpus.language.vocabulary import alternatives, load
from corpus.language.words import stems
from index.snapshot import Snapshot
from qa.memo import once_a_snapshot
from qa.query.lookup import Lookup
from qa.query.spelling import Correction
from qa.query.tokens import SMALL_WORDS, Token, within_organisation

_SHORT_FORM = re.compile(r"([A-Z]{2,8})(?:s|'s|’s|S|'S|’S)?")
"""A word in capitals, with what makes a plural or possessive of it."""
_PASSAGES_READ = 50
"""So many passages at most are read to see how words stand in them."""
_SPELLING_READ = 200
"""And so many to see which names a short form spells."""
_AMPERSAND_WORDS = 3
_LEAST_LETTERS = 3
"""A short form of fewer letters spells too many names."""
_SHORT_PLURAL = 4
"""A word of so many letters with an s may be the plural of another: "hams"."""
_LOWER_END = r"[\w'’-]*[a-z]"
_BETWEEN = rf"(?:\s+{alternatives(load('names')['connectors'])})*\s+"
_TABLE = load("acronyms")
_LONG_FORMS: Mapping[str, Sequence[str]] = _TABLE["long_forms"]
_STREETS: Mapping[str, str] = _TABLE["streets"]
_COUNTIES: Mapping[str, str] = _TABLE["counties"]["otherwise"]
_COMPASS: Mapping[str, str] = _TABLE["compass"]
_COUNTY_END: str = _TABLE["counties"]["end"]


def expand(
    tokens: Sequence[Token], lookup: Lookup, is_word: Callable[[str], bool], kept: Collection[str] = ()
) -> tuple[list[Token], tuple[Correction, ...]]:
    """Take short forms for the long forms that the documents have instead, and long ones for the short.

    A question for what a short form means is left as it is.

    Args:
        tokens: of the question.
        lookup: what the documents hold.
        is_word: whether a word in small letters is surely right.
        kept: words in small letters that are left as they are.

    Returns:
        The tokens, with those of what was taken for another in place of its own, and what was, in order.
    """
    if asks_meaning(" ".join(token.plain for token in tokens)):
        return list(tokens), ()
    changed: list[Token] = []
    corrections: list[Correction] = []
    position = 0
    while position < len(tokens):
        length, meant = _ampersand_form(tokens, position, lookup)
        if not meant:
            length, meant = 1, _long_form(tokens[position], _capitals_tell(tokens), lookup)
            meant = meant or _street(tokens, position, lookup) or _county(tokens[position], lookup, is_word)
            meant = meant or _compass(tokens, position, lookup, is_word)
        if not meant:
            length, meant = _short_form(tokens, position, lookup)
        if not meant:
            length, meant = _feast_day(tokens, position, lookup)
        own = tokens[position : position + max(length, 1)]
        if meant and _typed(own).casefold() not in kept:
            corrections.append(_correction(own, meant))
            changed.extend(_tokens_of(meant, own))
        else:
            changed.extend(own)
        position += len(own)
    return changed, tuple(corrections)


def _capitals_tell(tokens: Sequence[Token]) -> bool:
    """Whether a word in capitals is told by them: not all words are."""
    return any(token.text[0].islower() for token in tokens)


def _correction(own: Sequence[Token], meant: str) -> Correction:
    return Correction(_typed(own), own[0].start, own[-1].end, meant)


def _typed(own: Sequence[Token]) -> str:
    return " ".join(token.text for token in own)


def _tokens_of(meant: str, own: Sequence[Token]) -> Iterator[Token]:
    """The words of what some tokens were taken for, each where these stand."""
    for place, word in enumerate(meant.split()):
        is_first = place == 0
        yield replace(
            own[0],
            text=word.strip(","),
            plain=bare(word.strip(",")),
            end=own[-1].end,
            is_joined=own[0].is_joined if is_first else True,
            is_opening=own[0].is_opening and is_first,
            name="",
        )


def _long_form(token: Token, capitals_tell: bool, lookup: Lookup) -> str:
    """The long form that the documents have for a word that is a short form none of them has; "" for none.

    Of several, such as "PAs" where they have "PA", it is the one.
    """
    numbered = written_out(token.text)
    if numbered and not lookup.frequency(token.plain) and stands_together(numbered, lookup):
        return numbered
    match = _SHORT_FORM.fullmatch(token.text) if token.text.isupper() or token.text[:2].isupper() else None
    if match and capitals_tell and (name := _named_by_letters(match[1], lookup)):
        return name
    plain = match[1].casefold() if match else token.plain
    if match and not lookup.frequency(token.plain) and _stands_short(plain, lookup, in_capitals=True):
        return match[1]
    forms = _LONG_FORMS.get(plain, ())
    if not forms or (token.plain in SMALL_WORDS and not (match and capitals_tell)):
        return ""
    if _stands_short(plain, lookup, in_capitals=match is not None and capitals_tell):
        return ""
    return _listed_form(plain, lookup)


def _ampersand_form(tokens: Sequence[Token], position: int, lookup: Lookup) -> tuple[int, str]:
    """The long form that the documents have for letters with "&" between them, and how many words these are."""
    own = tokens[position : position + _AMPERSAND_WORDS]
    if len(own) < _AMPERSAND_WORDS or own[1].text != "&" or own[2].start - own[0].end > len(own[1].text):
        return 0, ""
    short = f"{own[0].plain}&{own[2].plain}"
    known = next((form for form in (short, short.removesuffix("s")) if form in _LONG_FORMS), "")
    if not known or _stands_written(known, lookup, [own[0].plain, own[2].plain]):
        return 0, ""
    return _AMPERSAND_WORDS, _listed_form(known, lookup)


def _stands_written(short: str, lookup: Lookup, words: Sequence[str]) -> bool:
    """Whether letters with "&" between them stand so in the documents."""
    rows = lookup.rows_with(list(words))[:_PASSAGES_READ].tolist()
    return any(short in searchable(passage.text).casefold() for passage in lookup.snapshot.passages(rows))


def _street(tokens: Sequence[Token], position: int, lookup: Lookup) -> str:
    """What "st" and the like stand for after a name that the documents have with the word in full; "" for nothing."""
    token = tokens[position]
    word = _STREETS.get(token.text.casefold(), "")
    if not word or not position or not token.is_joined:
        return ""
    before = tokens[position - 1].plain
    if before in SMALL_WORDS:
        return ""
    is_full = stands_together(f"{before} {word}", lookup) and not stands_together(f"{before} {token.plain}", lookup)
    return word if is_full else ""


def _county(token: Token, lookup: Lookup, is_word: Callable[[str], bool]) -> str:
    """The county by which documents are called, for what is said in its place, as "Herts" is; "" for none or several.

    A word in small letters that the documents have or that is one, such as "beds", "chess" or "hams", is itself.
    """
    short = token.plain
    begins = short[:-1] if short.endswith("s") and len(short) > _LEAST_LETTERS else ""
    if not (begins or short in _COUNTIES) or lookup.documents(short):
        return ""
    named = [word for word in lookup.proper if begins and word.startswith(begins) and word.endswith(_COUNTY_END)]
    called = [word for word in (*named, _COUNTIES.get(short, "")) if word and lookup.tells_apart(word)]
    is_name = token.text.istitle() and not token.is_opening
    return lookup.written(called[0]) if len(called) == 1 and (is_name or not _is_said(short, lookup, is_word)) else ""


def _is_said(word: str, lookup: Lookup, is_word: Callable[[str], bool]) -> bool:
    """Whether a word in small letters is one: documents have it, or it or what it is many of is surely right."""
    is_written = lookup.frequency(word) > 0 and not lookup.is_proper(word)
    return is_written or is_word(word) or (len(word) == _SHORT_PLURAL and is_word(word[:-1]))


def _compass(tokens: Sequence[Token], position: int, lookup: Lookup, is_word: Callable[[str], bool]) -> str:
    """What "N" and the like stand for before a name that documents are called by; "" for nothing, as in "U.S. Bank".

    After a word of its own, as in "band E Wick", it does so only where documents are called by both.
    """
    before = tokens[position - 1].plain if position else ""
    direction = "" if len(before) == 1 else _COMPASS.get(tokens[position].text.casefold(), "")
    following = tokens[position + 1 : position + 2] if direction else ()
    names = (bare(_county(token, lookup, is_word) or token.text) for token in following if token.is_joined)
    known = [name for name in names if lookup.is_proper(name) and lookup.tells_apart(name)]
    is_free = not before or before in SMALL_WORDS
    return direction.title() if any(is_free or lookup.documents(direction, name) for name in known) else ""


def _named_by_letters(short: str, lookup: Lookup) -> str:
    """The name of documents that letters spell with the kind of body beside it, as "RBKC" does; "" for none.

    No document is called by the letters, which may stand in some behind the name in full, as texts write them.
    """
    letters = short.casefold()
    if len(letters) <= _LEAST_LETTERS or lookup.documents(letters):
        return ""
    bodies = [
        name
        for name, initials in _initialled(lookup.snapshot)
        if 1 < len(initials) < len(letters) and initials in letters
    ]
    whole = _own_words(_spelt(short, lookup)) if bodies else []
    own = [name for name in bodies if whole == _own_words(name)]
    return own[0] if len(own) == 1 and lookup.tells_apart(*bare_words(own[0])) else ""


@once_a_snapshot
def _initialled(snapshot: Snapshot) -> tuple[tuple[str, str], ...]:
    """The names that documents are called by, each with the letters that its words begin with."""
    return tuple(
        (name, "".join(word[0] for word in bare_words(name) if word not in CONNECTORS))
        for name in snapshot.catalogue.names
    )


def _own_words(name: str) -> list[str]:
    """The words of a name but for those at its beginning and end that say what kind of body it is."""
    words = bare_words(name)
    return words[within_organisation(words)]


def long_form(short: str, lookup: Lookup) -> str:
    """What a word stands for in the documents; "" where they hold nothing of the kind.

    It is the first of its long forms that they hold; of a word of which none is known, the name that it spells.
    """
    match = _SHORT_FORM.fullmatch(short)
    plain = (match[1] if match else short).casefold()
    if plain in _LONG_FORMS:
        return _listed_form(plain, lookup)
    return _spelt(match[1], lookup) if match else ""


def _listed_form(plain: str, lookup: Lookup) -> str:
    return next((form for form in _LONG_FORMS.get(plain, ()) if stands_together(form, lookup)), "")


def _spelt(short: str, lookup: Lookup) -> str:
    """The name that the documents have most, of words with capitals that begin with the letters of a short form."""
    if len(short) < _LEAST_LETTERS:
        return ""
    words = (letter + _LOWER_END for letter in short)
    name = re.compile(rf"\b{_BETWEEN.join(words)}\b")
    rows = lookup.snapshot.lexical_index.rows_spelling(short.casefold())[:_SPELLING_READ].tolist()
    found = Counter(
        " ".join(match[0].split())
        for passage in lookup.snapshot.passages(rows)
        for match in name.finditer(searchable(passage.text))
    )
    return next((form for form, _ in found.most_common(1)), "")


def _stands_short(plain: str, lookup: Lookup, *, in_capitals: bool) -> bool:
    """Whether a short form stands in the documents; where its capitals tell, only in capitals."""
    if not in_capitals and plain not in SMALL_WORDS and lookup.frequency(plain):
        return True
    lexical = lookup.snapshot.lexical_index
    rows = [row for stem in stems(plain) for row in lexical.rows(stem)[:_PASSAGES_READ].tolist()]
    texts = [f"{passage.heading} {passage.text}" for passage in lookup.snapshot.passages(rows)]
    titles = [lookup.catalogue.metadata[index].title for index in lookup.documents(plain)]
    written = re.compile(rf"\b{plain.upper()}(?:s|['’]s)?\b")
    return any(written.search(searchable(text)) for text in (*titles, *texts))


def stands_together(form: str, lookup: Lookup) -> bool:
    """Whether the words of a long form stand one after the other in a document, in any inflection."""
    words = bare_words(form)
    if lookup.documents(*words):
        return True
    wanted = f" {' '.join(stems(form))} "
    rows = lookup.rows_with(words)[:_PASSAGES_READ].tolist()
    return any(wanted in f" {' '.join(stems(passage.text))} " for passage in lookup.snapshot.passages(rows))


def _short_form(tokens: Sequence[Token], position: int, lookup: Lookup) -> tuple[int, str]:
    """The short form that the documents have for the words from a position on, and how many words these are."""
    own = tuple(stems(tokens[position].text)[:1])
    for stem, length, form, short in _by_first_stem().get(own[0], ()) if own else ():
        here = tokens[position : position + length]
        if len(here) < length or stems(" ".join(token.text for token in here)) != list(stem):
            continue
        if _stands_short(short, lookup, in_capitals=True) and not stands_together(form, lookup):
            return length, short.upper()
    return 0, ""


def _feast_day(tokens: Sequence[Token], position: int, lookup: Lookup) -> tuple[int, str]:
    """The day that the documents have for a feast that none of them names, and how many words that has."""
    for name, day in FEAST_DAYS.items():
        wanted = stems(name)
        here = tokens[position : position + len(name.split())]
        if stems(" ".join(token.text for token in here)) == wanted and not stands_together(name, lookup):
            return (len(here), day) if stands_together(day, lookup) else (0, "")
    return 0, ""


@cache
def _by_first_stem() -> dict[str, list[tuple[tuple[str, ...], int, str, str]]]:
    """The long forms by the first of their stems, the longest first: stems, words, itself and its short form."""
    by_stem: dict[str, list[tuple[tuple[str, ...], int, str, str]]] = {}
    for short, forms in _LONG_FORMS.items():
        for form in forms:
            of_form = tuple(stems(form))
            by_stem.setdefault(of_form[0], []).append((of_form, len(bare_words(form)), form, short))
    return {stem: sorted(known, key=lambda one: -one[1]) for stem, known in by_stem.items()}
