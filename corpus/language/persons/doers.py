"""Doers: who beat Ada Moor is not whom Ada Moor beat."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from typing import Final, Literal

from corpus.language.folding import searchable
from corpus.language.lasting.holding import verb_stem
from corpus.language.persons.offices import names_office
from corpus.language.persons.people import names
from corpus.language.times.parts import ANY_MONTH, WEEKDAY, names_time
from corpus.language.vocabulary import alternatives, load
from corpus.language.words import stem_of, stems

Role = Literal["doer", "done to"]

_TABLE = load("doers")
_BEING, _ARTICLES = frozenset[str](_TABLE["being"]), frozenset[str](_TABLE["articles"])
_ARTICLE: Final = rf"(?:(?i:{alternatives(_TABLE['articles'])})\.?\s+)?"
_ONE: Final = r"[A-Z][\w'’-]*(?:\s+(?:of\s+)?[A-Z][\w'’-]*){0,5}"
_NAME: Final = rf"(?P<name>{_ONE})"
_VERB: Final = r"(?P<verb>[a-z]{3,20})"
_WHO: Final = r"\b(?i:who|whom|(?:which|what)\s+\w{1,30})\s+"
_ASKED: tuple[tuple[Role, re.Pattern[str]], ...] = (
    ("done to", re.compile(rf"{_WHO}{_VERB}\s+{_ARTICLE}{_NAME}(?!['’\w])")),
    ("doer", re.compile(rf"{_WHO}(?:{alternatives(_TABLE['being'])})\s+{_VERB}\s+by\s+{_ARTICLE}{_NAME}(?!['’\w])")),
    ("doer", re.compile(rf"\b{alternatives(_TABLE['did'])}\s+{_ARTICLE}{_NAME}\s+{_VERB}\b")),
)
_TOKEN = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*|[.,;:!?()]")
_REACH: Final = 3
"""Who does something, and to whom it is done, stand so many words before and after the verb."""

_NAMED = r"(?P<name>(?:[A-Z][\w’'.-]*\s+){1,4})"
_ASKED_OF = re.compile(rf"\b{alternatives(_TABLE['asked_of'])}\s+(?:the\s+)?{_NAMED}(?<!['’]s\s)(?<!s['’]\s)(?=[a-z])")
_CLAUSE_ENDS = re.compile(rf"(?:,\s+|;\s+)(?:{alternatives(_TABLE['between'])})\s+|;\s+|\s+(?:while|whereas)\s+")
_SUBJECT = re.compile(
    rf"\W*(?:{alternatives(_TABLE['before_subjects'])}\s[^,A-Z]{{1,40}}?,?\s+)?{_NAMED}(?!{alternatives(_TABLE['no_verbs'])}\b)[a-z]"
)
_PRONOUNS = frozenset[str](_TABLE["pronouns"])
_WORDS = re.compile(r"[\w’'.-]+")
_ALIKE = re.compile(rf"\b{alternatives(_TABLE['alike'])}\b", re.I)

_ASKED_DOING = re.compile(
    rf"\b{alternatives(_TABLE['did'])}\s+{_NAME}\s+{_VERB}\b|\b(?P<done>[a-z]{{3,20}})\s+by\s+{_ARTICLE}(?P<doer>{_ONE})"
)
_SUBJECT_RIGHT_BEFORE = re.compile(
    rf"(?P<doer>{_ONE})(?:,?\s+who)?\s+(?:(?:{alternatives(_TABLE['between_subject'])}|[a-z]{{2,20}}ly)\s+){{0,2}}$"
)
_BACK_CHARS: Final = 120
"""Who does something stands within so many characters before the verb."""
_HAVING = frozenset(("have", "has", "had"))
_DONE_AFTER = re.compile(r"\s+(?:[a-z]{2,20}ly\s+)?[a-z]{2,20}(?:ed|en|wn)\b")
"""After "had" the form of a verb: "had closed" is nothing that somebody had."""
_ASKED_DONE_BY = re.compile(
    rf"\b{alternatives(_TABLE['being'])}\b[^?,;]{{1,100}}?\b(?P<done>[a-z]{{3,20}})\s+by\s+"
    rf"{_ARTICLE}(?!{ANY_MONTH}|{WEEKDAY}|(?i:{alternatives(_TABLE['ways'])})\b)(?P<doer>{_ONE})(?![\w'’-]|\s+\d)"
)
_ASKED_OF_DEED = re.compile(rf"\b{alternatives(_TABLE['asked_of'])}\s+(?:the\s+)?{_NAME}\s+(?P<verb>[a-z]{{3,20}})\b")
_BY = re.compile(
    rf"\s+(?:(?!(?:by|and|but|or)\b)[\w’'-]{{1,20}}\s+){{0,5}}?by\s+"
    rf"(?P<doer>(?:[a-z][\w’'-]{{0,20}}\s+){{0,3}}(?!{ANY_MONTH}|{WEEKDAY}){_ONE})"
)


def tells_of_another_doer(question: str, sentence: str) -> bool:
    """Whether a question asks who did something to somebody, and a sentence tells only to whom that one did it.

    Args:
        question: such as "Who beat Moor?", "Whom did Moor beat?" or "When did Moor sue Carr?".
        sentence: such as "Moor beat Carr in May."
    """
    asked = next(_asked(searchable(question)), None)
    if asked is None:
        return False
    role, name, verb = asked
    told = set(_roles(searchable(sentence), name, verb))
    return bool(told) and role not in told


def is_done_by_another(question: str, sentence: str) -> bool:
    """Whether a question asks what somebody did, and a sentence tells by whom else that was done.

    Args:
        question: such as "When did Ada Moor open the shop?" or "When was the shop opened by Ada Moor?".
        sentence: such as "The shop, opened in 1898 by her uncle Ben, shuts in May."; a part of a body may act for it.
    """
    asked = _ASKED_DOING.search(searchable(question))
    if asked is None:
        return False
    verb, called = verb_stem(stem_of(asked["verb"] or asked["done"])), asked["name"] or asked["doer"]
    name = frozenset(stems(called)) if any(names(called)) else frozenset[str]()
    said = searchable(sentence) if name and verb else ""
    deeds = (word for word in _WORDS.finditer(said) if verb_stem(stem_of(word[0])) == verb)
    told = [(word.start(), match["doer"]) for word in deeds if (match := _BY.match(said, word.end()))]
    return bool(told) and all(name.isdisjoint(stems(f"{doer} {_just_before(said, start)}")) for start, doer in told)


def is_deed_of_another(
    question: str, sentence: str, is_proper: Callable[[str], bool], document: Callable[[], str]
) -> bool:
    """Whether a question asks what somebody or some body did or has, and a sentence tells it of another name alone.

    A person may act for a body, and who holds an office, or is written by letters, goes by a name as well; "Moor" is
    whoever the document calls Ada Moor.

    Args:
        question: such as "How many nurses does Wick have?".
        sentence: such as "Cole had only two nurses."
        is_proper: whether a word is (nearly) always written with a capital.
        document: gives all of its text with the title, where it counts.
    """
    asked = _ASKED_OF_DEED.search(searchable(question))
    name = frozenset(stems(asked["name"])) if asked else frozenset[str]()
    said = searchable(sentence) if name and name.isdisjoint(stems(sentence)) else ""
    if asked is None or not said or asked["name"].isupper() or names_office(asked["name"]):
        return False
    subjects = list(_subjects(said, asked["verb"]))
    own = frozenset(stems(question))
    is_other = bool(subjects) and all(
        own.isdisjoint(stems(one)) and all(map(is_proper, one.split())) and not one.isupper() for one in subjects
    )
    return is_other and not _may_be_meant(asked["name"], subjects, document())


def _may_be_meant(asked: str, subjects: Sequence[str], document: str) -> bool:
    """Whether one of some names is a person's where a body's is asked, or the other way, or both stand in one name."""
    lines = [line for line in document.splitlines() if asked in line or any(one in line for one in subjects)]
    called = [frozenset(line[slice(*span)].split()) for line in lines for span in names(line)]
    own = frozenset(asked.split())
    is_person = any(names(asked)) or any(own <= name for name in called)
    for one in subjects:
        words = frozenset(one.split())
        is_somebody = any(names(one)) or any(words <= name for name in called)
        if is_somebody != is_person or any(own | words <= name for name in called):
            return True
    return False


def is_done_by_one_not_named(question: str, sentence: str, near: str) -> bool:
    """Whether a question asks when, say, something was done by somebody, and a sentence tells it without that name.

    Args:
        question: such as "When was the mill built by Moor Homes?".
        sentence: such as "The mill was built in 1871."
        near: what stands above and before it, where the name may stand.
    """
    asked = _ASKED_DONE_BY.search(searchable(question))
    verb = verb_stem(stem_of(asked["done"])) if asked and not names_time(asked["doer"]) else ""
    if asked is None or not verb or verb not in map(verb_stem, stems(sentence)):
        return False
    return frozenset(stems(asked["doer"])).isdisjoint(stems(f"{near}\n{sentence}"))


def _subjects(sentence: str, verb: str) -> Iterator[str]:
    """Who does something by a sentence, where a name stands right before a form of the verb."""
    stem = verb_stem(stem_of(verb))
    for word in _WORDS.finditer(sentence):
        is_having = verb in _HAVING and word[0] in _HAVING and not _DONE_AFTER.match(sentence, word.end())
        if not is_having and (not stem or verb_stem(stem_of(word[0])) != stem):
            continue
        before = _SUBJECT_RIGHT_BEFORE.search(sentence[max(0, word.start() - _BACK_CHARS) : word.start()])
        if before:
            yield before["doer"]


def _just_before(sentence: str, start: int) -> str:
    """The few words before a place."""
    return " ".join(sentence[:start].split()[-_REACH:])


def _asked(question: str) -> Iterator[tuple[Role, frozenset[str], str]]:
    """What somebody named in a question is to a deed of it, with the words of the name and the stem of the deed."""
    for role, pattern in _ASKED:
        if (match := pattern.search(question)) and (verb := stem_of(match["verb"])):
            yield role, frozenset(match["name"].split()), verb


def _roles(sentence: str, name: frozenset[str], verb: str) -> Iterator[Role]:
    """What somebody is to each deed of a sentence."""
    tokens = _TOKEN.findall(sentence)
    for place, token in enumerate(tokens):
        if stem_of(token) != verb:
            continue
        before, after = (
            _clause(tokens[max(0, place - _REACH) : place][::-1])[::-1],
            _clause(tokens[place + 1 : place + 1 + 2 * _REACH]),
        )
        is_before = not name.isdisjoint(before)
        if not token.endswith("ing") and not _BEING.isdisjoint(map(str.casefold, before)):
            if is_before:
                yield "done to"
            elif after[:1] == ["by"] and _is_next(after[1:], name):
                yield "doer"
        elif _is_next(after, name):
            yield "done to"
        elif is_before and after and (after[0][0].isupper() or after[0].casefold() in _ARTICLES):
            yield "doer"


def _clause(tokens: Sequence[str]) -> list[str]:
    """Words up to the first sign between them."""
    end = next((place for place, token in enumerate(tokens) if not token[0].isalnum()), len(tokens))
    return list(tokens[:end])


def _is_next(words: Sequence[str], name: frozenset[str]) -> bool:
    """Whether words begin with a name, or have only articles and other words of names before it."""
    run = [word for word in words[: _REACH + 1] if word.casefold() not in _ARTICLES]
    place = next((place for place, word in enumerate(run) if word in name), None)
    return place is not None and all(word[0].isupper() for word in run[:place])


def is_deed_of_other(question: str, sentence: str) -> bool:
    """Whether a question asks what somebody did, and a sentence tells it of another, and of that one something else.

    Args:
        question: such as "Where did Sand emigrate to?".
        sentence: such as "Weir emigrated to Chile, and Sand gave up composing."
    """
    asked = _ASKED_OF.search(question)
    clauses = _CLAUSE_ENDS.split(sentence)
    if asked is None or len(clauses) == 1 or _ALIKE.search(sentence):
        return False
    name = asked["name"].split()[-1]
    deed = frozenset(map(verb_stem, stems(question[asked.end() :])))
    subjects = [_SUBJECT.match(clause) for clause in clauses]
    done = [not deed.isdisjoint(map(verb_stem, stems(clause))) for clause in clauses]
    named = [frozenset(subject["name"].split()) for subject in subjects if subject]
    if not deed or len(named) < len(clauses) or sum(done) != 1 or name in clauses[done.index(True)]:
        return False
    other = named[done.index(True)]
    is_known = other.isdisjoint(_PRONOUNS) and other.isdisjoint(_WORDS.findall(question[asked.end() :]))
    return is_known and any(name in one for one in named)
