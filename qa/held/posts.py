"""Posts: who holds the one that is asked about, by sentences that join its name to a person's."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from corpus.language.kinds import Span, Value
from corpus.language.lasting.holding import Held, begun, held, is_former, tells_deed, verb_stem
from corpus.language.names import bare_words
from corpus.language.persons.handing_over import is_post_of, terms, turns
from corpus.language.persons.people import TITLED, names
from corpus.language.persons.posts import Post, is_joined, post_in, posts_in
from corpus.language.persons.succession import predecessor_in, successor_in, successor_pronoun
from corpus.language.words import stems
from qa.choosing.answer_model import Chosen
from qa.choosing.statements import Matter, Statement, is_unfit
from qa.held.holders import Told
from qa.held.registers import of_post
from qa.held.valued import dated, read_passages, sentence_spans
from qa.passages.asked import Asked
from qa.passages.candidates import Candidate
from qa.passages.editions import are_of_one_body
from qa.passages.quoted import AnswerSpan
from qa.passages.sentences import QUOTABLE

_PARAGRAPH: Final = "\n\n"


def of_posts(asked: Asked, chosen: Chosen) -> Iterator[Told]:
    """Who holds the post that is asked about, by sentences that join its name to a person's, and by registers.

    What a post is said to be of ("mayor of Ennerby") stands in the question, above the sentence, or with the post of
    the first words too. Where neither that nor the question tells whose it is, papers of several bodies tell nothing.
    """
    matter = Matter(asked)
    found = list(_posts(matter, chosen))
    first, sentence = chosen.ranking.candidates[0], chosen.spans[0].sentence
    of = next((one.of for one in found if one.told.is_told_by(first.row, sentence)), None)
    yield from _listed(matter, chosen)
    if of is None:
        yield from _of_one_body(matter, found)
        return
    is_vague = len(matter.plain) == 1 and not matter.names
    own = [
        one
        for one in found
        if (one.of <= of or one.of & (of | one.above) if one.of else not is_vague or not of or of & one.above)
    ]
    named = frozenset(stems(matter.unsaid))
    is_named = bool(named) and all(named <= one.above for one in own)
    documents = (one.told.statement.candidate.document for one in own)
    if of or not is_vague or is_named or all(are_of_one_body(first.document, document) for document in documents):
        yield from (one.told for one in own)


def _of_one_body(matter: Matter, found: Sequence[_Holder]) -> Iterator[Told]:
    """Who holds the post by papers of one body: that which the question names, or the one publisher of them all."""
    own = [one for one in found if one.of <= one.above]
    publishers = {one.told.statement.candidate.document.source for one in own}
    if matter.names or (len(publishers) == 1 and None not in publishers):
        yield from (replace(one.told, is_whole=True) for one in own)


@dataclass(frozen=True, slots=True)
class _Holder:
    """Who holds a post by a sentence.

    Attributes:
        told: the statement.
        of: the stems of what the post is of.
        above: those of the title, the publisher and the headings above it, and of the names in the question.
    """

    told: Told
    of: frozenset[str]
    above: frozenset[str]


def _posts(matter: Matter, chosen: Chosen) -> Iterator[_Holder]:
    """Who holds a post that is called as the one asked about, whatever it is of."""
    for candidate in read_passages(matter.asked, chosen.ranking) if matter.plain else ():
        document, passage = candidate.document, candidate.passage
        above = f"{document.title}\n{document.source or ''}\n{passage.heading}\n{passage.context}"
        stems_above = matter.names | frozenset(stems(above))
        before: Told | None = None
        for lead, span, post in _told_of(matter, candidate, above):
            if matter.bodies and post.of and post.of.isdisjoint(matter.bodies | stems_above):
                continue
            earlier = predecessor_in(passage.text[slice(*span)]) if lead < span[0] else None
            if both := list(_both(matter, before, lead, span)) if earlier and before else []:
                yield from (_Holder(told, post.of, stems_above) for told in both)
                continue
            for told in _holders(matter, candidate, lead, span, post):
                if earlier:
                    yield _Holder(_preceding(told, before, span, earlier), post.of, stems_above)
                    continue
                before = _following(told, before) if lead < span[0] else told
                yield _Holder(before, post.of, stems_above)


def _listed(matter: Matter, chosen: Chosen) -> Iterator[Told]:
    """Who held the post by the first register that is of it; by all of them where the question names whose it is."""
    for candidate in read_passages(matter.asked, chosen.ranking) if matter.plain else ():
        if (register := of_post(matter, candidate)) is None:
            continue
        for entry in register.entries:
            line, who = entry.line, (entry.who[0] - entry.line[0], entry.who[1] - entry.line[0])
            if statement := _named(matter, candidate, line[0], line, who, " ".join(register.over)):
                yield Told(statement, _key(statement), entry.held, candidate.document.day, is_whole=True)
        if not matter.names:
            return


def _following(told: Told, before: Told | None) -> Told:
    """Who followed somebody, since that one's last day where no other is told."""
    if before is None or told.held.since or told.held.is_past or not before.held.until:
        return told
    return replace(told, held=replace(told.held, since=before.held.until))


