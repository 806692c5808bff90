"""Counts the syllables of English and Spanish words from their letters, without a dictionary.

The one idea: a syllable is a group of vowels. What is written but silent is taken away, and vowels
that stand side by side but are spoken apart count each. Spanish spelling says this nearly always;
English needs patterns and a short list of words. tests/test_readability.py measures both.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

LONGEST = 60
"""Letters beyond these are not looked at: no word has so many."""
# Short words in capitals are spelled out letter by letter, AI and IEP; these are only loud.
_LOUD_WORDS = """a all and ask but do go i me my never no none not now on only or say stop the to us
    we what who why yes you de el en la lo mi ni nunca o que sí si solo su tu un y"""
_LOUD = frozenset(_LOUD_WORDS.split())

_GROUP = re.compile(r"[aeiouy]+")
# After `q` and `g`, u is part of the consonant; between vowels y and w are consonants.
_CONSONANT = re.compile(r"(?<=[qg])(?<!arg|big|tig)u(?=[aeiouy])|(?:(?<=[aeiouw])|^)y(?=[aeiou])")
_NOT = re.compile(r"(?<=[^aeior])n't$")  # did-n't, but don't, aren't
_HISSING = re.compile(r"(?:[sxz]|[cs]h|[cgsz]e)$")  # class-'s
# Written, not spoken; each takes a vowel away.
_SILENT = re.compile(
    r"(?<=[^aeiouylr])e$|(?<=[aeiouy])[lr]e$"  # make, rule, but not ta-ble
    r"|(?<=[^aeiouytdl])ed$|(?<=[aeiouylr]l)ed$"  # asked, called, but not set-tled
    r"|(?<=[^aeiouyscgxzhl])es$|(?<=[aeiouyr])les$|(?<=[tp])hes$"  # makes, rules, clothes
    r"|(?<=[^aeiouy])e(?=(?:ful|less|ly|ness|ty|some)(?:ly|ness|es|s)?$)"  # care-ful
    r"|(?<=[^aeiouyl])(?<!cr)e(?=ments?$)|(?<=ic)a(?=lly$)"  # state-ment, log-i-cally
)
# Side by side, spoken apart; each adds a vowel.
_APART = re.compile(
    r"(?<=[dlrpbmvf])ia(?!ge|rs?$)|nia(?!$)|(?<=[ct])ia(?=t[ei](?!v))"  # me-di-a, as-so-ci-ate
    r"|^[dgbtv]r?ia|(?<!s)sia|scia"  # gi-ant, tri-al
    r"|ie(?=t)|(?<![ctn])ie(?=n[ct])|^scie"  # qui-et, cli-ent, sci-ence
    r"|(?:(?<=[aeiouy].)|(?<=[aeiouy]..)|(?<=[aeiouy]...))ie(?=rs?$|st$)"  # eas-i-er
    r"|(?<![tscgxlnh])io(?!us|rs?$)|(?<=[rp])io(?=rs?$)|(?<=[ln])io(?!n|us|r)|^lio"  # ra-di-o
    r"|tios?$|(?<=[drpvlbnmt])io(?=us)|iu"  # ra-ti-o, se-ri-ous, sta-di-um
    r"|eo(?=$|s$|g|m|r(?!ge)|l|d)|eou(?<=n...)|eu(?=m|s$)"  # vid-e-o, er-ro-ne-ous, mu-se-um
    r"|crea(?=t[eio]|$)|idea(?!l)|area|(?<=nucl)ea|(?<=lin)ea|thea(?=t)"  # cre-ate
    r"|^rea(?=li|ct|pp|ss)|^re[uoi](?=s[eai]|p[el]|rg|n[stfv])|^coe(?=[rfx])"  # re-act, re-use
    r"|(?<=[aeou])i(?=ngs?$)|ei(?=ty$)|oi(?=c$|nc)|poe(?=[mt])|oe(?=v)"  # be-ing, po-em
    r"|ao|oa(?=l[ae]|sis)|oo(?=per|rd|log)|(?<=u)ou|uo|ai(?=c$)|nai(?=ve)"  # cha-os
    r"|ua(?!de|s|ble)|ue(?=n|ls?$|t|r$|lty)|ui(?=ds?$|n|ty$|ti[ov])|uici"  # ac-tu-al, flu-id
    r"|(?<=[^aeiou])y(?=[aeiou])|thms?$|[aeiou]sms?$"  # try-ing, rhy-thm, pri-sm
)
# The first part of a word made of two, whose last e is silent: some-thing.
_FIRST = re.compile(
    r"(?:base|care(?=[gt])|cheese|code|date|else|every|face|file|fire|fore(?=[cghmst])|frame|game"
    r"|grave|guide|home|house|life|like|line|live|love|make|more|name|note|phone|piece|pipe|place"
    r"|rule|safe|score|shape|share|side|smile|some|space|stake|stone|store|take|these|those|time"
    r"|trade|type|voice|where(?!ver)|white|whole|wire|wise|here(?!d)|there)(?=[a-z]{3}|by$|to$)"
)
# Words that the patterns get wrong, by their syllables.
_BY_SYLLABLES = {
    1: "clothes ms",
    2: """antes argues business cashier chile cruel dr embed evening every freer frontier hundred
        iron jewel lion maybe misled monte mr mrs naked persuade rely rugged sacred soldier tilde
        wednesday wicked""",
    3: """adobe angeles apache cereal coyote diego finale gabriel karate preamble recipe
        recipes tamale tamales""",
    4: "apostrophe european hyperbole nevertheless simile",
}
_LISTED: Mapping[str, int] = {
    word: count for count, words in _BY_SYLLABLES.items() for word in words.split()
}

_SILENT_U = re.compile(r"(?<=q)u|(?<=g)u(?=[eiéí])")
_SILENT_H = re.compile(r"(?<!c)h")
_CONSONANT_Y = re.compile(r"y(?=[aeiouáéíóúü])")
_VOWELS = re.compile(r"[aeiouáéíóúüy]+")
_STRONG = re.compile(r"[aeoáéíóú]|ii|uu")


def syllables(word: str, language: str) -> int:
    """The syllables of a word as it is written, in English (`en`) or Spanish (`es`); at least one.

    Parts joined by a hyphen count each; a short word in capitals is spelled out.
    """
    count = spanish if language == "es" else english
    total = 0
    for part in word[:LONGEST].replace("’", "'").split("-"):
        letters = part[:-1] if part.endswith("s") else part
        spelled = 1 < len(letters) < 5 and letters.isupper() and part.lower() not in _LOUD
        total += len(letters) + 2 * letters.count("W") if spelled else count(part.lower())
    return total


def english(word: str) -> int:
    """The syllables of an English word in small letters."""
    listed = _LISTED.get(word)
    if listed is not None:
        return listed
    if not word.isascii():
        return spanish(word)  # café, José: every written vowel is spoken
    if found := _FIRST.match(word):
        return english(found[0]) + english(word[found.end() :])
    if word.endswith("'s"):
        return english(word[:-2]) + bool(_HISSING.search(word[:-2]))
    letters, negated = _NOT.subn("", word)
    letters = _CONSONANT.sub("w", letters)
    heard = len(_GROUP.findall(letters)) - len(_SILENT.findall(letters))
    return max(1, heard + len(_APART.findall(letters))) + negated


def spanish(word: str) -> int:
    """The syllables of a Spanish word in small letters.

    Two of a, e, o, or an accented í, ú beside another vowel, are two syllables; i and u without an
    accent join their neighbor, also across a silent h. Source: Real Academia Española, “Ortografía
    de la lengua española” (2010), on diphthongs, triphthongs and hiatus.
    """
    letters = _SILENT_H.sub("", _SILENT_U.sub("", word))
    groups = _VOWELS.findall(_CONSONANT_Y.sub("j", letters))
    return max(1, sum(max(1, len(_STRONG.findall(group))) for group in groups))
