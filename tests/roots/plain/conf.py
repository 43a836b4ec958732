"""A small book without facts and without bibliography."""

project = "Plain book"
author = "Somebody"
language = "en"
extensions = ["myst_parser", "iomdocs"]
html_theme = "sphinx_book_theme"
