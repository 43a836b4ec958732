"""Books in every language: named on each page, and laid out from right to left where it is."""

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.finished import html_pages
from tests.formats.conftest import make, write_files

CONF = """
project = "كتاب البلدة"
author = "كاتب"
iomdocs_edition = "2026-11-24"
extensions = ["myst_parser", "iomdocs"]
myst_enable_extensions = ["colon_fence", "deflist"]
html_static_path = ["own"]
html_css_files = ["mine.css"]
"""
FRONT = """# كتاب البلدة

كل شيء عن بلدة لا وجود لها وفيها `code --option` أيضا.

- البند الأول

| الاسم | العدد |
|-------|------|
| الشمال | 12 |

:::{note}
ملاحظة مهمة.
:::

```python
print("hello")
```

:::{toctree}
:caption: الفصول

second
:::
"""
OWN_STYLE = ".mine { margin-left: 1px; float: left }\n"

Write = Callable[..., Path]


def written(folder: Path, **settings: object) -> Path:
    """The folder of the book in some language and theme."""
    files = {
        "conf.py": CONF,
        "index.md": FRONT,
        "second.md": "# الصفحة الثانية\n\nنص.\n",
        "own/mine.css": OWN_STYLE,
    }
    source = write_files(folder / "source", files)
    built = make("html", source, folder / "built", **settings)
    assert [line for line in built.warnings.splitlines() if "iomdocs" in line] == []
    return built.folder


@pytest.mark.parametrize(
    "theme", ["sphinx_book_theme", "pydata_sphinx_theme", "alabaster", "basic"]
)
@pytest.mark.parametrize(
    ("language", "tag", "direction"),
    [("ar", "ar", "rtl"), ("he", "he", "rtl"), ("pt_BR", "pt-BR", None), ("zh_CN", "zh-CN", None)],
)
def test_each_page_names_its_language_and_direction(
    tmp_path: Path, theme: str, language: str, tag: str, direction: str | None
) -> None:
    pages = html_pages(written(tmp_path, language=language, html_theme=theme))
    assert set(pages) >= {"index", "second", "genindex", "search"}
    for name, page in pages.items():
        assert (page.html["lang"], page.html.get("dir")) == (tag, direction), name


def test_a_book_can_set_the_direction_itself(tmp_path: Path) -> None:
    wanted = {"text_direction": "ltr"}
    site = written(tmp_path, language="ar", html_theme="sphinx_book_theme", html_context=wanted)
    for page in html_pages(site).values():
        assert page.html["dir"] == "ltr"
        assert page.select('link[href*="iomdocs-rtl.css"]') == []


def test_a_template_that_names_the_direction_is_left_alone(tmp_path: Path) -> None:
    templates = tmp_path / "source" / "_templates"
    templates.mkdir(parents=True)
    (templates / "layout.html").write_text(
        '<html lang="{{ language }}" dir="auto"><title>{{ title }}</title>{{ body }}</html>',
        "utf-8",
    )
    site = written(tmp_path, language="ar", html_theme="basic", templates_path=["_templates"])
    text = (site / "index.html").read_text("utf-8")
    assert text.startswith('<html lang="ar" dir="auto"><title>')


