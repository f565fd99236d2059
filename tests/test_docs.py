"""The documents say what the program does."""

from __future__ import annotations

import importlib
import inspect
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
import typer.main
from fastapi.testclient import TestClient
from typer.core import TyperArgument, TyperCommand, TyperGroup, TyperOption
from typer.testing import CliRunner

import index.seams
import qa.explain
from cli.main import app
from corpus.readers import FORMATS
from eval.systems import SYSTEMS
from index.snapshot.layout import Layout
from index.snapshot.manifest import FORMAT, VECTORS_SINCE
from index.vectors import BACKENDS
from qa.features import FEATURES
from qa.features.reranker import RERANK_FEATURES
from qa.settings import Settings
from qa.stages import STAGES
from tests.test_rooms import MAY_IMPORT, modules
from web.schema import FIELDS


def settings_table() -> str:
    """The table of settings as docs/developers.md must hold it."""
    rows = ["| variable | default | meaning |", "|---|---|---|"]
    for name, field in Settings.model_fields.items():
        default = field.default
        shown = " ".join(map(str, default)) if isinstance(default, tuple) else str(default)
        told = "not set" if default in (None, ()) else f"`{shown}`"
        rows.append(f"| `QA_{name.upper()}` | {told} | {field.description} |")
    return "\n".join(rows)


def test_the_developers_page_lists_every_setting(repo_root: Path) -> None:
    assert settings_table() in (repo_root / "docs" / "developers.md").read_text(encoding="utf-8")


def formats_table() -> str:
    """The table of formats as docs/developers.md must hold it."""
    rows = ["| a file holds | suffixes | media type |", "|---|---|---|"]
    for declared in FORMATS:
        suffixes = ", ".join(f"`{suffix}`" for suffix in declared.suffixes)
        rows.append(f"| {declared.name} | {suffixes} | `{declared.media_type}` |")
    return "\n".join(rows)


def test_the_developers_page_lists_every_format(repo_root: Path) -> None:
    assert formats_table() in (repo_root / "docs" / "developers.md").read_text(encoding="utf-8")


def test_the_readme_names_the_usual_suffix_of_every_format(repo_root: Path) -> None:
    readme = (repo_root / "README.md").read_text(encoding="utf-8")
    (named,) = re.findall(r"qa build \S+ +# ([. a-z]+), in folders or alone", readme)
    assert sorted(named.split()) == sorted(declared.suffixes[0] for declared in FORMATS)


def commands(group: TyperGroup, name: str = "") -> Iterator[tuple[str, TyperCommand]]:
    """Every command of the command line, by the words that follow "qa"."""
    for own, command in group.commands.items():
        words = f"{name} {own}".strip()
        if isinstance(command, TyperGroup):
            yield from commands(command, words)
        else:
            assert isinstance(command, TyperCommand)
            yield words, command


COMMAND_LINE = typer.main.get_command(app)
assert isinstance(COMMAND_LINE, TyperGroup)
COMMANDS = dict(commands(COMMAND_LINE))


def test_every_command_has_help_with_an_example() -> None:
    runner = CliRunner()
    assert len(COMMANDS) > 8
    for command in COMMANDS:
        result = runner.invoke(app, [*command.split(), "--help"])
        assert result.exit_code == 0 and f"Example: qa {command}" in result.output, command


def commands_table() -> str:
    """The table of commands as docs/developers.md must hold it."""
    rows = ["| command | options | what it does |", "|---|---|---|"]
    for name, command in COMMANDS.items():
        arguments = [str(part.metavar) for part in command.params if isinstance(part, TyperArgument)]
        options = [f"`{part.opts[0]}`" for part in command.params if isinstance(part, TyperOption)]
        told = " ".join((command.help or "").split())
        rows.append(f"| `{' '.join(['qa', name, *arguments])}` | {' '.join(options)} | {told} |")
    return "\n".join(rows)


def test_the_developers_page_lists_every_command_with_its_options(repo_root: Path) -> None:
    assert commands_table() in (repo_root / "docs" / "developers.md").read_text(encoding="utf-8"), commands_table()


def anchors(page: Path) -> set[str]:
    """What a link to a heading of a page may end with."""
    headings = re.findall(r"^#+ (.+)$", page.read_text(encoding="utf-8"), re.MULTILINE)
    return {re.sub(r"[^\w -]", "", heading.lower()).replace(" ", "-") for heading in headings}


