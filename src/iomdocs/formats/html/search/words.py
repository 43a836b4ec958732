"""What the search box says to readers, by language; English where there is nothing else."""

from __future__ import annotations

from collections.abc import Mapping

from iomdocs.languages import in_language

WORDS: Mapping[str, Mapping[str, str]] = {
    "ar": {
        "results": "نتائج البحث",
        "one": "نتيجة واحدة",
        "many": "عدد النتائج: {}",
        "first": "أول {} من النتائج",
        "none": "لا توجد نتائج للبحث عن «{}»",
        "hint": "جرّب كلمات أقل أو أخرى، أو بداية الكلمة فقط.",
        "failed": "تعذّر الوصول إلى فهرس البحث.",
        "part": "القسم",
        "every": "كل الأقسام",
        "all": "كل النتائج",
        "fact": "بيان",
        "term": "مصطلح",
    },
    "de": {
        "results": "Suchergebnisse",
        "one": "1 Ergebnis",
        "many": "{} Ergebnisse",
        "first": "Die ersten {} Ergebnisse",
        "none": "Nichts gefunden zu „{}“",
        "hint": "Versuchen Sie weniger oder andere Wörter, oder nur den Anfang eines Wortes.",
        "failed": "Der Suchindex ist nicht erreichbar.",
        "part": "Teil",
        "every": "Alle Teile",
        "all": "Alle Ergebnisse",
        "fact": "Angabe",
        "term": "Begriff",
    },
    "en": {
        "results": "Search results",
        "one": "1 result",
        "many": "{} results",
        "first": "The first {} results",
        "none": "Nothing found for “{}”",
        "hint": "Try fewer or other words, or only the beginning of a word.",
        "failed": "The search index cannot be reached.",
        "part": "Part",
        "every": "All parts",
        "all": "All results",
        "fact": "Fact",
        "term": "Term",
    },
    "es": {
        "results": "Resultados de la búsqueda",
        "one": "1 resultado",
        "many": "{} resultados",
        "first": "Los primeros {} resultados",
        "none": "No se encontró nada para «{}»",
        "hint": "Pruebe con menos palabras, con otras o con el comienzo de una palabra.",
        "failed": "No se puede acceder al índice de búsqueda.",
        "part": "Parte",
        "every": "Todas las partes",
        "all": "Todos los resultados",
        "fact": "Dato",
        "term": "Término",
    },
    "fr": {
        "results": "Résultats de la recherche",
        "one": "1 résultat",
        "many": "{} résultats",
        "first": "Les {} premiers résultats",
        "none": "Aucun résultat pour «\u00a0{}\u00a0»",
        "hint": "Essayez avec moins de mots, d’autres mots ou le début d’un mot.",
        "failed": "L’index de recherche est inaccessible.",
        "part": "Partie",
        "every": "Toutes les parties",
        "all": "Tous les résultats",
        "fact": "Donnée",
        "term": "Terme",
    },
    "zh": {
        "results": "搜索结果",
        "one": "1 条结果",
        "many": "{} 条结果",
        "first": "前 {} 条结果",
        "none": "没有找到“{}”",
        "hint": "请减少或更换词语\uff0c或只输入词语的开头。",
        "failed": "无法读取搜索索引。",
        "part": "部分",
        "every": "全部",
        "all": "全部结果",
        "fact": "数据",
        "term": "术语",
    },
}
"""``{}`` stands for a number or for what was searched."""


def words_of(language: str) -> Mapping[str, str]:
    """The words for a language code such as ``pt_BR``."""
    return in_language(WORDS, language)
