"""Intent: what kind of answer a question wants, and which of several documents it means."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import Literal

from corpus.language.contacts import words_asking_contact
from corpus.language.kinds import AnswerType, Span
from corpus.language.sentences import sentences
from corpus.language.vocabulary import COUNTS, first_of, load
from corpus.language.words import stems
from qa.query.periods import CALENDAR

Order = Literal["latest", "first", "previous"]

_TYPE_WORDS: Mapping[str, Sequence[str]] = load("questions")["answer_types"]
_ORDER_WORDS: Mapping[str, Sequence[str]] = load("questions")["orders"]
_WORD_BEFORE = re.compile(r"(?<=\s)[A-Z][\w&-]*\s+$")
"""A word with a capital that is neither the first one nor tells whose something is."""


def _any(*lists: Iterable[str]) -> str:
    """A pattern of any word of some lists."""
    return rf"(?:{'|'.join(re.escape(word) for words in lists for word in words)})"


(
    _TIME,
    _OCCASION,
    _DEGREE,
    _QUANTITY,
    _MEASURE,
    _FARING,
    _GRADING,
    _JUDGEMENT,
    _OFFICE,
    _AUXILIARY,
    _PART,
    _NEED,
    _IMPROVEMENT,
    _AMOUNT,
    _LIMITING,
    _PAYING,
    _COVERING,
    _PAID_THING,
    _TELLING,
    _DEMAND,
    _MENDING,
    _LASTING,
    _LENGTH,
    _TIMED,
) = (
    _any(_TYPE_WORDS[name])
    for name in (
        "times",
        "occasions",
        "degrees",
        "quantities",
        "measures",
        "faring",
        "grading",
        "judgements",
        "offices",
        "auxiliaries",
        "parts",
        "needs",
        "improvements",
        "amounts",
        "limiting",
        "paying",
        "covering",
        "paid_things",
        "telling",
        "demands",
        "mending",
        "lasting",
        "lengths",
        "timed",
    )
)
_OPENING = _any(_TYPE_WORDS["openings"])
_CLOSERS = " \"'”’)*_"
_ASKING_WORD = r"(?:who(?:m|se)?|what|which|where|why|how)"
_KEYWORDS = rf"^(?!.*\b(?:{_ASKING_WORD}|{_AUXILIARY}|may|must|when|if)\b)"
"""Before a question of keywords, in which nothing asks."""
_PERSON = r"(?:you|i|some(?:body|one)|any(?:body|one))"
_NOW = _any(load("questions")["offices"]["now"])
_LENGTH_ASKED = rf"{_KEYWORDS}(?:.*\b{_LASTING}\b.*\b{_LENGTH}|.*\bin {_LENGTH}|.*\b{_TIMED} times?)(?: {_NOW})?\W*$"
"""Keywords that ask how long something lasts: "autism waiting weeks"."""
_COUNT = rf"\bhow {_DEGREE}\b"
_COUNTING = "".join(rf"(?<!\b{word} )" for word in _TYPE_WORDS["not_counting"])
_NEED_OR_HAVE = _any(_TYPE_WORDS["needs"], _TYPE_WORDS["having"], ["have"])
_NEED_OR_HAD = _any(_TYPE_WORDS["needs"], _TYPE_WORDS["having"])
_FORMS: Mapping[AnswerType, Sequence[str]] = {
    "date": (
        r"\b(?:when|how long ago)\b",
        rf"\bwhat (?:time of year|{_TIME})\b",
        rf"\b(?:which|on what) {_TIME}\b",
        rf"\bin (?:which|what) {_OCCASION}\b",
        r"\b(?<!to )(?<!of )dates?(?! back)\b",
        rf"\bwhat (?:is|was|are|were) the (?:[\w-]+ ){{0,3}}deadlines?\b|{_KEYWORDS}.*\bdeadlines?\b",
    ),
    "number": (
        _COUNT,
        rf"\b(?:what|which) (?:%|{_QUANTITY}\b)",
        rf"\b(?={_MEASURE} (?:of|for)\b){_COUNTING}",
        (
            rf"\bwhat(?:['’]?s| is| was| are| were) (?:the|our|your|their|its) (?:[\w-]+ ){{0,3}}{_AMOUNT}"
            r"(?: (?:for|of|from|in|on|at|to|per|if|a)\b|\W*$)"
        ),
        (
            rf"\bwhat (?:does|do|did|will|would) \w[^?]*\b{_PAYING}\b"
            rf"(?! (?:(?:for|with)\W*$|(?:not )?{_COVERING}\b|{_PAID_THING}\b))"
        ),
        (
            rf"{_KEYWORDS}(?!.*\b{_LIMITING} (?:[\w-]+ ){{0,2}}[\w-]+\W*$)"
            rf"[^?]*\b{_COUNTING}(?:{_AMOUNT}|{_QUANTITY}|figures?)(?: {_NOW})?\W*$"
        ),
        _LENGTH_ASKED,
    ),
    "reason": (
        r"\bwhy\b|\breasons?\b|\bhow come\b",
        r"\bwhat (?:is|was|were|are) the causes?\b|\bwhat (?:caused|led to)\b",
    ),
    "yes_no": (rf"^\W*(?:{_OPENING}\W+)*(?:{_AUXILIARY}|may(?! \d)|must)\b(?! {_PERSON} (?:please )?{_TELLING}\b)",),
    "rating": (
        rf"\b{_JUDGEMENT}\b(?! \d{{1,2}}\b)",
        rf"\bwhat (?:did|was|were|has|have) [^?]*\b{_GRADING} overall\b",
        rf"\bhow (?:did|has|have) [^?]*\b{_FARING} overall\b",
    ),
    "person": (
        r"\bwho(?:m|se)?\b|\bnames? of\b|\bnames?\W*$",
        rf"\b(?:which|what) (?!{_AUXILIARY} )(?:person|people|\w*\s?{_OFFICE})s?\b",
    ),
    "list": (
        rf"\b(?:what|which) (?:are|were) the\b|\bwhat {_NEED_OR_HAD} to\b",
        r"\b(?:what|which) (?:are|were) (?:[\w’'-]+ ){0,4}?[\w-]+(?:['’]s|s['’]) ",
        rf"\bwhat\b(?>[^?]*?\b{_NEED}\b)[^?]*\b{_IMPROVEMENT}\b",
        rf"\bwhat\b(?>[^?]*?\b{_DEMAND}\b)[^?]*\bto {_MENDING}\b",
        rf"\bwhat\b[^?]{{0,80}}\b(?:{_NEED_OR_HAVE}|got) to {_MENDING}\b",
        rf"\bwhat (?:else )?could (?:[^?]{{0,80}} )?{_MENDING}\b",
        rf"\bwhere (?:[\w-]+ ){{1,6}}?{_NEED_OR_HAVE} to {_MENDING}\b",
        rf"{_KEYWORDS}.*\bareas for improvement\b",
        rf"\b(?:which|what) {_PART}\b|\blist\b",
    ),
}
_TYPES: Mapping[AnswerType, re.Pattern[str]] = {
    kind: re.compile("|".join(forms), re.I) for kind, forms in _FORMS.items()
}
"""What the words of a question ask after; the first that fits counts."""
_TIME_CLAUSE = re.compile(
    rf"(?<!\w)when (?!{_AUXILIARY}\b|must\b|may\b|shall\b|might\b)(?:[^,?]|,(?! {_ASKING_WORD}\b))+,?", re.I
)
"""A clause of "when" without the order of words of a question."""
_ASKS_TIME = re.compile(rf"\b{_any(_TYPE_WORDS['asking'])} $", re.I)
_ASKS_BESIDE = re.compile(rf"^\W*(?:{_AUXILIARY}|may|must)\b|\b{_ASKING_WORD}\b", re.I)
"""What is asked for beside a clause of time."""
_ASKS_SHARE = re.compile(rf"(?:%|\b{_any(_TYPE_WORDS['shares'])}\b)", re.I)
_ASKS_COUNT = re.compile(_COUNT, re.I)
_ASKS_LENGTH = re.compile(_LENGTH_ASKED, re.I)
_ASKS_PERMITTED = re.compile(rf"\bwhat\s+(?P<verb>{_any(_TYPE_WORDS['permitting'])})(?!\w)", re.I)
_ALL = re.compile(rf"\b{_any(_TYPE_WORDS['all'])}\b(?![\s-]{_any(_TYPE_WORDS['all_of_one'])}\b)", re.I)
_SEVERAL = re.compile(
    rf"\b(?:what|which)\s+(?:(?!{_AUXILIARY}\b)[\w'’-]+\s+){{0,2}}?(?!{_AUXILIARY}\b)"
    rf"(?:[^\W\d_]+[^\W\d_sui]s|{_any(_TYPE_WORDS['plurals'])})\b(?!['’])"
    rf"|\bwhat\s+{_any(_TYPE_WORDS['permitting'])}(?!\w)|\bwho\s+{_any(load('questions')['completing']['plural'])}\b"
    rf"|\b(?:who|what)\s+else\b|\bwhat\b[^?]{{0,80}}\b{_any(load('predicates')['improving']['praises'])}\b"
    rf"|{first_of('what')}[^?]*\b(?:{_NEED_OR_HAVE}\s+to|to\s+(?:\w+\s+)?{_IMPROVEMENT})\b"
    rf"|\bwhat\s+{_AUXILIARY}\b[^?]{{0,80}}\b{_any(_TYPE_WORDS['enumerated'])}\b",
    re.I,
)
_DONE = _any(_TYPE_WORDS["permitting"], ["do", "does", "did", "will", "would"])
_ASKS_DONE = re.compile(rf"\b(?:how|why)\s+{_AUXILIARY}\b|\bwhat\s+{_DONE}(?!\w)", re.I)
_FIRST_ITEMS = re.compile(
    rf"\bthe\s+(?:very\s+)?first\s+(?:(?P<count>\d{{1,2}}|{_any(COUNTS)})\s+)?(?={_any(load('lists')['items'])}\b)",
    re.I,
)
_OFFICES = load("questions")["offices"]
_RANKS = [*load("offices")["ranks"]["stand_ins"], *load("offices")["ranks"]["for_a_time"]]
_YEAR = r"(?:(?:start|beginning|end|middle)\s+of\s+|early\s+|late\s+|mid\s*-?\s*)?[0-9]{4}(?:[/–-][0-9]{2,4})?"
_OFFICE_ALONE = re.compile(
    rf"\W*(?:the\s+)?(?:\w[\w'’-]*\s+){{0,4}}?(?:{_any(_OFFICES['names'])}"
    rf"|{_any(_OFFICES['heads'])}(?=\s+of\b)|{_any(_OFFICES['before'], _RANKS)}\s+{_any(_OFFICES['heads'])})"
    r"(?:\s+(?:of|for|at)(?:\s+[\w'’-]+){1,5}?)?"
    rf"(?:\s+(?:{_NOW}|(?:in\s+|at\s+the\s+)?{_YEAR}|before(?:\s+[\w'’.-]+){{1,4}}?))?\W*$",
    re.I,
)
_OFFICE_NOW = re.compile(
    rf"\W*(?:the\s+)?{_any(_OFFICES['current'])}\s+(?:\w[\w'’-]*\s+){{0,2}}?{_any(_OFFICES['names'])}(?P<rest>(?:\s+[\w'’-]+){{1,5}})\W*$",
    re.I,
)
_IS_OFFICE = re.compile(_any(_OFFICES["names"]), re.I)
_OFFICE_WORDS = frozenset(
    word for words in (*_OFFICES["names"], *_OFFICES["heads"], *_RANKS) for word in re.split(r"[\s-]", words)
)
_OF_OFFICE = re.compile(rf"\b{_any(_OFFICES['matters'])}\b", re.I)
_CHOICE = re.compile(rf"\b{_any(_TYPE_WORDS['choices'])}\b", re.I)
_NAMED = re.compile(r"(?<=\w )[A-Z][a-z]+ [A-Z][a-z]+")
"""A name of small words alone, as in "Who is Will May?"."""
_AFTER_LAST = _any(_ORDER_WORDS["after_last"], sorted(CALENDAR))
_BEFORE_NEWEST = (
    rf"before\s+(?:the|this|our|your)\s+{_any(_ORDER_WORDS['newest'])}\s+(?:\w+\s+){{0,2}}?"
    rf"{_any(load('editions')['papers'])}"
)
"""What an edition but the newest said is asked for: "before the present price list"."""
_ORDERS: Mapping[Order, re.Pattern[str]] = {
    "previous": re.compile(rf"\b(?:{_any(_ORDER_WORDS['previous'])}|prior(?! to\b)|{_BEFORE_NEWEST})\b", re.I),
    "latest": re.compile(
        rf"\b(?:{_any(_ORDER_WORDS['latest'])}|(?:(?<=the )last|last(?= \w))(?! {_AFTER_LAST}\b))\b", re.I
    ),
    "first": re.compile(rf"\b{_any(_ORDER_WORDS['first'])}\b", re.I),
}
"""Which of several documents is meant; the first that is asked for counts."""


def answer_type(question: str) -> AnswerType:
    """What kind of answer a question wants, by the main clause of its sentences that ask; of all where none does."""
    return asked_kind(question)[0]


def asked_kind(question: str, kept: Collection[str] = ()) -> tuple[AnswerType, str]:
    """What kind of answer a question wants, and the words that say so.

    Args:
        question: in which it is looked for.
        kept: words in small letters that say nothing of it.

    Returns:
        The kind, and the words; "" for the kind "other", and for keywords that name an office.
    """
    asking = " ".join(sentence for sentence in _sentences(question) if sentence.endswith("?"))
    main = _without_time_clause(asking or question)
    if (words := words_asking_contact(main)) and compared(words) not in kept:
        return "contact", words
    found = ((kind, pattern.search(main)) for kind, pattern in _TYPES.items())
    said = ((kind, match.group()) for kind, match in found if match and compared(match.group()) not in kept)
    return next(said, ("person" if _is_office(main) else "other", ""))


def _is_office(question: str) -> bool:
    """Whether keywords name an office alone, and perhaps when: "chair of planning 2025", "clerk before Mr Moss"."""
    is_named = is_of_keywords(question) and len(question.split()) > 1
    now = _OFFICE_NOW.match(question)
    is_one = now is not None and not any(is_of_office(word.removesuffix("s")) for word in now["rest"].split())
    is_alone = is_one or _OFFICE_ALONE.match(question) is not None
    return is_named and is_alone and _OF_OFFICE.search(question) is None


def is_office(words: str) -> bool:
    """Whether some words are the name of an office, such as "harbour master"."""
    return _IS_OFFICE.fullmatch(words) is not None


def is_of_office(word: str) -> bool:
    """Whether a word is one of the name of an office, such as "harbour", "mayor" and "deputy"."""
    return word.casefold() in _OFFICE_WORDS


def compared(words: str) -> str:
    """Words as they are compared with those that are to be taken as they are typed."""
    return " ".join(words.casefold().split())


def _sentences(question: str) -> Iterator[str]:
    return (question[start:end].rstrip(_CLOSERS) for start, end in sentences(question))


def asking_spans(question: str) -> list[Span]:
    """Where the sentences of a question stand that end with a question mark."""
    return [(start, end) for start, end in sentences(question) if question[start:end].rstrip(_CLOSERS).endswith("?")]


def _without_time_clause(question: str) -> str:
    """A question without a clause such as "when somebody resigns", which asks for no time."""
    clause = _TIME_CLAUSE.search(question)
    if clause is None or _ASKS_TIME.search(question, 0, clause.start()):
        return question
    rest = question[: clause.start()] + question[clause.end() :]
    return rest if _ASKS_BESIDE.search(rest) else question


def is_of_keywords(question: str) -> bool:
    """Whether no word of a question asks or tells: "swim price child"."""
    return re.match(_KEYWORDS, question, re.I) is not None


def asks_nothing(question: str) -> bool:
    """Whether a question has no word that could be looked for, or is one word that asks nothing, such as "thanks"."""
    content = set(stems(question))
    if small_name(question):
        return False
    asks = _ASKS_BESIDE.search(question) or _TYPES["date"].search(question)
    return not content or (len(content) == 1 and len(question.split()) == 1 and not asks)


def small_name(question: str) -> str:
    """The name in a question that is made of small words alone, as in "Who is Will May?"; "" for none."""
    return next((name for name in _NAMED.findall(question) if not stems(name)), "")


def asks_share(question: str) -> bool:
    """Whether a question asks which part of a whole: its percentage, or the like, and no count before that."""
    share = _ASKS_SHARE.search(question)
    return share is not None and not _ASKS_COUNT.search(question, 0, share.start())


def asks_length(question: str) -> bool:
    """Whether keywords ask how long something lasts: "autism waiting weeks", "repair response time"."""
    return _ASKS_LENGTH.match(question) is not None


def asks_several(question: str) -> bool:
    """Whether a question may ask for several things, or the first of them: "Which goods are banned?"."""
    kind = answer_type(question)
    asking = _SEVERAL.search(question) or _FIRST_ITEMS.search(question)
    return kind == "list" or (kind in ("other", "person", "reason") and asking is not None)


def asks_of_doing(question: str) -> bool:
    """Whether a question asks how or why something is done, or what: "How are hours logged?", "What do I agree to?"."""
    return _ASKS_DONE.search(question) is not None


def first_items(question: str) -> int | None:
    """How many of the first items of a list are asked for: 1 for "the first thing to improve"; None for all."""
    found = _FIRST_ITEMS.search(question)
    if found is None:
        return None
    count = found["count"] or "1"
    return int(count) if count.isdigit() else COUNTS[count.casefold()]


def asks_all(question: str) -> bool:
    """Whether a question asks for all of a kind: "List all prices for dogs", "What does each room cost?"."""
    return _ALL.search(question) is not None


def goes_on_from(question: str, lead: str) -> bool:
    """Whether a list goes on from where a question asks: one after "The team can:" for "What can the team do?"."""
    asked = _ASKS_PERMITTED.search(question)
    return asked is not None and re.search(rf"\b{asked['verb']}\W*$", lead, re.I) is not None


def names_choices(question: str) -> bool:
    """Whether a question may name its own answer among others: "Was it red or blue?"."""
    return bool(_CHOICE.search(question))


def find_order(
    question: str, names: Sequence[Span], kept: Collection[str] = ()
) -> tuple[Order | None, tuple[Span, ...]]:
    """Which of several documents a question means, and where its words say so.

    Args:
        question: as it was typed.
        names: where its longer names stand; what is said inside of them is no order, nor of which items of a list are
            asked for.
        kept: words in small letters that say nothing of it.
    """
    names = [*names, *(match.span() for match in _FIRST_ITEMS.finditer(question))]
    for order, pattern in _ORDERS.items():
        spans = tuple(
            match.span()
            for match in pattern.finditer(question)
            if not any(start <= match.start() < end for start, end in names)
            and not _ends_name(question, match.span())
            and compared(match.group()) not in kept
        )
        if spans:
            return order, spans
    return None, ()


def _ends_name(question: str, span: Span) -> bool:
    """Whether words have a capital as the end of a name has, such as "First" of "Moor Homes First was formed"."""
    before, after = _WORD_BEFORE.search(question[: span[0]]), question[span[1] :].lstrip()
    return question[span[0]].isupper() and before is not None and not after[:1].isupper()
