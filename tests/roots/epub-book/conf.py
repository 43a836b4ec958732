"""A small book with much that is hard to put into an ePub."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

project = "Rules & <exceptions>"
author = "Böll & Sons"
language = "en"
extensions = ["myst_parser", "iomdocs", "hardparts"]
myst_enable_extensions = ["colon_fence", "deflist", "fieldlist"]
numfig = True

iomdocs_edition = "2021-03-04"
iomdocs_slug = "epub-book"
iomdocs_licence = "CC BY 4.0"
iomdocs_formats = ["html", "pdf", "epub"]

html_theme = "sphinx_book_theme"
epub_description = "Hard cases & their answers."
