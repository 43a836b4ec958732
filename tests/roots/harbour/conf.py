"""A book to be searched: names with accents, sections, a glossary, two parts, facts."""

project = "Harbour book"
author = "Harbour master"
language = "en"
extensions = ["myst_parser", "sphinxcontrib.bibtex", "iomdocs"]
myst_enable_extensions = ["colon_fence", "deflist"]
iomdocs_facts = "harbourfacts"
iomdocs_edition = "2026-11-24"
bibtex_bibfiles = ["sources.bib"]
bibtex_default_style = "author_year"
bibtex_reference_style = "label"
html_theme = "sphinx_book_theme"
