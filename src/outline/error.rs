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
    /// Features that nothing can be joined to.
    #[error(
        "aucun contour ne dit de quel {expected} il est, ni par un code ni par un nom. \
         Ajoutez à chaque contour une propriété « code » avec le code officiel de son territoire.",
        expected = expected.singular()
    )]
    NoCode {
        /// What the file should hold.
        expected: Level,
    },
    /// Features of which none is an area.
    #[error(
        "le contour {outline} n’est pas une surface\u{202f}: {found} au lieu de Polygon ou MultiPolygon."
    )]
    NotAnArea {
        /// What the first is called.
        outline: String,
        /// What its geometry is.
        found: String,
    },
    /// A ring whose last point is not its first.
    #[error(
        "le contour {outline} a un anneau ouvert\u{202f}: son dernier point n’est pas le premier \
         (anneau n° {ring}). Réparez la géométrie, puis exportez de nouveau."
    )]
    OpenRing {
        /// What it is called.
        outline: String,
        /// Rank of the ring within the outline, from 1.
        ring: usize,
    },
    /// An outline of one ring with too few points to enclose anything.
    #[error(
        "le contour {outline} a un seul anneau, de {}\u{202f}; il en faut au moins quatre. Réparez la \
         géométrie, puis exportez de nouveau.",
        counted(*.points, "point", "points")
    )]
    ShortRing {
        /// What it is called.
        outline: String,
        /// Its number of points.
        points: usize,
    },
    /// An outline whose rings enclose nothing.
    #[error(
        "le contour {outline} n’a pas de surface\u{202f}: {}. Réparez la géométrie, puis exportez de \
         nouveau.",
        flat_rings(*.rings)
    )]
    Flat {
        /// What it is called.
        outline: String,
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
        "le contour {outline} a des coordonnées hors de la longitude et de la latitude ({x}\u{202f}; {y}). \
         Exportez les contours en WGS 84 (EPSG:4326)."
    )]
    NotDegrees {
        /// What it is called.
        outline: String,
        /// First coordinate as read.
        x: String,
        /// Second coordinate as read.
        y: String,
    },
    /// Outlines far smaller than their territories.
    #[error(
        "aucun contour n’a la taille de son département (« {code} » par exemple). Vérifiez \
         l’échelle et la projection de l’export."
    )]
    TooSmall {
        /// Code of the first.
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
