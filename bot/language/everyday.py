"""Frequent words that are only themselves, however much they look like another word."""

from typing import Final

EVERYDAY: Final = frozenset(
    """
    men mutta om och å o att som vad va den det de av på till ti med för tai vai sen sedan
    är e var vara varit har ha hade haft ska skall skulle andra annan annat
    olla olen olet on ole oli olin olimme olivat ollut olisi olisin onko oonko oon oot oo
    """.split()
)
"""Little words: never a form of a longer word, nor that word without its dots and rings."""

NAMES: Final = frozenset(
    """
    borgå borgås pernå pernås luleå
    bengt ellen håkan jaakko jaakon jaska jaskan liisa liisan pertti pertin petri petrin petter
    sofia sofian stina tarja tarjan
    """.split()
)
"""Names that no dictionary holds and that are one letter from an everyday word."""
