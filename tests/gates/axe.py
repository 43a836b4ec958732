"""What axe-core says against a page as it stands in the browser."""

from playwright.sync_api import Page

from tests.gates import tools

STANDARDS = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")
"""WCAG 2.2 at the levels A and AA, and what is good practice beyond it.

Left out are only the level AAA and rules that axe-core itself calls experimental or deprecated.
"""

_RUN = """
standards => axe.run(document, {runOnly: standards, resultTypes: ["violations"], preload: false})
  .then(({violations}) => violations.flatMap(({id, nodes}) => nodes.map(node => {
    const [check] = [...node.any, ...node.all, ...node.none];
    return `${id}: ${node.target.join(" ")}: ${check ? check.message : node.html}`;
  })))
"""


def violations(page: Page) -> list[str]:
    """Each violation on a page: the rule, the element, what is wrong with it."""
    if page.evaluate("typeof axe") == "undefined":
        page.evaluate(tools.AXE.read_text("utf-8"))
    return page.evaluate(_RUN, list(STANDARDS))
