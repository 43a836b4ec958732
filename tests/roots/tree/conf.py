"""A book whose tree of pages has everything that a tree can have."""

project = "Tree & branches"
author = "Somebody"
language = "en"
extensions = ["myst_parser", "iomdocs"]
myst_enable_extensions = ["dollarmath"]
html_theme = "sphinx_book_theme"
numfig = True
