//! What is to be told of outlines that are used all the same.

use crate::french::{NARROW_SPACE, counted, plural};

/// What was noticed about outlines that are used all the same. A sentence without its full stop.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum OutlineNotice {
    /// A byte order mark, which RFC 7946 does not allow.
    #[error("une marque d’ordre des octets (BOM) a été ignorée au début du fichier")]
    ByteOrderMark,
    /// Outlines of no known territory.
    #[error("{}{NARROW_SPACE}: {}", counted(codes.len(), "contour laissé de côté, de code inconnu", "contours laissés de côté, de code inconnu"), listed(codes))]
    UnknownCodes {
        /// Their codes as read.
        codes: Vec<String>,
    },
    /// Outlines that say neither a code nor a name.
    #[error("{}{NARROW_SPACE}: n° {}", counted(positions.len(), "contour laissé de côté, sans code ni nom", "contours laissés de côté, sans code ni nom"), listed(&texts(positions)))]
    Unnamed {
        /// Their ranks in the file, from 1.
        positions: Vec<usize>,
    },
    /// Outlines whose code and name are of two territories.
    #[error("{}{NARROW_SPACE}: {}", counted(outlines.len(), "contour laissé de côté, dont le code et le nom se contredisent", "contours laissés de côté, dont le code et le nom se contredisent"), listed(outlines))]
    Contradictory {
        /// « 01 (Aisne) ».
        outlines: Vec<String>,
    },
    /// Outlines of places that the atlas does not draw.
    #[error("{}{NARROW_SPACE}: {}", counted(names.len(), "contour laissé de côté, d’un lieu que l’atlas ne dessine pas", "contours laissés de côté, de lieux que l’atlas ne dessine pas"), listed(names))]
    NotDrawn {
        /// Their names.
        names: Vec<String>,
    },
    /// Points and lines.
    #[error("{}{NARROW_SPACE}: {}", counted(*count, "objet laissé de côté, qui n’est pas une surface", "objets laissés de côté, qui ne sont pas des surfaces"), listed(kinds))]
    NotAreas {
        /// How many.
        count: usize,
        /// What they are, each once.
        kinds: Vec<String>,
    },
    /// Rings that stand twice in an outline.
    #[error("{}{NARROW_SPACE}: {}", counted(codes.len(), "contour répété, dessiné une seule fois", "contours répétés, dessinés une seule fois"), listed(codes))]
    Repeated {
        /// Codes of the départements.
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
        /// Code of the département.
        code: String,
        /// How many.
        rings: usize,
    },
    /// Outlines that lie elsewhere than their territories.
    #[error("{}{NARROW_SPACE}: {}", counted(codes.len(), "contour laissé de côté, hors de la place de son département", "contours laissés de côté, hors de la place de leurs départements"), listed(codes))]
    OutOfPlace {
        /// Their codes.
        codes: Vec<String>,
    },
    /// Outlines that are no more than a speck of their territories.
    #[error("{}{NARROW_SPACE}: {}", counted(codes.len(), "contour laissé de côté, trop petit pour être celui de son département", "contours laissés de côté, trop petits pour être ceux de leurs départements"), listed(codes))]
    TooSmall {
        /// Their codes.
        codes: Vec<String>,
    },
    /// Outlines that are much smaller than their territories, and drawn.
    #[error("{}{NARROW_SPACE}: {}", counted(codes.len(), "contour couvre moins de la moitié de son département", "contours couvrent moins de la moitié de leurs départements"), listed(codes))]
    Partial {
        /// Their codes.
        codes: Vec<String>,
    },
    /// Outlines that cover the same ground, or cross themselves.
    #[error("{}{NARROW_SPACE}: {}", counted(codes.len(), "contour se recoupe", "contours se recouvrent ou se recoupent"), listed(codes))]
    Overlapping {
        /// Their codes.
        codes: Vec<String>,
    },
    /// Neighbours whose borders are not one line.
    #[error(
        "les limites entre voisins ne se suivent pas au sommet près sur environ {percent}{NARROW_SPACE}% de leur \
         longueur ({}){NARROW_SPACE}: la carte peut y montrer deux traits, et les limites des régions y restent",
        listed(codes)
    )]
    Unshared {
        /// Which part of the borders between neighbours, at least 1.
        percent: u8,
        /// Codes of the départements.
        codes: Vec<String>,
    },
    /// Territories without an outline.
    #[error("{}{NARROW_SPACE}: {}", counted(codes.len(), "département sans contour", "départements sans contour"), listed(codes))]
    Missing {
        /// Their codes.
        codes: Vec<String>,
    },
    /// Merged régions that are not those of the région file.
    #[error(
        "les régions fusionnées à partir des départements ne coïncident pas avec {file} \
         ({edges} arêtes différentes){NARROW_SPACE}: les contours fusionnés sont utilisés"
    )]
    RegionsDisagree {
        /// Name of the région file.
        file: String,
        /// Number of edges in one and not in the other.
        edges: usize,
    },
}

/// The first of some texts, and how many more there are.
fn listed(texts: &[String]) -> String {
    const MOST: usize = 12;
    let first = texts.iter().take(MOST).map(String::as_str).collect::<Vec<_>>().join(", ");
    match texts.len().saturating_sub(MOST) {
        0 => first,
        more => format!("{first} et {}", counted(more, "autre", "autres")),
    }
}

fn texts(positions: &[usize]) -> Vec<String> {
    positions.iter().map(usize::to_string).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_list_is_cut_and_counted() {
        let codes: Vec<String> = (10..30).map(|code| code.to_string()).collect();
        let said = OutlineNotice::Missing { codes }.to_string();
        assert_eq!(
            said,
            "20 départements sans contour\u{202f}: 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21 et \
             8 autres"
        );
        let said = OutlineNotice::Unnamed { positions: vec![3] }.to_string();
        assert_eq!(said, "1 contour laissé de côté, sans code ni nom\u{202f}: n° 3");
    }
}
