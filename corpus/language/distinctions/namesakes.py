"""Namesakes: what is called alike and is another, as Holloway Library is another than Central Library."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Sequence
from functools import lru_cache

from corpus.language.folding import searchable
from corpus.language.kinds import QUESTIONS_KEPT, TEXTS_KEPT
from corpus.language.persons.people import TITLED
from corpus.language.vocabulary import alternatives, load
from corpus.language.words import WRITTEN_WORD, stem_of, stems

_APART = re.compile(r"[ \t]+")
_NO_NAMES = frozenset(word for words in load("stop_words").values() for word in words) | frozenset(
    load("people")["between_names"]
)
"""Words that have a capital and are no part of a name: those that open a sentence, days and months."""
_IN_PLACE = re.compile(r"\b(?P<of>[^\W\d_]{3,}(?:['’]s)?)(?:,|\s+(?:in|at))\s+(?P<place>[^\W\d_]{3,})\b")
_TABLE = load("namesakes")
_ARTICLES = frozenset[str](_TABLE["articles"])
_ADVERBS = frozenset[str](_TABLE["adverbs"])
_NO_MORE = _NO_NAMES | _ADVERBS
_OFFICES = frozenset[str](_TABLE["offices"])
_PREMISES = frozenset(map(stem_of, _TABLE["premises"]))
_NO_ENDS = frozenset(map(stem_of, (*_TABLE["offices"], *_TABLE["no_ends"])))
_WHERE = re.compile(rf"\b{alternatives(_TABLE['where'])}\s+(?:the\s+)?$", re.I)
_WHERE_CHARS = 24
"""What tells where something is stands within so many characters before its name."""
_OF_PLACES = frozenset[str](_TABLE["of_places"])
_ROOT_LETTERS = 3
_MODIFIERS = 3
"""So many words before the last one of a name may tell it apart."""


Called = tuple[str, frozenset[str]]
"""The stem of what a name is of, such as "library", and those of the words before it."""


def tells_of_namesake(question: str, said: str, under: str, title: str, is_proper: Callable[[str], bool]) -> bool:
    """Whether a sentence tells only of another of the name that a question has, such as another library.

    Args:
        question: such as "Who manages Holloway Library?", in any case.
        said: such as "The manager of Central Library is Ada Moor.".
        under: what it stands under, where the name asked for may stand.
        title: of its document, where it may stand too, but not where the sentence gives what is asked about the name of
            another place, as "the Tetbrook youth club" does: a meeting in Wick hears of that.
        is_proper: whether a word is (nearly) always written with a capital.
    """
    told = _called(said)
    if not told:
        return False
    heads = {head for head, _ in told}
    if heads.isdisjoint(_stems_written(question)):
        return False
    asked = [(head, own) for head, own in _asked(question, is_proper) if head in heads]
    if not asked:
        return False
    near, above = frozenset(stems(f"{under}\n{said}")), frozenset(stems(title))

    def is_named(own: frozenset[str], present: frozenset[str]) -> bool:
        return any(_is_of_place(one, other) for one in own for other in present)

    return any(
        not is_named(own, near)
        and (
            _is_always_named(said, head, is_proper)
            or (not is_named(own, above) and all(before for other, before in told if other == head))
        )
        for head, own in asked
    )


@lru_cache(maxsize=QUESTIONS_KEPT)
def _stems_written(question: str) -> frozenset[str]:
    """The stems of the words of a question, those with a hyphen whole."""
    return frozenset(map(stem_of, WRITTEN_WORD.findall(searchable(question))))


def _is_of_place(one: str, other: str) -> bool:
    """Whether two stems are the same, or one is of a land or people and the other of what is of it: "African"."""
    shorter, longer = sorted((one, other), key=len)
    is_root = len(shorter) >= _ROOT_LETTERS and longer.startswith(shorter)
    return one == other or (is_root and longer[len(shorter) :] in _OF_PLACES)


def _is_always_named(said: str, head: str, is_proper: Callable[[str], bool]) -> bool:
    """Whether each word of a stem has a name before it, as in "the Tetbrook youth club"."""
    words = list(WRITTEN_WORD.finditer(searchable(said)))
    return all(
        _names_before(said, words, place, is_proper) for place, word in enumerate(words) if stem_of(word[0]) == head
    )


def tells_of_another_place(question: str, said: str, around: str, is_proper: Callable[[str], bool]) -> bool:
    """Whether words tell only of what is called alike in another place than a question asks about.

    Args:
        question: such as "What does a permit cost on Church Road, Wick?", or "in Wick".
        said: the sentence and what it stands under, such as "Church Road, Ashcombe".
        around: all that stands around it; where the place stands there, it may be meant.
        is_proper: whether a word is (nearly) always written with a capital.
    """
    asked = [placed for placed in _placed(question) if all(map(is_proper, placed[1].split()))]
    if not asked:
        return False
    present, own = frozenset(stems(around)), frozenset(stems(question))
    told = [(stem_of(of), frozenset(stems(place))) for of, place in _placed(said) if place[0].isupper()]
    told += [(head, before) for head, before in _called(said) if before and all(map(is_proper, before))]
    return any(
        present.isdisjoint(stems(place))
        and (others := [before for head, before in told if head == stem_of(of) and not before <= own])
        and all(own.isdisjoint(before) for before in others)
        for of, place in asked
    )


def is_of_sibling(
    question: str, said: str, before: str, title: str, document: Callable[[], str], is_proper: Callable[[str], bool]
) -> bool:
    """Whether a sentence goes on about one of two that share a name, and a question asks about the other.

    Args:
        question: such as "How many may park at the Mill Leisure Centre?".
        said: the sentence, such as "Thirty may park there."
        before: what stands before it in its paragraph, and the headings it stands under, such as "Mill Health Centre".
        title: of its document.
        document: gives all of that, where it counts, which tells elsewhere of what the question asks about.
        is_proper: whether a word is (nearly) always written with a capital.
    """
    asked = _asked(question, lambda word: word[0].isupper() or is_proper(word))
    told = [one for one in _called(before) if one[1]] if asked else []
    near, above = (frozenset(stems(text)) if told else frozenset[str]() for text in (f"{before}\n{said}", title))
    for head, own in asked:
        apart = [(of, kind) for of, kind in told if _is_apart(head, own, of, kind)]
        only_asked = (own | {head}).difference(above, *(kind | {of} for of, kind in apart))
        if not apart or not only_asked or not near.isdisjoint(only_asked):
            continue
        everywhere = _calls_of(head, document())
        is_common = head in _PREMISES or (head, frozenset()) in everywhere
        if is_common and any(of == head and own <= kind for of, kind in everywhere):
            return True
    return False


def _is_apart(head: str, own: frozenset[str], of: str, kind: frozenset[str]) -> bool:
    """Whether two are called nearly alike: the Mill Health and the Mill Leisure Centre, or the Mill House and Hotel."""
    if of == head:
        return bool(own - kind and kind - own)
    return own == kind and head in _PREMISES and of in _PREMISES


def is_only_called(question: str, name: str, rest: str) -> bool:
    """Whether a name has a word that a question has in small letters, and the rest of its sentence has not.

    Args:
        question: such as "Who looks after the river banks?"; where it has no capital in all, its words may be names.
        name: such as "Ada Banks"; an office such as "Events Officer" is called by what it is for.
        rest: the sentence without it.
    """
    asked = [word[0] for word in WRITTEN_WORD.finditer(searchable(question))]
    if not any(word[0].isupper() for word in asked):
        return False
    small = {stem_of(word) for word in asked if word[0].islower()} - {
        stem_of(word) for word in asked[1:] if word[0].isupper()
    }
    words = WRITTEN_WORD.findall(searchable(name))
    if not _OFFICES.isdisjoint(word.casefold() for word in words):
        return False
    called = {stem_of(word) for word in words if word[0].isupper() and not TITLED.match(word.removesuffix("s"))}
    return not (called & small - {""}).issubset(stems(rest))


def is_of_one_named_alike(
    question: str, said: str, around: str, document: Callable[[], str], is_proper: Callable[[str], bool]
) -> bool:
    """Whether a sentence names one of two whose names differ in the last word, and a question asks about the other.

    Args:
        question: such as "How much was the Golden Lamp fined?".
        said: the sentence, such as "The Golden Lantern was fined £90."; where something is does not count.
        around: what stands above and before it, and the title, where the other may be named.
        document: gives all of that, where it counts, which names elsewhere what the question asks about.
        is_proper: whether a word is (nearly) always written with a capital.
    """
    asked = _ends(question, lambda word: word[0].isupper() or is_proper(word))
    told = _ends(said, lambda word: word[0].isupper()) if asked else ()
    present = frozenset(stems(f"{around}\n{said}")) if told else frozenset[str]()
    return any(
        last not in present
        and any(before == own and other != last for other, before in told)
        and any((last, own) == one for one in _ends(document(), lambda word: word[0].isupper()))
        for last, own in asked
    )


def _ends(text: str, is_in_name: Callable[[str], bool]) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """The last words of names in a text, as stems, each with those before it; no offices and bodies, nor places."""
    text = searchable(text)
    found: list[tuple[str, tuple[str, ...]]] = []
    run: list[str] = []
    start = end = 0
    for word in (*WRITTEN_WORD.finditer(text), None):
        is_beside = word is not None and _APART.fullmatch(text, end, word.start()) is not None
        is_part = word is not None and _is_of_name(word[0]) and is_in_name(word[0])
        if run and not (is_beside and is_part):
            if (
                len(run) > 1
                and run[-1] not in _NO_ENDS
                and not _WHERE.search(text, max(0, start - _WHERE_CHARS), start)
            ):
                found.append((run[-1], tuple(run[:-1])))
            run = []
        if word is not None:
            start = word.start() if is_part and not run else start
            run = [*run, stem_of(word[0])] if is_part else run
            end = word.end()
    return tuple(found)


def _is_of_name(word: str) -> bool:
    """Whether a word may be of a name, and is no title before one."""
    return is_name(word) and bool(stem_of(word)) and TITLED.fullmatch(word) is None


@lru_cache(maxsize=1 << 10)
def _placed(text: str) -> tuple[tuple[str, str], ...]:
    """What a text says to be in a place, or names with it: "Road" and "Wick" of "Church Road, Wick"."""
    return tuple((match["of"], match["place"]) for match in _IN_PLACE.finditer(searchable(text)))


def names_more(said: str, asked: Collection[str]) -> bool:
    """Whether a sentence tells of a part or another kind of what is asked about: "the museum café" of "the museum".

    So it does where a word that is not asked for stands right after one that is, or between that and its article.

    Args:
        said: the sentence.
        asked: the stems that are asked for.
    """
    said = searchable(said)
    found = list(WRITTEN_WORD.finditer(said))
    is_asked = [stem_of(word[0]) in asked for word in found]
    for place, word in enumerate(found):
        if not _tells_more(word[0], is_asked[place]):
            continue
        beside = [
            other
            for other in (place - 1, place + 1)
            if 0 <= other < len(found) and _is_beside(said, found, place, other)
        ]
        if place - 1 in beside and is_asked[place - 1]:
            return True
        if (
            place + 1 in beside
            and is_asked[place + 1]
            and place - 1 in beside
            and found[place - 1][0].casefold() in _ARTICLES
        ):
            return True
    return False


def _tells_more(word: str, is_asked: bool) -> bool:
    """Whether a word that is not asked for has a meaning of its own, and is no number, day, month or adverb."""
    plain = word.casefold()
    return (
        not is_asked
        and bool(stem_of(word))
        and plain not in _NO_MORE
        and not plain.endswith("ly")
        and not any(map(str.isdigit, plain))
    )


def _is_beside(text: str, found: Sequence[re.Match[str]], one: int, other: int) -> bool:
    first, second = sorted((one, other))
    return _APART.fullmatch(text, found[first].end(), found[second].start()) is not None


def _asked(question: str, is_proper: Callable[[str], bool]) -> list[Called]:
    """What a question calls by a name of several words, with those before it that are always written with a capital."""
    words = list(WRITTEN_WORD.finditer(searchable(question)))
    asked: list[Called] = []
    for place, word in enumerate(words):
        before = _names_before(question, words, place, is_proper)
        if before and stem_of(word[0]):
            asked.append((stem_of(word[0]), before))
    return asked


def _names_before(
    text: str, words: Sequence[re.Match[str]], place: int, is_proper: Callable[[str], bool]
) -> frozenset[str]:
    """The stems of the words right before one that are always written with a capital."""
    before: set[str] = set()
    for other, following in zip(reversed(words[:place]), reversed(words[1 : place + 1]), strict=True):
        is_beside = _APART.fullmatch(text, other.end(), following.start())
        if not is_beside or not is_name(other[0]) or not is_proper(other[0]) or len(before) == _MODIFIERS:
            break
        before.add(stem_of(other[0]))
    return frozenset(before)


@lru_cache(maxsize=TEXTS_KEPT)
def _called(text: str) -> frozenset[Called]:
    """What a sentence or headings call by a word, kept for the next question; see `_calls`."""
    return _calls(text)


def _calls_of(head: str, text: str) -> frozenset[Called]:
    """What a long text calls by the word of a stem: by its lines that have one, over whose ends no name goes on."""
    lines = (line for line in searchable(text).split("\n") if head in map(stem_of, WRITTEN_WORD.findall(line)))
    return _calls("\n".join(lines))


def _calls(text: str) -> frozenset[Called]:
    """What a text calls by a word, as often as it does: with the words that have a capital before it, or none."""
    text = searchable(text)
    run: list[str] = []
    called: set[Called] = set()
    end = 0
    for word in WRITTEN_WORD.finditer(text):
        if not _APART.fullmatch(text, end, word.start()):
            run = []
        has_capital = word[0][0].isupper()
        if stem := stem_of(word[0]):
            called.add((stem, frozenset(run[-_MODIFIERS:]) if has_capital else frozenset()))
        run = [*run, stem] if has_capital and stem and is_name(word[0]) else []
        end = word.end()
    return frozenset(called)


def is_name(word: str) -> bool:
    """Whether a word with a capital may be of a name, and neither only opens its sentence nor is a day or month.

    Args:
        word: itself.
    """
    return word.casefold().removesuffix("'s").removesuffix("’s") not in _NO_NAMES
