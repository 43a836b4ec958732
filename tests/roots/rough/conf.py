"""A small book full of HTML as people write it, and of things to operate on a website."""

project = "Rough"
author = "Somebody"
language = "en"
extensions = ["myst_parser", "sphinx_design", "sphinx_copybutton", "iomdocs"]
myst_enable_extensions = ["colon_fence", "tasklist", "dollarmath", "html_image", "attrs_inline"]
suppress_warnings = ["myst.header", "iomdocs"]
html_static_path = ["static"]
html_css_files = ["https://example.org/far.css", "near.css"]
exclude_patterns = ["lacking.md"]

iomdocs_edition = "2026-11-24"
iomdocs_slug = "rough"
iomdocs_subjects = ["migration", "books & <tests>"]
iomdocs_epub_certifier = "Somebody"
