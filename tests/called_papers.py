"""Small documents of bodies, places and things, some of which are called alike."""

from __future__ import annotations

PAPERS = [
    {
        "id": "wick",
        "title": "Dues at Wick Harbour",
        "text": "Boats pay £9 a night at Wick. The office is at Wick Quay.",
    },
    {"id": "amber", "title": "Guide to Amber Harbour", "text": "The master is Bo Hale. Boats come to Amber by day."},
    {
        "id": "both",
        "title": "Amber Harbour and its neighbours",
        "text": "Of Amber. There are six pilots. Others are at Wick.",
    },
    {"id": "tides", "title": "Tide times", "text": "High tide is at noon. The master writes them down."},
    {
        "id": "upper",
        "title": "Minutes of the Upper School Board",
        "text": "The Upper School Board met. A roof is £5,000.",
    },
    {
        "id": "lower",
        "title": "Minutes of the Lower School Board",
        "text": "The Lower School Board met with the Upper one.",
    },
    {"id": "hartley", "title": "Hartley Depot", "text": "The depot has 42 buses, and Stoke Depot some."},
    {"id": "stoke", "title": "Stoke Depot", "text": "The canteen opens at five."},
    {"id": "budget", "title": "Wick Town Council: budget", "text": "The precept is £8."},
    {"id": "hall", "title": "Hire of the Jubilee Hall", "text": "The Jubilee Hall costs £16, as the Jubilee Hall did."},
    {"id": "pools", "title": "Pools", "text": "The pool is warm, and it opens at six."},
]
