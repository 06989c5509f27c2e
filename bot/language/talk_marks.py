"""What shows that a phrase is only talk: of studies, drills, paper or what might be.

The marks are patterns, one entry a line.
"""

from typing import Final

MENTION: Final = (
    "elokuva|leffa|kirja|romaani|novelli|näytelmä|tv-sarja|sarjassa|dokumentti|podcast*|muistelm*",
    "sairaalasar*|lääkärisar*|rikossar*|hömppäsar*|sjukhusseri*|läkarseri*|deckarseri*",
    "uutinen|uutiset|uutisissa|uutisista|lehtijuttu|lehdessä|artikkeli|käsikirjoit*",
    "oppia|opetella|opettelisi* elvytys*|elvyttä*|ensiap*",
    "lära|lär|lärt|öva hjärtmassage|hjärt-lungräddning|livräddning|=hlr",
    "lära|lär|lärt|öva =första =hjälp|=hjälpen",
    "ensiapukurs*|elvytyskurs*|=kurssia|=kurssin|=kurssille|=kursseja|=kurssit|ea-kurs*",
    (
        "=koulutusta|=koulutukseen|=koulutuksia|=luento|=luentoa|=luennon|esitelmä|tietoisku*|"
        "luennoits*"
    ),
    (
        "=harjoittelemme|=harjoitellaan|=harjoitella|=harjoittelua|=harjoittelen|=harjoitusta|"
        "=harjoituksen|=harjoitukseen|paloharjoit*|pelastusharjoit*"
    ),
    "=harjoittelee|=harjoittelevat|=harjoitteli elvytys*|ensiap*|hätäensiap*|pelastam*",
    "vuorosan*|=kuunnelma|=kuunnelmassa|tekover*|harjoitusnuk*|elvytysnuk*",
    "=esitän|=esittää|=esitämme|=rooli|=roolissa|=roolini teatteri*|kesäteatteri*|näyttämö*",
    "gradu*|opinnäyte*|kandityö*|essee|tenttiin|tutkielma|läksy|oppitun*|seminaar*|väitöskir*",
    (
        "=luen|=opiskelen|=opiskelemme|=valmistelen psykolog*|psykiatri*|lääketie*|sosiaali*|"
        "perustei*|lukiossa|"
        "lähteitä|ryhmää|tenttiä|kurssi*"
    ),
    "=lähteitä|=lähdettä|=lähdekirj*",
    "=näin|=nähnyt|=näki|=näkee|=näen =unta|=unia",
    "painajai*",
    "tietoa|tietopaketti|esite|esitteitä mistä|missä|onko|löytyy|jossain|luotettav*",
    "ehkäistä|ehkäisy|ennaltaehkäis*|riskitekij*|riskitesti*|perinnölli*|periyty*|seulon*",
    "mitä tarkoitta*",
    "mikä|mitä ero|=eroa|=erot",
    "=sama =asia|=asiaa|=tauti",
    "puheeksiot*",
    (
        "lomake|opas|ohjeistus|materiaali|tarkistuslista työntekijänä|ammattilaisena|"
        "opettajana|hoitajana|"
        "ohjaajana|henkilöstö*|onko"
    ),
    "defibrillaatto*|vertaistu*|läheisyhdisty*|tukiryhm*|vertaisryhm*|palovaroit*|palotarkast*",
    "=film|=filmen|=filmer|tv-serie*|pjäs|teaterpjäs*|roman|novell|dokumentär*|podd*|artikel|manus",
    "hörspel*|låtsasblod*|teaterblod*|deckare|deckaren|diktsamling*|övningsdocka*",
    "bok|böcker läs*|skriv*|handlar|=i|=om|lån*",
    "teater|sommarteater|sommarteatern öva*|spela*|repete*|=roll|=rollen",
    "kurs|kursen|kurser hlr|första|=om|=för|anmäl*|ordna*",
    "hlr-kurs*|förstahjälpskurs*|förstahjälpkurs*|hjälp-kurs*|hjälpkurs*",
    "övar|öva|övade|övning|övningar|räddningsövning*|brandövning*",
    "föreläsning*|föreläsare|föredragshåll*|=utbildning|uppsats*|tentamen|föredrag*|temakväll*",
    (
        "gymnasiearbete*|lärdomsprov*|examensarbete*|grupparbete*|skolarbete*|avhandling*|"
        "specialarbete*"
    ),
    "=läser|=studerar|=pluggar psykologi*|medicin|socialt|vårdlära|grunderna|gymnasiet|yrkeshögsk*",
    "drömde|mardröm*",
    "information|info|broschyr*|fakta var|finns|om|hitta*",
    "förebygg*|riskfaktor*|ärftlig*|screening*|hjärtstartar*|brandvarnar*|stödgrupp*",
    "defibrillator*|kamratstöd*",
    "vad betyder",
    "kvävningsrisk*|tukehtumisvaar*|tukehtumisriski*",
    "kurssi|ryhmä|ryhmää|kurs|grupp =läheisille|=omaisille|yrittäneiden|selvinneiden|=anhöriga",
    "=koulutus tunnistam*|opettaj*|henkilöst*|ammattilais*|aiheesta",
    "vapaaehtoi* tukihenkilö*|ilmoittau*|=työhön|=työ|kriisityö*",
    "skillnad|skillnaden =mellan|=på",
    "=samma =sak",
    "näyttel*|näytellä*|tilasto*|statistik*|rekisteri|forskar|släktforsk*|opiskelija",
    "lagstiftning*|lainsäädän*|rikoslak*|strafflag*",
    "falsklarm*",
    "väärä hälytys",
)
"""The talk is of a book, a film, a course, a study, a dream, information or prevention."""

