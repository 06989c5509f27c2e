"""One shape for what residents type, so that every later step compares like with like."""

import re
import unicodedata
from typing import Final

_UNIFIED: Final = str.maketrans(
    {
        **dict.fromkeys("\u2018\u2019\u201a\u201b\u2032\u00b4`", "'"),
        **dict.fromkeys("\u201c\u201d\u201e\u201f\u00ab\u00bb\u2033", '"'),
        **dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2212", "-"),
    }
)
_FOLDED: Final = str.maketrans("åäö", "aao")
_WORD: Final = re.compile(
    r"\d+[.,]\d+"  # 38,1
    r"|\d+(?=[^\W\d_])"  # the number of 2kk
    r"|[^\W_]+(?:['\-:][^\W_]+)*"  # tv:n, tia-kohtaus
)


def normalise(text: str) -> str:
    """Text in lower case, with plain quotes and dashes and single spaces."""
    unified = unicodedata.normalize("NFKC", text).translate(_UNIFIED).lower()
    if unified.isprintable():
        return " ".join(unified.split())
    visible = (
        " " if unicodedata.category(sign) in {"Cc", "Cf", "Zl", "Zp"} else sign for sign in unified
    )
    return " ".join("".join(visible).split())


def words(text: str) -> tuple[str, ...]:
    """The words and numbers of a text, in order, without punctuation."""
    return words_of(normalise(text))


def words_of(normal: str) -> tuple[str, ...]:
    """The same of a text that is normalised already."""
    return tuple(_WORD.findall(normal))


def fold(word: str) -> str:
    """The word as it is typed on a keyboard without å, ä and ö."""
    return word.translate(_FOLDED)
