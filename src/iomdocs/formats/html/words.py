"""The words that pages of a website say beside their text, by language of the book."""

from __future__ import annotations

from collections.abc import Mapping

from iomdocs.languages import in_language

WORDS: Mapping[str, Mapping[str, str]] = {
    "ar": {
        "edit": "تحرير هذه الصفحة",
        "report": "الإبلاغ عن خطأ",
        "report-title": "خطأ في الصفحة «{}»",
        "report-body": "الصفحة: {}\n\nما الخطأ، وأي مصدر يقول ذلك؟\n",
        "changed": "آخر تعديل",
        "cite-page": "الاقتباس من هذه الصفحة",
        "cite-book": "الاقتباس من هذا الكتاب",
        "copy": "نسخ",
        "copied": "تم النسخ",
        "not-found": "الصفحة غير موجودة",
        "not-found-why": "لا توجد صفحة على هذا العنوان. ربما نُقلت الصفحة أو كُتب العنوان خطأ.",
        "front-page": "الصفحة الأولى",
        "search": "البحث في الكتاب",
        "all-pages": "كل الصفحات",
        "moved": "انتقلت هذه الصفحة",
        "moved-to": "الانتقال إلى العنوان الجديد",
    },
    "de": {
        "edit": "Diese Seite bearbeiten",
        "report": "Fehler melden",
        "report-title": "Fehler auf der Seite „{}“",
        "report-body": "Seite: {}\n\nWas ist falsch, und welche Quelle sagt das?\n",
        "changed": "Zuletzt geändert am",
        "cite-page": "Diese Seite zitieren",
        "cite-book": "Dieses Buch zitieren",
        "copy": "Kopieren",
        "copied": "Kopiert",
        "not-found": "Seite nicht gefunden",
        "not-found-why": (
            "Unter dieser Adresse gibt es keine Seite. Sie wurde vielleicht verschoben, oder die"
            " Adresse ist falsch geschrieben."
        ),
        "front-page": "Zur ersten Seite",
        "search": "Im Buch suchen",
        "all-pages": "Alle Seiten",
        "moved": "Diese Seite ist umgezogen",
        "moved-to": "Zur neuen Adresse",
    },
    "en": {
        "edit": "Edit this page",
        "report": "Report a mistake",
        "report-title": "Mistake on the page “{}”",
        "report-body": "Page: {}\n\nWhat is wrong, and which source says so?\n",
        "changed": "Last changed on",
        "cite-page": "Cite this page",
        "cite-book": "Cite this book",
        "copy": "Copy",
        "copied": "Copied",
        "not-found": "Page not found",
        "not-found-why": (
            "There is no page at this address. It may have moved, or the address may be misspelt."
        ),
        "front-page": "Go to the front page",
        "search": "Search the book",
        "all-pages": "All pages",
        "moved": "This page has moved",
        "moved-to": "Go to its new address",
    },
    "es": {
        "edit": "Editar esta página",
        "report": "Informar de un error",
        "report-title": "Error en la página «{}»",
        "report-body": "Página: {}\n\n¿Qué es incorrecto y qué fuente lo dice?\n",
        "changed": "Última modificación:",
        "cite-page": "Citar esta página",
        "cite-book": "Citar este libro",
        "copy": "Copiar",
        "copied": "Copiado",
        "not-found": "Página no encontrada",
        "not-found-why": (
            "No hay ninguna página en esta dirección. Puede que se haya movido o que la dirección"
            " esté mal escrita."
        ),
        "front-page": "Ir a la primera página",
        "search": "Buscar en el libro",
        "all-pages": "Todas las páginas",
        "moved": "Esta página se ha movido",
        "moved-to": "Ir a la nueva dirección",
    },
    "fr": {
        "edit": "Modifier cette page",
        "report": "Signaler une erreur",
        "report-title": "Erreur sur la page «\u00a0{}\u00a0»",
        "report-body": (
            "Page\u00a0: {}\n\nQu’est-ce qui est faux, et quelle source le dit\u00a0?\n"
        ),
        "changed": "Dernière modification le",
        "cite-page": "Citer cette page",
        "cite-book": "Citer ce livre",
        "copy": "Copier",
        "copied": "Copié",
        "not-found": "Page introuvable",
        "not-found-why": (
            "Il n’y a pas de page à cette adresse. Elle a peut-être été déplacée, ou l’adresse est"
            " mal écrite."
        ),
        "front-page": "Aller à la première page",
        "search": "Chercher dans le livre",
        "all-pages": "Toutes les pages",
        "moved": "Cette page a été déplacée",
        "moved-to": "Aller à la nouvelle adresse",
    },
    "zh": {
        "edit": "编辑本页",
        "report": "报告错误",
        "report-title": "页面“{}”有错误",
        "report-body": "页面\uff1a{}\n\n哪里有错\uff1f哪个来源这样说\uff1f\n",
        "changed": "最后更改\uff1a",
        "cite-page": "引用本页",
        "cite-book": "引用本书",
        "copy": "复制",
        "copied": "已复制",
        "not-found": "找不到页面",
        "not-found-why": "此地址没有页面。页面可能已移动\uff0c或地址拼写有误。",
        "front-page": "前往首页",
        "search": "在本书中搜索",
        "all-pages": "所有页面",
        "moved": "本页已移动",
        "moved-to": "前往新地址",
    },
}
"""English where a language has none."""


def words(language: str | None) -> Mapping[str, str]:
    """The words in a language as Sphinx names it (``fr``, ``zh_CN``), else in English."""
    return in_language(WORDS, language or "en")
