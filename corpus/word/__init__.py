"""Word documents: the package of parts that a file is, and how what stands in them becomes blocks."""
