"""What sets a phrase in the past, and what brings it back; one entry a line or a word.

The marks are patterns; those that hang on the order of two words are sets of words.
"""

from typing import Final

LONG: Final = frozenset(
    """
    vuosi vuotta vuosia kuukausi kuukautta vuosikymmen kesä talvi kevät syksy joulu kauan
    år månad månader sommar vinter vår höst jul länge evigheter
    """.split()
)
"""Spans of time after which nothing is acute; "sitten" or "sedan" stands right after them."""
AGO: Final = frozenset("sitten sedan sen sidan".split())
CHILD: Final = frozenset(
    "barn baby bebis liten ung tonåring pojk pojke flicka flick spädbarn nyfödd skolpojke".split()
)
"""What someone was "som"."""

SEASONS: Final = frozenset(
    """
    tammikuussa helmikuussa maaliskuussa huhtikuussa toukokuussa kesäkuussa heinäkuussa elokuussa
    syyskuussa lokakuussa marraskuussa joulukuussa talvella keväällä kesällä syksyllä jouluna
    juhannuksena pääsiäisenä
    januari februari mars april maj juni juli augusti september oktober november december
    """.split()
)
"""When it was, where a verb of the same clause is in the past; it may also be what is to come."""
SWEDISH_PASTS: Final = frozenset(
    """
    var va hade fick blev kom gick for föll låg såg satte tog drog dog sprang slog bröt skar
    """.split()
)
"""Strong verbs in the past; the others are known by their endings."""

PAST: Final = (
    "viime vuosi|vuonna|kesä|talvi|syksy|kevät|kuukausi|kuussa|joulu*|pääsiäi*|juhannu*",
    "toissa* vuosi|vuonna|kesä|talvi|keväänä|syksynä",
    "aikoinaan|takavuosina",
    "=nuorena|=lapsena|=teininä|=pienenä|=vauvana|lapsuude*|lapsuute*|=lapsuus|nuoruude*|nuoruute*",
    "synnynnäi*|krooni*|medfödd*|kronisk*",
    "=jo =pitkään|=vuosia|vuosikausia|vuosikaudet",
    "=olin =nuori|=pieni|=lapsi|=teini",
    "vuonna =19*|=20*",
    "vuosia aikaisemmin|aiemmin",
    "sairast* aiemmin|aikaisemmin",
    "edellinen|aiempi|aikaisempi|ensimmäinen raskaus|=raskaudessa|=raskauden",
    (
        "=lukiossa|=lukioaikana|=yläasteella|=ala-asteella|=armeijassa|=kouluaikana =oli|"
        "=olin|=halusin"
    ),
    "edesmenny*|=vainaa|vainaja",
    "siitä|tapahtuneesta aikaa|vuosi|vuotta|vuosia|kauan",
    "oikeusjuttu|oikeudenkäynti|rättegång",
    "kuluttua|kulunut|kolme|kaksi|monta|jo =vuotta =on|oli|kulunut",
    "förra|fjol|förr|förrfjol året|sommaren|hösten|vintern|våren|månaden|julen|påsken|gången",
    "=ifjol|=fjol|=förut",
    "=vintras|=somras|=våras|=höstas|=julas|=påskas|=midsomras !=sedan !=sen",
    "=var|=va =liten|=barn|=ung|=bebis|=baby",
    "=när =var|=va =ett|=två|=tre|=fyra|=fem|=sex|=sju|=åtta|=nio|=tio|=elva|=tolv|år !klocka*",
    "=uppväxten|=barndomen|=ungdomen|=gymnasiet|=högstadiet|=lågstadiet|=skoltiden",
    "=växte =upp",
    "=tidigare =hade|=fick|=satte|=svimmade|=brukade|=krampade|=kunde",
    "haft tidigare",
    "förra|första|tidigare =graviditeten|graviditet",
    "=femtiotalet|=sextiotalet|=sjuttiotalet|=åttiotalet|=nittiotalet|=tjugohundratalet",
    "=bortgångne|=bortgångna|=framlidne|=framlidna|=salig",
    "=död =i år",
)
"""Marks of what happened long ago; a year such as 2012 or "90-luvulla" is one as well."""

AFTERWARDS: Final = (
    "jälkeen|jälkeinen|jälkeis*|jälkihoi*",
    "kuntoutu*|kuntoutta*|toipila*|toipu*|kontrolli*|jälkitarkast*|apuväline*",
    "rehabilit*|återhämt*|efterkontroll*|eftervård*|återbesök*",
)
"""Marks of what is over and being recovered from."""

OVER: Final = (
    "toipui|toipunut|parantui|parantunut =täysin|hyvin|kokonaan|ennalleen",
    "selvisi|selvinnyt|selvittiin =hyvin|=siitä|=säikähdyksellä",
    "kurkku|=kurkusta|pala|palanen|karkki|pilleri|ruoka|luu tuli|lähti|meni =pois|=alas",
    "löytyi|löytynyt|löyty =heti|=pian|=kunnossa|=hetken|=tunnin",
    "hostade|hosta|kom =upp|=ut =bra|=igen|=själv",
    "=siitä on vuosia|vuotta|kauan|kuukausia",
    "hoito|hoidot|terapia päättyi|päättynyt|päättyneet hyvin|onnistuneesti",
    "=olen rauhassa asia*",
    "=återhämtade|återhämtat =sig|=mig|=sej|=mej",
    "=blev|blivit =frisk|återställd|=bra =helt|=igen|=sedan",
    (
        "=sedan|=sen|=efter =dess|=det =frisk|=bra|=normal|=ingenting|=inget|=inga =är|=har|"
        "=varit|=hänt"
    ),
    "=det =är =länge|=år|=månader =sedan|=sen",
    "=bearbetat|=bearbetade =det|=terapi",
)
"""Told after the phrase: it went well, or it was long ago."""

WELL: Final = (
    "=nyt|=nykyään|=nykyisin terve|kunnossa|=hyvin|=oireeton|oireeton",
    "=kaikki =hyvin|kunnossa",
    "vointi =hyvä|=normaali|=on",
    "=nu|=numera =frisk|=bra|=lugn|=okej|=ok|=symtomfri|=fin|=glad =är|=e|=mår|=känner",
    "=nu =är =han|=hon|=barnet =tio|=elva|=tolv|=år|=vuxen|=stor",
    "=allt|=allting =är|=e|=var|=va =bra|=okej|=ok|ordning",
)
"""Told after the phrase, together with a mark of the past: all is well now."""

AGAIN: Final = frozenset(
    """
    taas jälleen uudelleen uudestaan sama samat samanlainen samanlaista samoin
    igen åter samma likadant likadan
    """.split()
)
"""What was is so once more: nothing is past."""
NOW: Final = frozenset(
    """
    nyt tänään juuri just tällä parhaillaan äsken edelleen yhä vieläkin vielä
    fortfarande ännu nu idag ikväll imorse nyss genast plötsligt
    """.split()
)
"""Present, where nothing nearer says past."""
AND: Final = frozenset("ja och o å".split())
"""What joins the present to the past."""
