"""Names of people in a text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from corpus.language.kinds import Span

_UPPER, _LOWER = "A-ZÀ-ÖØ-ÞĀĆČĐĘĚĞİŁŃŘŚŞŠŤŹŻŽ", "a-zß-öø-ÿāăąćčďđęěğıłńňřśşšťůźżž"
_NAME_WORD = (
    rf"(?:(?:[{_UPPER}]['’]|Mc|Mac)?[{_UPPER}][{_LOWER}]+(?:['’](?!s\b)[{_LOWER}]+)?(?:[-‐‑][{_UPPER}]?[{_LOWER}]+)*)"
)
_TITLE = (
    r"(?:Cllr|Coun|Councillor|Dr|Doctor|Mr|Mrs|Ms|Miss|Mx|Sir|Dame|Lord|Lady|Baroness|Baron|Prof|Professor|Rev|Revd|Reverend|Judge|Justice|Canon|Bishop|Archbishop|King|Queen|Pope|Saint"
    r"|Emperor|Empress|President|Prince|Princess|Duke|Duchess|Earl|Sgt|Sergeant|Capt|Captain|Major|Colonel|General|Alderman)\b\.?"
)
_PARTICLE = r"(?:de|da|di|du|dos|del|della|de\s+la|la|le|van|von|van\s+der|van\s+den|der|den|ten|ter|bin|ibn|bint|al|el|af|av|y|zu)"
_INITIALS = rf"(?:[{_UPPER}]\.(?:[ -]?[{_UPPER}]\.)*|[{_UPPER}]{{1,2}}(?=\s+[{_UPPER}][{_LOWER}]))"
_EPITHET = r"(?:the\s+(?:Great|Elder|Younger|Conqueror|Confessor|Bold|Bald|Terrible|Magnificent|Wise|Good|Pious|Lionheart)|[IVX]{1,5}\b)"
_NAME = re.compile(
    rf"(?=[{_UPPER}])(?<![\w.'’-])(?:{_TITLE}\s+)*(?:{_NAME_WORD}|{_INITIALS})"
    rf"(?:(?:[ \t]++(?:[^\S \t][ \t]*+)?|[^\S \t][ \t]*+)(?:{_PARTICLE}\s+|(?:al|el)-)?(?:{_NAME_WORD}|{_INITIALS}|{_EPITHET})){{0,6}}(?![\w])"
)
_NAME_PART = re.compile(rf"{_TITLE}(?=\s)|{_NAME_WORD}|{_INITIALS}|[IVX]{{1,5}}\b|the\s+\w+")
TITLED = re.compile(rf"(?:{_TITLE})\Z")
_BETWEEN_NAMES = frozenset(
    """
    a about according acting additionally after against all also although among an and another any appendix april are as assistant at august author
    authors autumn be because been before between both but by cabinet can captain cbe chair chairman chairperson chairwoman chief children christmas
    cllr commissioner conservative contact could councillor councillors currently date dear december democrat democrats deputy despite did director
    directors do doctor does dr during each earlier easter editor email every executive fax february few figure finally first following for former
    friday from furthermore good governors had has have he head headmaster headteacher her here his how however i if improvement in inadequate
    inspector inspectors instead interim is it its january july june kc kings labour last later lead leader leaders less liberal manager managers many
    march may mbe meanwhile member members mep might minister ministers monday more moreover most mp mps mr mrs ms msp must my name nevertheless new
    news next no not note november obe october of officer officers on or other our outstanding over overall page parents part patients people phd
    please poor president presidents previously principal professor professors published pupils qc queens recently related report republican requires
    satisfactory saturday second secretary section see senior september she should signed since social some source spokesman spokesperson spokeswoman
    spring staff students such summer sunday table teachers tel telephone that the their then there therefore these they third this those though
    through thursday thus to today tomorrow tuesday under until vice was we wednesday were what when where which while whilst who whom whose why will
    winter with within without workers would yes yesterday you your
    """.split()
)
"""Words that end a name, and begin another: small words, offices, days and months."""
_ORGANISATIONS = frozenset(
    """
    academy act adult adults africa african agency ages algorithm america american arab arabia arabic argentine army asia asian assembly association
    australia australian austrian authorities authority avenue award bank battle bay bbc beach belgian board borough brazilian bridge britain british
    bureau byzantine canada canadian card care castle cathedral catholic center central centre championship championships change child chilean china
    chinese christian church city civil class climate clinic close club code college colombian commission committee communities community company
    copyright corporate corporation council councils country county court crown cup danish data death department development directorate disease
    district drive dutch dynasty early east eastern education egyptian emirates empire energy england english environment estyn europe european event
    events families family finance financial finnish fire force forces forest fort foundation framework france french gardens general german germany
    global government great greek group guardian guidance health help holy hong hospital house housing hub hungarian inc index india indian infection
    inspection institute international ireland irish islamic island islands israeli italian italy japan japanese jewish journal justice key kingdom
    kong lake land las law league library licence license limited list local london los lower ltd magazine market media mexican middle military
    ministry model monument mountain museum muslim national navy network news nhs norman north northern nova ocean office ofsted open order outline
    palace panel parish park parliament partnership party persian plague plan planning plc police policy polish portuguese post press prime prize
    programme project protein protestant province public rebellion region regulations republic rescue review risk risks river road roman royal russia
    russian safeguarding saint san saudi scheme school schools score scotland scottish sea select service services siege society source sources south
    southern soviet spain spanish special square st stage stages state states station strategy street supreme surgery swedish swiss syndrome system
    team test theory times tower town transport treaty trust turkish union united university upper uprising valley village virus visit wales war way
    welsh west western world
    """.split()
)
"""Words of the names of bodies, places and things; beside one of these no two capitalised words are a person."""


_NUMERAL = re.compile("[IVX]+")
_IN_OFFICE = re.compile(
    rf"(?i:\b(?:inspectors?|directors?|authors?|chair|leader|commissioner|officer|manager|editor|contact|headteacher|principal|minister|name)):\s+"
    rf"(?P<name>{_NAME_WORD}(?: {_NAME_WORD}){{1,3}})"
)
"""After the name of an office and a colon any two words with capitals are a person, though one be the name of a place too."""
_THING = tuple("shire tion tions ment ments ity ities ness ology ism isms ship ships ance ances ics ives ings".split())
_CALLING = re.compile(r"(?:ologist|ographer|ician|....ist|aneer)s?$")


def names(text: str) -> Iterator[Span]:
    """Stretches that read like the name of a person: two words or more, or a title with one."""
    labelled = [match.span("name") for match in _IN_OFFICE.finditer(text)] if ":" in text else []
    yield from labelled
    for span in _unlabelled_names(text):
        if not any(span[0] < end and start < span[1] for start, end in labelled):
            yield span


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
            elif word in _ORGANISATIONS or word.endswith(_THING):
                run = []
            elif (word in _BETWEEN_NAMES and not (word == "a" and run)) or _CALLING.search(word):
                yield from _person(run, text)
                run = []
            else:
                run.append(part.span())
        yield from _person(run, text)


def _person(run: Sequence[Span], text: str) -> Iterator[Span]:
    if (
        2 <= len(run) <= 5
        and (text[run[-1][1] - 1].islower() or _NUMERAL.fullmatch(text, *run[-1]))
        and not TITLED.match(text[slice(*run[-1])])
    ):
        yield run[0][0], run[-1][1]
