"""Spelling correction: words that stand in no document, and the words of the documents that they are slips of."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from string import ascii_lowercase

from rapidfuzz.distance import OSA

from corpus.language.folding import searchable
from corpus.language.names import bare
from corpus.language.vocabulary import alternatives, load
from corpus.language.words import stems
from index.seams import FIELDS
from qa.query.lookup import Lookup, frequency
from qa.query.periods import CALENDAR
from qa.query.tokens import ORGANISATION, SMALL_WORDS, Token

_VOCABULARY = load("questions")["spelling"]
_ALIKE: tuple[str, ...] = tuple(_VOCABULARY["alike"])
_PREFIXES: tuple[str, ...] = tuple(_VOCABULARY["prefixes"])
_SHORT = 4
"""In a word of so many letters no slip is seen but two letters swapped; in a shorter one none at all."""
_LONG = 8
"""In a word of so many letters any letter may be another by a slip; a shorter one is then often another name."""
_TWO_SLIPS = 10
"""A name of so many letters may be typed with two slips."""
_ORDINARY = 6
"""Too many right words are near an ordinary word of fewer letters: it is a slip of none but a common one,"""
_BRIEF = 3
"""and of none at all where it has fewer than so many; in one of so many only a swap is seen."""
_SMALL = 6
"""A word of no more letters may be a slip of one that asks, or of another small word."""
_COMMON = 3
"""In so many passages stands a common word, twice as often as any other that may be meant."""
_PASSAGES_READ = 50
"""So many passages at most are read to see how a word is written in them."""
_ASKING = frozenset(word for asking in load("halves")["asking"] for word in asking.split())
_OPENERS = frozenset(asking.split()[0] for asking in load("halves")["asking"])
_AUXILIARIES = frozenset[str](load("halves")["auxiliaries"])
_INFLECTIONS = tuple(re.compile(rf"{ending}$") for ending in _VOCABULARY["inflections"])
_OTHER_SPELLING = re.compile(_VOCABULARY["other_spelling"]["written"])
_APART = re.compile(r"([^\W\d_]+)(\d+)")
"""A word and a number that may be written apart, as "COVID19" and "COVID-19"."""
_OF_COUNTRY = re.compile(rf"{alternatives(_VOCABULARY['of_country'])}$")
"""An ending that makes of a country's name what is of it."""


@dataclass(frozen=True, slots=True)
class Correction:
    """A misspelt word, and the word of the documents it was taken for.

    Attributes:
        text: the word as it was typed.
        start, end: where it stands in the question as it was typed.
        mended: the word it was taken for.
    """

    text: str
    start: int
    end: int
    mended: str


def correct(
    tokens: Sequence[Token], lookup: Lookup, is_word: Callable[[str], bool], kept: Collection[str] = ()
) -> tuple[list[Token], tuple[Correction, ...]]:
    """Take misspelt words for those of the documents that they are slips of.

    Args:
        tokens: of the question.
        lookup: what the documents hold.
        is_word: whether a word in small letters is surely right; where all are, only names are corrected.
        kept: words in small letters that are left as they are.

    Returns:
        The tokens, with what was corrected, and the corrections in the order of the question.
    """

    def wanted(corrections: Iterator[Correction]) -> dict[int, Correction]:
        return {one.start: one for one in corrections if one.text.casefold() not in kept}

    names = wanted(_name_corrections(tokens, lookup, is_word))
    words = wanted(_word_corrections(tokens, names, lookup, is_word))
    changed = [
        replace(token, name=names[token.start].mended)
        if token.start in names
        else replace(token, text=words[token.start].mended, plain=bare(words[token.start].mended))
        if token.start in words
        else token
        for token in tokens
    ]
    return changed, tuple(sorted((*names.values(), *words.values()), key=lambda correction: correction.start))


def corrected(question: str, corrections: Sequence[Correction]) -> str:
    """A question with its corrections, which are in order, made."""
    for correction in reversed(corrections):
        question = question[: correction.start] + correction.mended + question[correction.end :]
    return question


