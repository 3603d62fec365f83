//! Why a school that is listed is not counted.

/// Why a school is not counted, the weightiest reason first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum NotCounted {
    /// Neither a lycée nor a collège: a section, classes after the baccalauréat.
    OtherKind,
    /// It is closed.
    Closed,
    /// Agricultural, and these were not asked for.
    Agricultural,
    /// Of the armed forces, the sea, justice.
    OtherMinistry,
    /// Public where private ones are counted, or the other way round, or not told.
    OtherSector,
    /// Outside the départements of the atlas, or in none that is known.
    OffTheMap,
}

impl NotCounted {
    /// « fermé »: for a cell of a table.
    pub fn label(self) -> &'static str {
        match self {
            Self::OtherKind => "ni lycée ni collège",
            Self::Closed => "fermé",
            Self::Agricultural => "hors périmètre (agricole)",
            Self::OtherMinistry => "hors périmètre (autre ministère)",
            Self::OtherSector => "hors périmètre (autre secteur)",
            Self::OffTheMap => "hors de la carte",
        }
    }

    /// « Il est fermé. »: a whole sentence.
    pub fn sentence(self) -> &'static str {
        match self {
            Self::OtherKind => "Il n’est pas compté\u{202f}: ce n’est ni un lycée ni un collège.",
            Self::Closed => "Il n’est pas compté\u{202f}: il est fermé.",
            Self::Agricultural => {
                "Il n’est pas compté\u{202f}: c’est un lycée agricole, et ils ne sont pas comptés."
            }
            Self::OtherMinistry => {
                "Il n’est pas compté\u{202f}: il dépend d’un autre ministère que l’Éducation nationale."
            }
            Self::OtherSector => {
                "Il n’est pas compté\u{202f}: seuls les établissements de l’autre secteur le sont, ou \
                 son secteur n’est pas dit."
            }
            Self::OffTheMap => {
                "Il n’est pas compté\u{202f}: le fichier ne le situe dans aucun département de la carte."
            }
        }
    }
}
