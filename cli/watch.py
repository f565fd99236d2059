"""`qa watch`: questions that are asked again after a build, and what has changed in their answers."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer
from pydantic import TypeAdapter
from rich.console import Console
from rich.text import Text

from cli.terminal import IndexOption, console
from qa.request import AskRequest
from qa.settings import read_settings

if TYPE_CHECKING:
    from qa.watching.watch import Asked  # made only when questions are asked

watch_app = typer.Typer(
    help="Questions that are asked again after a build: add, list, remove, run.", no_args_is_help=True
)

QuestionArgument = Annotated[str, typer.Argument(metavar="QUESTION", help="What to ask, in quotation marks.")]


@watch_app.command("add", epilog='Example: qa watch add "What is the mileage rate?"')
def watch_add(question: QuestionArgument, index: IndexOption = None) -> None:
    """Watch a question: it is asked whenever qa watch run is."""
    from qa.watching.watch import read_watch_list, watch_file, write_watch_list

    settings = read_settings(index=index)
    asked = " ".join(question.split())
    if not 0 < len(asked) <= settings.question_max_chars:
        raise typer.BadParameter(f"type a question of at most {settings.question_max_chars} characters.")
    path = watch_file(settings.index)
    watched = read_watch_list(path).with_question(asked)
    write_watch_list(path, watched)
    print(f"Watching {_counted(len(watched.questions))}, kept in {path}.")


@watch_app.command("list", epilog="Example: qa watch list")
def watch_list(index: IndexOption = None) -> None:
    """List the watched questions with what was said to each the last time."""
    from qa.watching.feed import told
    from qa.watching.watch import read_watch_list, watch_file

    watched = read_watch_list(watch_file(read_settings(index=index).index))
    out = console()
    for one in watched.questions:
        out.print(Text(one.question, style="bold"))
        out.print(Text(f"  {told(one.said) if one.said else 'not asked yet'}"), soft_wrap=True)
    if not watched.questions:
        print('No question is watched yet. Add one with: qa watch add "QUESTION"')


@watch_app.command("remove", epilog='Example: qa watch remove "What is the mileage rate?"')
def watch_remove(question: QuestionArgument, index: IndexOption = None) -> None:
    """Watch a question no more."""
    from qa.watching.watch import read_watch_list, watch_file, write_watch_list

    path = watch_file(read_settings(index=index).index)
    watched = read_watch_list(path).without(" ".join(question.split()))
    write_watch_list(path, watched)
    print(f"Watching {_counted(len(watched.questions))}.")


@watch_app.command("run", epilog="Example: qa watch run --atom changes.xml")
def watch_run(
    index: IndexOption = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print what was said and what changed as JSON.")] = False,
    atom: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Write the last changes as an Atom feed to this file.")
    ] = None,
) -> None:
    """Ask the watched questions again and say what has changed in value, quote or source since the last run."""
    from index.snapshot import open_snapshot
    from qa.pipeline import load_assistant
    from qa.watching.feed import atom_feed
    from qa.watching.watch import read_watch_list, watch_file, write_watch_list, write_whole

    settings = read_settings(index=index)
    path = watch_file(settings.index)
    before = read_watch_list(path)
    assistant = load_assistant(settings)
    snapshot = open_snapshot(settings.index, assistant.encoder)
    snapshot_id = snapshot.manifest.snapshot_id
    watched, asked = before.run(snapshot_id, lambda question: assistant.ask(snapshot, AskRequest(question)))
    if atom:
        write_whole(atom, atom_feed(watched.changes, settings.index.absolute().as_posix()))
    write_watch_list(path, watched)
    if as_json:
        run = {"snapshot": snapshot_id, "since": before.snapshot, "questions": asked}
        print(TypeAdapter(dict[str, Any]).dump_json(run, indent=2).decode())
    else:
        _print_run(asked, before.snapshot, console())


def _print_run(asked: Sequence[Asked], since: str | None, out: Console) -> None:
    """Print which questions were asked for the first time and which answers have changed."""
    from qa.watching.feed import told

    changed = [one for one in asked if one.changed]
    if since is None:
        out.print(f"This is the first run: {_counted(len(asked))} asked, and nothing yet to compare the answers with.")
    else:
        compared = sum(one.before is not None for one in changed)
        out.print(f"{_counted(len(asked)).capitalize()} asked; {compared} changed since snapshot {since}.")
    for one in changed:
        out.print(Text(one.question, style="bold"))
        if one.before:
            out.print(Text(f"  changed: {', '.join(one.changed)}"))
            out.print(Text(f"  before: {told(one.before, one.now)}"), soft_wrap=True)
        out.print(Text(f"  now: {told(one.now, one.before)}"), soft_wrap=True)


def _counted(questions: int) -> str:
    return f"{questions} {'question' if questions == 1 else 'questions'}"
