"""Makes scans: pages of a PDF as a scanner sees them, turned and noisy, and files that hold nothing but these."""

from __future__ import annotations

import io
from collections.abc import Sequence

import numpy as np
import pypdfium2
from PIL import Image
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas


def scanned_pages(
    pdf: bytes, dots_per_inch: int = 300, *, turned: float = 0.0, noise: float = 0.0, seed: int = 0
) -> list[Image.Image]:
    """The pages of a PDF as grey pictures.

    Args:
        pdf: its bytes.
        dots_per_inch: of the scanner.
        turned: by how many degrees each page lies turned to the left; right angles turn the sheet.
        noise: the standard deviation of the grey of each dot, of 255.
        seed: of the noise.
    """
    random = np.random.default_rng(seed)
    pictures = []
    with pypdfium2.PdfDocument(pdf) as opened:
        for page in opened:
            drawn = page.render(scale=dots_per_inch / 72, grayscale=True).to_pil().convert("L")
            if turned:
                drawn = drawn.rotate(turned, expand=turned % 90 == 0, fillcolor=255, resample=Image.Resampling.BICUBIC)
            if noise:
                grey = np.asarray(drawn, dtype=np.float64) + random.normal(0, noise, (drawn.height, drawn.width))
                drawn = Image.fromarray(grey.clip(0, 255).astype(np.uint8))
            pictures.append(drawn)
    return pictures


def picture_pdf(pictures: Sequence[Image.Image], dots_per_inch: int = 300) -> bytes:
    """A PDF of which each page is nothing but a picture."""
    written = io.BytesIO()
    canvas = Canvas(written, invariant=1)
    for picture in pictures:
        size = (picture.width * 72 / dots_per_inch, picture.height * 72 / dots_per_inch)
        canvas.setPageSize(size)
        canvas.drawImage(ImageReader(picture), 0, 0, *size)
        canvas.showPage()
    canvas.save()
    return written.getvalue()


def picture_file(pictures: Sequence[Image.Image], form: str, *, dots_per_inch: int | None = 300) -> bytes:
    """A file of pictures, such as a PNG; a TIFF holds all of them, any other the first.

    Args:
        pictures: at least one.
        form: "PNG", "JPEG" or "TIFF".
        dots_per_inch: what the file says of them; None to say nothing.
    """
    written = io.BytesIO()
    more = {"save_all": True, "append_images": list(pictures[1:])} if form == "TIFF" else {}
    stated = {"dpi": (dots_per_inch, dots_per_inch)} if dots_per_inch else {}
    pictures[0].copy().save(written, form, **stated, **more)
    return written.getvalue()