def _correction(token: Token, meant: str) -> Correction:
    return Correction(token.text, token.start, token.end, meant)


def _possessive(word: str, token: Token) -> str:
    return f"{word}'s" if token.is_possessive else word


def _name_corrections(tokens: Sequence[Token], lookup: Lookup, is_word: Callable[[str], bool]) -> Iterator[Correction]:
    """For each word that stands in no document the name that it is a slip from, if there is one."""
    for position, token in enumerate(tokens):
        if (
            len(token.plain) < _SHORT
            or lookup.is_proper(token.plain)
            or token.plain in SMALL_WORDS
            or (lookup.frequency(token.plain) and not _is_doubled_in_a_name(token.plain, lookup))
        ):
            continue
        if meant := _written_apart(token, lookup) or _nearest_name(tokens, position, lookup, is_word):
            yield _correction(token, meant)


def _is_doubled_in_a_name(plain: str, lookup: Lookup) -> bool:
    """Whether a word is, but for a last letter that is doubled in one of them, a name of the same stem."""
    other = plain[:-1] if plain[-1:] == plain[-2:-1] else f"{plain}{plain[-1:]}"
    return lookup.is_proper(other) and stems(other) == stems(plain)


def _written_apart(token: Token, lookup: Lookup) -> str:
    """A word and a number that the documents write apart; "" for anything else."""
    parts = _APART.fullmatch(token.text) if token.is_capital else None
    return " ".join(parts.groups()) if parts and lookup.rows_with(parts.groups()).size else ""


def _nearest_name(tokens: Sequence[Token], position: int, lookup: Lookup, is_word: Callable[[str], bool]) -> str:
    """The name, as it is written, that a word is a slip from; "" for none.

    For a word without a capital it is only a name that documents are called by.
    """
    token = tokens[position]
    typed = token.plain
    if not typed.isalpha():
        return ""
    most = 1 if len(typed) < _TWO_SLIPS else 2
    near = sorted(
        (OSA.distance(typed, word, score_cutoff=most), not lookup.documents(word), -times, word, written)
        for word, (written, times) in lookup.proper.items()
        if word[0] == typed[0]
        and abs(len(word) - len(typed)) <= most
        and (token.text.isupper() or not written.isupper())
        and (token.is_capital or lookup.documents(word))
    )
    for distance, _, _, word, written in near:
        is_another_word = distance > 1 and not token.is_capital and is_word(typed)
        if distance > most or is_another_word or not _is_slip(token, word, is_word):
            continue
        if _fits(word, tokens, position, lookup):
            return _possessive(written, token)
    return ""


def _is_slip(token: Token, word: str, is_word: Callable[[str], bool]) -> bool:
    """Whether a word may be a slip of another near to it, and is no inflection of it nor, likely, another word."""
    typed = token.plain
    if len(typed) == _SHORT:
        return token.text.istitle() and sorted(typed) == sorted(word)
    if _without_ending(typed) == _without_ending(word):
        return False
    differing = [{one, other} for one, other in zip(typed, word, strict=False) if one != other]
    if len(typed) == len(word) < _LONG and len(differing) == 1:
        is_name = token.is_capital or not is_word(typed)
        return is_name and any(differing[0] <= set(alike) for alike in _ALIKE)
    return True


def _without_ending(word: str) -> str:
    """A word without an ending that makes of a country's name what is of it."""
    return _OF_COUNTRY.sub("", word)


def _fits(word: str, tokens: Sequence[Token], position: int, lookup: Lookup) -> bool:
    """Whether the documents hold a corrected word beside the capitalised words next to it in the question."""

    def beside(other: int) -> list[str]:
        if not 0 <= other < len(tokens) or not tokens[max(position, other)].is_joined or tokens[other].is_opening:
            return []
        is_capital = tokens[position].is_capital and tokens[other].is_capital
        return [tokens[other].plain] if is_capital and tokens[other].plain not in ORGANISATION else []

    name = [*beside(position - 1), word, *beside(position + 1)]
    return len(name) == 1 or bool(lookup.documents(*name)) or bool(lookup.rows_with(name).size)


