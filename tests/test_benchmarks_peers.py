"""The comparison with peers can be made: each has its script, pins and environment; nothing is installed or run."""

from __future__ import annotations

import re
from pathlib import Path

from benchmarks.peers import ENTRIES, FULL, OWN, SCRIPTS, peers_table
from eval.results import markdown_table


def test_every_peer_has_a_script_and_pins_and_make_installs_it(repo_root: Path) -> None:
    peers = {entry.peer for entry in ENTRIES} - {OWN}
    made = re.search(r"^PEERS := (.*)$", (repo_root / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)
    assert made and set(made[1].split()) == peers
    assert all((SCRIPTS / f"run_{entry.peer}.py").is_file() for entry in ENTRIES)
    assert all(re.fullmatch(r"[\d.]+", entry.version) for entry in ENTRIES if entry.peer != OWN)


def test_pins_are_exact_and_bring_no_cuda() -> None:
    for path in SCRIPTS.glob("*.txt"):
        names = re.findall(r"^[A-Za-z0-9][^\s;]*", path.read_text(encoding="utf-8"), re.MULTILINE)
        assert names and all("==" in name for name in names), path.name
        assert not [name for name in names if re.match(r"torch==|nvidia|cuda|triton", name)], path.name


def test_systems_are_measured_against_the_full_assistant() -> None:
    assert (FULL.peer, FULL.system) == (OWN, "full")


def test_a_skipped_system_says_why_in_the_table() -> None:
    rows = [["ours", *["1"] * 12], ["theirs", "skipped: its packages are not installed"]]
    lines = markdown_table(peers_table(rows)).splitlines()
    assert "theirs" in lines[-1] and "skipped: its packages are not installed" in lines[-1]
    assert {line.count("|") for line in lines} == {14}
