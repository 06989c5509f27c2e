"""Words that turn a phrase into its opposite, its past or a mere mention, in both languages.

The tables are data: one entry a line or a word; the marks are patterns.
"""

from typing import Final

FINNISH_NEGATIONS: Final = frozenset(
    "ei eikä ettei jottei en enkä et etkä emme ette eivät eivätkä eipä eihän eiks ilman".split()
)
SWEDISH_NEGATIONS: Final = frozenset(
    "inte int itt ej icke aldrig ingen inget inga inge ingn utan varken".split()
)
NEGATIONS_AFTER: Final = frozenset("inte int ej icke aldrig".split())
"""Swedish ones that follow the verb they turn round: "blöder inte"."""

TRANSPARENT: Final = frozenset(
    """
    ole oo ollut ollu olla ollenkaan yhtään enää enään nyt mitään mitää mikään kai varmaan onneksi
    mulla minulla mul hänellä sillä hällä tällä lapsella kuitenkaan ainakaan oikeastaan mistään
    nyt vielä kovaa suurta pahaa mitenkään lainkaan koskaan missään aikomusta aio ajatuksia
    haft har hade haver någon något några nån nåt nåra alls längre direkt ännu precis riktigt
    mera mer särskilt i på av hon han jag ja tecken symtom
    """.split()
)
"""Words that may stand between a negation and what it turns round."""
JOINING: Final = frozenset("tai taikka eller".split())
"""Words that carry a negation on to the next thing."""

PAST: Final = (
    "=sitten vuosi|vuotta|vuosia|kuukausi|kuukautta|vuosikymmen",
    "viime vuosi|vuonna|kesä|talvi|syksy|kevät|kuukausi|kuussa",
    "toissa* vuosi|vuonna|kesä|talvi",
    "aikoinaan",
    "=nuorena|=lapsena|=teininä|=pienenä|=lapsuudessa|=lapsuuden|=lapsuus",
    "vuonna =19*|=20*",
    "vuosia aikaisemmin|aiemmin",
    "sairast* aiemmin|aikaisemmin",
    "år|månader|månad sedan|sen",
    "förra|ifjol|fjol|förr år|året|sommaren|hösten|vintern|våren|månaden",
    "=ifjol|=fjol",
    "som =barn|=ung|=liten|=tonåring",
    "=var|=va =liten|=barn|=ung",
    "=uppväxten|=barndomen|=ungdomen",
    "länge|evigheter sedan|sen",
    "siitä|tapahtuneesta aikaa|vuosi|vuotta|vuosia",
    "oikeusjuttu|oikeudenkäynti|rättegång",
    "haft tidigare",
    "kuluttua|kulunut|kolme|kaksi|monta|jo =vuotta =on|oli|kulunut",
)
"""Marks of what happened long ago; a year such as 2012 or "90-luvulla" is one as well."""
AFTERWARDS: Final = (
    "jälkeen|jälkeinen|jälkeis*|jälkihoi*",
    "kuntoutu*|kuntoutta*|toipila*|toipu*|kontrolli*|jälkitarkast*|apuväline*",
    "rehabilit*|återhämt*|efterkontroll*|eftervård*|återbesök*",
)
"""Marks of what is over and being recovered from."""
AGAIN: Final = frozenset(
    """
    taas jälleen uudelleen uudestaan sama samat samanlainen samanlaista samoin
    igen åter samma likadant likadan
    """.split()
)
"""What was is so once more: nothing is past."""
NOW: Final = frozenset(
    """
    nyt tänään juuri just tällä parhaillaan äsken heti edelleen yhä vieläkin vielä
    fortfarande ännu nu idag ikväll imorse nyss genast plötsligt
    """.split()
)
"""Present, where nothing nearer says past."""

