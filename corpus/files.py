"""Finding the files to read, and naming those that cannot be."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class ReadError:
    """Why something could not be read, as a build reports it.

    Attributes:
        where: the file's id or path; for a line of a .jsonl, "file.jsonl:LINE".
        reason: sentences that say what is wrong and what to do.
        empty: whether there was simply nothing in it.
    """

    where: str
    reason: str
    empty: bool = False


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
        faults: what could not be reached.
        skipped: files of a kind that is known not to be read.
    """

    files: tuple[SourceFile, ...]
    faults: tuple[ReadError, ...]
    skipped: tuple[ReadError, ...]


_NOT_READ: dict[str, tuple[str, str]] = {
    suffix: (what, advice)
    for what, advice, suffixes in (
        ("A picture", "If it shows text, run it through text recognition (OCR) and save that as .pdf or .txt.",
         ".png .jpg .jpeg .gif .tif .tiff .bmp .webp .heic .svg .ico .psd"),
        ("A spreadsheet or table", "Save it as .pdf or .html if its text should be found.", ".xls .xlsx .xlsm .xlsb .ods .csv .tsv"),
        ("A presentation", "Save it as .pdf if its text should be found.", ".ppt .pptx .odp .key"),
        ("An older or other text document", "Save it as .docx or .pdf if it should be found.", ".doc .dot .rtf .odt .pages .wpd .epub .msg"),
        ("Sound or video", "Add a written transcript if it should be found.", ".mp3 .wav .m4a .ogg .flac .mp4 .mov .avi .mkv .webm .wmv"),
        ("An archive", "Unpack it if what it holds should be found.", ".zip .gz .bz2 .xz .7z .rar .tar .tgz .zst"),
        ("A program or data file", "Save its text as .txt if it should be found.",
         ".exe .dll .so .bin .iso .dmg .jar .py .pyc .js .css .map .json .xml .yaml .yml .toml .ini .sqlite .db .parquet .woff .woff2 .ttf .otf"),
    )
    for suffix in suffixes.split()
}  # fmt: skip


_DEEPEST = 100  # folders within folders


def find_files(paths: Sequence[Path], leave_out: Path | None = None) -> FoundFiles:
    """Find the files under some paths, in an order that is the same every time.

    Hidden files and folders (their name starts with ".") below a given folder are passed over. Links are followed; a link to a
    folder that leads back into itself is a fault. Nothing is opened that could block, such as a pipe.

    Args:
        paths: folders, or single files.
        leave_out: a folder that is passed over wherever it is met, such as the index that is being built.

    Returns:
        The files to read, what could not be reached, and what is of a kind that is not read.
    """
    files: dict[str, SourceFile] = {}
    faults: list[ReadError] = []
    skipped: list[ReadError] = []
    for path in paths:
        for found in _walk(path, path.name or str(path), (), leave_out):
            if isinstance(found, ReadError):
                faults.append(found)
            elif (not_read := _NOT_READ.get(found.path.suffix.lower())) is not None and not _opens_like_a_document(
                found.path
            ):
                skipped.append(
                    ReadError(found.id, f"{not_read[0]} ({found.path.suffix.lower()}) is not read. {not_read[1]}")
                )
            elif (earlier := files.get(found.id)) is not None:
                if found.path.samefile(earlier.path):
                    continue
                faults.append(
                    ReadError(
                        str(found.path),
                        f"Its id {found.id!r} is already that of {earlier.path}. Rename one, or give the folder above both.",
                    )
                )
            else:
                files[found.id] = found
    return FoundFiles(tuple(files.values()), tuple(faults), tuple(skipped))


def _opens_like_a_document(path: Path) -> bool:
    """Whether a file of a kind that is not read by its name begins like a PDF, so that its content must decide."""
    with path.open("rb") as file:
        return file.read(1024).lstrip().startswith(b"%PDF-")


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
        try:
            path.open("rb").close()
        except OSError:
            yield ReadError(
                where, "It may not be opened. Give the account that builds the index permission to read it."
            )
        else:
            yield SourceFile(path, file_id)
        return
    if not stat.S_ISDIR(status.st_mode):
        yield ReadError(where, "It is a pipe, a socket or a device, not a file. Give a file or a folder.")
        return
    if leave_out is not None and leave_out.exists() and path.samefile(leave_out):
        return
    here = (status.st_dev, status.st_ino)
    if here in above:
        yield ReadError(where, f"This link leads back to {path.resolve()}, which it lies in. Remove the link.")
        return
    if len(above) >= _DEEPEST:
        yield ReadError(where, f"It lies more than {_DEEPEST} folders deep. Give this folder itself, or move it up.")
        return
    try:
        names = sorted(name for name in os.listdir(path) if not name.startswith("."))
    except OSError:
        yield ReadError(
            where, "This folder may not be opened. Give the account that builds the index permission to read it."
        )
        return
    prefix = f"{file_id}/" if above else ""
    for name in names:
        if name.isprintable():
            yield from _walk(path / name, prefix + name, (*above, here), leave_out)
        else:
            yield ReadError(ascii(prefix + name), "Its name holds characters that cannot be written. Rename it.")


def _why_not(path: Path, error: Exception) -> str:
    """Why a path cannot be looked at."""
    if path.is_symlink():
        if isinstance(error, FileNotFoundError):
            return f"This link leads to {os.readlink(path)}, which does not exist. Remove or mend the link."
        return f"This link leads to {os.readlink(path)} and goes round in a circle or cannot be followed. Remove or mend the link."
    if isinstance(error, FileNotFoundError):
        return "There is no such file or folder. Check the spelling."
    return "It cannot be reached. Give the account that builds the index permission to read the folder it is in."
