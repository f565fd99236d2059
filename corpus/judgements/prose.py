"""Judgements that sentences state: "Services in Vale were judged to be inadequate in July 2022"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final

from corpus.judgements.as_of import Stated, time_told
from corpus.judgements.graded import Sentence, graded
from corpus.judgements.grids import choose
from corpus.judgements.judgement import Judgement
from corpus.judgements.names import bare_name, bodies
from corpus.judgements.own_words import is_of_other_kind, is_only_one, is_opinion, own_aspects
from corpus.judgements.phrases import CLOSING, Phrases, Verb, phrases
from corpus.judgements.report import Report
from corpus.judgements.scales import Aspects, Scale
from corpus.language.corrections import is_taken_back
from corpus.language.predicates import negated
from corpus.language.times.dates import dates
from corpus.language.vocabulary import alternatives, load

_NUMBERED: Final = re.compile(r"\bgrade\s\d\s?[:(–—-]\s?$", re.I)
_OVERALL: Final = re.compile(r"\boverall\b", re.I)
_BEFORE: Final = re.compile(rf"\b{alternatives(load('judgements')['wording']['judges_before'])}\b", re.I)
_FOLLOWING: Final = 100
"""So far behind a sentence it is looked for what takes it back."""


@dataclass(frozen=True, slots=True)
class Said:
    """What a sentence says of a grade.

    Attributes:
        aspects: what was judged, as its words or the sentence before name it; () for all that a scale judges.
        holds: whether it says that the grade still holds.
        start: where its words start in the sentence.
        subject: the name of whose judgement it is; "" where the sentence names none.
        scales: those whose subject matter its words name.
        is_earlier: whether it says that it was so before the time of its sentence.
        is_own: whether a report gives the grade itself, in its own words.
        also: what else it gives the grade to.
        end: where what was judged ends in the sentence; 0 where it stands before the grade.
    """

    aspects: Aspects
    holds: bool
    start: int
    subject: str
    scales: tuple[Scale, ...]
    is_earlier: bool = False
    is_own: bool = False
    also: tuple[Aspects, ...] = ()
    end: int = 0


Last = tuple[int, Said] | None
"""Where the last grade of a sentence ends that it states, and what it says by that."""


def in_sentences(report: Report) -> Iterator[Judgement]:
    """The judgements that a document's sentences state."""
    known = phrases(report.scales)
    for sentence in graded(report, known):
        last = None
        for match in known.grade.finditer(sentence.text):
            found = _whole(report, sentence, match)
            said = None if found else _stated(report, sentence, match, known, last)
            last = (match.end(), said) if said else last
            if found := found or (_judgement(report, sentence, match, said) if said else None):
                yield found
            others = [replace(said, aspects=aspects) for aspects in said.also] if said else []
            yield from filter(None, (_judgement(report, sentence, match, other) for other in others))


def _whole(report: Report, sentence: Sentence, match: re.Match[str]) -> Judgement | None:
    """The judgement of a report by a scale whose grades are whole predicates."""
    grades = report.scales.grades_called(match.group())
    judged = next(((scale, scale.overall, grade) for scale, grade in grades if scale.whole), None)
    if judged is None or judged[0] is not report.scale or not report.is_inspection:
        return None
    return report.judgement(judged, None, sentence.start, sentence.start + match.end())


def _stated(report: Report, sentence: Sentence, match: re.Match[str], known: Phrases, last: Last) -> Said | None:
    """What a sentence states by a grade; None where it states nothing."""
    end = sentence.start + len(sentence.text)
    following = report.document.text[end : end + _FOLLOWING]
    if is_taken_back(sentence.text, match.start(), following) or not _is_plain(sentence.text, match, known):
        return None
    if is_of_other_kind(report, sentence.text, match) or is_opinion(sentence.text[: match.start()]):
        return None
    said = _own(report, sentence, match, known, last) or _said(report, sentence, match, known)
    return said or (_goes_on_of(sentence, match, known, *last) if last else None)