@pytest.fixture(scope="module")
def arabic(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The book in Arabic with sphinx-book-theme."""
    folder = tmp_path_factory.mktemp("arabic")
    return written(folder, language="ar", html_theme="sphinx_book_theme")


def test_styles_of_the_author_are_not_turned_round_and_others_only_once(arabic: Path) -> None:
    static = arabic / "_static"
    assert (static / "mine.css").read_text("utf-8") == OWN_STYLE
    before = {path: path.read_bytes() for path in sorted(static.rglob("*.css"))}
    make("html", arabic.parent.parent / "source", arabic.parent,
         language="ar", html_theme="sphinx_book_theme")  # fmt: skip
    assert {path: path.read_bytes() for path in sorted(static.rglob("*.css"))} == before


RULES = """
.a { margin-left: 1px; padding-right: 2px; left: 3px; border-left: 4px solid; text-align: left }
.b { margin: 1px 2px 3px 4px; padding: 1px 2px; border-radius: 1px 2px 3px 4px; float: right }
.c { transform: translateX(-75%); background: url(left.png) left / 2px, linear-gradient(to right, red, blue) }
.d:left { --x-left: left; content: "left"; border-top-left-radius: 1px; margin: 0 1px 0 calc(1px + 2px)!important }
/* .e { left: 1px } */ @media (min-width: 1px) { .left { right: 0 } }
"""  # noqa: E501
TURNED = """
.a { margin-right: 1px; padding-left: 2px; right: 3px; border-right: 4px solid; text-align: right }
.b { margin: 1px 4px 3px 2px; padding: 1px 2px; border-radius: 2px 1px 4px 3px; float: left }
.c { transform: translateX(calc(-1*(-75%))); background: url(left.png) right / 2px, linear-gradient(to left, red, blue) }
.d:left { --x-left: left; content: "left"; border-top-right-radius: 1px; margin: 0 calc(1px + 2px) 0 1px!important}
 @media (min-width: 1px) { .left { left: 0 } }
"""  # noqa: E501


def test_styles_of_themes_and_extensions_are_turned_round(tmp_path: Path) -> None:
    theme = tmp_path / "source" / "themes" / "small"
    (theme / "static").mkdir(parents=True)
    (theme / "theme.conf").write_text("[theme]\ninherit = basic\nstylesheet = small.css\n", "utf-8")
    (theme / "static" / "small.css").write_text(RULES, "utf-8")
    settings = {"html_theme": "small", "html_theme_path": ["themes"]}
    site = written(tmp_path, language="fa", **settings)
    style = (site / "_static" / "small.css").read_text("utf-8")
    assert style.partition("\n")[2] == TURNED
    site = written(tmp_path / "other", language="fr")
    assert "left" in (site / "_static" / "basic.css").read_text("utf-8")


def shown(browser: Browser, site: Path, width: int) -> Page:
    page = browser.new_page(viewport={"width": width, "height": 900})
    page.goto((site / "index.html").as_uri(), wait_until="networkidle")
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    return page


def test_the_page_begins_at_the_right(browser: Browser, arabic: Path) -> None:
    page = shown(browser, arabic, 1280)

    def box(selector: str) -> dict[str, float]:
        return page.locator(selector).first.bounding_box()

    def style(selector: str, name: str) -> str:
        return page.locator(selector).first.evaluate(
            "(element, name) => getComputedStyle(element)[name]", name
        )

    sidebar, article = box(".bd-sidebar-primary"), box("article.bd-article")
    assert sidebar["x"] + sidebar["width"] == 1280
    assert article["x"] + article["width"] <= sidebar["x"]
    first, second = box("article th:first-child"), box("article th:nth-child(2)")
    assert second["x"] < first["x"]
    assert style("article th", "textAlign") in {"right", "start"}
    assert float(style(".admonition", "borderRightWidth")[:-2]) > 2
    assert float(style(".admonition", "borderLeftWidth")[:-2]) <= 1
    assert (style("pre", "direction"), style("pre", "textAlign")) == ("ltr", "left")
    assert (style("p code", "direction"), style("p", "direction")) == ("ltr", "rtl")
    code = box("pre span")
    assert code["x"] < box("pre")["x"] + 40


@pytest.mark.parametrize("language", ["ar", "en"])
def test_the_menu_of_a_phone_opens_from_its_side(
    browser: Browser, arabic: Path, tmp_path: Path, language: str
) -> None:
    site = arabic if language == "ar" else written(tmp_path, html_theme="sphinx_book_theme")
    page = shown(browser, site, 390)
    page.locator(".primary-toggle:visible").click()
    menu = page.locator("#pst-primary-sidebar-modal")
    at_side = "box => Math.abs({}) < 1".format(
        "box.right - 390" if language == "ar" else "box.left"
    )
    page.wait_for_function(
        f"({at_side})(document.querySelector('#pst-primary-sidebar-modal').getBoundingClientRect())"
    )
    assert menu.bounding_box()["width"] > 200
    assert page.locator("#pst-primary-sidebar-modal a[href='second.html']").is_visible()
