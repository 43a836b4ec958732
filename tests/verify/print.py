"""Changes to a finished PDF that a person could make: in what is drawn, and in what it means."""

import random
import re
from collections.abc import Callable
from pathlib import Path

import pikepdf
from pikepdf import ContentStreamInstruction, Name, Operator

from tests.verify.pieces import (
    Piece,
    annotation,
    elements,
    fact_links,
    kids,
    marks,
    of_facts,
    of_words,
    pieces,
)

Change = Callable[[pikepdf.Pdf, random.Random], str]


def digit_of_fact(pdf: pikepdf.Pdf, chance: random.Random) -> str:
    return _replaced(pdf, chance, of_facts(pdf), r"\d")


def letter_of_fact(pdf: pikepdf.Pdf, chance: random.Random) -> str:
    return _replaced(pdf, chance, of_facts(pdf), r"[a-z]")


def letter_of_word(pdf: pikepdf.Pdf, chance: random.Random) -> str:
    return _replaced(pdf, chance, of_words(pdf), r"[a-z]")


def digit_of_words(pdf: pikepdf.Pdf, chance: random.Random) -> str:
    return _replaced(pdf, chance, of_words(pdf), r"\d")


def _replaced(pdf: pikepdf.Pdf, chance: random.Random, found: list[Piece], wanted: str) -> str:
    chance.shuffle(found)
    for piece in found:
        if told := piece.replace(wanted, chance):
            piece.save(pdf)
            return told
    raise LookupError(wanted)


def digit_under_old_words(pdf: pikepdf.Pdf, chance: random.Random) -> str:
    """Draw another digit, and have the old text read out."""
    found = of_facts(pdf)
    chance.shuffle(found)
    for piece in found:
        old = piece.text
        if told := piece.replace(r"\d", chance):
            properties = pikepdf.Dictionary(ActualText=pikepdf.String(old))
            piece.insert(piece.end, "EMC")
            piece.insert(piece.start + 1, "BDC", Name.Span, properties)
            piece.save(pdf)
            return told
    raise LookupError


def without_ink(pdf: pikepdf.Pdf, chance: random.Random) -> str:
    return _inserted(pdf, chance, of_facts(pdf), "Tr", 3)


def words_without_ink(pdf: pikepdf.Pdf, chance: random.Random) -> str:
    return _inserted(pdf, chance, of_words(pdf), "Tr", 3)


def without_size(pdf: pikepdf.Pdf, chance: random.Random) -> str:
    piece = chance.choice(of_facts(pdf))
    for number in range(piece.start, piece.end):
        each = piece.instructions[number]
        if str(each.operator) == "Tf":
            piece.instructions[number] = ContentStreamInstruction(
                [each.operands[0], 0], each.operator
            )
    piece.save(pdf)
    return piece.text


def beside_the_page(pdf: pikepdf.Pdf, chance: random.Random) -> str:
    piece = chance.choice(of_words(pdf))
    told = piece.text
    piece.insert(piece.end, "Q")
    piece.insert(piece.start + 1, "cm", 1, 0, 0, 1, 5000, 0)
    piece.insert(piece.start + 1, "q")
    piece.save(pdf)
    return told


def in_a_layer(pdf: pikepdf.Pdf, chance: random.Random) -> str:
    piece = chance.choice(of_facts(pdf))
    told = piece.text
    piece.insert(piece.end, "EMC")
    piece.insert(piece.start + 1, "BDC", Name.OC, Name.Layer)
    piece.save(pdf)
    return told


def _inserted(
    pdf: pikepdf.Pdf, chance: random.Random, found: list[Piece], operator: str, *operands: object
) -> str:
    piece = chance.choice(found)
    told = piece.text
    for number in reversed(piece.shows):
        piece.insert(number, operator, *operands)
    piece.save(pdf)
    return told


def nothing_drawn(pdf: pikepdf.Pdf, chance: random.Random) -> str:
    piece = chance.choice(of_words(pdf))
    told = piece.text
    for number in piece.shows:
        piece.put(number, [pikepdf.String(b"")])
    piece.save(pdf)
    return told


def an_artifact(pdf: pikepdf.Pdf, chance: random.Random) -> str:
    piece = chance.choice([*of_facts(pdf), *of_words(pdf)])
    told = piece.text
    piece.instructions[piece.start] = ContentStreamInstruction([Name.Artifact], Operator("BMC"))
    piece.save(pdf)
    return told


def no_element(pdf: pikepdf.Pdf, chance: random.Random) -> str:
    """Take a paragraph out of the structure."""
    worded = {(each.page.obj.objgen, each.mark) for each in of_words(pdf)}
    element = chance.choice([each for each in elements(pdf, "/P") if worded & set(marks(each))])
    _remove(element)
    return "a paragraph"


def no_row(pdf: pikepdf.Pdf, chance: random.Random) -> str:
    rows = [row for row in elements(pdf, "/TR") if any(str(k.S) == "/TD" for k in kids(row))]
    _remove(chance.choice(rows))
    return "a row"


