//! Other names of territories: former ones, shortened ones.
//!
//! Former names of départements come from the *code officiel géographique* of the INSEE; those of
//! régions are the working names of the law of 16 January 2015, used until the decrees of 28
//! September 2016, and what tables write.

use super::repair::RepairKind::{self, Abbreviation, FormerName, Spelling};

/// A name, the codes that it may stand for, and what using it is.
///
/// With one code the name is that territory's. With several it was the name of a ground that has
/// been divided since: the cell does not say which part it means.
pub(super) type Alias = (&'static str, &'static [&'static str], RepairKind);

pub(super) const DEPARTEMENTS: [Alias; 15] = [
    ("Côtes-du-Nord", &["22"], FormerName),
    ("Loire-Inférieure", &["44"], FormerName),
    ("Seine-Inférieure", &["76"], FormerName),
    ("Basses-Alpes", &["04"], FormerName),
    ("Basses-Pyrénées", &["64"], FormerName),
    ("Charente-Inférieure", &["17"], FormerName),
    ("Belfort", &["90"], Abbreviation),
    ("Ville de Paris", &["75"], Spelling),
    ("Guyane française", &["973"], Spelling),
    ("Île de la Réunion", &["974"], Spelling),
    ("Île de Mayotte", &["976"], Spelling),
    // Divided on 1 January 1976, and one collectivité again since 2018.
    ("Corse", &["2A", "2B"], FormerName),
    // Divided on 1 January 1968.
    ("Seine", &["75", "92", "93", "94"], FormerName),
    ("Seine-et-Oise", &["78", "91", "95"], FormerName),
    // The département had one council with its neighbour since 2021.
    ("Collectivité européenne d’Alsace", &["67", "68"], Spelling),
];

/// Names of régions in both editions; each is kept in the editions that have its code.
pub(super) const REGIONS: [Alias; 47] = [
    ("Centre", &["24"], FormerName),
    ("Centre-Val de Loire", &["24"], FormerName),
    ("Nord-Pas-de-Calais-Picardie", &["32"], FormerName),
    ("Alsace-Champagne-Ardenne-Lorraine", &["44"], FormerName),
    ("Alsace-Lorraine-Champagne-Ardenne", &["44"], FormerName),
    ("Aquitaine-Limousin-Poitou-Charentes", &["75"], FormerName),
    ("Languedoc-Roussillon-Midi-Pyrénées", &["76"], FormerName),
    ("Midi-Pyrénées-Languedoc-Roussillon", &["76"], FormerName),
    ("Bourgogne et Franche-Comté", &["27"], Spelling),
    ("Rhône-Alpes-Auvergne", &["84"], Spelling),
    ("Occitanie / Pyrénées-Méditerranée", &["76"], Spelling),
    ("Occitanie - Pyrénées Méditerranée", &["76"], Spelling),
    ("Région Sud", &["93"], Abbreviation),
    ("Sud - Provence-Alpes-Côte d’Azur", &["93"], Spelling),
    ("Provence-Alpes-Côte d’Azur - Sud", &["93"], Spelling),
    ("PACA", &["93"], Abbreviation),
    ("PAC", &["93"], Abbreviation),
    ("IDF", &["11"], Abbreviation),
    ("Région parisienne", &["11"], FormerName),
    ("Isle de France", &["11"], Spelling),
    ("ARA", &["84"], Abbreviation),
    ("AURA", &["84"], Abbreviation),
    ("BFC", &["27"], Abbreviation),
    ("HDF", &["32"], Abbreviation),
    ("GES", &["44"], Abbreviation),
    ("NAQ", &["75"], Abbreviation),
    ("OCC", &["76"], Abbreviation),
    ("NOR", &["28"], Abbreviation),
    ("BRE", &["53"], Abbreviation),
    ("CVL", &["24"], Abbreviation),
    ("COR", &["94"], Abbreviation),
    ("CTC", &["94"], Abbreviation),
    ("PDL", &["52"], Abbreviation),
    ("PDLL", &["52"], Abbreviation),
    ("Pays de Loire", &["52"], Spelling),
    ("ACAL", &["44"], FormerName),
    ("ALCA", &["44"], FormerName),
    ("ALPC", &["75"], FormerName),
    ("LRMP", &["76"], FormerName),
    ("NPDCP", &["32"], FormerName),
    ("NPDC", &["31"], Abbreviation),
    ("NPC", &["31"], Abbreviation),
    ("Guyane française", &["03"], Spelling),
    ("Île de la Réunion", &["04"], Spelling),
    ("Île de Mayotte", &["06"], Spelling),
    ("Île de Corse", &["94"], Spelling),
    ("Basse Normandie - Haute Normandie", &["28"], FormerName),
];

/// Names of académies in both editions. That of Antilles-Guyane was divided in 1997.
pub(super) const ACADEMIES: [Alias; 12] = [
    ("Aix", &["02"], Abbreviation),
    ("Clermont", &["06"], Abbreviation),
    ("Clermont-Fd", &["06"], Abbreviation),
    ("Nancy", &["12"], Abbreviation),
    ("Orléans", &["18"], Abbreviation),
    ("Ajaccio", &["27"], FormerName),
    ("Réunion", &["28"], Spelling),
    ("Guyane française", &["33"], Spelling),
    ("Île de la Réunion", &["28"], Spelling),
    ("Mayotte", &["43"], Spelling),
    ("Vice-rectorat de Mayotte", &["43"], FormerName),
    ("Antilles-Guyane", &["31", "32", "33"], FormerName),
];

/// Names of what has no outline here, at any level.
pub(super) const OUTSIDE: [(&str, &str); 24] = [
    ("Saint-Pierre-et-Miquelon", "Saint-Pierre-et-Miquelon"),
    ("Saint-Barthélemy", "Saint-Barthélemy"),
    ("Saint-Martin", "Saint-Martin"),
    ("Saint-Martin (partie française)", "Saint-Martin"),
    ("Terres australes et antarctiques françaises", "Terres australes et antarctiques françaises"),
    ("TAAF", "Terres australes et antarctiques françaises"),
    ("Wallis-et-Futuna", "Wallis-et-Futuna"),
    ("Îles Wallis et Futuna", "Wallis-et-Futuna"),
    ("Polynésie française", "Polynésie française"),
    ("Polynésie", "Polynésie française"),
    ("Nouvelle-Calédonie", "Nouvelle-Calédonie"),
    ("Île de Clipperton", "Île de Clipperton"),
    ("TOM et Collectivités territoriales", "TOM et collectivités territoriales"),
    ("Collectivités d’outre-mer", "TOM et collectivités territoriales"),
    ("COM", "TOM et collectivités territoriales"),
    ("TOM", "TOM et collectivités territoriales"),
    ("Étranger", "Étranger"),
    ("À l’étranger", "Étranger"),
    ("Pays étrangers", "Étranger"),
    ("Union européenne", "Union européenne"),
    ("Province", "France de province"),
    ("France de province", "France de province"),
    ("France continentale", "France continentale"),
    ("Hors de France", "Étranger"),
];
