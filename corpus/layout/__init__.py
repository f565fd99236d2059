"""From printed pages to blocks: page furniture left out, columns apart, lines joined, headings told."""