def _word_corrections(
    tokens: Sequence[Token], names: Collection[int], lookup: Lookup, is_word: Callable[[str], bool]
) -> Iterator[Correction]:
    """For each word that may be wrong the commonest word of the documents that it is a slip from.

    Args:
        tokens: of the question.
        names: where the words start that are corrected to names.
        lookup: what the documents hold.
        is_word: whether a word is surely right.
    """
    capitals_tell = any(token.text[0].islower() for token in tokens)
    for position, token in enumerate(tokens):
        if token.start in names:
            continue
        meant = _opener_meant(tokens, position, lookup)
        least = _LONG if capitals_tell and token.is_capital and not token.is_opening else _BRIEF
        if not meant and _may_be_wrong(token.plain, least, lookup, is_word):
            meant = _small_meant(token) or _commonest_meant(token.plain, least, lookup, is_word)
        if meant:
            yield _correction(token, _possessive(_written_as(token, meant, lookup), token))


def _may_be_wrong(plain: str, least: int, lookup: Lookup, is_word: Callable[[str], bool]) -> bool:
    """Whether a word of enough letters stands in no document and is not surely right."""
    return (
        len(plain) >= (least if least == _BRIEF else least - 1)
        and plain.isascii()
        and plain.isalpha()
        and plain not in SMALL_WORDS | CALENDAR
        and bool(stems(plain))
        and not lookup.frequency(plain)
        and not any(is_word(base) for base in (*_bases(plain), *_unused_spellings(plain, lookup)))
    )


def _unused_spellings(plain: str, lookup: Lookup) -> Iterator[str]:
    """The other spellings of a word, where the documents have none of them."""
    return (other for other in other_spellings(plain) if not lookup.frequency(other))


def other_spellings(plain: str) -> tuple[str, ...]:
    """A word as the other side of the Atlantic spells it: "analyze" for "analyse"."""
    other = _OTHER_SPELLING.sub(_VOCABULARY["other_spelling"]["other"], plain)
    return (other,) if other != plain else ()


def _opener_meant(tokens: Sequence[Token], position: int, lookup: Lookup) -> str:
    """The word that opens a question of which the first word is a slip, even where that is a word; "" for none.

    As in "Wat is the fee?".
    """
    token, following = tokens[position], tokens[position + 1 : position + 2]
    opens = token.is_opening and len(token.plain) >= _BRIEF and any(one.plain in _AUXILIARIES for one in following)
    if not opens or token.plain in SMALL_WORDS or lookup.frequency(token.plain):
        return ""
    found = sorted(_OPENERS.intersection(_meant_by(token.plain)))
    return found[0] if len(found) == 1 else ""


def _small_meant(token: Token) -> str:
    """The word that asks, or else the small one with its letters swapped, that a word is a slip of; "" for none."""
    plain = token.plain
    if len(plain) > _SMALL or not (token.text.islower() or token.is_opening):
        return ""
    meant = [word for word in _meant_by(plain) if len(word) >= _BRIEF]
    swapped = [word for word in meant if sorted(word) == sorted(plain)]
    asking, small = (list(words.intersection(near)) for words, near in ((_ASKING, meant), (SMALL_WORDS, swapped)))
    found = asking or small
    return found[0] if len(found) == 1 else ""


def _commonest_meant(plain: str, least: int, lookup: Lookup, is_word: Callable[[str], bool]) -> str:
    """The commonest word of the documents, of enough letters, that a word is a slip from; "" for none."""
    in_passages = {
        word: frequency(lookup.snapshot, word)
        for word in sorted(_meant_by(plain))
        if len(word) >= (_LONG if lookup.is_proper(word) and not _is_swapped_word(plain, word, is_word) else least)
    }
    often = {
        word: count * _share_written(word, lookup)
        for word, count in in_passages.items()
        if count and _without_ending(word) != _without_ending(plain)
    }
    if len(plain) < _ORDINARY - 1:
        brief = len(plain) == _BRIEF
        likely = {word: count for word, count in in_passages.items() if not brief or _is_swapped(plain, word)}
        return _common_meant(likely, is_word)
    return max(
        (word for word in often if often[word] or is_word(word)),
        key=lambda word: (often[word], in_passages[word]),
        default="",
    )