def _own(report: Report, sentence: Sentence, match: re.Match[str], known: Phrases, last: Last) -> Said | None:
    """What the report on one service says of its own grades, or of those of an inspection that its sentence names."""
    before = last[0] if last and last[1].is_own else 0
    given = own_aspects(report, sentence.text, match, before)
    if given is None:
        return None
    (aspects, *also), start = given
    is_earlier = _tells_of_earlier(report, sentence, known)
    if not is_earlier and known.earlier.search(sentence.inspected):
        return None
    return Said(aspects, not is_earlier, start, "", (), is_own=True, also=tuple(also))


def _tells_of_earlier(report: Report, sentence: Sentence, known: Phrases) -> bool:
    """Whether a sentence tells of another time than that of its report."""
    return known.earlier.search(sentence.text) is not None or bool(dates(sentence.text, report.said))


def _goes_on_of(sentence: Sentence, match: re.Match[str], known: Phrases, end: int, said: Said) -> Said | None:
    """What a sentence says by one grade more of what it gave one to: "was rated inadequate in May and is now good"."""
    verb = known.verb(sentence.text[: match.start()], match.group())
    if verb is None:
        return _shares(sentence, match, known, max(end, said.end), said)
    start = _verb_start(sentence.text, verb.start)
    if not known.goes_on.fullmatch(sentence.text, end, max(start, end)):
        return None
    return replace(said, holds=verb.holds, start=start, is_own=False)


def _shares(sentence: Sentence, match: re.Match[str], known: Phrases, end: int, said: Said) -> Said | None:
    """What is said by a grade that shares the verb of one before: "good for adoption and outstanding for leaders"."""
    if not known.shares.fullmatch(sentence.text, end, match.start()):
        return None
    given = _given_for(sentence, match, known, said)
    return replace(given, is_own=False) if given else None


def _given_for(sentence: Sentence, match: re.Match[str], known: Phrases, said: Said) -> Said | None:
    """What is said by a grade before what it is given for: "inadequate for help and protection, and for adoption"."""
    told = known.judged_for.match(sentence.text, match.end())
    if told is None:
        return None
    aspects, *also = known.parts(f"{told['subject']} {told['others'] or ''}")
    return replace(said, aspects=aspects, also=tuple(also), end=told.end())


def _verb_start(text: str, start: int) -> int:
    """Where a verb starts behind the comma and the white space before it."""
    return start + len(text[start:]) - len(text[start:].lstrip(" ,\n"))


def _beside_name(report: Report, sentence: Sentence, match: re.Match[str], lead: str, known: Phrases) -> Said | None:
    """What is said beside a name, before another grade of it: "Moor House, inadequate in May 2024, is now good"."""
    if not lead.endswith(", ") or not _is_first_of_two(sentence.text, match, known):
        return None
    return _by_name(report, sentence, lead[:-2], False, known, report.scales.judged_by(sentence.text))


def _is_first_of_two(text: str, match: re.Match[str], known: Phrases) -> bool:
    """Whether a grade goes on to another of the same: "was inadequate in May, is now good" is no opinion."""
    following = known.grade.search(text, match.end())
    verb = known.verb(text[: following.start()], following.group()) if following else None
    start = _verb_start(text, verb.start) if verb else 0
    return verb is not None and known.goes_on.fullmatch(text, match.end(), max(start, match.end())) is not None


def _is_plain(text: str, match: re.Match[str], known: Phrases) -> bool:
    """Whether a grade stands as it is: no "good or better", no "good practice", no goal, condition, claim or denial."""
    lead = text[: match.start()]
    return (
        not text.rstrip(" \"”’')").endswith("?")
        and (known.ends.match(text, match.end()) or known.after.match(text, match.end())) is not None
        and not known.undone.search(lead)
        and not known.unreal.search(known.aspect.sub(" ", lead))
        and not negated(lead[max(lead.rfind(","), lead.rfind(";")) + 1 :])
    )


