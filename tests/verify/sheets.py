"""Changes to what a PDF is beside its words: sheets, fonts, places, and how they hang together.

What nobody makes here: words under a drawing or in the colour of the paper, and a font whose
letters are drawn as others. They are told of as not noticed.
"""

import random

import pikepdf
from pikepdf import ContentStreamInstruction, Name, Operator

from tests.verify.pieces import annotation, fact_links, kids, of_facts, of_words
from tests.verify.print import Change


def fact_that_leads_elsewhere(pdf: pikepdf.Pdf, chance: random.Random) -> str:
    link = annotation(chance.choice(fact_links(pdf)))
    old = str(link.Dest)
    other = "fact:town.people" if old != "fact:town.people" else "fact:town.budget"
    link.Dest = pikepdf.String(other)
    return f"{old} is {other}"


def fact_without_a_link(pdf: pikepdf.Pdf, chance: random.Random) -> str:
    link = chance.choice(fact_links(pdf))
    told = str(annotation(link).Contents)
    link.K = pikepdf.Array([kid for kid in kids(link) if isinstance(kid, int) or "/Obj" not in kid])
    return told


def sheets_swapped(pdf: pikepdf.Pdf, chance: random.Random) -> str:
    number = chance.randrange(4, len(pdf.pages) - 2)
    page = pdf.pages[number]
    del pdf.pages[number]
    pdf.pages.insert(number + 1, page)
    return f"sheets {number + 1} and {number + 2}"


def sheet_twice(pdf: pikepdf.Pdf, chance: random.Random) -> str:
    number = chance.choice(of_words(pdf)).page.index
    copy = pdf.make_indirect(pikepdf.Dictionary(pdf.pages[number].obj))
    pdf.pages.insert(number + 1, pikepdf.Page(copy))
    return f"sheet {number + 1}"


def cut_to_a_corner(pdf: pikepdf.Pdf, chance: random.Random) -> str:
    piece = chance.choice(of_words(pdf))
    piece.page.CropBox = pikepdf.Array([0, 0, 10, 10])
    return f"sheet {piece.page.index + 1}"


def words_of_no_element(pdf: pikepdf.Pdf, chance: random.Random) -> str:
    """Draw a piece once more, and leave it out of the structure."""
    piece = chance.choice(of_words(pdf))
    again = piece.instructions[piece.start + 1 : piece.end]
    piece.instructions[piece.end + 1 : piece.end + 1] = again
    piece.save(pdf)
    return piece.text


def words_of_a_lost_number(pdf: pikepdf.Pdf, chance: random.Random) -> str:
    """Draw a piece once more, with a number that no element has."""
    piece = chance.choice(of_words(pdf))
    again = piece.instructions[piece.start + 1 : piece.end]
    mark = [Name.P, pikepdf.Dictionary(MCID=9999)]
    piece.instructions[piece.end + 1 : piece.end + 1] = [
        ContentStreamInstruction(mark, Operator("BDC")),
        *again,
        ContentStreamInstruction([], Operator("EMC")),
    ]
    piece.save(pdf)
    return piece.text


def other_numbers(pdf: pikepdf.Pdf, chance: random.Random) -> str:
    """Let two pieces of a sheet have each other's numbers."""
    one = chance.choice(of_words(pdf))
    others = [each for each in of_words(pdf) if each.page.index == one.page.index]
    other = chance.choice([each for each in others if each.text != one.text] or of_facts(pdf))
    told = f"“{one.text}” and “{other.text}”"
    instructions = one.instructions
    for piece, mark in ((one, other.mark), (other, one.mark)):
        operands = [Name.P, pikepdf.Dictionary(MCID=mark)]
        instructions[piece.start] = ContentStreamInstruction(operands, Operator("BDC"))
    one.save(pdf)
    return told


def led_back_to_others(pdf: pikepdf.Pdf, chance: random.Random) -> str:
    number = chance.randrange(4, len(pdf.pages) - 2)
    one, other = pdf.pages[number].obj, pdf.pages[number + 1].obj
    one.StructParents, other.StructParents = int(other.StructParents), int(one.StructParents)
    return f"sheets {number + 1} and {number + 2}"


def read_out_as_another(pdf: pikepdf.Pdf, chance: random.Random) -> str:
    link = chance.choice(fact_links(pdf))
    link[chance.choice(["/ActualText", "/Alt"])] = pikepdf.String("12 million")
    return str(annotation(link).Contents)


def other_glyphs(pdf: pikepdf.Pdf, chance: random.Random) -> str:
    piece = chance.choice(of_words(pdf))
    for font in piece.page.Resources.Font.values():
        glyphs = b"".join(number.to_bytes(2, "big") for number in (0, *range(2, 4000), 1))
        font.DescendantFonts[0].CIDToGIDMap = pdf.make_stream(glyphs)
    return f"sheet {piece.page.index + 1}"


def other_encoding(pdf: pikepdf.Pdf, chance: random.Random) -> str:
    piece = chance.choice(of_words(pdf))
    for font in piece.page.Resources.Font.values():
        font.Encoding = Name("/Identity-V")
    return f"sheet {piece.page.index + 1}"


def moved_beside_the_page(pdf: pikepdf.Pdf, chance: random.Random) -> str:
    return _before_words(pdf, chance, "Td", 9000, 0)


def squeezed(pdf: pikepdf.Pdf, chance: random.Random) -> str:
    return _before_words(pdf, chance, "Tz", 0)


def too_small_to_read(pdf: pikepdf.Pdf, chance: random.Random) -> str:
    return _before_words(pdf, chance, "Tm", 0.01, 0, 0, 0.01, 100, 100)


def _before_words(pdf: pikepdf.Pdf, chance: random.Random, operator: str, *operands: object) -> str:
    piece = chance.choice(of_words(pdf))
    told = piece.text
    for number in reversed(piece.shows):
        piece.insert(number, operator, *operands)
    piece.save(pdf)
    return told


def no_facts_attached(pdf: pikepdf.Pdf, chance: random.Random) -> str:
    del pdf.attachments["facts.json"]
    return "facts.json"


CHANGES: dict[Change, int] = {
    fact_that_leads_elsewhere: 4,
    fact_without_a_link: 3,
    sheets_swapped: 3,
    sheet_twice: 3,
    cut_to_a_corner: 2,
    words_of_no_element: 3,
    words_of_a_lost_number: 3,
    other_numbers: 3,
    led_back_to_others: 3,
    read_out_as_another: 3,
    other_glyphs: 2,
    other_encoding: 1,
    moved_beside_the_page: 2,
    squeezed: 2,
    too_small_to_read: 2,
    no_facts_attached: 1,
}
"""How often each is made."""
