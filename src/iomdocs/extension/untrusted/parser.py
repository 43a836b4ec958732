"""The parser of MyST for pages from strangers: it looks at everything before it does it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Any

from docutils.parsers.rst import Directive, directives
from myst_parser.mdit_to_docutils.sphinx_ import SphinxRenderer
from myst_parser.parsers.directives import parse_directive_text
from myst_parser.parsers.mdit import create_md_parser
from myst_parser.parsers.sphinx_ import MystParser
from sphinx.errors import SphinxError

from iomdocs.diagnostics import Problem
from iomdocs.extension.untrusted.refusals import refuse
from iomdocs.safety import characters, frontmatter, limits, listings, markup
from iomdocs.safety.addresses import link_problem

if TYPE_CHECKING:
    from docutils import nodes
    from sphinx.environment import BuildEnvironment


class GuardedParser(MystParser):
    """Parses a page whose size and front matter are as they should be, with the book's settings."""

    def parse(self, inputstring: str, document: nodes.document) -> None:
        env = document.settings.env
        wrong = [*limits.text_problems(inputstring.splitlines()), *frontmatter.in_page(inputstring)]
        for line, problem in wrong:
            refuse(env, problem, line)
        for offset, problem in characters.problems(inputstring):
            refuse(env, problem, inputstring.count("\n", 0, offset) + 1)
        parser = create_md_parser(env.myst_config, GuardedRenderer)
        parser.options["document"] = document
        parser.render("" if wrong else inputstring)


class GuardedRenderer(SphinxRenderer):
    """Makes nodes of a page, and refuses what no page may hold."""

    _within = 0
    _including = 0
    _inclusions = 0
    _links = 0

    def __init__(self, parser: Any) -> None:
        super().__init__(parser)
        self._generated: Counter[str] = Counter()

    def run_directive(
        self, name: str, first_line: str, content: str, position: int, *args: Any, **named: Any
    ) -> list[nodes.Element]:
        given = args[0] if args else named.get("additional_options")
        problem = self._directive_problem(name, first_line, content, given)
        if problem:
            self._refuse(problem, position)
            return []
        self._within += 1
        self._including += name == "include"
        try:
            return super().run_directive(name, first_line, content, position, *args, **named)
        except SphinxError:
            raise
        except Exception as error:  # noqa: BLE001  directives trust what a page gives them
            words = f"the directive '{name}' cannot be read: {error}"
            self._refuse(Problem("X004", words, "look at its options and its body"), position)
            return []
        finally:
            self._within -= 1
            self._including -= name == "include"

    def _directive_problem(
        self, name: str, first_line: str, content: str, given: Mapping[str, str] | None
    ) -> Problem | None:
        if problem := self._limit_problem(name) or markup.name_problem(name):
            return problem
        folder = self._folder
        found, _ = directives.directive(name, self.language_module_rst, self.document)
        if found is None:
            return None
        argument, options, body = _taken_apart(found, first_line, content, given)
        if problem := markup.directive_problem(name, argument, options.items(), folder):
            return problem
        return markup.body_problem(name, body, folder)

    def _limit_problem(self, name: str) -> Problem | None:
        """Whether directives nest too deeply, or a page includes too much."""
        if self._within >= limits.DEPTH:
            return limits.too_deep()
        self._generated[name] += 1
        if self._generated[name] > limits.GENERATED.get(name, limits.LINES):
            return limits.too_often(name)
        if name != "include":
            return None
        self._inclusions += 1
        is_too_much = self._including or self._inclusions > limits.INCLUSIONS
        return limits.too_many_inclusions() if is_too_much else None

    def render_fence(self, token: Any) -> None:
        numbers = re.findall(r"\d+", " ".join(map(str, token.attrs.values())))
        is_listing = not (token.info or "").strip().startswith("{")
        problem = listings.problem(token.info, token.content) if is_listing else None
        if any(len(number) > 4 for number in numbers):
            self._refuse_at(Problem("X004", "a number of the listing is too large", ""), token)
        elif problem:
            self._refuse_at(problem, token)
        else:
            super().render_fence(token)

    def render_myst_role(self, token: Any) -> None:
        problem = markup.role_problem(token.meta["name"], token.content, self._folder)
        if problem:
            self._refuse_at(problem, token)
        else:
            super().render_myst_role(token)

    def render_link(self, token: Any) -> None:
        self._links += 1
        problem = link_problem(str(token.attrGet("href") or ""), self._folder)
        if self._links > limits.LINKS:
            problem = limits.too_many_links() if self._links == limits.LINKS + 1 else None
        if problem:
            self._refuse_at(problem, token)
        elif self._links <= limits.LINKS:
            super().render_link(token)

    def render_html_block(self, token: Any) -> None:
        if not markup.is_comment(token.content):
            words = " ".join(token.content.split())[:40]
            self._refuse_at(Problem("X008", f"a page may not hold HTML: {words}", ""), token)

    def render_html_inline(self, token: Any) -> None:
        self.render_html_block(token)

    def render_restructuredtext(self, token: Any) -> None:
        problem = Problem("X002", "a page may not use the directive 'eval-rst'", "use Markdown")
        self._refuse_at(problem, token)

    def render_substitution_inline(self, token: Any) -> None:
        self._refuse_at(Problem("X009", "a page may not use substitutions", ""), token)

    def render_substitution_block(self, token: Any) -> None:
        self.render_substitution_inline(token)

    def copy_attributes(self, token: Any, *args: Any, **named: Any) -> None:
        if problem := markup.class_problem(str(token.attrs.get("class", "")).split()):
            self._refuse_at(problem, token)
        super().copy_attributes(token, *args, **named)

    @property
    def _folder(self) -> PurePosixPath:
        """The folder of the page, or of the file that it includes here, below that of the book."""
        env: BuildEnvironment = self.document.settings.env
        return PurePosixPath(env.docname).parent

    def _refuse_at(self, problem: Problem, token: Any) -> None:
        self._refuse(problem, token.map[0] if token.map else 1)

    def _refuse(self, problem: Problem, line: int) -> None:
        env: BuildEnvironment = self.document.settings.env
        source = str(self.document["source"])
        refuse(env, problem, line, source if Path(source).is_file() else "")


def _taken_apart(
    kind: type[Directive], first_line: str, content: str, given: Mapping[str, str] | None
) -> tuple[str, Mapping[str, str], list[str]]:
    """Argument, options and body of a directive, as MyST reads them."""
    try:
        parsed = parse_directive_text(
            kind, first_line, content, additional_options=dict(given or {})
        )
    except Exception:  # noqa: BLE001  told where the directive is run
        return first_line, {}, content.splitlines()
    options = {name: _written(value) for name, value in parsed.options.items()}
    return " ".join(parsed.arguments), options, parsed.body


def _written(value: object) -> str:
    return " ".join(map(str, value)) if isinstance(value, list | tuple) else str(value)
