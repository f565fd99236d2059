"""Documents made to do harm to the pages that show them."""

from __future__ import annotations

import json
from pathlib import Path

MARKUP = "</title><script>alert('title')</script><img src=x onerror=alert(1)>"
BIDI = "safe \u202egnp.exe\u202c and \u2066left\u2069"
RTL = "تقرير المجلس عن المسبح"
VAST = "<script>alert(4)</script> the lido \u202ereopens\u202c " * 200_000
"""A line of 10 MB."""
EMOJI = "👩‍👩‍👧‍👦🏴󠁧󠁢󠁷󠁬󠁳󠁿 lido 😀"


def write_hostile(folder: Path) -> None:
    """Write a .jsonl of documents with markup, bidi controls, right-to-left text, emoji and very long lines."""
    texts = {
        "markup": (MARKUP, f"{MARKUP} The lido \"'><svg onload=alert(2)> reopened on 3 May 2021. " + "\u0000{{ 7*7 }}"),
        "bidi": (BIDI, f"{BIDI}. The lido reopened on 4 May 2021."),
        "rtl": (RTL, f"{RTL}. أعيد افتتاح المسبح في 3 مايو 2021. The lido reopened on 5 May 2021."),
        "emoji": (EMOJI, f"{EMOJI} reopened on 6 May 2021."),
        "long": ("L" * 3_000, "lido" + "x" * 400_000 + " reopened on 7 May 2021."),
        "<b>id</b>/?&#\"'": ("An id of markup", "The lido has an id of markup since 8 May 2021."),
    }
    lines = [
        {"id": name, "title": title, "text": text, "source": MARKUP, "url": "javascript:alert(3)"}
        for name, (title, text) in texts.items()
    ]
    (folder / "hostile.jsonl").write_text("\n".join(map(json.dumps, lines)), encoding="utf-8")
