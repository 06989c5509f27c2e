"""Spoken Finland Swedish: which standard words a colloquial one may stand for."""

from typing import Final

from bot.language.tables import inverted

FORMS: Final = inverted(
    """
inte: int itt inge ej | ingen: ingn inge inget inga | är: e ä | vad: va | var: va | jag: ja
och: o å | mig: mej | dig: dej | sig: sej | någon: nån | något: nåt nå | några: nåra
mera: nåmer nåmera | någonting: nånting | någonstans: nånstans | skulle: sku | sedan: sen
det: hede he dedär | de: dom di | hur: hu | nog: no | bara: ba | till: ti tili | ha: ha
har: ha | sade: sa | lade: la | kanske: kansk | med: me mä | vet: ve vit | far: fa
går: far | kunde: kund | måste: måst | borde: borda | börjar: böri | hitta: hitt | mamma: mamm
pappa: papp | mormor: mommo momo | farmor: fammo | morfar: moffa mofa | farfar: faffa fafa
bebis: bebben bebin | pojke: pojkn tossen | flicka: flickon | unge: ungan | bröst: bryst
hals: halsn | dag: idag | kväll: ikväll | morse: imorse | natt: inatt
"""
)
"""Spoken form to the standard forms it may be."""


def standard_forms(word: str) -> tuple[str, ...]:
    """Standard words that a spoken word may stand for."""
    return FORMS.get(word, ())
