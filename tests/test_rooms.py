"""The rooms are told apart: who may import whom, and where they lie."""

from __future__ import annotations

import ast
import graphlib
import importlib
import importlib.metadata
import re
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

MAY_IMPORT = {
    "corpus": set[str](),
    "index": {"corpus"},
    "qa": {"corpus", "index"},
    "web": {"corpus", "index", "qa"},
    "eval": {"corpus", "index", "qa"},
    "cli": {"corpus", "index", "qa", "web", "eval"},
}
ENTRY_POINTS = {Path("qa/__main__.py")}  # `python -m qa` is the command line
GROUND_FLOOR = Path("corpus/language")
VAGUE_NAMES = {"helper", "helpers", "manager", "managers", "util", "utils", "misc", "common"}
BROUGHT_BY_OTHERS = {"pydantic-core"}  # pydantic pins it to itself
RUN_BY_DEVELOPERS = {"corpus/make_samples.py", "eval/training/reader/model.py"}
FOR_OTHERS = {"torch"}  # sentence-transformers needs it


def canonical_name(project: str) -> str:
    return re.sub("[-_.]+", "-", project).lower()


def imported(source: str) -> set[str]:
    """The top-level names that a module's source imports anywhere, lazily or not."""
    found = set[str]()
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            found |= {alias.name.partition(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, "relative imports hide the room"
            found.add((node.module or "").partition(".")[0])
    return found


def imported_rooms(source: str) -> set[str]:
    return imported(source) & set(MAY_IMPORT)


def modules(root: Path) -> Iterator[Path]:
    for room in MAY_IMPORT:
        yield from ((root / room).rglob("*.py"))


def test_rooms_import_only_rooms_before_them(repo_root: Path) -> None:
    read = 0
    for path in modules(repo_root):
        place = path.relative_to(repo_root)
        room = place.parts[0]
        if place not in ENTRY_POINTS:
            wrong = imported_rooms(path.read_text(encoding="utf-8")) - MAY_IMPORT[room] - {room}
            assert not wrong, (
                f"{place} imports {', '.join(sorted(wrong))}; {room} may import {sorted(MAY_IMPORT[room]) or 'no room'}"
            )
        read += 1
    assert read > len(MAY_IMPORT)


def test_language_knows_no_document(repo_root: Path) -> None:
    for path in (repo_root / GROUND_FLOOR).rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("corpus"):
                assert (node.module or "").startswith("corpus.language"), f"{path} imports {node.module}"


def parts_imported(room: Path, root: Path) -> dict[str, set[str]]:
    """The packages and modules that lie in a room, each with those of them that it imports."""
    prefix, found = [*room.parts], dict[str, set[str]]()
    for path in (root / room).rglob("*.py"):
        own = path.relative_to(root / room).with_suffix("").parts[0]
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            names = (node.module or "").split(".") if isinstance(node, ast.ImportFrom) else []
            if names[: len(prefix)] == prefix and len(names) > len(prefix):
                found.setdefault(own, set()).add(names[len(prefix)])
    return {own: others - {own} for own, others in found.items()}


@pytest.mark.parametrize("room", [*map(Path, MAY_IMPORT), GROUND_FLOOR], ids=str)
def test_the_parts_of_a_room_import_one_way(room: Path, repo_root: Path) -> None:
    try:
        graphlib.TopologicalSorter(parts_imported(room, repo_root)).prepare()
    except graphlib.CycleError as cycle:
        pytest.fail(f"{room}: {' imports '.join(reversed(cycle.args[1]))}")


@pytest.mark.parametrize(
    ("source", "rooms"),
    [
        ("import web", {"web"}),
        ("from qa.answer import Answer", {"qa"}),
        ("def f():\n    import index.build as b, json", {"index"}),
        ("if True:\n    from eval import metrics", {"eval"}),
        ("import website\nfrom indexes import corpus", set[str]()),
    ],
)
def test_every_form_of_import_is_seen(source: str, rooms: set[str]) -> None:
    assert imported_rooms(source) == rooms


def test_python_finds_this_repository_s_rooms(repo_root: Path) -> None:
    for room in MAY_IMPORT:
        file = importlib.import_module(room).__file__
        assert file is not None
        assert Path(file).resolve() == repo_root / room / "__init__.py"


def test_just_the_rooms_are_packaged_and_never_uploaded(repo_root: Path) -> None:
    settings = tomllib.loads((repo_root / "pyproject.toml").read_text(encoding="utf-8"))
    assert set(settings["tool"]["hatch"]["build"]["targets"]["wheel"]["packages"]) == set(MAY_IMPORT)
    assert "Private :: Do Not Upload" in settings["project"]["classifiers"]
    for path in modules(repo_root):
        assert (path.parent / "__init__.py").is_file(), f"{path.parent} is not a package"


def files_of_rooms(root: Path) -> list[Path]:
    """All files of the rooms, but for what Python makes of them."""
    files = (path for room in MAY_IMPORT for path in (root / room).rglob("*") if path.is_file())
    return [path.relative_to(root) for path in files if "__pycache__" not in path.parts]


@pytest.mark.skipif(shutil.which("git") is None, reason="What git ignores only git can say.")
def test_git_ignores_no_file_of_the_rooms(repo_root: Path, tmp_path: Path) -> None:
    """Asked in a repository of its own, so that the tree need be no checkout, and nobody's own settings count."""
    shutil.copy(repo_root / ".gitignore", tmp_path)
    subprocess.run(["git", "init", "--quiet", tmp_path], check=True)
    files = files_of_rooms(repo_root)
    assert {Path("index/build/run.py"), Path("corpus/language/en/dates.toml"), Path("qa/ranking/ranker.json")} <= set(
        files
    )
    asked = "\n".join(map(str, (*files, Path("build/lib/qa/rank.py"))))
    command = ["git", "-c", "core.excludesFile=", "-c", "core.quotePath=false", "check-ignore", "--no-index", "--stdin"]
    ignored = subprocess.run(command, cwd=tmp_path, input=asked, capture_output=True, text=True, check=True)
    assert ignored.stdout.split("\n") == ["build/lib/qa/rank.py", ""]


def test_what_the_rooms_import_is_declared_and_nothing_else_is(repo_root: Path) -> None:
    settings = tomllib.loads((repo_root / "pyproject.toml").read_text(encoding="utf-8"))
    declared = {canonical_name(re.split("[<>=]", line)[0]) for line in settings["project"]["dependencies"]}
    offered = importlib.metadata.packages_distributions()
    needed = {
        canonical_name(offered[name][0])
        for path in modules(repo_root)
        if path.relative_to(repo_root).as_posix() not in RUN_BY_DEVELOPERS
        for name in imported(path.read_text(encoding="utf-8")) - sys.stdlib_module_names - set(MAY_IMPORT)
    }
    assert needed - declared - BROUGHT_BY_OTHERS == set()
    assert declared - needed - FOR_OTHERS == set()


LONGEST_FILE = 450
LONGEST_FUNCTION = 60
WITHOUT_A_MODULE = {
    "test_rooms.py",
    "test_docs.py",
    "test_eval_questions.py",
    "test_web_browser.py",
    "test_web_browser_accessibility.py",
    "test_web_browser_hostile.py",
    "test_web_browser_keyboard.py",
    "test_web_browser_asking.py",
    "test_web_browser_evidence.py",
    "test_web_browser_paper.py",
}
"""Tests of the tree, the docs, the samples and the whole in a browser."""


def file_of_tests(module: Path) -> str:
    """The one file with the tests of a module, by its path below the repository."""
    parts = module.parent.parts if module.name == "__init__.py" else module.with_suffix("").parts
    return f"test_{'_'.join(parts)}.py"


def has_code(path: Path) -> bool:
    """Whether a module defines anything that does something: more than names of errors."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    return any(
        isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        or (isinstance(node, ast.ClassDef) and len(node.body) > 1)
        for node in tree.body
    )


def test_each_module_has_one_test_file_and_each_test_file_a_module(repo_root: Path) -> None:
    needed = {
        file_of_tests(path.relative_to(repo_root))
        for path in modules(repo_root)
        if has_code(path) and path.name != "__main__.py"
    }
    there = {path.name for path in (repo_root / "tests").glob("test_*.py")}
    benchmarks = {file_of_tests(path.relative_to(repo_root)) for path in (repo_root / "benchmarks").rglob("*.py")}
    packages = {file_of_tests(path.relative_to(repo_root)) for path in modules(repo_root)}
    assert needed - there == set()
    assert there - needed - WITHOUT_A_MODULE - benchmarks - packages == set()


def test_files_and_functions_are_short_enough_to_be_read(repo_root: Path) -> None:
    long = []
    for path in modules(repo_root):
        source = path.read_text(encoding="utf-8")
        if source.count("\n") > LONGEST_FILE:
            long.append(f"{path.relative_to(repo_root)}: {source.count(chr(10))} lines")
        for node in ast.walk(ast.parse(source)):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                lines = (node.end_lineno or node.lineno) - node.lineno + 1
                if lines > LONGEST_FUNCTION:
                    long.append(f"{path.relative_to(repo_root)}: {node.name} has {lines} lines")
    assert not long


def test_a_module_is_called_by_what_it_does(repo_root: Path) -> None:
    vague = [path for path in modules(repo_root) if VAGUE_NAMES & set(path.stem.lower().split("_"))]
    assert not vague


def test_what_has_to_be_quick_is_measured_in_a_processor_s_time(repo_root: Path) -> None:
    measure = re.compile(r"(?:perf_counter|monotonic|time\.time)\(\) - \w+ <")
    assert not [path.name for path in (repo_root / "tests").glob("*.py") if measure.search(path.read_text("utf-8"))]
