"""An extension with a directive that makes one node of every kind, each with a word of its own."""

import inspect
from collections.abc import Callable, Iterator

from docutils import nodes
from sphinx import addnodes
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxDirective

Element = nodes.Element

ABSTRACT = {
    nodes.Element: "what all stand on",
    nodes.TextElement: "what elements with text stand on",
    nodes.FixedTextElement: "what elements with line ends stand on",
    nodes.PureTextElement: "what elements with nothing but text stand on",
    addnodes._desc_classes_injector: "what parts of a signature stand on",
}
UNREAD = {
    nodes.colspec: "says how wide a column is",
    nodes.comment: "a note of the author",
    nodes.decoration: "holds header and footer",
    nodes.document: "the book itself",
    nodes.footer: "a running foot that no builder of Sphinx prints",
    nodes.header: "a running head that no builder of Sphinx prints",
    nodes.image: "has no text; its description is tested with pictures",
    nodes.meta: "said to programs",
    nodes.pending: "work that docutils has to do before anything is printed",
    nodes.substitution_definition: "printed where it is used",
    nodes.transition: "has no text",
    addnodes.highlightlang: "says what language code is in",
    addnodes.index: "entries are in the index of the book",
    addnodes.tabular_col_spec: "said to LaTeX",
    addnodes.toctree: "replaced by the pages",
}
"""Elements that never have text for a reader, and why."""


def kinds() -> Iterator[type[Element]]:
    """Every class of element of docutils and Sphinx that can have text."""
    for module in (nodes, addnodes):
        for name, kind in inspect.getmembers(module, inspect.isclass):
            own = issubclass(kind, Element) and kind.__module__ == module.__name__
            if own and name == kind.__name__ and kind not in ABSTRACT and kind not in UNREAD:
                yield kind


def word_of(kind: type[Element]) -> str:
    return f"text{kind.__name__.replace('_', '')}x"


def paragraph(word: str = "around") -> nodes.paragraph:
    return nodes.paragraph("", word)


def made(kind: type[Element]) -> Element:
    """A node of a kind, with its word in it, in what may hold it."""
    word = word_of(kind)
    if kind in WHOLE:
        return WHOLE[kind](word)
    node = kind("", word) if issubclass(kind, nodes.TextElement) else kind("", paragraph(word))
    for name, value in ATTRIBUTES.get(kind, {}).items():
        node[name] = value
    for around in HOLDERS.get(kind, (nodes.paragraph,) if isinstance(node, nodes.Inline) else ()):
        node = around(node) if inspect.isfunction(around) else around("", node)
    return node


def table(*rows: Element, head: bool = False) -> Element:
    group = nodes.tgroup("", nodes.colspec(colwidth=1), cols=1)
    group += (nodes.thead if head else nodes.tbody)("", *rows)
    if head:
        group += nodes.tbody("", row(paragraph()))
    return nodes.table("", group)


def row(content: Element) -> Element:
    return nodes.row("", nodes.entry("", content))


def definition(part: Element) -> Element:
    term = [] if isinstance(part, nodes.term) else [nodes.term("", "a term")]
    rest = [] if isinstance(part, nodes.definition) else [nodes.definition("", paragraph())]
    return nodes.definition_list_item("", *term, part, *rest)


def option(part: Element) -> Element:
    name = [] if isinstance(part, nodes.option_string) else [nodes.option_string("", "-x")]
    group = nodes.option_group("", nodes.option("", *name, part))
    return nodes.option_list(
        "", nodes.option_list_item("", group, nodes.description("", paragraph()))
    )


def figure(part: Element) -> Element:
    return nodes.figure("", nodes.image("", uri="dot.png", alt="A dot"), part)


def description(part: Element) -> Element:
    return addnodes.desc("", addnodes.desc_signature("", "", part), domain="py", objtype="function")


def parameters(part: Element) -> Element:
    return description(addnodes.desc_parameterlist("", "", part))


def type_parameters(part: Element) -> Element:
    return description(addnodes.desc_type_parameter_list("", "", part))


