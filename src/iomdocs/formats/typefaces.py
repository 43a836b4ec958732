"""The typefaces that come with the package, for every format that sets type itself."""

from __future__ import annotations

from pathlib import Path

FOLDER = Path(__file__).parent / "typst" / "fonts"
"""The folder with the fonts and their licences."""
