"""The feed of changes: Atom that a reader can parse, with an entry for each change and ids that stay."""

from __future__ import annotations

from datetime import UTC, datetime
from xml.etree import ElementTree

from qa.watching.feed import NAMESPACE, atom_feed, told
from qa.watching.watch import Asked, Said

NONE = Said("", "", "", "", None, "", "No document says so.")
BEFORE = Said("£45\na day", "45", "fees", "Fees <2023> & more\x0b", 3, "/documents/fees", "")
NOW = Said("£52 a day", "52", "fees", "Fees", None, "/documents/fees", "")
AT = datetime(2026, 11, 27, 9, 30, tzinfo=UTC)
CHANGE = Asked("What does a day cost?", ("value", "quote"), BEFORE, NOW, "0123", AT)
ATOM = {"a": NAMESPACE}


def test_each_change_is_an_entry() -> None:
    feed = ElementTree.fromstring(atom_feed([CHANGE], "/srv/index"))
    assert feed.tag == f"{{{NAMESPACE}}}feed"
    assert [feed.findtext(f"a:{name}", namespaces=ATOM) for name in ("title", "updated")] == [
        "Changed answers to watched questions",
        "2026-11-27T09:30:00+00:00",
    ]
    assert feed.findtext("a:author/a:name", namespaces=ATOM) == "Chapter and Verse"
    assert "/srv" not in "".join(feed.itertext()), "where the index lies is nobody's business"
    [entry] = feed.findall("a:entry", ATOM)
    assert entry.findtext("a:title", namespaces=ATOM) == CHANGE.question
    content = entry.findtext("a:content", namespaces=ATOM)
    assert (
        content == "Changed: value, quote\nBefore: “£45 a day” (Fees <2023> & more , page 3)\nNow: “£52 a day” (Fees)"
    )


def test_ids_stay_and_tell_changes_apart() -> None:
    later = Asked(CHANGE.question, ("source",), NOW, BEFORE, "4567", AT)

    def ids(*changes: Asked) -> list[str | None]:
        return [one.text for one in ElementTree.fromstring(atom_feed(changes, "/srv/index")).iter(f"{{{NAMESPACE}}}id")]

    both = ids(later, CHANGE)
    assert len(set(both)) == 3 and both[::2] == ids(CHANGE)
    assert all(one and one.startswith("urn:uuid:") for one in both)


def test_a_feed_without_changes_is_a_feed() -> None:
    feed = ElementTree.fromstring(atom_feed([], "/srv/index"))
    assert not feed.findall("a:entry", ATOM) and feed.findtext("a:updated", namespaces=ATOM)


def test_what_is_not_answered_is_told_by_its_reason() -> None:
    assert told(NONE) == "No document says so."


def test_two_documents_of_one_title_are_told_apart() -> None:
    moved = Said("£52 a day", "52", "prices/fees", "Fees", None, "/documents/prices/fees", "")
    content = ElementTree.fromstring(
        atom_feed([Asked(CHANGE.question, ("source",), NOW, moved, "4567", AT)], "/srv/index")
    ).findtext("a:entry/a:content", namespaces=ATOM)
    assert content == "Changed: source\nBefore: “£52 a day” (Fees, fees)\nNow: “£52 a day” (Fees, prices/fees)"
    assert told(NOW, NOW) == told(NOW) == "“£52 a day” (Fees)"
