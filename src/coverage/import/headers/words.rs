//! The words of the names of columns, without case and accents.

/// Words of rates.
pub(super) const RATES: [&str; 20] = [
    "taux",
    "tx",
    "part",
    "parts",
    "pourcentage",
    "pourcentages",
    "pourcent",
    "pct",
    "proportion",
    "proportions",
    "ratio",
    "valeur",
    "valeurs",
    "value",
    "rate",
    "share",
    "cent",
    "indice",
    "indicateur",
    "obs",
];

/// Words of numbers of schools.
pub(super) const COUNTS: [&str; 15] = [
    "tot",
    "nb",
    "nbr",
    "nbre",
    "nombre",
    "nombres",
    "effectif",
    "effectifs",
    "total",
    "totaux",
    "dont",
    "quantite",
    "ensemble",
    "num",
    "somme",
];

/// Beginnings of the words of equipment.
pub(super) const EQUIPMENT: [&str; 10] = [
    "equip",
    "deploy",
    "deploi",
    "couver",
    "generalis",
    "dote",
    "pourv",
    "depourv",
    "raccord",
    "munis",
];

/// The short name of what the atlas shows.
pub(super) const ENT: [&str; 2] = ["ent", "ents"];

/// Beginnings of the words of usage.
pub(super) const USAGE: [&str; 3] = ["usage", "utilis", "utilise"];

/// Words of schools and of their kinds.
pub(super) const SCHOOLS: [&str; 47] = [
    "lycee",
    "lycees",
    "college",
    "colleges",
    "etablissement",
    "etablissements",
    "etab",
    "etabs",
    "ets",
    "eple",
    "scolaire",
    "scolaires",
    "secondaire",
    "secondaires",
    "degre",
    "second",
    "2nd",
    "2d",
    "general",
    "generaux",
    "generale",
    "technologique",
    "technologiques",
    "professionnel",
    "professionnels",
    "pro",
    "pros",
    "techno",
    "technos",
    "polyvalent",
    "polyvalents",
    "lgt",
    "lp",
    "lyc",
    "clg",
    "col",
    "enseignement",
    "lpo",
    "unite",
    "unites",
    "uai",
    "type",
    "types",
    "agricoles",
    "segpa",
    "segpas",
    "erea",
];

/// Words of sectors.
pub(super) const SECTORS: [&str; 12] = [
    "public",
    "publics",
    "publique",
    "publiques",
    "prive",
    "prives",
    "privee",
    "privees",
    "contrat",
    "sous",
    "hors",
    "secteur",
];

/// Beginnings of the words that are a negation of their own: « dépourvus », « inéquipés ».
pub(super) const NOT_EQUIPPED: [&str; 4] = ["depourv", "demuni", "denue", "inequip"];

/// Words of places.
pub(super) const PLACES: [&str; 22] = [
    "departement",
    "departements",
    "departemental",
    "departementale",
    "dep",
    "dept",
    "region",
    "regions",
    "regional",
    "regionale",
    "reg",
    "academie",
    "academies",
    "academique",
    "france",
    "national",
    "nationale",
    "territoire",
    "territoires",
    "territorial",
    "metropole",
    "commune",
];

/// Words that take back the equipment beside which they stand.
pub(super) const NEGATIONS: [&str; 18] = [
    "non",
    "sans",
    "pas",
    "absence",
    "absent",
    "absente",
    "absents",
    "absentes",
    "aucun",
    "aucune",
    "inexistant",
    "inexistants",
    "jamais",
    "ni",
    "manque",
    "manquant",
    "manquants",
    "neant",
];

/// Words that say, right before a negation, that the cells tell one from the other.
pub(super) const AFFIRMATIONS: [&str; 5] = ["avec", "presence", "present", "existence", "pourvu"];

/// Words that say no more than that there is equipment, beside it.
pub(super) const THERE_IS: [&str; 19] = [
    "o",
    "actif",
    "active",
    "service",
    "place",
    "mis",
    "mise",
    "installe",
    "installes",
    "operationnel",
    "operationnels",
    "disponible",
    "existant",
    "existe",
    "possede",
    "statut",
    "etat",
    "encore",
    "reponse",
];

/// Words of schools of whichever kind.
pub(super) const ANY_SCHOOL: [&str; 4] = ["etablissement", "etablissements", "etab", "etabs"];

/// The small words between the others.
pub(super) const SMALL: [&str; 43] = [
    "depuis",
    "de",
    "des",
    "du",
    "d",
    "la",
    "le",
    "les",
    "l",
    "un",
    "une",
    "en",
    "au",
    "aux",
    "a",
    "par",
    "dans",
    "sur",
    "et",
    "ou",
    "pour",
    "qui",
    "que",
    "est",
    "sont",
    "ont",
    "ayant",
    "avec",
    "disposant",
    "dispose",
    "disposent",
    "possedant",
    "beneficiant",
    "n",
    "no",
    "non",
    "sans",
    "pas",
    "oui",
    "s",
    "e",
    "colonne",
    "x",
];

/// Words of dates; months are known apart.
pub(super) const DATES: [&str; 22] = [
    "rentree",
    "annee",
    "annees",
    "an",
    "fin",
    "situation",
    "trimestre",
    "semestre",
    "date",
    "jour",
    "mois",
    "civile",
    "millesime",
    "periode",
    "debut",
    "er",
    "t",
    "q",
    "as",
    "rs",
    "trim",
    "sept",
];

/// Whether a word begins with one of these.
pub(super) fn begins(word: &str, starts: &[&str]) -> bool {
    starts.iter().any(|start| word.starts_with(start))
}
