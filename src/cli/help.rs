//! What `--help` says, in pieces: what several commands share is written once.

/// `atlas-ent --help`.
pub(super) const GENERAL: &[&str] = &["\
Atlas ENT : le déploiement des espaces numériques de travail, par région, académie et département.

Utilisation
  atlas-ent [--outlines CHEMIN] [FICHIER…]
                                    ouvre l’atlas dans une fenêtre, sur vos fichiers, joints
  atlas-ent export … --sortie FICHIER
                                    écrit une carte en PNG, SVG ou PDF, sans écran
  atlas-ent verifier FICHIER…       dit ce que le programme comprend d’un fichier de données
  atlas-ent tableau … --sortie FICHIER
                                    écrit les valeurs d’une carte en CSV ou en XLSX
  atlas-ent modele … --sortie FICHIER
                                    écrit un tableau à remplir, en CSV ou en XLSX
  atlas-ent exemple --sortie FICHIER
                                    écrit le jeu de données fictif en CSV

Options
  --outlines CHEMIN    utilise vos contours de départements au lieu de ceux du programme : un
                       fichier GeoJSON (WGS 84, un code ou un nom par contour), ou un dossier avec
                       departements.geojson et, si vous voulez les comparer, regions.geojson et
                       regions-2011.geojson ; credit.txt, à côté, dit de qui ils sont
  -h, --help, --aide   affiche cette aide ; « atlas-ent export --help » détaille l’export
  -V, --version        affiche la version

Code de retour
  0   tout s’est bien passé
  1   l’écran, le disque ou l’image a fait défaut ; « verifier » : des lignes non rapprochées
  2   une option ou un fichier n’est pas utilisable, ou un fichier demande une décision

Le programme n’utilise le réseau que pour le fond de carte du terrain, dans la fenêtre, une fois
activé."];

/// `atlas-ent export --help`.
pub(super) const EXPORT: &[&str] = &[
    "\
Écrit une carte avec ses cartons, sa légende, son titre et ses sources, sans écran.

Utilisation
  atlas-ent export [options] --sortie FICHIER

Options
  --sortie FICHIER           carte à écrire ; son extension choisit le format :
                             .png, .svg ou .pdf
  --type TYPE                lycee (par défaut) ou college
  --niveau NIVEAU            region, academie ou departement ; par défaut, celui du fichier, ou
                             celui de qui gère les établissements : region pour les lycées,
                             departement pour les collèges
",
    DATE,
    "  --representation QUOI      part (par défaut) : part des établissements équipés ;
                             stade : étude préalable, expérimentation ou généralisation
",
    OF_A_MAP,
    A_PAGE,
    "  --donnees FICHIER          utilise votre fichier (CSV, TSV, XLSX, XLS, ODS, JSON ou GeoJSON), une
                             ligne par territoire ou par établissement ; « atlas-ent verifier » dit
                             ce qui en est compris. Répétée, joint les fichiers : une liste
                             d’établissements et celle des équipés, par exemple
  --exemple                  utilise le jeu fictif ; « DONNÉES FICTIVES » barre la carte
  --outlines CHEMIN          utilise vos contours (voir « atlas-ent --help »)
  -h, --help, --aide         affiche cette aide

",
    OF_A_FILE,
    "\n\
Exemples
  atlas-ent export --type lycee --niveau region --date 2011-10 --sortie carte.png
  atlas-ent export --type college --lieu 38 --format a4-paysage --sortie isere.pdf",
];

/// `atlas-ent exemple --help`.
pub(super) const EXAMPLE: &[&str] = &["\
Écrit en CSV le jeu de données fictif : tous les départements, lycées et collèges, de 2009 à 2024.
Les mêmes octets à chaque fois ; rien ne peut en être conclu.

Utilisation
  atlas-ent exemple --sortie FICHIER

Options
  --sortie FICHIER     fichier CSV à écrire
  -h, --help, --aide   affiche cette aide"];

/// `atlas-ent verifier --help`.
pub(super) const CHECK: &[&str] = &[
    "\
Dit ce que le programme comprend d’un fichier de données : format, colonnes, échelon, dates, ce qui
est réparé, ce qui n’est pas rapproché d’un territoire, ce qui semble faux. Plusieurs fichiers sont
joints : une liste d’établissements et celle des équipés, par exemple.

Utilisation
  atlas-ent verifier [--json] FICHIER [options du fichier]…

Options
  --json                   le rapport en JSON, un objet par fichier (docs/verifier.schema.json)
  --type TYPE              lycee ou college, où le fichier ne le dit pas
  --niveau NIVEAU          region, academie ou departement, où ses codes le laissent ouvert
  --secteur SECTEUR        public ou prive, où deux taux ne s’additionnent pas
  --accepter-suppositions  ne redit pas ce qui est supposé
  -h, --help, --aide       affiche cette aide

",
    OF_A_FILE,
    "\n\
Code de retour
  0   aucune ligne qui porte une valeur n’est perdue, chaque cellule utile se lit
  1   certaines sont laissées de côté
  2   un fichier n’a pas pu être lu, ou une décision est à prendre",
];

/// `atlas-ent tableau --help`.
pub(super) const TABLE: &[&str] = &[
    "\
Écrit les valeurs d’une carte, une ligne par territoire : part, effectifs, date, preuve, sources.
Rouvert dans l’atlas, le fichier redonne la même carte.

Utilisation
  atlas-ent tableau [options] --sortie FICHIER

Options
  --sortie FICHIER           tableau à écrire ; l’extension .csv ou .xlsx choisit le format
  --type TYPE                lycee (par défaut) ou college
  --niveau NIVEAU            region, academie ou departement ; par défaut, comme pour « export »
",
    DATE,
    "  --representation QUOI      part (par défaut) ou stade : ce que datent les colonnes « Date »,
                             « Période », « Preuve » et « Statut »
",
    OF_A_MAP,
    "  --donnees FICHIER          utilise votre fichier ; « atlas-ent verifier » dit ce qui en est
                             compris. Répétée, joint les fichiers
  --exemple                  utilise le jeu fictif
  -h, --help, --aide         affiche cette aide

",
    OF_A_FILE,
    "\n\
Exemple
  atlas-ent tableau --type college --date 2011-10 --sortie colleges.xlsx",
];

/// `atlas-ent modele --help`.
pub(super) const TEMPLATE: &[&str] = &["\
Écrit un tableau à remplir, avec les colonnes que l’atlas reconnaît. En XLSX, une seconde feuille
dit ce que chacune attend.

Utilisation
  atlas-ent modele [--par QUOI] --sortie FICHIER

Options
  --sortie FICHIER     tableau à écrire ; l’extension .csv ou .xlsx choisit le format
  --par QUOI           territoire (par défaut) : les 101 départements, codes et noms déjà écrits ;
                       etablissement : une ligne par établissement, à écrire
  -h, --help, --aide   affiche cette aide"];

/// The day of which a map tells.
const DATE: &str =
    "  --date DATE                situation connue à la fin de 2011, de 2011-10 ou du 2011-10-31
                             (par défaut 2011-10, ou la dernière date du fichier)
";

/// What else decides what a map or its table holds.
const OF_A_MAP: &str =
    "  --limites EPOQUE           limites des régions et académies : avant-2016 ou depuis-2016 ;
                             par défaut, celles des données, sinon de la date
  --mesure MESURE            deploye (par défaut) ou usage
  --secteur SECTEUR          public ou prive : seulement ceux-là, si le fichier liste les
                             établissements
  --agricoles                compte aussi les lycées agricoles, si le fichier les liste
  --accepter-suppositions    tient pour bon ce qui est supposé d’un fichier, et ne le dit plus
";

/// The page of a map.
const A_PAGE: &str =
    "  --lieu CODE                la carte d’un lieu et de ses départements : 38, region:84 ou
                             academie:8 ; un code seul est celui d’un département, sinon d’une
                             région, sinon d’une académie
  --format FORMAT            taille de la page : web (par défaut), a4, a4-paysage, a3, a3-paysage,
                             diapositive, carre, ou une taille comme 210x297mm ou 1200x800px
  --modele MODELE            rapport (par défaut), diapositive, carte-seule, deux-dates ou
                             evolution (une carte par date, douze au plus)
  --dates DATE,DATE…         dates de ces cartes ; par défaut, celles des données. Deux dates sans
                             modèle font « deux-dates », davantage « evolution »
  --titre TEXTE, --sous-titre TEXTE, --note TEXTE, --source TEXTE
                             textes à écrire au lieu de ceux du programme ; '' n’en met aucun.
                             --source répétée ajoute un paragraphe
  --lecture CODE             territoire de la carte que lit la note
  --avec BLOC, --sans BLOC   met ou ôte une partie de la page ; répétables : titre, sous-titre,
                             carte, cartons, legende, histogramme, echelle, nord, situation,
                             champ, note, sans-donnee, lecture-supposee, sources, institution
  --institution NOM, --logo FICHIER.png
                             qui publie la page, au pied de celle-ci
  --densite POINTS           points par pouce du PNG, de 30 à 600 (300 par défaut sur papier)
  --largeur PIXELS           largeur du PNG, de 200 à 16000 (1600 par défaut hors papier)
";

/// What is said of the file before, by all commands that read one.
const OF_A_FILE: &str = "\
Options d’un fichier, après lui
  --colonne NOM              la colonne à montrer, quoi que dise son nom
  --sujet MOTS               ce qui est compté : « raccordés à la fibre » ; ENT par défaut
  --date-donnees DATE        la date de tout le fichier : 2011, 2011-10, 2011-10-31 ou aucune
  --echelle ECHELLE          taux en pourcent ou en fraction (1 vaut 100 %)
  --liste QUOI               ce qu’est une liste d’établissements : etablissements, tous, ou
                             equipes, les équipés seulement
  --feuille NOM              la feuille d’un classeur à lire ; la plus remplie par défaut
  --plusieurs REGLE          de plusieurs lignes contradictoires, garde la premiere, la derniere,
                             la somme ou la moyenne
";
