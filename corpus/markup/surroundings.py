"""What a site puts around its documents: menus, cookie banners, footers and links to others are taken out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from lxml import etree

from corpus.language.vocabulary import load
from corpus.markup.blocks import blocks_of
from corpus.markup.tree import class_words, drop, holders, holds, is_in, pieces, select, text_of
from corpus.metadata.dating import labels_day

_PARTS = load("web")["parts"]
_LINK_PARTS = frozenset(_PARTS["links"])
_WHOLE = frozenset(_PARTS["whole"])
_COOKIES = frozenset(_PARTS["cookies"])
_COOKIES_SAID = tuple(_PARTS["cookies_said"])
_COMMENTS = frozenset(_PARTS["comments"])
_COMMENTS_WITH = _COMMENTS | frozenset(_PARTS["comments_with"])
_OPENED = frozenset(_PARTS["opened"])
_SEARCHING = frozenset(_PARTS["searching"])

_MAIN_LETTERS_MIN = 40
_LETTERS_MOST = 20_000  # what holds more is no menu
_LINKS_SHARE = 0.5
_MENU_SHARE = 0.8
_MENU_LINKS_MIN = 3
_NAV_LETTERS = 150  # more unlinked text than this is no menu
_ASIDE_LETTERS_MIN = 20
_FORM_LETTERS = 150
_SHORT_LETTERS = 60
_COOKIES_LETTERS = 1500
_LOST_LETTERS = 40  # of a text outside the main part that a person may miss
_SECTIONING = frozenset("main article section blockquote td details".split())
_MAY_BE_AROUND = (
    "//*[@class or @id or @role or self::nav or self::menu or self::search or self::header or self::footer "
    "or self::aside or self::dialog or self::form]"
)
_SEARCH_FIELDS = ("q", "s", "query", "search")
_ROLES = {
    "navigation": "nav",
    "contentinfo": "footer",
    "banner": "header",
    "complementary": "aside",
    "search": "search",
}
_CONTAINERS = frozenset("div section ul ol li dl table td header footer aside p span center form fieldset".split())
_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_MENU_TAGS = ("ul", "ol", "div", "p", "td", "center", "table", "span")


def drop_surroundings(page: etree._Element, *, is_article: bool) -> list[str]:
    """Take what surrounds a page's document out of its tree.

    Where the page says what its main part is, all but that goes, apart from its heading, texts beside it and comments.
    In the main part, or in the whole page, menus, banners, search forms and links to other pages go, by their tag or
    role or, where they are mostly links, by what they are called. The lines of a footer that say when the page was
    published or changed become its last ones.

    Args:
        page: its root element, without what it does not show.
        is_article: whether it says that it is an article, so that comments are its readers'.

    Returns:
        What was left out that a person may miss, each in words.
    """
    left_out = list(_drop_comments(page)) if is_article else []
    parts = _Parts(page, is_article=is_article)
    days: dict[str, None] = {}
    for element in select(page, _MAY_BE_AROUND):
        if element.getparent() is not None and parts.is_around(element):
            days |= dict.fromkeys(_labelled_days(element) if _role(element) == "footer" else ())
            drop(element)
    if parts.mains:
        lost = _keep_only(page, [*parts.mains, *parts.beside_main()])
        left_out += [f"texts outside its main part ({_told(' '.join(lost).split())})"] if lost else []
    else:
        _drop_opening_menus(page)
    _move_asides(page)
    for line in days:
        etree.SubElement(parts.mains[-1] if parts.mains else next(page.iter("body"), page), "p").text = line
    return left_out


@dataclass(frozen=True, slots=True)
class _Count:
    """The letters in an element, and those of them that are in links, buttons and labels."""

    letters: int
    linked: int

    @property
    def unlinked(self) -> int:
        return self.letters - self.linked

    @property
    def is_links(self) -> bool:
        return self.linked >= _LINKS_SHARE * self.letters


def _count(element: etree._Element) -> _Count:
    links = (one for one in element.iter("a", "button", "label") if not is_in(one, "a", "label"))
    letters = _letters(element)
    return _Count(letters, sum(map(_letters, links)) if letters <= _LETTERS_MOST else 0)


def _letters(element: etree._Element) -> int:
    """How many letters an element holds, counted no further than beyond what any menu has."""
    letters = 0
    for piece in pieces(element):
        letters += sum(map(len, piece.split()))
        if letters > _LETTERS_MOST:
            break
    return letters


def _outermost(elements: Iterable[etree._Element]) -> list[etree._Element]:
    """Those of some elements, in the order of the page, that stand in none of the others."""
    inside: set[etree._Element] = set()
    outermost: list[etree._Element] = []
    for element in elements:
        if element not in inside:
            outermost.append(element)
            inside.update(element.iter())
    return outermost


def _role(element: etree._Element) -> str:
    return _ROLES.get(element.get("role", ""), "nav" if element.tag == "menu" else element.tag)


class _Parts:
    """The parts of a page: its main part, and what surrounds it."""

    def __init__(self, page: etree._Element, *, is_article: bool) -> None:
        self._page = page
        self._is_article = is_article
        self._with_heading = holders(page, "h1")
        self._headings = list(page.iter("h1"))
        self.mains = self._main_parts()
        self._with_main = holders(page, "main", "body").union(*([main, *main.iterancestors()] for main in self.mains))
        self._inside = {element for main in self.mains for element in main.iter(etree.Element)}

    def _main_parts(self) -> list[etree._Element]:
        """The elements that hold the page's document; none where it does not say."""
        mains = _outermost(select(self._page, "//main | //*[@role='main']"))
        if sum(map(_letters, mains)) >= _MAIN_LETTERS_MIN:
            return mains
        articles = _outermost(self._page.iter("article"))
        is_the_one = len(articles) == 1 and (self._is_article or articles[0] in self._with_heading)
        return articles if is_the_one and _letters(articles[0]) >= _MAIN_LETTERS_MIN else []

    def is_around(self, element: etree._Element) -> bool:
        """Whether an element is a part of what surrounds the document."""
        role = _role(element)
        if role == "main" or element in self._with_main:
            return False
        if role in ("nav", "search"):
            return _count(element).unlinked < _NAV_LETTERS
        if role in ("dialog", "alertdialog"):
            return element not in self._inside
        if role in ("footer", "header", "aside") and self._is_around_by_role(element, role):
            return True
        if role == "form":
            return _is_search(element) and _letters(element) < _FORM_LETTERS
        can_be = element.tag in _CONTAINERS or (element.tag == "a" and "skip" in " ".join(class_words(element)))
        return can_be and element not in self._with_heading and self._is_around_by_name(element)

    def _is_around_by_role(self, element: etree._Element, role: str) -> bool:
        is_part = element in self._inside or is_in(element, *_SECTIONING)
        if role == "header" and not is_part:
            return element not in self._with_heading or len(self._headings) > 1
        if role == "footer" and not is_part:
            return True
        return element not in self._with_heading and _count(element).is_links

    def _is_around_by_name(self, element: etree._Element) -> bool:
        words = class_words(element)
        if _COOKIES & words and not any(map(_speaks_of_cookies, self._headings)):
            return _speaks_of_cookies(element) and _letters(element) < _COOKIES_LETTERS
        if _OPENED & words:
            return False
        if _LINK_PARTS & words and (count := _count(element)).is_links:
            return count.letters > 0 and not ("toc" in words and _leads_elsewhere(element))
        names = {*element.get("class", "").lower().split(), element.get("id", "").lower()}
        return not self.mains and bool(_WHOLE & names) and _count(element).unlinked < _SHORT_LETTERS

    def beside_main(self) -> Iterator[etree._Element]:
        """What stands outside the main part and is kept: its heading, texts beside it, and comments."""
        has_heading = any(main in self._with_heading for main in self.mains)
        around = holders(self._page, "main", "article")
        for element in select(self._page, "//h1 | //aside | //*[@class or @id or @role]"):
            if element in self._inside or element in around:
                continue
            words = class_words(element)
            if element.tag == "h1":
                is_kept = not has_heading
            else:
                is_kept = (_role(element) == "aside" or bool(_COMMENTS & words)) and not (_WHOLE | _LINK_PARTS) & words
                is_kept = is_kept and _count(element).unlinked >= _ASIDE_LETTERS_MIN
            if is_kept:
                yield element