def _both(matter: Matter, after: Told, lead: int, span: Span) -> Iterator[Told]:
    """Both of two who took turns, by a sentence with "she" for the one who was named before; none by any other.

    Args:
        matter: what is asked about.
        after: the one who was named.
        lead: where what is quoted begins: the sentence before.
        span: the sentence, such as "She took over from John Doe in May 2022.".
    """
    candidate, name = after.statement.candidate, after.statement.value.text
    sentence, said = candidate.passage.text[slice(*span)], candidate.document.said
    if (she := successor_pronoun(sentence)) is None:
        return
    full, longer = f"{sentence[: she[0]]}{name}{sentence[she[1] :]}", len(name) - (she[1] - she[0])
    found = turns(full)
    for turn, time in zip(found, terms(found, full, said), strict=True):
        if turn.name[0] == she[0]:
            yield replace(after, held=time if time.since else after.held)
        elif statement := _named(matter, candidate, lead, span, (turn.name[0] - longer, turn.name[1] - longer)):
            until = time.until or max(after.held.since - 1, 0)
            yield Told(
                statement, _key(statement), replace(time, until=until, is_past=not until), candidate.document.day
            )


def _preceding(told: Told, after: Told | None, span: Span, words: Span) -> Told:
    """Who came before somebody, until that one's first day where no other is told: "Her predecessor, Ada Moor, …".

    Args:
        told: the one before.
        after: the other.
        span: where the sentence stands.
        words: where the words stand in it that say so; "she succeeded" tells nothing of when the one before began.
    """
    passage, placed = told.statement.candidate.passage, told.statement.within
    sentence = passage.text[slice(*span)]
    lead = span[0] - told.statement.span.sentence[0]
    hidden = f"{sentence[: words[0]]}{' ' * (words[1] - words[0])}{sentence[words[1] :]}"
    name = placed[0] - lead, placed[1] - lead
    time = held(hidden, name, passage.text, span[0], told.statement.candidate.document.said)
    until = time.until or (after.held.since if after else 0)
    since = time.since or begun(sentence, until)
    return replace(told, held=Held(since, until, is_past=not until))


def _told_of(matter: Matter, candidate: Candidate, above: str) -> Iterator[tuple[int, Span, Post]]:
    """The sentences that tell of a post, each with where what is quoted of it begins, and where the post stands in it.

    "Her successor" and "her predecessor" are of the post that the sentence before tells of, which is then quoted too.
    Below a title of the trustees, or after "the chair of the trustees" in the same paragraph, the chair is theirs.
    """
    text = candidate.passage.text
    told, called = frozenset(map(verb_stem, stems(text))), (matter.post, matter.plain, matter.head)
    if not any(post and told.issuperset(map(verb_stem, post)) for post in called):
        return
    before: tuple[Span, Post] | None = None
    of_above, known = frozenset(matter.plain) - frozenset(matter.head), frozenset(stems(above))
    whole: tuple[int, Post] | None = (0, Post(0, 0, of_above)) if of_above <= known else None
    for span, kind in sentence_spans(matter.asked, candidate):
        sentence = text[slice(*span)]
        if whole and whole[0] and _PARAGRAPH in text[whole[0] : span[0]]:
            whole = None
        named = list(names(sentence))
        post = post_in(sentence, matter.post, named) or post_in(sentence, matter.plain, named)
        if kind not in QUOTABLE or (post and not matter.is_told(candidate, sentence, above)):
            before = None
        elif post:
            for one in [post] if turns(sentence) else _all_of(matter, sentence, post, named):
                yield span[0], span, one
            before, whole = (span, post), whole if whole and not whole[0] else (span[1], post)
        elif whole and (short := _short(sentence, named, matter, whole[1], known)):
            yield span[0], span, short
            before = span, short
        else:
            after = successor_in(sentence) or predecessor_in(sentence)
            if before and after and _PARAGRAPH not in text[before[0][1] : span[0]]:
                yield before[0][0], span, Post(*after, before[1].of)
            before = None