def _said(report: Report, sentence: Sentence, match: re.Match[str], known: Phrases) -> Said | None:
    """What a sentence says by a grade; None where it does not judge anything that a scale knows."""
    lead = _NUMBERED.sub("", sentence.text[: match.start()])
    verb = known.verb(lead, match.group()) or known.given(sentence.text, match)
    if verb and verb.perfect and verb.judges and report.is_inspection:
        verb = replace(verb, holds=False)
    if verb and verb.judges and (given := _given_for(sentence, match, known, Said((), verb.holds, verb.start, "", ()))):
        return given
    if (verb is None or not verb.judges) and (named := _judging(report, sentence, match, known)):
        return named
    if verb is None or (report.is_inspection and known.we_found.search(lead)):
        said = _found(report, sentence, lead, known) or _called(report, sentence, match, known)
        return said or (_beside_name(report, sentence, match, lead, known) if verb is None else None)
    subject = known.subject.search(lead, 0, verb.start)
    said = _of_subject(report, sentence, subject, verb, known) if subject else None
    is_told = verb.judges or _is_first_of_two(sentence.text, match, known)
    if said or not is_told:
        return said or _called(report, sentence, match, known)
    if subject:
        return None
    after = known.after.match(sentence.text, match.end())
    if after and known.alone.match(lead, 0, verb.start):
        return Said(report.scales.aspects_called(after["subject"]), bool(after["holds"]), verb.start, "", ())
    by = known.by.match(sentence.text, match.end())
    judges = f"{lead[verb.start :]} {by['judge'] if by else ''}"
    before = lead[: verb.start].rstrip(" ,")
    return _by_name(report, sentence, before, verb.holds, known, report.scales.judged_by(judges))


def _found(report: Report, sentence: Sentence, lead: str, known: Phrases) -> Said | None:
    """What is said of what an inspection judged: "the last inspection found the council to be inadequate"."""
    told = known.we_found if report.is_inspection else known.judges_found
    found = told.search(lead) or known.found_by.search(lead)
    if found is None:
        return None
    is_own = found.re is known.we_found and not _tells_of_earlier(report, sentence, known)
    holds = is_own or found.groupdict().get("holds") is not None
    subject = known.subject.search(lead, found.start(), found.end("what"))
    if subject is None:
        is_told = found.re is known.judges_found
        return _by_name(report, sentence, lead[: found.end("what")], holds, known, ()) if is_told else None
    said = _of_subject(report, sentence, subject, Verb(found.start(), holds=holds, judges=True), known)
    of = lead[: found.start("what")]
    aspects = report.scales.aspects_named(of)[:1]
    if not aspects and known.others.search(of):
        return None
    return replace(said, aspects=said.aspects or aspects) if said else None


def _of_subject(report: Report, sentence: Sentence, subject: re.Match[str], verb: Verb, known: Phrases) -> Said | None:
    """What is said of what was judged, by its words."""
    aspects = report.scales.aspects_called(subject["subject"])
    if (
        aspects
        and verb.holds
        and not verb.judges
        and report.is_inspection
        and known.alone.match(sentence.text, 0, subject.start()) is None
    ):
        return None
    scales = report.scales.about(subject.group())
    name = _name(sentence, subject, known)
    if name is None:
        return None
    if subject["what"] is None:
        if not verb.judges or (subject["it"] and not _is_of_scale(sentence, subject.start("subject"), known)):
            return None
        owner = report.scales.aspects_named(subject["owner"])
        inspected = (owner,) if owner else _inspected(report, sentence, subject, known)
        if inspected is None:
            return None
        aspects, *also = inspected or ((),)
        scales = scales or report.scales.about(sentence.text) or report.scales.about(sentence.before)
        return Said(aspects, verb.holds, subject.start("whole"), name, scales, also=tuple(also))
    others = known.listed_before.search(sentence.text, 0, subject.start("whole")) if aspects else None
    if others is None or others["above"]:
        return Said(aspects, verb.holds, subject.start("whole"), name, scales)
    parts = known.parts(others["others"])
    return Said(aspects, verb.holds, others.start("others"), name, scales, also=parts)


