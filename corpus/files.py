"""Finding the files to read, and naming those that cannot be."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from fnmatch import fnmatchcase
from pathlib import Path, PurePosixPath

from corpus.errors import ReadError
from corpus.not_read import reason_by_suffix
from corpus.readers import FORMAT_OF_SUFFIX, FORMATS

_DEEPEST = 100  # folders within folders
_OPENING_BYTES = 1024
_LITTER = (
    *("~$*", ".~lock.*#", "~wr[dl]*.tmp", "*~", "#*#"),  # what word processors and editors keep while they write
    *("thumbs.db", "ehthumbs*.db", "desktop.ini", "$recycle.bin", "system volume information"),  # of Windows
    *("__macosx", "icon\r", "network trash folder", "temporary items"),  # of macOS
    *("*:zone.identifier", "@eadir", "#recycle", "lost+found"),  # of copying and storage
    *("*.crdownload", "*.part", "*.partial"),  # of browsers that are still fetching
)
"""Names, in small letters, of what other programs leave beside documents and nobody means to find."""


@dataclass(frozen=True, slots=True)
class SourceFile:
    """A file to read.

    Attributes:
        path: where it is.
        id: its path below the folder it was found in, with "/" and its suffix; its name when it was given itself.
    """

    path: Path
    id: str


@dataclass(frozen=True, slots=True)
class FoundFiles:
    """What was found under some paths.

    Attributes:
        files: to read, in the order of the paths and sorted by id within a folder; no id twice.
        errors: what could not be reached.
        skipped: files of a kind that is known not to be read.
    """

    files: tuple[SourceFile, ...]
    errors: tuple[ReadError, ...]
    skipped: tuple[ReadError, ...]


def find_files(paths: Sequence[Path], leave_out: Path | None = None) -> FoundFiles:
    """Find the files under some paths, in an order that is the same every time.

    Hidden files and folders (their name starts with ".") below a given folder are passed over, and so is the litter of
    other programs anywhere. Links are followed; a link to a folder that leads back into itself is an error. Nothing is
    opened that could block, such as a pipe. Of two files with one id the second is an error, but where it holds many
    documents: those have ids of their own, and the file's id is made longer by the folders above it.

    Args:
        paths: folders, or single files.
        leave_out: a folder that is passed over wherever it is met, such as the index that is being built.

    Returns:
        The files to read, what could not be reached, and what is of a kind that is not read.
    """
    files: dict[str, SourceFile] = {}
    errors: list[ReadError] = []
    skipped: list[ReadError] = []
    for path in paths:
        if _is_litter(path.name):
            continue
        for entry in _walk(path, path.name or str(path), (), leave_out):
            if isinstance(entry, SourceFile):
                entry = _told_apart(entry, files)
            if isinstance(entry, ReadError):
                errors.append(entry)
            elif (reason := reason_by_suffix(entry.path.suffix.lower())) and not _has_signature(entry.path):
                skipped.append(ReadError(entry.id, reason))
            elif (earlier := files.get(entry.id)) is None:
                files[entry.id] = entry
            elif not entry.path.samefile(earlier.path):
                errors.append(ReadError(str(entry.path), _id_taken(entry.id, earlier.path)))
    return FoundFiles(tuple(files.values()), tuple(errors), tuple(skipped))


def _is_litter(name: str) -> bool:
    return any(fnmatchcase(name.casefold(), pattern) for pattern in _LITTER)


def _told_apart(file: SourceFile, taken: Mapping[str, SourceFile]) -> SourceFile:
    """A file that holds many documents with an id that no other file has, where its folders make one."""
    earlier = taken.get(file.id)
    if earlier is None or file.path.samefile(earlier.path) or not _holds_many(file.id):
        return file
    above = file.path.absolute().parts[: -len(PurePosixPath(file.id).parts)]
    longer = (f"{'/'.join(above[place:])}/{file.id}" for place in range(len(above) - 1, 0, -1))
    free = (own for own in longer if own not in taken or file.path.samefile(taken[own].path))
    return SourceFile(file.path, next(free, file.id))


def _holds_many(file_id: str) -> bool:
    """Whether a file is called as those that hold many documents are."""
    declared = FORMAT_OF_SUFFIX.get(PurePosixPath(file_id.lower().removesuffix(".gz")).suffix)
    return declared is not None and declared.holds_many


def _has_signature(path: Path) -> bool:
    """Whether a file begins like one of a format that is read under any name, so that its content must decide."""
    with path.open("rb") as file:
        opening = file.read(_OPENING_BYTES).lstrip()
    return any(opening.startswith(declared.signature) for declared in FORMATS if declared.signature)


def _id_taken(file_id: str, earlier: Path) -> str:
    return f"Its id {file_id!r} is already that of {earlier}. Rename one, or give the folder above both."


def _walk(
    path: Path, file_id: str, above: tuple[tuple[int, int], ...], leave_out: Path | None
) -> Iterator[SourceFile | ReadError]:
    """The files at or below a path; `above` holds device and inode of the folders that lead to it."""
    where = file_id if above else str(path)
    try:
        status = path.stat()
    except (OSError, RuntimeError) as error:
        yield ReadError(where, _why_not(path, error))
        return
    except ValueError:
        yield ReadError(where, "This is not a path: it holds a NUL character.")
        return
    if stat.S_ISREG(status.st_mode):
        yield _openable(SourceFile(path, file_id), where)
    elif not stat.S_ISDIR(status.st_mode):
        yield ReadError(where, "It is a pipe, a socket or a device, not a file. Give a file or a folder.")
    elif leave_out is None or not leave_out.exists() or not path.samefile(leave_out):
        here = (status.st_dev, status.st_ino)
        if here in above:
            yield ReadError(where, f"This link leads back to {path.resolve()}, which it lies in. Remove the link.")
        elif len(above) >= _DEEPEST:
            yield ReadError(
                where, f"It lies more than {_DEEPEST} folders deep. Give this folder itself, or move it up."
            )
        else:
            prefix = f"{file_id}/" if above else ""
            yield from _walk_folder(path, prefix, where, (*above, here), leave_out)


def _openable(file: SourceFile, where: str) -> SourceFile | ReadError:
    try:
        file.path.open("rb").close()
    except OSError:
        return ReadError(where, "It may not be opened. Give the account that builds the index permission to read it.")
    return file


def _walk_folder(
    folder: Path, prefix: str, where: str, above: tuple[tuple[int, int], ...], leave_out: Path | None
) -> Iterator[SourceFile | ReadError]:
    """The files below a folder, whose ids start with a prefix; `above` holds the folder itself too."""
    try:
        names = sorted(name for name in os.listdir(folder) if not name.startswith(".") and not _is_litter(name))
    except OSError:
        yield ReadError(
            where, "This folder may not be opened. Give the account that builds the index permission to read it."
        )
        return
    for name in names:
        if name.isprintable():
            yield from _walk(folder / name, prefix + name, above, leave_out)
        else:
            yield ReadError(ascii(prefix + name), "Its name holds characters that cannot be written. Rename it.")


def _why_not(path: Path, error: Exception) -> str:
    """Why a path cannot be looked at."""
    if path.is_symlink():
        leads = f"This link leads to {os.readlink(path)}"
        if isinstance(error, FileNotFoundError):
            return f"{leads}, which does not exist. Remove or mend the link."
        return f"{leads} and goes round in a circle or cannot be followed. Remove or mend the link."
    if isinstance(error, FileNotFoundError):
        return "There is no such file or folder. Check the spelling."
    return "It cannot be reached. Give the account that builds the index permission to read the folder it is in."
