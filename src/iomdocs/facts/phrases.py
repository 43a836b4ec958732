"""The words around values, by language; :mod:`iomdocs.facts.text` puts them together."""

from __future__ import annotations

from collections.abc import Mapping

PHRASES: Mapping[str, Mapping[str, str]] = {
    "en": {
        "about": "about {}",
        "more than": "more than {}",
        "less than": "less than {}",
        "period": "{} to {}",
        "at": "as of {}",
        "from": "since {}",
        "from-to": "from {} to {}",
        "money": "{} {}",
        "currency-year": "{} of {}",
        "no-record": "[no record]",
        "no-record-at": "for {}",
        "not-yet": "[not yet]",
        "not-yet-at": "on {}",
        "nothing-yet": "There is nothing to show for {}.",
        "undated": "Not in the list, as it is not known whether they belong there on {}: {}.",
        "disputed": "disputed, also given as {}",
        "overdue": "to be reviewed since {}",
        "table": "table of {}",
        "row": "row",
        "rows": "rows",
        "at least": "at least {}",
        "at most": "at most {}",
        "derived-table": "the table gives {}",
        "derived-list": "the list gives {}",
        "derived-parts": "the parts give {}",
        "vacant": "nothing in it holds between {} and {}",
        "derived-nothing": "nothing to compare it with is known for that time",
        "dataset": "{}: facts with their values, dates and sources",
        "data-of-page": "Facts of this page:",
        "data-of-book": "All facts of the book:",
        "two-sources": "two sources",
        "confirmed-by-source": "confirmed by a source",
        "recalled-unverified": "recalled, not checked",
        "shown": "shown here",
        "earlier": "earlier",
        "also-stated": "also stated",
        "wrong": "known to be wrong",
        "count-of": "Follows from {}: the number of its entries.",
        "count-of-where": "Follows from {}: the number of its entries with {}.",
        "total-of": "Follows from {}: the sum of its column {}.",
        "total-of-where": "Follows from {}: the sum of its column {} over the entries with {}.",
        "sum-of": "Follows from other facts: the sum of {}.",
        "difference-of": "Follows from other facts: {} less {}.",
        "derived-shown": "For the value shown here, {}.",
        "register-fact": "Fact",
        "register-value": "Value",
        "register-sources": "Sources",
        "register-pages": "Shown on",
        "statement": "statement",
        "statements": "statements",
        "history": "History: {}",
        "place": "Record: {}",
        "edit": "edit this fact",
        "report": "report a mistake",
        "report-title": "Mistake in the fact {}",
        "report-body": "Record: {}\n\nWhat is wrong, and which source says so?\n",
        "claims": "What sources say: {}",
        "claim-value": "Value",
        "claim-time": "Time",
        "claim-sources": "Said by",
        "claim-standing": "Standing",
        "claim-confidence": "Confidence",
        "claim-note": "Note",
        "decade": "{}s",
        "date-not-known": "date not known",
        "not-given": "not given",
        "not-listed": "not in the list",
        "with-count": "{} ({})",
        "column-date": "Date",
        "column-countries": "Countries",
        "column-group": "Group",
        "column-number": "Number",
        "data-of-chart": "Data of this chart",
        "data-of-map": "Data of this map",
        "data-elsewhere": "The data are listed in full: {}.",
        "drawn-line": "Line chart, {}.",
        "drawn-area": "Area chart, {}.",
        "drawn-bar": "Bar chart, {}.",
        "drawn-stacked": "Stacked chart, {}.",
        "drawn-map": "Map of the world. Number of countries: {}.",
        "course": "{}: from {} ({}) to {} ({})",
        "extremes": "; lowest {} ({}), highest {} ({})",
        "bars": "{}: {}",
        "bars-ends": "{}: largest {}; smallest {}; {} values in all",
        "marked": "Marked on it: {}.",
        "note-hollow": "Hollow: the value or its date is approximate.",
        "note-pale": "Pale: the value or its date is approximate.",
        "note-gap": "Dotted: no value is known for more than five years.",
        "note-boundaries": (
            "Shapes and boundaries are those of Natural Earth; showing them takes no position on"
            " any territory."
        ),
        "note-circles": "A circle marks a country that is too small to be seen.",
        "note-decades": (
            "Dates that are only approximate: {}. Such a country may belong to the decade before or"
            " after."
        ),
    },
}
"""Words around values by language; a language that is not here gets the English ones."""

SLOT = "\ue000"
"""Stands in a sentence in the place of something that comes later; no text has it (Unicode leaves
it to private use)."""

SMALL_NUMBERS: Mapping[str, tuple[str, ...]] = {
    "en": (
        *("zero", "one", "two", "three", "four", "five", "six"),
        *("seven", "eight", "nine", "ten", "eleven", "twelve"),
    ),
}
"""Numbers that are written as words, by language."""