SIGNATURE = {
    kind: (description,)
    for _, kind in inspect.getmembers(addnodes, inspect.isclass)
    if issubclass(kind, Element) and kind.__name__.startswith("desc_")
}
STATEMENTS = (
    nodes.author,
    nodes.address,
    nodes.organization,
    nodes.contact,
    nodes.version,
    nodes.revision,
    nodes.status,
    nodes.date,
    nodes.copyright,
)
HOLDERS: dict[type[Element], tuple[Callable[..., Element], ...]] = {
    **SIGNATURE,
    addnodes.desc_signature: (addnodes.desc,),
    addnodes.desc_content: (addnodes.desc,),
    addnodes.desc_parameter: (parameters,),
    addnodes.desc_type_parameter: (type_parameters,),
    addnodes.production: (addnodes.productionlist,),
    addnodes.hlistcol: (addnodes.hlist,),
    **dict.fromkeys(
        (nodes.term, nodes.classifier, nodes.definition), (definition, nodes.definition_list)
    ),
    **dict.fromkeys((nodes.option_string, nodes.option_argument), (option,)),
    nodes.field_body: (
        lambda part: nodes.field("", nodes.field_name("", "a"), part),
        nodes.field_list,
    ),
    nodes.field_name: (
        lambda part: nodes.field("", part, nodes.field_body("", paragraph())),
        nodes.field_list,
    ),
    **dict.fromkeys((nodes.caption, nodes.legend), (figure,)),
    nodes.attribution: (lambda part: nodes.block_quote("", paragraph(), part),),
    nodes.line: (nodes.line_block,),
    nodes.list_item: (nodes.bullet_list,),
    nodes.entry: (nodes.row, table),
    nodes.title: (lambda part: nodes.topic("", part, paragraph()),),
    nodes.subtitle: (lambda part: nodes.sidebar("", nodes.title("", "a"), part, paragraph()),),
    **dict.fromkeys(STATEMENTS, (nodes.docinfo,)),
}
ATTRIBUTES: dict[type[Element], dict[str, object]] = {
    addnodes.only: {"expr": "typst"},
    addnodes.start_of_file: {"docname": "index"},
    addnodes.pending_xref: {
        "refdoc": "index",
        "refdomain": "",
        "reftype": "none",
        "reftarget": "x",
        "refexplicit": True,
        "refwarn": False,
    },
    addnodes.versionmodified: {"type": "versionadded", "version": "1"},
    nodes.raw: {"format": "html"},
    nodes.substitution_reference: {"refname": "nothing"},
    nodes.system_message: {"level": 2, "type": "WARNING", "source": "index.rst", "line": 1},
}


def note(kind: type[Element]) -> Callable[[str], Element]:
    def whole(word: str) -> Element:
        return kind("", nodes.label("", word), paragraph(), ids=[word], names=[word])

    return whole


def options(word: str) -> Element:
    return option(nodes.option_argument("", word, delimiter=" "))


def definitions(word: str) -> Element:
    return nodes.definition_list("", definition(nodes.term("", word)))


def fields(word: str) -> Element:
    body = nodes.field_body("", paragraph(word))
    return nodes.field_list("", nodes.field("", nodes.field_name("", "a"), body))


def items(kind: type[Element]) -> Callable[[str], Element]:
    return lambda word: kind("", nodes.list_item("", paragraph(word)))


def signature(word: str) -> Element:
    return description(addnodes.desc_name("", word))


WHOLE: dict[type[Element], Callable[[str], Element]] = {
    **dict.fromkeys(
        (nodes.option, nodes.option_group, nodes.option_list, nodes.option_list_item), options
    ),
    nodes.description: lambda word: nodes.option_list(
        "",
        nodes.option_list_item(
            "",
            nodes.option_group("", nodes.option("", nodes.option_string("", "-y"))),
            nodes.description("", paragraph(word)),
        ),
    ),
    **dict.fromkeys((nodes.definition_list, nodes.definition_list_item), definitions),
    addnodes.glossary: lambda word: addnodes.glossary("", definitions(word), sorted=False),
    **dict.fromkeys((nodes.field, nodes.field_list), fields),
    **{kind: items(kind) for kind in (nodes.bullet_list, nodes.enumerated_list)},
    addnodes.acks: lambda word: addnodes.acks("", items(nodes.bullet_list)(word)),
    addnodes.hlist: lambda word: addnodes.hlist(
        "", addnodes.hlistcol("", items(nodes.bullet_list)(word))
    ),
    **dict.fromkeys(
        (nodes.table, nodes.tgroup, nodes.tbody, nodes.row),
        lambda word: table(row(paragraph(word))),
    ),
    nodes.thead: lambda word: table(row(paragraph(word)), head=True),
    nodes.figure: lambda word: figure(nodes.caption("", word)),
    nodes.section: lambda word: nodes.section("", nodes.title("", word), paragraph(), ids=[word]),
    **{kind: note(kind) for kind in (nodes.footnote, nodes.citation)},
    nodes.label: note(nodes.footnote),
    nodes.line_block: lambda word: nodes.line_block("", nodes.line("", word)),
    nodes.docinfo: lambda word: nodes.docinfo("", nodes.author("", word)),
    nodes.authors: lambda word: nodes.docinfo("", nodes.authors("", nodes.author("", word))),
    nodes.raw: lambda word: nodes.paragraph("", "", nodes.raw("", word, format="html")),
    **dict.fromkeys((addnodes.desc,), signature),
    addnodes.desc_inline: lambda word: nodes.paragraph(
        "", "", addnodes.desc_inline("py", "", word)
    ),
    addnodes.desc_parameterlist: lambda word: parameters(addnodes.desc_parameter("", word)),
    addnodes.desc_optional: lambda word: parameters(
        addnodes.desc_optional("", "", addnodes.desc_parameter("", word))
    ),
    addnodes.desc_type_parameter_list: lambda word: type_parameters(
        addnodes.desc_type_parameter("", word)
    ),
    addnodes.productionlist: lambda word: addnodes.productionlist(
        "", addnodes.production("", word, tokenname="a")
    ),
}


class EveryElement(SphinxDirective):
    def run(self) -> list[nodes.Node]:
        found = [made(kind) for kind in kinds()]
        for node in (each for whole in found for each in whole.findall(Element)):
            self.set_source_info(node)
        return found


def setup(app: Sphinx) -> None:
    app.add_directive("every-element", EveryElement)
