"""Websites need nobody else: whatever a book uses, all that its pages load comes with them."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.formats.conftest import build, write_files
from tests.offline import loaded_from_elsewhere
from tests.site import served

CONF = """
project = "Everything"
author = "Somebody"
language = "en"
iomdocs_edition = "2026-11-24"
extensions = ["myst_parser", "sphinx_design", "sphinx_copybutton", "iomdocs"]
myst_enable_extensions = ["colon_fence", "dollarmath", "amsmath", "tasklist", "deflist"]
"""
PAGE = """# Everything with $x^2$

A formula $\\frac{a}{b}$ and [a link](https://example.org/).

$$
\\sum_{i=1}^{n} i
$$ (sum)

::::{tab-set}
:::{tab-item} One
First.
:::
:::{tab-item} Two
Second with $y$.
:::
::::

::::{grid} 2
:::{grid-item-card} Card
:link: https://example.org/
Text.
:::
::::

:::{dropdown} More
Hidden {octicon}`report;1em` {bdg-primary}`badge`.
:::

- [x] done
- [ ] not done

```python
print("code")
```

```{toctree}
second
```
"""


@pytest.fixture(
    scope="module", params=["sphinx_book_theme", "pydata_sphinx_theme", "alabaster", "basic"]
)
def site(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A book that uses everything, in a theme."""
    folder = tmp_path_factory.mktemp("offline")
    files = {"conf.py": CONF, "index.md": PAGE, "second.md": "# Second\n\nText.\n"}
    source = write_files(folder / "source", files)
    return build("html", source, folder / "built", html_theme=request.param)


def test_no_file_names_another_host(site: Path) -> None:
    assert loaded_from_elsewhere(site) == []


def test_no_request_leaves_the_site(browser: Browser, site: Path) -> None:
    page = browser.new_page(color_scheme="dark")
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    with served(site) as address:
        for name in ("index.html", "second.html", "genindex.html", "search.html?q=second"):
            page.goto(f"{address}/{name}", wait_until="networkidle")
            for summary in page.locator("summary:visible, .sd-tab-label:visible").all():
                summary.click()
        page.wait_for_load_state("networkidle")
    assert len(asked) > 8
    assert [url for url in asked if not url.startswith((f"{address}/", "data:"))] == []


WAYS = """
<script src="//cdn.example/a.js"></script><img src="https://cdn.example/b.png">
<img srcset="c.png 1x, https://cdn.example/c.png 2x"><iframe src="http://cdn.example/d"></iframe>
<link rel="stylesheet" href="https://cdn.example/e.css"><link rel="icon" href="//cdn.example/f.ico">
<link rel="preconnect" href="https://cdn.example/g"><p style="background: url(//cdn.example/h)"></p>
<style>@import "https://cdn.example/i.css";</style><script>fetch("https://cdn.example/j")</script>
<script>import("https://cdn.example/k")</script><video poster="//cdn.example/l"></video>
<meta http-equiv="refresh" content="0; url=https://cdn.example/m">
<svg><image href="https://cdn.example/n"/></svg>
<a href="https://example.org/">fine</a><link rel="canonical" href="https://example.org/">
<img src="here.png"><script src="/here.js"></script><img src="data:image/png;base64,//8=">
"""


def test_what_loads_from_elsewhere_is_found(tmp_path: Path) -> None:
    (tmp_path / "page.html").write_text(WAYS, "utf-8")
    (tmp_path / "style.css").write_text("a { background: url('//cdn.example/o') }", "utf-8")
    (tmp_path / "script.js").write_text("x.open('GET', 'https://cdn.example/p');", "utf-8")
    (tmp_path / "drawing.svg").write_text("<image xlink:href='//cdn.example/q'/>", "utf-8")
    found = loaded_from_elsewhere(tmp_path)
    assert sorted(address.split("cdn.example/")[1][0] for address in found) == list(
        "abcdefghijklmnopq"
    )
