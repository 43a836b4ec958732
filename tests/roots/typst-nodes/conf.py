"""A small book with every kind of content that the PDF has to print."""

project = "Every node"
author = "Ana Gómez, Jürgen Öztürk"
copyright = "2026, the authors"  # noqa: A001
language = "en"
release = "1.2"
numfig = True
extensions = ["myst_parser", "sphinxcontrib.bibtex", "iomdocs"]
bibtex_bibfiles = ["sources.bib"]
iomdocs_facts = "things"
myst_enable_extensions = ["colon_fence", "deflist", "fieldlist", "tasklist", "attrs_inline"]
myst_heading_anchors = 3
iomdocs_edition = "2026-11-24"
iomdocs_licence = "CC BY 4.0"
iomdocs_slug = "every-node"