def _is_swapped(plain: str, word: str) -> bool:
    """Whether a word is no inflection and has just the letters of another, in another order."""
    return sorted(word) == sorted(plain) and stems(word) == [word]


def _is_swapped_word(plain: str, word: str, is_word: Callable[[str], bool]) -> bool:
    """Whether a word, as "chief" in a title, is an ordinary one too, and another has its letters in another order."""
    return is_word(word) and _is_swapped(plain, word)


def _common_meant(in_passages: Mapping[str, int], is_word: Callable[[str], bool]) -> str:
    """The word that a short one is a slip from: a common one, by far commoner than any of another stem; "" for none."""
    words = sorted(filter(is_word, in_passages), key=lambda word: -in_passages[word])
    if not words:
        return ""
    rival = next((word for word in words if stems(word) != stems(words[0])), "")
    return words[0] if in_passages[words[0]] >= max(_COMMON, 2 * in_passages.get(rival, 0)) else ""


def _written_as(token: Token, word: str, lookup: Lookup) -> str:
    """A word with capitals as the token has them, or as the documents write it."""
    if token.text.isupper():
        return word.upper()
    return word.title() if token.is_capital else lookup.written(word)


def _bases(word: str) -> set[str]:
    """A word, and what it may be an inflection of; a plural also of a word of three letters."""
    begun = {word, *(word.removeprefix(prefix) for prefix in _PREFIXES)}
    bases = begun | {ending.sub("", base) for base in begun for ending in _INFLECTIONS}
    return {base for base in bases if len(base) >= _SHORT or (len(base) == _BRIEF and word == f"{base}s")} | {word}


def _meant_by(typed: str) -> set[str]:
    """What may have been meant by a word.

    A letter may be dropped, typed too much, or typed for another like it, or two may be swapped; the first letter is
    never wrong. In the shortest words only a swap or a drop is seen.
    """
    halves = [(typed[:place], typed[place:]) for place in range(1, len(typed) + 1)]
    meant = {f"{left}{letter}{right}" for left, right in halves for letter in ascii_lowercase}
    meant |= {left + right[1] + right[0] + right[2:] for left, right in halves if len(right) > 1}
    if len(typed) == _BRIEF:
        return meant - {typed}
    meant |= {
        left + right[1:]
        for left, right in halves
        if right and (_is_typed_twice(left, right) or _is_typed_for_neighbour(left, right))
    }
    meant |= {
        left + letter + right[1:]
        for left, right in halves
        for alike in _ALIKE
        if right and right[0] in alike
        for letter in alike
    }
    return meant - {typed}


def _is_typed_twice(before: str, rest: str) -> bool:
    """Whether the first letter of the rest of a word stands right beside it too, or in a long word one farther off."""
    reach = 2 if len(before) + len(rest) >= _LONG else 1
    return rest[0] in before[-reach:] or rest[0] in rest[1 : 1 + reach]


def _is_typed_for_neighbour(before: str, rest: str) -> bool:
    """Whether the first letter of the rest of a long word may be typed for the one before or after it."""
    is_long = len(before) + len(rest) >= _LONG
    return is_long and any(rest[0] in alike and (before[-1] in alike or rest[1:2] in [*alike]) for alike in _ALIKE)


def _share_written(word: str, lookup: Lookup) -> float:
    """The share of the first passages with a word's stem that hold just this word.

    It has to be in small letters there unless it nearly always has a capital.
    """
    rows = [
        row
        for stem in stems(word)
        for field in FIELDS
        for row in lookup.snapshot.lexical_index.rows(stem, field)[:_PASSAGES_READ].tolist()
    ]
    wanted = re.compile(rf"(?i:\b{word}\b)" if lookup.is_proper(word) else rf"\b{word}\b")
    return sum(
        wanted.search(searchable(f"{passage.text} {passage.heading}")) is not None
        for passage in lookup.snapshot.passages(rows)
    ) / len(rows)
