"""What a process has loaded before it is forked for a run of Sphinx: what every such run needs.

It is loaded once, not by each process of a build again. Words that Sphinx and themes have for
readers are looked up when they are shown, and so are in the language of the book all the same.
"""

from importlib import import_module

from sphinx.application import builtin_extensions

from iomdocs.markup import bibliography

_MODULES = (
    "iomdocs.extension",
    "myst_parser.sphinx_ext.main",
    "pagefind.service",
    "sphinx_book_theme",
    "sphinxcontrib.bibtex",
    *builtin_extensions,
)

for _name in _MODULES:
    import_module(_name)
bibliography.register()