def test_links_in_the_documents_lead_somewhere(repo_root: Path) -> None:
    for page in [repo_root / "README.md", repo_root / "CONTRIBUTING.md", *sorted((repo_root / "docs").glob("*.md"))]:
        for target, anchor in re.findall(r"\]\(([^)#:]*)#?([^):]*)\)", page.read_text(encoding="utf-8")):
            linked = page.parent / target if target else page
            assert linked.exists(), f"{page.name} links to {target}, which is not there"
            assert not anchor or anchor in anchors(linked), f"{page.name} links to {anchor} in {target}"


def test_readme_names_the_commands_the_makefile_has(repo_root: Path) -> None:
    makefile = (repo_root / "Makefile").read_text(encoding="utf-8")
    targets = re.findall(r"\bmake ([a-z-]+)", (repo_root / "README.md").read_text(encoding="utf-8"))
    assert {"serve", "test", "setup"} <= set(targets)
    for target in targets:
        assert re.search(rf"^{target}:", makefile, re.MULTILINE), target


def test_contributing_names_the_targets_that_the_makefile_has(repo_root: Path) -> None:
    makefile = (repo_root / "Makefile").read_text(encoding="utf-8")
    targets = set(re.findall(r"^([a-z-]+):.*##", makefile, re.MULTILINE))
    listed = set(re.findall(r"^\| `make ([a-z-]+)", (repo_root / "CONTRIBUTING.md").read_text(encoding="utf-8"), re.M))
    assert listed == targets - {"help"}


def test_nothing_is_fitted_on_the_shipped_questions(repo_root: Path) -> None:
    makefile = (repo_root / "Makefile").read_text(encoding="utf-8")
    (sets,) = re.findall(r"^TRAINING_SETS := (.*)$", makefile, re.MULTILINE)
    assert "ofsted" in sets and "questions" not in sets
    assert makefile.count("eval/questions") == 1, "named once, to say that it is never among them"
    assert re.search(r"^fit:(?:.*\n\t)+.*TRAINING_SETS", makefile, re.MULTILINE)


def test_each_table_of_results_names_the_command_that_printed_it(repo_root: Path) -> None:
    tables = sorted((repo_root / "benchmarks" / "results").glob("*.md"))
    assert tables
    for table in tables:
        text = table.read_text(encoding="utf-8")
        assert re.match(r"# .+\n\n```sh\n(python|qa|make) ", text), table.name


def section(page: Path, heading: str) -> str:
    """What stands under a heading of a page, up to the next one."""
    (text,) = re.findall(rf"^## {re.escape(heading)}\n(.*?)(?=^## |\Z)", page.read_text(encoding="utf-8"), re.M | re.S)
    return str(text)


def table(text: str) -> list[list[str]]:
    """The cells of a table's rows, without its head."""
    rows = [line.strip("|").split("|") for line in text.splitlines() if line.startswith("|")]
    return [[cell.strip() for cell in row] for row in rows[2:]]


def quoted(cell: str) -> list[str]:
    """What stands in a cell as code."""
    return re.findall(r"`([^`]+)`", cell)


