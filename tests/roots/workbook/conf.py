"""A workbook of another house: no facts, and everything that a page can hold."""

project = "Workbook"
author = "School of the Coast"
copyright = "2026, School of the Coast"  # noqa: A001
language = "en"
extensions = ["myst_parser", "sphinx_design", "iomdocs"]
myst_heading_anchors = 3
myst_enable_extensions = [
    "amsmath",
    "attrs_block",
    "attrs_inline",
    "colon_fence",
    "deflist",
    "dollarmath",
    "fieldlist",
    "html_image",
    "tasklist",
]
myst_footnote_transition = False
numfig = True
html_theme = "sphinx_book_theme"
html_title = "Workbook"
