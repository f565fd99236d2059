from __future__ import annotations

import re
from pathlib import Path

from tests.served import browser_at
from web.assets import ASSETS, BY_ADDRESS, address

STATIC = Path(__file__).parents[1] / "web" / "static"
RULES = """style => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(style);
  return [...sheet.cssRules].map(rule => rule.cssText.replaceAll(", ", ","));
}"""
"""The rules of a style sheet, as a browser understands them."""


def test_an_address_names_its_content() -> None:
    assert set(ASSETS) == {"copy.js", "favicon.svg", "pages.css", "reading.js", "recent.js", "style.css"}
    for name, asset in ASSETS.items():
        assert BY_ADDRESS[address(name).removeprefix("/static/")] is asset
        stem, digest, suffix = asset.served_as.split(".")
        assert f"{stem}.{suffix}" == name and len(digest) == 16
    assert len({asset.served_as for asset in ASSETS.values()}) == len(ASSETS)


def test_each_kind_of_file_has_its_media_type() -> None:
    types = {name: asset.media_type for name, asset in ASSETS.items()}
    assert types == {
        "copy.js": "text/javascript; charset=utf-8",
        "favicon.svg": "image/svg+xml",
        "pages.css": "text/css; charset=utf-8",
        "reading.js": "text/javascript; charset=utf-8",
        "recent.js": "text/javascript; charset=utf-8",
        "style.css": "text/css; charset=utf-8",
    }


def test_a_style_sheet_without_what_nobody_needs_says_the_same(chromium: str) -> None:
    with browser_at(chromium) as browser:
        page = browser.new_page()
        for name, least in (("style.css", 200), ("pages.css", 100)):
            written, sent = (STATIC / name).read_text(encoding="utf-8"), ASSETS[name].content.decode()
            assert len(sent) < 0.87 * len(written) and "/*" not in sent
            rules = page.evaluate(RULES, written)
            assert len(rules) > least and page.evaluate(RULES, sent) == rules


def test_scripts_are_sent_without_comments_and_with_every_text_as_it_is_written() -> None:
    for name, least in (("copy.js", 20), ("reading.js", 20), ("recent.js", 20)):
        written, sent = (STATIC / name).read_text(encoding="utf-8"), ASSETS[name].content.decode()
        assert len(sent) < 0.8 * len(written) and "//" not in sent
        code = re.sub(r"^\s*//.*|\s// .*", "", written, flags=re.M)
        texts = re.findall(r'"[^"\n]*"|`[^`\n]*`', code)
        assert len(texts) > least and all(text in sent for text in texts)
