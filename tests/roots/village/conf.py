"""A small book with facts that are disputed or past their review."""

project = "Village book"
author = "Village clerk"
language = "en"
extensions = ["myst_parser", "sphinxcontrib.bibtex", "iomdocs"]
myst_enable_extensions = ["colon_fence", "deflist"]
myst_heading_anchors = 3
myst_footnote_sort = False
myst_footnote_transition = False
iomdocs_facts = "villagefacts"
iomdocs_edition = "2021-03-04"
iomdocs_licence = "CC BY 4.0"
bibtex_bibfiles = ["sources.bib"]
bibtex_default_style = "author_year"
bibtex_reference_style = "label"
html_theme = "sphinx_book_theme"