def _leads_elsewhere(contents: etree._Element) -> bool:
    """Whether a table of contents is one of other pages, which says more than the headings of its own."""
    return any(not link.get("href", "#").startswith("#") for link in contents.iter("a"))


def _speaks_of_cookies(element: etree._Element) -> bool:
    said = text_of(element).lower()
    return any(word in said for word in _COOKIES_SAID)


def _is_search(form: etree._Element) -> bool:
    if _SEARCHING & class_words(form):
        return True
    return any(field.get("type") == "search" or field.get("name") in _SEARCH_FIELDS for field in form.iter("input"))


def _drop_comments(page: etree._Element) -> Iterator[str]:
    """Take the comments of readers out; gives what they are, in words."""
    whole = holders(page, "h1", "main", "article")
    dropped: set[etree._Element] = set()
    for element in list(page.iter("section", "div", "aside", "ol", "ul")):
        is_theirs = element not in whole and _holds_comments(element)
        if is_theirs and dropped.isdisjoint(element.iterancestors()):
            words = text_of(element).split()
            if words:
                yield f"the comments of its readers ({_told(words)})"
            dropped.add(element)
            drop(element)


def _move_asides(page: etree._Element) -> None:
    """Move what stands beside the text, and has headings of its own, to where the section around it ends."""
    for aside in select(page, "//aside | //*[@class or @id or @role]"):
        is_beside = _role(aside) == "aside" or _holds_comments(aside)
        after = aside.getnext()
        if not is_beside or after is None or (aside.tail or "").strip() or not _heads(aside) or _heads(after):
            continue
        end = after
        while (following := end.getnext()) is not None and not _heads(following):
            end = following
        aside.tail, end.tail = end.tail, None
        end.addnext(aside)


