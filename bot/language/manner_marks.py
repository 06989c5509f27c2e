"""What shows that a phrase is said of an animal, of a thing or in a manner of speaking.

The marks are patterns, one entry a line.
"""

from typing import Final

ANIMALS: Final = (
    "eläinlääk*|veterinär*|djursjuk*|djurkli*",
    (
        "=koira|=koiran|=koiralla|=koiramme|=koiraamme|=kissa|=kissan|=kissalla|=kissamme|"
        "=kani|=hamsteri|"
        "=marsu|=lehmä|=lehmän|=lammas|=vasikka|=pentu|=pennun|=rotta|=lintu|=papukaija "
        "=söi|=nieli|=nielaisi|=kouristaa|=ei|=eikä|=veltto|=sai|=on|=oli|=viilsi|=kakoo|=tukehtuu|"
        "=tukehtui|=tukehtua !puri !purema !kimppu* !lapsi !vauva"
    ),
    (
        "=hund|=hunden|=hundens|=katt|=katten|=kattens|=kanin|=kaninen|=hamstern|=marsvinet|=ko|=kon|"
        "=valpen|=kattungen|=fåret|=kalven|=hästen|=fågeln "
        "=åt|=svalde|=krampar|=andas|=kvävas|=kvävs|=har|=är|=slapp|=vaknar|=fick|=skar|=blöder "
        "!bet !bitit !sparka* !barn* !föll"
    ),
)
"""It happens to an animal."""

FIGURATIVE: Final = (
    "nauruun|naurusta|naurut|naurua|nauraessa",
    "papereihin|paperitöihin|paperisotaan|lomakkeisiin|byrokratiaan|hakemuksiin|sähköposteihin",
    (
        "tukehtua|hukkua|kuolla töihin|kiireeseen|kiireisiin|laskuihin|tavaraan|jonoon|pyykkiin|"
        "pyykkivuor*|tiskeihin|roskaan"
    ),
    "kiireessä|kiireissä|kevätkiireissä|kiireiltä|ehdi|ehdin|=ehdi hengittää|=hengit*",
    "kuolla häpeään|häpeästä|tylsyyteen|odotukseen|odottaessa|ikävään|uteliaisuuteen|rakkaudesta",
    (
        "halvaantua|halvaannun|halvaannuin|halvaantun* pelosta|jännityksestä|kauhusta|pelko|"
        "järkytyksestä"
    ),
    "pää räjähtää stressi*|stressaa|töistä|melusta|kiireestä|tiedosta|salasan*",
    "melkein|meinasi|meinas sydän|sydäri|sydärin|sydänkohtaus|infarkti lasku|laskun|hinta|hinnan",
    (
        "meinata|melkein|meinasin|meinas|olin saada|sain halvaus|halvauksen|sydärin|slaagin|"
        "sydänkohtauksen|infarktin|sydänkohtaus"
    ),
    (
        "lasku|laskun|laskusta|sähkölask*|hinta|hinnan|hinnasta|hinnoista|jonotusaja* "
        "sydän*|sydäri*|slaagi*|halva*|shokki|sokki|=shokissa|=sokissa|šokki|isku|sähköisk*|järkytty*"
    ),
    "=tajuttoman|=tajuttomasti",
    "=tukehduttava|=tukehduttavan helle|kuumuus|ilma|tunnelma",
    "väsymyksestä|unesta taju|tajuton|=kankaalla|kuollut",
    "skratta*|garva* =så|ihjäl",
    "=av =skratt|=garv",
    "=haha|=hahaha|=hehe|=heh|=hihi|=lol|=xd",
    "papper|papperen|pappersarbete|blankett*|räkningar|byråkrati|mejl|ansökningar drunkna*|kväv*",
    "jobb|arbete|tvätt|e-post drunkna*|kväv*",
    "kärlek|förälsk*|lycka|tristess|nyfiken*|skam|pinsamt =dö|=dör|=dog|ihjäl",
    "köa|kön|vänta =dö|=dör|ihjäl",
    "huvudet|huvet exploder*|sprängs stress|stressen|jobbet|oväsen|lösenord*|information",
    "nästan|höll hjärtattack*|hjärtinfarkt*|slaganfall|=slag|dåndimpen",
    (
        "=pris|=priset|=priser|=priserna|räkning*|faktura*|elräkning* "
        "hjärt*|slaganfall|=slag|=chock|chockad*|stöt|elchock"
    ),
    "hjärta|hjärtat =av|=för =att|=när se|ser|höra|läsa|tänka",
    (
        "puhelin|kännykkä|=järjestelmä|=sovellus|=laite|=kone|tietokone|=sivu|=sivusto|=näyttö|"
        "näppäin|=nappi|=linkki|=kela|työkkäri|te-toimisto|virasto|viranomai*|vuokranant* "
        "reagoi*|herää|heräny*|kuollut|virkoa|=henkiin"
    ),
    (
        "systemet|telefonen|mobilen|datorn|appen|sidan|webbsidan|skärmen|knappen|programmet|=fpa|"
        "myndighet*|hyresvärd*|disponent* reagera*|reagerar|vakna*|=liv|=död"
    ),
)
"""Words beside which a strong phrase is only a manner of speaking, or said of a thing."""

CAUSES: Final = frozenset(
    """
    lasku lasku sähkölasku hinta vuokra treeni salitreeni urheilu lenkki kuntosali liikunta paperi
    lomake byrokratia työmäärä työ kiire pyykki pyykkivuori tiski siivous läksy tentti tentit jono
    jonotus helle ilo onni ihastus rakkaus häpeä tylsyys nauru melu huuto salasana wilma koulu
    pris räkning faktura hyra avgift träning gym gymmet träna motion papper blankett byråkrati jobb
    arbete tvätt disk städning läxa tenta kö kötid värme glädje lycka kärlek skam tristess skratt
    lösenord energi idé skolarbete fotboll byggsemester semester
    """.split()
)
"""What may knock one over only in a manner of speaking; counts as the cause named beside it."""
CAUSED: Final = frozenset("av över för med på i under till".split())
"""What stands before the cause in Swedish; in Finnish it is an ending."""

LAUGHTER: Final = frozenset("haha hahaha hehe heh hihi lol xd".split())
"""Typed laughter counts wherever it stands in the clause."""
