"""Settings of the handbook."""

import os

project = "IOM handbook"
author = "iomdocs contributors"
copyright = "2026, iomdocs contributors"
language = "en"

address = os.environ.get("HANDBOOK_ADDRESS", "")
"""Where the handbook is published, https://host.example/folder/; what needs it is left out else."""

extensions = ["myst_parser", "sphinxcontrib.bibtex", "iomdocs"]
extensions += ["notfound.extension", "sphinx_last_updated_by_git", "sphinx_reredirects"]
if address:
    extensions += ["sphinx_sitemap", "sphinxext.opengraph"]
myst_enable_extensions = ["colon_fence", "deflist"]
myst_heading_anchors = 3
myst_footnote_sort = False
myst_footnote_transition = False
exclude_patterns = ["_build"]

iomdocs_facts = "iomdocs.iom"
iomdocs_edition = "2026-11-25"
iomdocs_slug = "iom-handbook"
iomdocs_licence = "CC BY 4.0"
iomdocs_accessible = True
iomdocs_untrusted_pages = True
iomdocs_editorial = "all"
iomdocs_same_words = True
iomdocs_repository = os.environ.get("HANDBOOK_REPOSITORY", "")
iomdocs_subjects = [
    "International Organization for Migration",
    "Migration",
    "International organizations",
]
iomdocs_epub_certifier = author
iomdocs_subject = {
    "@type": "Organization",
    "name": "identity.name.english",
    "alternateName": [
        "identity.name.french",
        "identity.name.spanish",
        "identity.abbreviation.english",
        "identity.abbreviation.french-spanish",
    ],
    "foundingDate": "identity.founded",
    "address": "identity.headquarters.address",
    "location": "identity.headquarters",
    "url": "identity.website",
    "knowsLanguage": "identity.languages",
    "numberOfEmployees": "finance.staff",
    "employee": "governance.director-general",
}

bibtex_bibfiles = ["sources.bib"]
bibtex_default_style = "author_year"
bibtex_reference_style = "label"

html_theme = "sphinx_book_theme"
html_title = "IOM handbook"
html_static_path = ["_static"]
html_favicon = "_static/mark.svg"
html_baseurl = f"{address.rstrip('/')}/" if address else ""
html_copy_source = False
html_use_index = False
html_context = {"front_page_parts": True}
html_theme_options = {
    "logo": {
        "image_light": "_static/mark.svg",
        "image_dark": "_static/mark.svg",
        "text": "IOM handbook",
    },
    "footer_content_items": ["extra-footer"],
    "show_toc_level": 2,
    "toc_title": "On this page",
    "shorten_urls": False,
    "use_download_button": False,
    "use_fullscreen_button": False,
}

redirects = {}
"""Pages that have moved, as ``"old/page": "../new/page.html"``: as seen from the old page."""

sitemap_url_scheme = "{link}"
sitemap_show_lastmod = True

ogp_site_url = html_baseurl
ogp_image = "_static/card.png"
ogp_image_alt = "IOM handbook: an independent handbook with a dated source for every fact"
ogp_social_cards = {"enable": False}
ogp_custom_meta_tags = [
    '<meta property="og:image:type" content="image/png" />',
    '<meta property="og:image:width" content="1200" />',
    '<meta property="og:image:height" content="630" />',
    '<meta name="twitter:card" content="summary_large_image" />',
]

epub_description = (
    "What the International Organization for Migration is, how it came about, how it is governed "
    "and what it does, with a dated source for every fact."
)
epub_publisher = "iomdocs contributors"
epub_show_urls = "no"
epub_tocdepth = 2
