"""Equations become text on one line."""

from __future__ import annotations

import pytest

from corpus.word.equations import linear
from tests.word_files import element


def r(text: str) -> str:
    return f"<m:r><m:t>{text}</m:t></m:r>"


def part(name: str, content: str) -> str:
    return f"<m:{name}>{content}</m:{name}>"


def fraction(above: str, below: str) -> str:
    return part("f", part("num", above) + part("den", below))


SQUARE = part("sSup", part("e", r("x")) + part("sup", r("2")))


@pytest.mark.parametrize(
    ("content", "shown"),
    [
        (r("x") + r(" = ") + r("2"), "x = 2"),
        (fraction(r("a"), r("2")), "a/2"),
        (fraction(r("a+b"), r("2c")), "(a+b)/2c"),
        (fraction(r("(a+b)"), r("(c)(d)")), "(a+b)/((c)(d))"),
        (part("f", '<m:fPr><m:type m:val="noBar"/></m:fPr>' + part("num", r("n")) + part("den", r("k"))), "(n over k)"),
        (SQUARE, "x^2"),
        (part("sSub", part("e", r("x")) + part("sub", r("i+1"))), "x_(i+1)"),
        (part("sSubSup", part("e", r("x")) + part("sub", r("i")) + part("sup", r("2"))), "x_i^2"),
        (part("sPre", part("sub", r("2")) + part("sup", r("4")) + part("e", r("He"))), "_2^4 He"),
        (part("rad", part("deg", "") + part("e", SQUARE)), "√(x^2)"),
        (part("rad", part("deg", r("3")) + part("e", r("8"))), "^3√(8)"),
        (
            part(
                "nary",
                '<m:naryPr><m:chr m:val="∑"/></m:naryPr>'
                + part("sub", r("i=1"))
                + part("sup", r("n"))
                + part("e", r("i")),
            ),
            "∑_(i=1)^n i",
        ),
        (part("nary", part("e", r("x dx"))), "∫ x dx"),
        (part("d", part("e", r("a")) + part("e", r("b"))), "(a|b)"),
        (
            part(
                "d",
                '<m:dPr><m:begChr m:val="["/><m:endChr m:val="]"/><m:sepChr m:val=","/></m:dPr>'
                + part("e", r("a"))
                + part("e", r("b")),
            ),
            "[a,b]",
        ),
        (part("func", part("fName", r("sin")) + part("e", r("x"))), "sin x"),
        (part("func", part("fName", r("sin")) + part("e", part("d", part("e", r("x"))))), "sin(x)"),
        (part("limLow", part("e", r("lim")) + part("lim", r("n→∞"))), "lim_(n→∞)"),
        (part("limUpp", part("e", r("max")) + part("lim", r("k"))), "max^k"),
        (part("eqArr", part("e", r("x=1")) + part("e", r("y=2"))), "x=1; y=2"),
        (
            part(
                "m",
                part("mr", part("e", r("1")) + part("e", r("0"))) + part("mr", part("e", r("0")) + part("e", r("1"))),
            ),
            "[1, 0; 0, 1]",
        ),
        (part("acc", part("e", r("x"))), "x\u0302"),
        (part("acc", part("e", r("xy"))), "xy"),
        (part("phant", part("e", r("x"))), ""),
        (part("box", part("e", r("x"))), "x"),
        ("<w:del>" + r("old") + "</w:del><w:ins>" + r("new") + "</w:ins>", "new"),
        ("<m:ctrlPr><w:rPr/></m:ctrlPr><!-- a remark -->" + r("x"), "x"),
    ],
)
def test_forms(content: str, shown: str) -> None:
    assert linear(element(part("oMath", content))) == shown
