"""Words that turn a phrase into its opposite, in both languages."""

from typing import Final

FINNISH_NEGATIONS: Final = frozenset(
    "ei eikä ettei jottei en enkä etkä emme ette eivät eivätkä eipä eihän eiks ilman".split()
)
"""Not "et": in speech it says "että" far more often."""
SWEDISH_NEGATIONS: Final = frozenset(
    "inte int itt ej icke aldrig ingen inget inga inge ingn utan varken".split()
)
NEGATIONS_AFTER: Final = frozenset("inte int ej icke aldrig".split())
"""Swedish ones that follow the verb they turn round: "blöder inte"."""
BEEN: Final = frozenset("ollut ollu tullut tullu esiintynyt näkynyt".split())
"""What follows "ei ole" when the thing itself stands before: "kohtauksia ei ole ollut"."""

TRANSPARENT: Final = frozenset(
    """
    ole oo ollut ollu olla ollenkaan yhtään enää enään nyt mitään mitää mikään kai varmaan onneksi
    mulla minulla mul hänellä sillä hällä tällä lapsella kuitenkaan ainakaan oikeastaan mistään
    nyt vielä kovaa suurta pahaa mitenkään lainkaan koskaan missään aikomusta aio ajatuksia
    tullut saanut semmosia semmosii sellaisia ajatuksii et että tankar sådana sånna om att
    haft har ha hade haver någon något några nåon nåo nån nåt nåra alls längre direkt ännu precis
    riktigt mera mer särskilt i på av hon han jag ja tecken symtom fått känt
    """.split()
)
"""Words that may stand between a negation and what it turns round."""
PURPOSE: Final = frozenset("ettei jottei".split())
"""Finnish ones with the doer between: "ettei lapsi tukehdu"."""
JOINING: Final = frozenset("tai taikka eller".split())
"""Words that carry a negation on to the next thing."""
