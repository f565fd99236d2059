"""A web page, a report in Markdown, a list of contacts, and subtitles."""

from __future__ import annotations

import csv
import io


def contacts() -> bytes:
    """A table of teams, as a spreadsheet program saves it."""
    written = io.StringIO()
    csv.writer(written).writerows(
        (
            ("Team", "Leader", "Telephone", "E-mail"),
            ("Housing options", "Theo Brannigan", "01632 960114", "housing@haverdale.example"),
            ("Waste and recycling", "Agnes Thorold", "01632 960127", "waste@haverdale.example"),
            ("Planning enforcement", "Nadia Whitlock", "01632 960139", "planning@haverdale.example"),
            ("Licensing", "Piers Langstaff", "01632 960142", "licensing@haverdale.example"),
        )
    )
    return b"\xef\xbb\xbf" + written.getvalue().encode()


def notice() -> str:
    """A page with a menu and a banner around what it says."""
    return """<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>Closure of Ferry Road | Haverdale District Council</title>
<meta property="article:published_time" content="2024-03-18"></head>
<body><header><nav><ul>
<li><a href="/">Home</a></li><li><a href="/bins">Bins</a></li><li><a href="/tax">Council tax</a></li>
</ul></nav></header>
<div class="cookie-banner">We use cookies. <button>Accept all</button></div>
<main><h1>Closure of Ferry Road</h1>
<p>Ferry Road will be closed to all traffic from 8 April 2024 to 19 April 2024 while a gas main is replaced.</p>
<p>The following will stay open:</p>
<ul><li>the footpath on the north side;</li><li>the car park, from Wharf Street only.</li></ul>
<p>Buses 7 and 7A will run by Wharf Street. For questions, ring 01632 960151.</p></main>
<footer><p>© Haverdale District Council. Privacy. Accessibility.</p></footer></body></html>
"""


def report() -> str:
    """Markdown with front matter, a list and a table."""
    return """---
title: "Potholes: report for 2023"
author: Haverdale District Council
date: 2024-01-31
---

# Potholes: report for 2023

In 2023 the council repaired 3,216 potholes on 412 miles of road. Nine in ten were repaired within five days.

## What it cost

| Quarter | Potholes | Cost |
|---|---:|---:|
| January to March | 1,104 | £88,300 |
| April to June | 702 | £55,900 |
| July to September | 588 | £46,100 |
| October to December | 822 | £67,400 |

## What follows

1. A second crew starts on 1 April 2024\\.
2. Beck Lane and Ferry Road are resurfaced in the summer.
"""


def subtitles() -> str:
    """What was said in a meeting, with speakers and times."""
    said = (
        ("Councillor Quince", "Good evening. We come to the report on libraries."),
        ("Councillor Quince", "Why have the villages had no library van since October?"),
        ("Ottoline Marsh", "The library van was taken off the road on 9 October because its gearbox failed."),
        ("Ottoline Marsh", "A replacement has been ordered, and it will be delivered in February."),
        ("Councillor Pellow", "How many people used the van last year?"),
        ("Ottoline Marsh", "About 1,900 people borrowed a book from it in 2023."),
    )
    cues = [
        f"00:{2 + number:02}:00.000 --> 00:{2 + number:02}:09.500\n<v {speaker}>{text}"
        for number, (speaker, text) in enumerate(said)
    ]
    return "WEBVTT\n\n" + "\n\n".join(cues) + "\n"
