"""One text in all the forms that programs write it in a content stream."""

import pikepdf
import pytest

from iomdocs.verify.content import shown

NAMES = {0: "a", 1: "b", 2: "c", 0x2829: "d", 0x0A: "e", 0x5C37: "f", 0x30: "g"}
"""What the codes of the font mean; no code is that of its sign."""

FORMS = {
    rb"[(\000\000)-3.5(\000\001)12(\000\002)]TJ": "abc",
    rb"(\000\000\000\001\000\002)Tj": "abc",
    rb"<00 00 0001 0002> Tj": "abc",
    rb"[<0000>-3(\000\001)<0002>] TJ": "abc",
    rb"[(\0\0)-3(\0)2(0\0\2)] TJ": "agc",
    b"[(\0\0\0\1)-3(\0\2)]TJ": "abc",
    rb"[(())-3(\(\))2(\050\051)(\000\000)]TJ": "ddda",
    rb"(\000\n\0\0())Tj": "ead",
    rb"[(\\7)3(\\\067)]TJ": "ff",
    b"(\\000\\\n\\000\\\r\n\\000\\001)Tj": "ab",
    b"% ((a\n[(\\000\\000)-3(\\000\\001)]TJ": "ab",
    rb"(\000\000)Tj [(\000\001)]TJ": "ab",
}
"""What is shown, as it stands in the stream."""


@pytest.mark.parametrize("drawn", FORMS)
def test_a_text_is_read_in_any_form(drawn):
    pdf = pikepdf.new()
    page = pdf.add_blank_page()
    signs = "".join(f"<{code:04x}> <{ord(sign):04x}>\n" for code, sign in NAMES.items())
    font = pikepdf.Dictionary(
        Subtype=pikepdf.Name.Type0,
        Encoding=pikepdf.Name("/Identity-H"),
        ToUnicode=pdf.make_stream(f"{len(NAMES)} beginbfchar\n{signs}endbfchar".encode()),
    )
    page.Resources = pikepdf.Dictionary(Font=pikepdf.Dictionary(f0=font))
    page.Contents = pdf.make_stream(
        b"/Span<</MCID 3>>BDC\nq 1 0 0 -1 100 200 cm/c0 cs 0 0 0 scn\n"
        b"BT 0 Tr/f0 10 Tf 1 0 0 -1 0 0 Tm" + drawn + b"\nET\nQ\nEMC"
    )
    assert shown(page).text(3) == FORMS[drawn]
    assert shown(page).height(3) == 200