def _is_of_scale(sentence: Sentence, end: int, known: Phrases) -> bool:
    """Whether the last thing that is named before a word such as "it" is one that a scale is about."""
    for text in (sentence.text[:end], sentence.before):
        if named := list(known.judged.finditer(text)):
            return named[-1]["other"] is None
    return known.inspection.search(sentence.text[:end]) is not None


def _inspected(
    report: Report, sentence: Sentence, subject: re.Match[str], known: Phrases
) -> tuple[Aspects, ...] | None:
    """What was inspected, as the sentence or the one before it says, () for all; None where that is something else."""
    lead = sentence.text[: subject.start("subject")]
    named = list(known.judged.finditer(lead))
    bare = known.bare_services.search(lead)
    is_meant = named and not (bare and lead[named[-1].end() : bare.start()].strip())
    if is_meant and named[-1]["what"] and subject["it"] and subject["subject"].lower() in known.relative:
        return (report.scales.aspects_called(named[-1]["what"]),)
    is_overall = _OVERALL.search(sentence.text) is not None
    for text in (lead, sentence.inspected):
        inspection = known.inspection.search(text)
        if inspection and (of := inspection["of"] or (text if text is sentence.inspected else "")):
            parts = known.inspected(of)
            return None if not parts and known.others.search(of) else () if is_overall else parts
    begin = known.aspect.match(lead) if subject["it"] else None
    return (report.scales.aspects_called(begin.group()),) if begin else ()


def _name(sentence: Sentence, subject: re.Match[str], known: Phrases) -> str | None:
    """The name of whose judgement it is, beside what was judged, or of the last council that is named before it.

    Returns:
        "" where no name stands there; None where what was judged is that of somebody who has none.
    """
    owner = f"{subject['owner']}{subject['body'] or ''}"
    beside = (bare_name(match.group()) for part in (subject["rest"], owner) for match in known.name.finditer(part))
    if named := next((name for name in beside if name and not known.no_name.fullmatch(name)), ""):
        return named
    lead = sentence.text[: subject.start("whole")]
    before = bodies(lead) or (bodies(sentence.before) if subject["it"] and not lead.strip() else [])
    if known.whose.search(lead):
        return before[-1] if before else None
    return before[-1] if before and not subject["what"] else ""


def _by_name(
    report: Report, sentence: Sentence, lead: str, holds: bool, known: Phrases, scales: tuple[Scale, ...]
) -> Said | None:
    """What is said of somebody by name alone: "Trafford was judged to be inadequate", "Moor House was rated good".

    Args:
        report: whose document it is.
        sentence: with the grade.
        lead: what stands in it before the verb.
        holds: whether it says that the grade still holds.
        known: the patterns.
        scales: those of the judges that it names, where these judge by no other.
    """
    noun = known.noun_alone.search(lead)
    if noun and report.scale and not report.is_of_authority and is_only_one(report, noun["noun"]):
        return Said((), holds, noun.start("whole"), "", (report.scale,))
    named = known.named.search(lead)
    if named is None:
        return None
    if scales:
        return _of_named(report, named["name"], named.start("name"), holds, known, scales)
    if not report.subject or report.is_of_another(named["name"]):
        return None
    return Said((), holds, named.start("name"), "", report.scales.about(sentence.text))


def _of_named(
    report: Report, name: str, start: int, holds: bool, known: Phrases, scales: tuple[Scale, ...]
) -> Said | None:
    """What judges say of one who is called by name alone; a single word has to be a name in the title too."""
    is_word = len(name.split()) == 1
    if known.no_name.fullmatch(name) or (is_word and not re.search(rf"\b{re.escape(name)}\b", report.document.title)):
        return None
    return Said((), holds, start, name, scales)


