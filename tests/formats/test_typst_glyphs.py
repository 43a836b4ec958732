# ruff: noqa: RUF001  # letters of many scripts are what is tested
"""Characters that no font has: named by script at their line, printed as its name, never a box."""

import re

import pikepdf
import pytest

from tests.finished import pdf_text

COVERED = {
    "Latin": "Straße naïveté Łódź ŉ ǅ ȷ",
    "Vietnamese": "Tổ chức Di cư Quốc tế ẫ ữ",
    "phonetics": "[ˌɪntəˈnæʃənl̩] ʃ ʒ ŋ ɸ β̞ t͡s",
    "Greek": "Διεθνής Οργανισμός ἄνθρωπος ᾧ",
    "Cyrillic": "Міжнародна організація Њ Ђ Џ ў қ ғ ң ө",
    "Arabic": "المنظمة الدولية پچگ ٹڈے ۴۵",
    "Hebrew": "ארגון",
    "arrows": "← ↑ → ↓ ↔ ⇒ ⇔ ↦ ⟶",
    "operators": "≤ ≥ ≠ ≈ ∑ ∏ ∫ √ ∞ ∈ ∉ ⊂ ∪ ∩ ∀ ∃ ∇ ∂ × ÷ ±",
    "boxes": "┌─┬─┐ │ └─┴─┘ ╔═╗ ░▒▓█",
    "currency": "€ £ ¥ ₹ ₽ ₿ ₺ ₦ ₫ ₴",
    "marks": "✓ ✔ ✗ ✘ ☐ ☑ ☒ ★ ☆ ● ○ ■ □ ▲ ▼ ◆ ♥ ♠ ☎ ⚠ ✂ ✉ ⌘ ⏎",
    "emoji": "😀 🚀 🎉 🐛 📝 💡 ✅ ❌ ⚠️ 👍 👍🏽 👩‍💻 🤖 🧪 🦀 🔥 ✨ 📦 🔒",
}


@pytest.mark.parametrize("name", COVERED)
@pytest.mark.parametrize("written", ["{}", "**{}**", "*{}*", "`{}`", "## {}"])
def test_script_is_printed(name, written, printed):
    page = f"# Small\n\n{written.format(COVERED[name])}\n"
    built = printed({"index.md": page})
    assert built.warnings == ""
    with pikepdf.open(built.pdf) as pdf, pdf.open_metadata() as data:
        assert data["pdfuaid:part"] == "1"


PAGE = """\
# ግዕዝ and more

First line,
second ግዕዝ with ሀ,
third 漢字かな and 😀🚀.

A symbol 🦚🦚 and a fleuron.

```text
in code ሀ
```

[ሀ](https://example.org "ሀ")
"""


PEACOCK = "none of the fonts; the PDF prints [peacock]"


def test_missing_characters_are_named_once_a_line_and_script(printed):
    built = printed({"index.md": PAGE}, author="ሀ")
    said = re.findall(r"index\.md:(\d+): WARNING: (.+)", built.warnings)
    assert said == [
        ("1", "3 Ethiopic characters (ግዕዝ) are in none of the fonts; the PDF prints [Ethiopic]"),
        ("4", "4 Ethiopic characters (ግዕዝሀ) are in none of the fonts; the PDF prints [Ethiopic]"),
        ("10", "1 Ethiopic character (ሀ) is in none of the fonts; the PDF prints [Ethiopic]"),
        ("13", "1 Ethiopic character (ሀ) is in none of the fonts; the PDF prints [Ethiopic]"),
        ("5", "2 Han characters (漢字) are in none of the fonts; the PDF prints [Han]"),
        ("5", "2 Hiragana characters (かな) are in none of the fonts; the PDF prints [Hiragana]"),
        ("7", f"the symbol '🦚' (peacock), 2 times, is in {PEACOCK}"),
    ]
    assert "conf.py:1: WARNING: 1 Ethiopic character (ሀ) is in none" in built.warnings
    assert "hint: name a folder with a font that has it in typst_font_paths" in built.warnings
    text = " ".join(pdf_text(built.pdf).split())
    for words in (
        "[Ethiopic] and more",
        "second [Ethiopic] with [Ethiopic], third [Han, Hiragana] and 😀🚀.",
        "A symbol [peacock] and",
        "in code [Ethiopic]",
    ):
        assert words in text
    with pikepdf.open(built.pdf) as pdf, pdf.open_metadata() as data:
        assert (data["pdfuaid:part"], data["pdfaid:part"]) == ("1", "3")
        assert pdf.docinfo["/Author"] == "ሀ"


def test_a_book_in_a_script_without_font_gives_a_bounded_number_of_lines(printed):
    lines = "\n\n".join(f"第{chr(0x4E00 + number)}行。" for number in range(2000))
    built = printed({"index.md": f"# 書\n\n{lines}\n"})
    assert built.pages > 20
    assert 10 <= built.warnings.count("WARNING") <= 25
    assert re.search(r"nor are \d+ more in \d+ lines below", built.warnings)


def test_punctuation_of_a_script_is_not_named_beside_it(printed):
    built = printed({"index.md": "# 書\n\n漢字、かな。（漢）：\n\nA 。 B\n"})
    text = " ".join(pdf_text(built.pdf).split())
    assert "[Han, Hiragana]" in text
    assert "A [East Asian punctuation] B" in text
    assert "index.md:3: WARNING: 5 East Asian punctuation characters (、。（）：)" in built.warnings


def test_a_book_of_many_pages_in_a_script_without_font_is_told_of_once(printed):
    names = [f"page{number:02}" for number in range(30)]
    pages = {f"{name}.md": f"# {name}\n\n漢字\n\n漢字\n" for name in names}
    index = "# Book\n\n```{toctree}\n" + "\n".join(names) + "\n```\n"
    built = printed({"index.md": index, **pages})
    assert built.warnings.count("WARNING") == 11
    assert (
        "page05.md:3: WARNING: 'Han' is in none of the fonts on 25 more pages, 100 times"
        in built.warnings
    )