def _heads(element: etree._Element) -> bool:
    """Whether an element is a heading or holds one."""
    return element.tag in _HEADINGS or holds(element, *_HEADINGS)


def _holds_comments(element: etree._Element) -> bool:
    """Whether an element is called a page's comments, and not those of somebody in particular."""
    names = (*element.get("class", "").split(), element.get("id", ""))
    words = (set(re.split(r"[^a-z]+", re.sub(r"(?<=[a-z])(?=[A-Z])", " ", name).lower())) - {""} for name in names)
    return any(_COMMENTS & of_name and of_name <= _COMMENTS_WITH for of_name in words)


def _told(words: list[str]) -> str:
    return f"{len(words)} words, from “{' '.join(words[:6])} …”"


def _labelled_days(footer: etree._Element) -> Iterator[str]:
    """What a footer says of when the page was published or changed."""
    for block in blocks_of(footer):
        for line in re.split(r"[|·•]", block.text):
            if labels_day(words := " ".join(line.split())):
                yield words


def _keep_only(page: etree._Element, kept: list[etree._Element]) -> list[str]:
    """Take everything but some elements out of the body; gives the texts among it that are no links."""
    lost: list[str] = []
    wanted = set(kept)
    way = {above for one in kept for above in one.iterancestors()}
    waiting = list(page.iter("body"))[:1]
    while waiting:
        element = waiting.pop()
        loose = [element.text or ""]
        element.text = None
        for child in list(element):
            loose.append(child.tail or "")
            child.tail = None
            if child in way and child not in wanted:
                waiting.append(child)
            elif child not in wanted:
                if _count(child).unlinked >= _LOST_LETTERS:
                    lost.append(text_of(child))
                element.remove(child)
        lost += [words] if len(words := " ".join(" ".join(loose).split())) >= _LOST_LETTERS else []
    return lost


def _drop_opening_menus(page: etree._Element) -> None:
    """Take the menus out that stand before the first heading of a page, whatever they are called."""
    whole = holders(page, "h1")
    first = next(page.iter("h1"), None)
    for element in list(page.iter(*_MENU_TAGS, "h1")) if first is not None else ():
        if element is first:
            return
        if element.getparent() is not None and element not in whole:
            count = _count(element)
            links = sum(1 for _ in element.iter("a"))
            if links >= _MENU_LINKS_MIN and count.linked >= _MENU_SHARE * count.letters:
                drop(element)
