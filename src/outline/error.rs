//! What can be wrong with a file of outlines, told to the person who chose it.

use crate::{
    french::{counted, plural},
    territory::Level,
};

/// Why a file of outlines cannot be used. The name of the file is added by whoever read it.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum OutlineError {
    /// Nothing to read.
    #[error("le fichier est vide. Choisissez un fichier GeoJSON de contours.")]
    EmptyFile,
    /// Neither UTF-8 nor anything else that JSON allows.
    #[error(
        "le fichier n’est pas en UTF-8, seul encodage permis en GeoJSON (octet {byte}). \
         Enregistrez-le de nouveau en UTF-8."
    )]
    NotUtf8 {
        /// Position of the first wrong byte, from 1.
        byte: usize,
    },
    /// Not JSON, or cut off.
    #[error(
        "ce n’est pas du JSON valable (ligne {line}, colonne {column}). \
         Exportez de nouveau les contours au format GeoJSON."
    )]
    NotJson {
        /// Line of the fault, from 1.
        line: usize,
        /// Column of the fault, from 1.
        column: usize,
    },
    /// JSON, but not a collection of outlines.
    #[error(
        "c’est du JSON, mais pas une « FeatureCollection » GeoJSON de polygones ({detail}). \
         Exportez les contours au format GeoJSON."
    )]
    NotGeoJson {
        /// What was found instead.
        detail: String,
    },
    /// A collection without any feature.
    #[error("le fichier ne contient aucun contour (liste « features » vide).")]
    NoFeature,
    /// A feature that nothing can be joined to.
    #[error(
        "le contour n° {position} n’a pas de propriété « code ». \
         Ajoutez à chaque contour le code officiel de son territoire."
    )]
    NoCode {
        /// Rank of the feature in the file, from 1.
        position: usize,
    },
    /// A feature that is not an area.
    #[error(
        "le contour « {code} » n’est pas une surface\u{202f}: {found} au lieu de Polygon ou MultiPolygon."
    )]
    NotAnArea {
        /// Code of the feature.
        code: String,
        /// What its geometry is.
        found: String,
    },
    /// A ring whose last point is not its first.
    #[error(
        "le contour « {code} » a un anneau ouvert\u{202f}: son dernier point n’est pas le premier \
         (anneau n° {ring}). Réparez la géométrie, puis exportez de nouveau."
    )]
    OpenRing {
        /// Code of the feature.
        code: String,
        /// Rank of the ring within the feature, from 1.
        ring: usize,
    },
    /// A ring that encloses nothing.
    #[error(
        "le contour « {code} » a un anneau de {points} points\u{202f}; il en faut au moins quatre \
         (anneau n° {ring})."
    )]
    ShortRing {
        /// Code of the feature.
        code: String,
        /// Rank of the ring within the feature, from 1.
        ring: usize,
        /// Its number of points.
        points: usize,
    },
    /// A feature whose rings enclose nothing.
    #[error(
        "le contour « {code} »{} n’a pas de surface\u{202f}: {}. Réparez la géométrie, puis \
         exportez de nouveau.",
        .name.as_ref().map(|name| format!(" ({name})")).unwrap_or_default(),
        flat_rings(*.rings)
    )]
    Flat {
        /// Code of the feature.
        code: String,
        /// Its name, if it has one.
        name: Option<String>,
        /// How many rings it has.
        rings: usize,
    },
    /// Latitude before longitude.
    #[error(
        "les coordonnées ont la latitude avant la longitude (contour « {code} »). Exportez les \
         contours en GeoJSON, qui écrit la longitude d’abord."
    )]
    Swapped {
        /// Code of the first feature.
        code: String,
    },
    /// Outlines that lie elsewhere than their territories.
    #[error(
        "aucun contour n’est à la place de son département (« {code} » par exemple). Exportez les \
         contours en WGS 84 (EPSG:4326)."
    )]
    OutOfPlace {
        /// Code of the first feature.
        code: String,
    },
    /// Coordinates that are not degrees.
    #[error(
        "le contour « {code} » a des coordonnées hors de la longitude et de la latitude ({x}\u{202f}; {y}). \
         Exportez les contours en WGS 84 (EPSG:4326)."
    )]
    NotDegrees {
        /// Code of the feature.
        code: String,
        /// First coordinate as read.
        x: String,
        /// Second coordinate as read.
        y: String,
    },
    /// The same code twice.
    #[error("le code « {code} » désigne deux contours différents.")]
    Duplicate {
        /// The code.
        code: String,
    },
    /// Régions where départements belong, or the other way round.
    #[error(
        "le fichier contient des {found}, alors que des {expected} sont attendus. \
         Vérifiez que les fichiers du dossier n’ont pas été intervertis.",
        found = found.plural(), expected = expected.plural()
    )]
    WrongLevel {
        /// What the file should hold.
        expected: Level,
        /// What its codes and names say.
        found: Level,
    },
    /// No code of the file is a territory.
    #[error(
        "aucun des codes du fichier n’est celui d’un {expected} (par exemple « {sample} »).",
        expected = expected.singular()
    )]
    UnknownCodes {
        /// What the file should hold.
        expected: Level,
        /// The first code.
        sample: String,
    },
}

fn flat_rings(rings: usize) -> &'static str {
    plural(
        rings,
        "son anneau se croise ou tient en une ligne",
        "ses anneaux se croisent ou tiennent en une ligne",
    )
}

/// What was noticed about outlines that are used all the same.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum OutlineNotice {
    /// A byte order mark, which RFC 7946 does not allow.
    #[error("une marque d’ordre des octets (BOM) a été ignorée au début du fichier")]
    ByteOrderMark,
    /// Outlines of no known territory.
    #[error("{} de code inconnu\u{202f}: {}", counted(codes.len(), "contour laissé de côté,", "contours laissés de côté,"), codes.join(", "))]
    UnknownCodes {
        /// Their codes as read.
        codes: Vec<String>,
    },
    /// Rings that enclose nothing, beside others that do.
    #[error(
        "le contour « {code} » a {} sans surface, qui n’y {} pas dessiné{}",
        counted(*rings, "anneau", "anneaux"),
        plural(*rings, "est", "sont"),
        plural(*rings, "", "s")
    )]
    FlatRings {
        /// Code of the feature.
        code: String,
        /// How many.
        rings: usize,
    },
    /// Outlines that lie elsewhere than their territories.
    #[error("{}\u{202f}: {}", counted(codes.len(), "contour laissé de côté, hors de la place de son département", "contours laissés de côté, hors de la place de leurs départements"), codes.join(", "))]
    OutOfPlace {
        /// Their codes.
        codes: Vec<String>,
    },
    /// Territories without an outline.
    #[error("{}\u{202f}: {}", counted(codes.len(), "département sans contour", "départements sans contour"), codes.join(", "))]
    Missing {
        /// Their codes.
        codes: Vec<String>,
    },
    /// Merged régions that are not those of the région file.
    #[error(
        "les régions fusionnées à partir des départements ne coïncident pas avec {file} \
         ({edges} arêtes différentes) : les contours fusionnés sont utilisés"
    )]
    RegionsDisagree {
        /// Name of the région file.
        file: String,
        /// Number of edges in one and not in the other.
        edges: usize,
    },
}