def _all_of(matter: Matter, sentence: str, post: Post, named: Sequence[Span]) -> list[Post]:
    """A post with its other places in a sentence that have a name beside them: "...; Tom Reed has been chair since"."""
    others = (one for one in posts_in(sentence, matter.head or matter.post, named) if one.start >= post.end)
    return [post, *(one for one in others if one.of <= post.of)]


def _short(sentence: str, named: Sequence[Span], matter: Matter, whole: Post, known: frozenset[str]) -> Post | None:
    """Where a sentence has a post that was told of before, without what it is of; None where it has not.

    Args:
        sentence: itself.
        named: where names stand in it.
        matter: what is asked about.
        whole: the post that was told of.
        known: the stems of what the sentence stands under, which may be said again: "Town Mayor" of a town council.
    """
    found = post_in(sentence, matter.head, named) if matter.head else None
    return Post(found.start, found.end, whole.of) if found and found.of <= known else None


def _holders(matter: Matter, candidate: Candidate, lead: int, span: Span, post: Post) -> Iterator[Told]:
    """Who holds a post by a sentence: the person whose name is joined to it, or both of two who took turns.

    Args:
        matter: what is asked about.
        candidate: the passage.
        lead: where what is quoted begins: the sentence, or one before it.
        span: the sentence.
        post: where the post stands in it.
    """
    sentence, document = candidate.passage.text[slice(*span)], candidate.document
    found = turns(sentence) if lead == span[0] else ()
    if found and is_post_of(found, sentence, post):
        for turn, time in zip(found, terms(found, sentence, document.said), strict=True):
            if statement := _named(matter, candidate, lead, span, turn.name):
                yield Told(statement, _key(statement), time, document.day)
        return
    joined = [name for name in names(sentence) if is_joined(sentence, name, post)]
    if not joined:
        return
    name = min(joined, key=lambda one: max(post.start - one[1], one[0] - post.end))
    statement = _named(matter, candidate, lead, span, name)
    if statement and found:
        is_past = is_former(sentence[min(name[1], post.end) : max(name[0], post.start)])
        yield Told(statement, _key(statement), Held(is_past=is_past), document.day)
    elif statement:
        told = dated(statement, _key(statement), span, post if lead < span[0] else None)
        yield replace(told, held=Held()) if tells_deed(sentence[max(name[1], post.end) :]) else told


def _named(matter: Matter, candidate: Candidate, lead: int, span: Span, name: Span, over: str = "") -> Statement | None:
    """That a name in a sentence, under some words, is the one asked for; None where the sentence is unfit to say so."""
    text = candidate.passage.text[span[0] + name[0] : span[0] + name[1]]
    placed = (span[0] + name[0], span[0] + name[1])
    value = (*placed, Value("name", text, " ".join(text.split())))
    statement = Statement(candidate, AnswerSpan(placed, (lead, span[1]), value))
    return None if is_unfit(matter.asked, statement, f"{matter.unsaid} {over}") else statement


def _key(statement: Statement) -> str:
    return bare_name(statement.value.text)


def bare_name(name: str) -> str:
    """A name without titles, however they are written, by which people are told apart."""
    return " ".join(bare_words(" ".join(word for word in name.split() if not TITLED.match(word.capitalize()))))
