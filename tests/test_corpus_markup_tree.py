"""Questions about elements."""

from __future__ import annotations

from corpus.markup.parsing import parse
from corpus.markup.tree import class_words, drop, flat_text, holders, holds, is_in, text_of

PAGE = "<div id=mgLhsMenu class='site-nav mainNav'><p>a  <b>b</b>c</p>d</div>"


def test_words_of_classes_and_ids_are_told_apart() -> None:
    assert class_words(next(parse(PAGE).iter("div"))) == {"mg", "lhs", "menu", "site", "nav", "main"}


def test_text_is_as_written_or_with_single_spaces() -> None:
    paragraph = next(parse(PAGE).iter("p"))
    assert (text_of(paragraph), flat_text(paragraph)) == ("a  bc", "a bc")


def test_who_holds_and_who_is_held() -> None:
    page = parse(PAGE)
    bold, paragraph = next(page.iter("b")), next(page.iter("p"))
    assert holds(paragraph, "b", "i") and not holds(bold, "b")
    assert is_in(bold, "p") and not is_in(paragraph, "p")
    assert {element.tag for element in holders(page, "p")} == {"html", "body", "div", "p"}


def test_an_element_goes_and_the_text_after_it_stays() -> None:
    page = parse(PAGE)
    drop(next(page.iter("b")))
    assert text_of(page) == "a  cd"
    drop(page)