EXPLAINED: Final = (
    "gradu*|opinnäyte*|kandityö*|tutkielma|väitöskir*|lärdomsprov*|examensarbete*|avhandling*",
    "harjoituksesta|harjoitukses*|harjoitusta|harjoitus nukke|nukesta|pelastuslait*|=kyse|=olikin",
    "övning|övningen docka|räddningsverk*|bara",
    "=olikin|=selvisi unta|väärä|pilailu*|harjoitus",
)
"""Told in the next clauses: the story was of a study or a drill."""

PRACTICAL: Final = (
    "resepti|reseptit|=reseptin|=reseptiä|=uusia|=uusin|uusinta|=uusiminen|lääkitys|pistos",
    (
        "todistus|todistusta|lausunto|ajokort*|ajolu*|ajokiel*|ajaa =saan|=saako|=milloin|"
        "=missä|=mistä|"
        "tarvits*|=uusia|=hakea|=haen|kuka|=voiko"
    ),
    (
        "hakem*|korvau*|potilasvahin*|=vakuutus|=vakuutuksen|=vakuutusta|=vakuutukseen|"
        "=vakuutuksesta|=vakuutukset|etuu*|kelan|vammaistu*"
    ),
    "puheterap*|fysioterap*|toimintaterap*|sopeutumisvalm*|seuranta*|vuosikontrol*|jälkitark*",
    "liitto|liiton|yhdistys|yhdistyksen|kerho",
    "receptet|=recept|förny*",
    "intyg*|utlåtande*|körkort* vem|får|behöv*|skriv*|var|när|hur",
    "ansök*|ersättning*|patientskad*|försäkring*",
    "talterap*|fysioterap*|ergoterap*|anpassningstr*|årskontroll*|uppföljning*|remiss",
    "förbund*|förening*",
    (
        "tutkittu|tutkittiin|selvitetty|utrett|utreddes|undersökt mitään|syytä|tulokset|"
        "poissuljettu|inget|inga|"
        "svaren|provsvar*|hittades"
    ),
)
"""Beside a mere name, or in a short message, it is paper, medicine that runs out or a society that
is asked for."""

ERRANDS: Final = (
    "varata|varaan|varattua|perua|siirtää|siirto aika|ajan|aikaa|ajanvaraus|käynti",
    "ajanvarau*|jonotusaika*|hoitojono*|leikkausjono*|lähete|lähetteen|lähetettä",
    (
        "lainata|lainaako|lainaan|vuokrata|vuokraa|huolto|huoltoon|apuväline|kela|=kelan|"
        "toimeentulotuk*"
    ),
    (
        "kurssi|kerho|ryhmä|ryhmää|ryhmiä|liikuntaryhm*|harrastu* =onko|=milloin|=missä|"
        "=mistä|järjest*|"
        "ilmoittau*|=saako|löytyy"
    ),
    "hieroja|hierojaa|uniryhm*|neuvonta|imetysneuv*|juttuseur*|perhetyö*|fysioterapeut*",
    "kirjaudun|kirjautua|salasana|sovellus|sovellukse*|verkkopalv*|reklamoin|palaute|palautetta",
    "boka|avboka|ombokning =tid|=tiden|besök",
    "=kötid|=kötiden|operationskö*|vårdkö*|remiss|remissen",
    "låna|lånar|hyra|hjälpmedel*|utkomststöd*|=fpa",
    "kurs|kursen|grupp|gruppen|motionsgrupp*|klubb* finns|när|var|anmäl*|ordna*",
    "amningsråd*|massör|massage|sömnskola|klagar|reklamer*",
    "logga|lösenord*|inloggning*|appen|kundtjänst",
)
"""In a short message the whole errand: a booking, a loan, a course, a password."""

APPEALS: Final = frozenset(
    """
    nyt heti apua auttakaa auta äkkiä pian nopeasti juuri parhaillaan hätä
    nu genast hjälp snabbt fort snälla nyss akut plötsligt
    """.split()
)
"""Words that make it real, whatever else is talked about."""

HYPOTHETICAL: Final = (
    "jos|mikäli|entä =saisi|=tulisi|=kävisi|=sattuisi|=tapahtuisi|=joutuisi|=menisi|=lakkaisi",
    "varalta|varalle jos|sen|siltä|tällaisen|oppia|varautua",
    "om|ifall =skulle|=sku hända|få|bli|börja|råka",
    "för säkerhets skull",
    "=etukäteen|=ennakkoon|ennakolta",
    "=förväg|=förhand",
    "=vältetään|=välttää|=vältän =miten|=kuinka|=jotta",
    "=undviker|=undvika =hur",
)
"""What might happen one day."""