def tree(text: str) -> dict[str, str]:
    """The captions of a tree of files by their paths; a folder's path ends with a slash."""
    (block,) = re.findall(r"^```\n(.*?)^```", text, re.M | re.S)
    captions: dict[str, str] = {}
    folders: list[str] = []
    for line in block.splitlines():
        indent, name, caption = re.fullmatch(r"( *)(\S+)\s+(\S.*)", line).groups()  # type: ignore[union-attr]  # then it fails
        del folders[len(indent) // 2 :]
        path = "".join([*folders, name])
        assert path not in captions, f"{path} stands there twice"
        captions[path] = caption
        if name.endswith("/"):
            folders.append(name)
    return captions


@pytest.fixture(scope="module")
def design(repo_root: Path) -> Path:
    return repo_root / "docs" / "design.md"


def test_the_rooms_are_those_that_may_import_each_other(design: Path) -> None:
    rows = table(design.read_text(encoding="utf-8").partition("## ")[0])
    told = {quoted(room)[0].rstrip("/"): set(quoted(imports)) for room, _, imports in rows}
    below = set(MAY_IMPORT) - {"cli"}
    assert rows[-1][2] == "all the others" and MAY_IMPORT["cli"] == below
    assert told | {"cli": below} == MAY_IMPORT and list(told) == list(MAY_IMPORT)


def test_the_tree_names_what_is_there_and_every_folder(design: Path, repo_root: Path) -> None:
    told = tree(section(design, "Where everything is"))
    for path in told:
        assert (repo_root / path).is_dir() if path.endswith("/") else (repo_root / path).is_file(), path
    folders = {
        f"{package.parent.relative_to(repo_root).as_posix()}/"
        for room in MAY_IMPORT
        for package in (repo_root / room).rglob("__init__.py")
    }
    assert folders - set(told) == set()
    for caption in told.values():
        for name in re.findall(r"[\w/]+\.(?:py|json|toml)\b", caption):
            assert list(repo_root.rglob(name)), name


def stages_table(repo_root: Path) -> str:
    """The table of stages as docs/design.md must hold it."""
    rows = ["| stage | file | makes |", "|---|---|---|"]
    for stage in STAGES:
        file = Path(stage.run.__code__.co_filename).relative_to(repo_root)
        rows.append(f"| `{stage.name}` | `{file.as_posix()}` | {stage.makes} |")
    return "\n".join(rows)


def test_the_stages_are_those_of_the_pipeline(design: Path, repo_root: Path) -> None:
    assert stages_table(repo_root) in section(design, "A question's way"), stages_table(repo_root)
    ranking = (repo_root / "docs" / "ranking.md").read_text(encoding="utf-8")
    told = re.findall(r"\*\*`(\w+)`\.?\*\*", ranking.partition("**The reader**")[0])
    assert told[0] == "understand" and told[-1] == "decide"
    assert told == [stage.name for stage in STAGES if stage.name in told]


def test_the_files_of_a_snapshot_are_told(design: Path, sample_index: Path) -> None:
    told = tree(section(design, "The snapshot"))
    layout = Layout(sample_index)
    (snapshot,) = layout.snapshots.iterdir()
    root = "var/index/snapshots/<id>/"
    files = {path.relative_to(snapshot).as_posix() for path in snapshot.rglob("*") if path.is_file()}
    alike = {file.replace("postings/text/", "postings/identity/") for file in files}
    assert {file.replace("postings/identity/", "postings/text/") for file in files} < files, "both have the same files"
    backends = {backend.filename for backend in BACKENDS.values()}
    listed = {path.removeprefix(root) for path in told if path.startswith(root)} - {
        "",
        "postings/text/",
        "postings/identity/",
    }
    assert listed == alike | backends
    for path in (layout.pointer, layout.lock, layout.journal, layout.building.root):
        within = path.relative_to(layout.root).as_posix()
        assert {f"var/index/{within}", f"var/index/{within}/"} & set(told), within


def test_the_format_of_snapshots_is_told(design: Path) -> None:
    told = " ".join(section(design, "The snapshot").split())
    assert f"This is format {FORMAT}." in told and f"from a snapshot of format {VECTORS_SINCE} or later" in told


def test_what_an_engine_must_offer_is_told(design: Path) -> None:
    told = {quoted(protocol)[0]: set(quoted(offers)) for protocol, _, offers in table(section(design, "Seams"))}
    protocols = {
        name: {member for member in vars(kind) if not member.startswith("_")}
        for name, kind in vars(index.seams).items()
        if getattr(kind, "_is_protocol", False) and kind.__module__ == index.seams.__name__
    }
    assert told == protocols


def test_the_developers_page_lists_every_field_of_a_request(repo_root: Path) -> None:
    rows = table(section(repo_root / "docs" / "developers.md", "/ask"))
    parameters = {name for row in rows for name in quoted(row[0])}
    assert {field.parameter for field in FIELDS if "address" in field.ways} <= parameters
    bodies = " ".join(row[1] for row in rows)
    for field in FIELDS:
        if "body" in field.ways and not field.is_filter:
            assert f"`{field.name}`" in bodies, field.name


def test_the_developers_page_lists_every_address_of_the_api(repo_root: Path, client: TestClient) -> None:
    told = section(repo_root / "docs" / "developers.md", "/ask")
    document = client.get("/openapi.json").json()
    for path, methods in document["paths"].items():
        assert path in told, path
        for operation in methods.values():
            assert f"`{operation['operationId']}`" in told


def test_the_stages_that_lose_an_answer_are_those_of_the_explanation(repo_root: Path) -> None:
    told = re.findall(r"^\| `([a-z ]+)` \| (?:there are none|the filters|.*)", expected_stages(repo_root), re.M)
    source = inspect.getsource(qa.explain)
    assert len(told) > 5
    for stage in told:
        assert f'"{stage}"' in source, stage


def expected_stages(repo_root: Path) -> str:
    """The table of what may have become of an answer that is known."""
    text = (repo_root / "docs" / "developers.md").read_text(encoding="utf-8")
    return text.partition("`expected.stage` is one of:")[2].partition("\n\nErrors")[0]


def test_contributing_names_files_that_are_there(repo_root: Path) -> None:
    pages = [repo_root / "README.md", repo_root / "CONTRIBUTING.md", *sorted((repo_root / "docs").glob("*.md"))]
    named = {
        (page.name, name)
        for page in pages
        for name in re.findall(
            rf"`((?:{'|'.join(MAY_IMPORT)}|tests|benchmarks)/[\w/.-]+)`", page.read_text(encoding="utf-8")
        )
    }
    assert len(named) > 30
    for page, name in named:
        assert (repo_root / name).exists(), f"{page} names {name}, which is not there"


def test_the_example_in_python_runs(
    repo_root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    text = section(repo_root / "docs" / "developers.md", "In Python")
    (example,) = re.findall(r"^```python\n(.*?)^```", text, re.M | re.S)
    for name, value in {"QA_INDEX": str(tmp_path), "QA_ENCODER": "hashing", "QA_RERANKER": "none"}.items():
        monkeypatch.setenv(name, value)
    monkeypatch.chdir(repo_root)
    exec(compile(example, "developers.md", "exec"), {})
    status, _, *title = capsys.readouterr().out.split()
    assert status in ("answered", "abstained") and title


def features_table() -> str:
    """The table of features as docs/ranking.md must hold it."""
    groups: dict[str, list[str]] = {}
    for group, name in [(each.group, each.name) for each in FEATURES] + [
        (each.group, each.name) for each in RERANK_FEATURES
    ]:
        groups.setdefault(group, []).append(f"`{name}`")
    rows = ["| group | features, by the names that `explain` shows |", "|---|---|"]
    return "\n".join([*rows, *(f"| {group} | {' '.join(names)} |" for group, names in groups.items())])


def test_the_page_on_ranking_lists_every_feature(repo_root: Path) -> None:
    assert features_table() in (repo_root / "docs" / "ranking.md").read_text(encoding="utf-8"), features_table()


def test_the_evaluators_page_lists_every_system(repo_root: Path) -> None:
    rows = table(section(repo_root / "docs" / "evaluators.md", "Systems"))
    assert [quoted(name)[0] for name, _ in rows] == list(SYSTEMS)


def test_what_contributing_says_is_declared_is_there(repo_root: Path) -> None:
    rows = table(section(repo_root / "CONTRIBUTING.md", "Declared once").partition("\n\n**A format**")[0])
    assert len(rows) > 10
    for new, declaration, where in rows:
        place = repo_root / quoted(where)[0]
        files = [place] if place.is_file() else sorted(place.glob("*.py"))
        text = "\n".join(file.read_text(encoding="utf-8") for file in files)
        for name in quoted(declaration):
            assert name.removesuffix("...") in text, f"{new}: no {name} in {place}"


def is_there(name: str) -> bool:
    """Whether a dotted name is that of a module, or of something in one."""
    words = name.split(".")
    for end in range(len(words), 0, -1):
        try:
            place: object = importlib.import_module(".".join(words[:end]))
        except ModuleNotFoundError:
            continue
        for word in words[end:]:
            place = getattr(place, word, None) or getattr(place, "__dataclass_fields__", {}).get(word)
        return place is not None
    return False


def test_what_docstrings_point_to_is_there(repo_root: Path) -> None:
    pointers = {
        (path.relative_to(repo_root).as_posix(), name)
        for path in modules(repo_root)
        for name in re.findall(rf"`((?:{'|'.join(MAY_IMPORT)})(?:\.\w+)+)`", path.read_text(encoding="utf-8"))
        if not name.endswith((".json", ".jsonl"))
    }
    assert len(pointers) > 15
    assert not [pointer for pointer in sorted(pointers) if not is_there(pointer[1])]