def _remove(element: pikepdf.Object) -> None:
    parent = element.P
    parent.K = pikepdf.Array(
        [kid for kid in kids(parent) if isinstance(kid, int) or kid != element]
    )


def facts_swapped(pdf: pikepdf.Pdf, chance: random.Random) -> str:
    """Let two facts stand for each other's words."""
    links = [link for link in fact_links(pdf) if any(isinstance(kid, int) for kid in kids(link))]
    texts = {(each.page.obj.objgen, each.mark): each.text for each in pieces(pdf)}
    words = [" ".join(texts.get(mark, "") for mark in marks(link)) for link in links]
    pairs = [
        (one, other)
        for one, other in zip(range(len(links)), range(1, len(links)), strict=False)
        if words[one] != words[other] and links[one].P.get("/Pg") == links[other].P.get("/Pg")
    ]
    one, other = chance.choice(pairs)
    first, second = links[one].K, links[other].K
    links[one].K, links[other].K = _with_marks(first, second), _with_marks(second, first)
    page = links[one].get("/Pg")
    return f"“{words[one]}” and “{words[other]}” {page is not None}"


def _with_marks(own: pikepdf.Object, others: pikepdf.Object) -> pikepdf.Array:
    references = [kid for kid in own if not isinstance(kid, int)]
    return pikepdf.Array([*[kid for kid in others if isinstance(kid, int)], *references])


def cells_exchanged(pdf: pikepdf.Pdf, chance: random.Random) -> str:
    texts = {(each.page.obj.objgen, each.mark): each.text for each in pieces(pdf)}

    def text(cell: pikepdf.Object) -> str:
        return "".join(texts.get(mark, "") for mark in marks(cell))

    rows = [
        row
        for row in elements(pdf, "/TR")
        if len({text(k) for k in kids(row) if str(k.S) == "/TD"}) > 1 and len(kids(row)) == 2
    ]
    row = chance.choice(rows)
    row.K = pikepdf.Array(list(reversed(kids(row))))
    return text(row)


def other_id(pdf: pikepdf.Pdf, chance: random.Random) -> str:
    link = annotation(chance.choice(fact_links(pdf)))
    old = str(link.Contents)
    new = "fact:town.people" if not old.startswith("fact:town.people") else "fact:town.budget"
    link.Contents = pikepdf.String(new)
    return f"{old} is {new}"


def other_cell(pdf: pikepdf.Pdf, chance: random.Random) -> str:
    links = [annotation(link) for link in fact_links(pdf)]
    link = chance.choice([each for each in links if "[" in str(each.Contents)])
    old = str(link.Contents)
    link.Contents = pikepdf.String(re.sub(r"\[\w+\]", "[kiln]", old))
    return old


def no_fact(pdf: pikepdf.Pdf, chance: random.Random) -> str:
    """Keep the words of a fact, and nothing that says that it is one."""
    link = annotation(chance.choice(fact_links(pdf)))
    told = str(link.Contents)
    link.Contents = pikepdf.String("page 1")
    return told


def other_facts_attached(pdf: pikepdf.Pdf, chance: random.Random) -> str:
    content = pdf.attachments["facts.json"].get_file().read_bytes()
    changed = content.replace(b"4711", b"4117")
    spec = pikepdf.AttachedFileSpec(pdf, changed, filename="facts.json")
    pdf.attachments["facts.json"] = spec
    return "4711 is 4117"


def no_page(pdf: pikepdf.Pdf, chance: random.Random) -> str:
    number = chance.randrange(4, len(pdf.pages))
    del pdf.pages[number]
    return f"sheet {number + 1}"


def nothing_on_the_page(pdf: pikepdf.Pdf, chance: random.Random) -> str:
    found = chance.choice(of_words(pdf))
    found.page.Contents = pdf.make_stream(b"")
    return found.text


def other_meaning(pdf: pikepdf.Pdf, chance: random.Random) -> str:
    """Let the codes of a font mean other letters."""
    piece = chance.choice(of_words(pdf))
    for font in piece.page.Resources.Font.values():
        table = font.ToUnicode.read_bytes().replace(b"<0065>", b"<006F>")
        font.ToUnicode = pdf.make_stream(table)
    return "e is o"


CHANGES: dict[Change, int] = {
    digit_of_fact: 14,
    letter_of_fact: 8,
    letter_of_word: 10,
    digit_of_words: 6,
    digit_under_old_words: 6,
    without_ink: 4,
    words_without_ink: 4,
    without_size: 3,
    beside_the_page: 3,
    in_a_layer: 3,
    nothing_drawn: 4,
    an_artifact: 6,
    no_element: 5,
    no_row: 5,
    facts_swapped: 5,
    cells_exchanged: 5,
    other_id: 5,
    other_cell: 3,
    no_fact: 5,
    other_facts_attached: 1,
    no_page: 4,
    nothing_on_the_page: 3,
    other_meaning: 2,
}
"""How often each is made."""


def change(path: Path, how: Change, chance: random.Random) -> str:
    """Change a file in place; tells what."""
    with pikepdf.open(path, allow_overwriting_input=True) as pdf:
        told = how(pdf, chance)
        pdf.save(path)
    return told