MENTION: Final = (
    "elokuva|leffa|kirja|romaani|novelli|näytelmä|tv-sarja|sarjassa|dokumentti|podcast*|muistelm*",
    "uutinen|uutiset|uutisissa|uutisista|lehtijuttu|lehdessä|artikkeli|käsikirjoit*",
    "ensiapukurs*|elvytyskurs*|=kurssia|=kurssin|=kurssille|=kursseja|=kurssit",
    "=koulutusta|=koulutukseen|=koulutuksia|=luento|=luentoa|=luennon|esitelmä",
    "=harjoittelemme|=harjoitellaan|=harjoitella|=harjoittelua|=harjoittelen|=harjoitusta|=harjoituksen|=harjoitukseen|paloharjoit*|pelastusharjoit*",
    "gradu*|opinnäytety*|essee|tenttiin|tutkielma|läksy",
    "näin|nähnyt =unta",
    "painajai*",
    "tietoa|tietopaketti|esite|esitteitä mistä|missä|onko|löytyy|jossain|luotettav*",
    "ehkäistä|ehkäisy|ennaltaehkäis*|riskitekij*|riskitesti*|perinnölli*|periyty*|seulon*",
    "mitä tarkoitta*",
    "defibrillaatto*|vertaistu*|läheisyhdisty*|tukiryhm*|vertaisryhm*|palovaroit*|palotarkast*",
    "=film|=filmen|=filmer|tv-serie*|pjäs|teaterpjäs*|roman|novell|dokumentär*|podd*|artikel|manus",
    "bok|böcker läs*|skriv*|handlar|=i|=om|lån*",
    "teater|sommarteater|sommarteatern öva*|spela*|repete*",
    "kurs|kursen|kurser hlr|första|=om|anmäl*|ordna*",
    "hlr-kurs*|förstahjälpskurs*|förstahjälpkurs*",
    "övar|öva|övade|övning|övningar|räddningsövning*|brandövning*",
    "föreläsning*|=utbildning|uppsats*|tentamen|föredrag*",
    "drömde|mardröm*",
    "information|info|broschyr*|fakta var|finns|om|hitta*",
    "förebygg*|riskfaktor*|ärftlig*|screening*|hjärtstartar*|brandvarnar*|stödgrupp*",
    "defibrillator*|kamratstöd*",
    "vad betyder",
    "näyttel*|näytellä*|tilasto*|statistik*|rekisteri|forskar|släktforsk*|opiskelen|opiskelija",
    "falsklarm*",
    "väärä hälytys",
)
"""The talk is of a book, a film, a course, a dream, information or prevention."""
APPEALS: Final = frozenset(
    """
    nyt heti apua auttakaa auta äkkiä pian nopeasti juuri parhaillaan hätä
    nu genast hjälp snabbt fort snälla nyss akut plötsligt
    """.split()
)
"""Words that make it real, whatever else is talked about."""

FIGURATIVE: Final = (
    "nauruun|naurusta|naurut|naurua|nauraessa",
    "papereihin|paperitöihin|paperisotaan|lomakkeisiin|byrokratiaan|hakemuksiin|sähköposteihin",
    "tukehtua|hukkua|kuolla töihin|kiireeseen|kiireisiin|laskuihin|tavaraan|jonoon|pyykkiin",
    "kuolla häpeään|häpeästä|tylsyyteen|odotukseen|odottaessa|ikävään|uteliaisuuteen|rakkaudesta",
    "halvaantua|halvaannun|halvaannuin pelosta|jännityksestä|kauhusta",
    "pää räjähtää stressi*|stressaa|töistä|melusta|kiireestä|tiedosta",
    "melkein|meinasi|meinas sydän|sydäri|sydärin|sydänkohtaus|infarkti lasku|laskun|hinta|hinnan",
    "skratta*|garva* =så|ihjäl",
    "=av =skratt|=garv",
    "=haha|=hahaha|=hehe|=heh|=hihi|=lol|=xd",
    "meinata|melkein saada|sain halvaus|halvauksen|sydärin|slaagin",
    "papper|papperen|pappersarbete|blankett*|räkningar|byråkrati|mejl|ansökningar",
    "jobb|arbete|tvätt drunkna*|kväv*",
    "kärlek|förälsk*|lycka|tristess|nyfiken*|skam|pinsamt =dö|=dör|=dog|ihjäl",
    "köa|kön|vänta =dö|=dör|ihjäl",
    "huvudet exploder*|sprängs stress|stressen|jobbet|oväsen",
    "nästan hjärtattack*|hjärtinfarkt* räkning*|pris*",
)
"""Words beside which a strong phrase is only a manner of speaking."""

LAUGHTER: Final = frozenset("haha hahaha hehe heh hihi lol xd".split())
"""Typed laughter counts wherever it stands in the clause."""

HYPOTHETICAL: Final = (
    "jos|mikäli|entä =saisi|=tulisi|=kävisi|=sattuisi|=tapahtuisi|=joutuisi|=menisi|=lakkaisi",
    "varalta|varalle jos|sen|siltä|tällaisen|oppia|varautua",
    "om|ifall =skulle|=sku hända|få|bli|börja|råka",
    "för säkerhets skull",
)
"""What might happen one day."""