def _judging(report: Report, sentence: Sentence, match: re.Match[str], known: Phrases) -> Said | None:
    """What is said by the name of a judge first: "The CQC has rated Moor House good"."""
    told = known.judge_names.search(sentence.text, 0, match.start())
    scales = report.scales.judged_by(told["judge"]) if told else ()
    if told is None or not scales:
        return None
    return _of_named(report, told["name"], told.start("judge"), told["holds"] is not None, known, scales)


def _called(report: Report, sentence: Sentence, match: re.Match[str], known: Phrases) -> Said | None:
    """What is said by a noun: "its rating of good", "the judgement for adoption is that it is good"."""
    lead = sentence.text[: match.start()]
    noun = known.noun.search(lead)
    if noun is None:
        return None
    words = noun["of"] or ""
    aspects = report.scales.aspects_called(words) if words else ()
    scales = report.scales.about(sentence.text)
    if words and not aspects and not report.scales.about(words):
        return None
    if not words and (known.others.search(lead) or not (scales or known.body.search(lead))):
        return None
    parts = [aspect for scale, aspect in report.scales.aspects_named(lead) if aspect is not scale.overall]
    if not words and parts and not known.overall_noun.search(lead):
        return None
    return Said(
        aspects,
        bool(noun["kept"] or noun["holds"] or (words and known.is_verb(match.group()))),
        noun.start(),
        "",
        scales,
        is_earlier=noun["earlier"] is not None,
    )


def _judgement(report: Report, sentence: Sentence, match: re.Match[str], said: Said) -> Judgement | None:
    """What was judged, how and when, where one scale knows it."""
    among = said.scales or ((report.scale,) if report.scale else ())
    aspects = said.aspects or tuple((scale, scale.overall) for scale in among)
    fitting = tuple(each for each in aspects if not said.scales or each[0] in said.scales) or aspects
    judged = choose(report, fitting, report.scales.grades_called(match.group()))
    if judged is None or (judged[0] is not report.scale and judged[0] not in said.scales):
        return None
    time = None if said.holds else Stated() if said.is_earlier else _when(report, sentence, match)
    if time and time.words is None and report.is_inspection and time.until == report.own_time.until:
        time = None
    words = (said.start, max(said.end, _unquoted_end(sentence.text, match.end())))
    start, end = (min(words[0], time.words[0]), max(words[1], time.words[1])) if time and time.words else words
    first = sentence.inspected_start if time and time.day and not time.words else sentence.start + start
    return report.judgement(judged, time, first, sentence.start + end, said.subject)


def _unquoted_end(text: str, end: int) -> int:
    """Where words end with the quotation mark after them."""
    return end + 1 if text[end : end + 1] in CLOSING else end


def _when(report: Report, sentence: Sentence, match: re.Match[str]) -> Stated:
    """When it was judged, as the sentence says, or the one before it of the inspection; of no day where they do not."""
    said_on, known = report.said, phrases(report.scales)
    shared = known.shared.match(sentence.text, match.end())
    time = time_told(sentence.text, match.start(), shared.end() if shared else match.end(), said_on)
    if time is None and sentence.inspected and not _BEFORE.search(sentence.text, 0, match.start()):
        time = time_told(sentence.inspected, len(sentence.inspected), len(sentence.inspected), said_on)
        time = replace(time, words=None) if time else None
    is_own_time = time is not None and time.words is None and time.until == report.own_time.until
    is_earlier = (
        known.earlier.search(sentence.text, 0, len(sentence.text) if is_own_time else match.start()) is not None
    )
    if is_earlier and is_own_time:
        return Stated()
    return time or (Stated() if is_earlier else report.unsaid_time)
