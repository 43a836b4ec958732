"""A book with something of everything that pages show of each other."""

project = "Orchard book"
author = "Orchard keeper"
language = "en"
extensions = ["myst_parser", "sphinxcontrib.bibtex", "sphinx_design", "iomdocs"]
extensions += ["sphinx_sitemap", "sphinxext.opengraph"]
myst_enable_extensions = ["colon_fence", "deflist", "dollarmath"]
myst_heading_anchors = 3
numfig = True
iomdocs_facts = "orchardfacts"
iomdocs_edition = "2021-03-04"
iomdocs_licence = "CC BY 4.0"
bibtex_bibfiles = ["sources.bib"]
html_theme = "sphinx_book_theme"
html_baseurl = "https://orchard.example/"
html_static_path = ["_static"]
html_css_files = ["own.css"]
sitemap_url_scheme = "{link}"
