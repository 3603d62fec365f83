//! The kinds of gaps: one name, one hatch and one line of a legend each.

use super::Voice;
use crate::coverage::MissingReason;

/// What a gap is, as a person is told it. The reasons of a table say less: « nd » is what a file
/// says, and what stands for a territory of which it says nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum GapKind {
    /// No source speaks of this territory.
    NoSource,
    /// Sources speak of it, but without this value.
    SourceWithoutFigure,
    /// Nothing was read of the file: a person has to decide something first.
    Undecided,
    /// The file does not speak of it.
    AbsentFromFile,
    /// The file speaks of it, later.
    NotYetInFile,
    /// The file speaks of it, but of other schools or of something else.
    OtherwiseInFile,
    /// The file speaks of it, and gives no value.
    NoValueInFile,
    /// The file has values of some of its départements, too few to speak for it.
    KnownInPart,
    /// The value exists and may not be published.
    Secret,
    /// There is no such school here.
    NoSchool,
    /// The territory is not one of those counted.
    OutOfScope,
    /// Rows of the file contradict each other, and nobody has said which counts.
    Contradictory,
}

/// What a file says of a territory that has no value in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Spoken {
    /// Of what is asked, without its value.
    WithoutValue,
    /// Of what is asked, but later.
    Later,
    /// Of something else.
    Otherwise,
    /// Nothing.
    Never,
    /// Nothing was read of it yet.
    Undecided,
}

impl GapKind {
    /// All, in the order of a legend.
    pub const ALL: [Self; 12] = [
        Self::NoSource,
        Self::SourceWithoutFigure,
        Self::Undecided,
        Self::AbsentFromFile,
        Self::NotYetInFile,
        Self::OtherwiseInFile,
        Self::NoValueInFile,
        Self::KnownInPart,
        Self::Secret,
        Self::NoSchool,
        Self::OutOfScope,
        Self::Contradictory,
    ];

    /// « Aucune source », « Absent du fichier », as a legend writes it. True of every territory that
    /// has such a gap.
    pub fn label(self) -> &'static str {
        match self {
            Self::NoSource => "Aucune source",
            Self::SourceWithoutFigure => "Source sans ce chiffre",
            Self::Undecided => "À décider",
            Self::AbsentFromFile => "Absent du fichier",
            Self::NotYetInFile => "Rien à cette date dans le fichier",
            Self::OtherwiseInFile => "Rien sur ce sujet dans le fichier",
            Self::NoValueInFile => "Sans valeur dans le fichier",
            Self::KnownInPart => "Connu en partie seulement",
            Self::Secret => "Secret statistique",
            Self::NoSchool => "Sans objet",
            Self::OutOfScope => "Hors périmètre",
            Self::Contradictory => "Valeurs contradictoires",
        }
    }

    /// That of a silence of sources, as a table has it, or of another reason.
    pub(in crate::coverage) fn of_sources(reason: MissingReason) -> Self {
        match reason {
            MissingReason::NonDocumente => Self::NoSource,
            MissingReason::NonRenseigne => Self::SourceWithoutFigure,
            other => Self::stated(other),
        }
    }

    /// That of a silence of files, or of another reason.
    pub(in crate::coverage) fn of_files(
        reason: MissingReason,
        spoken: Spoken,
        is_known_in_part: bool,
    ) -> Self {
        match (reason.is_silence(), spoken) {
            (false, _) => Self::stated(reason),
            _ if is_known_in_part => Self::KnownInPart,
            (true, Spoken::WithoutValue) => Self::NoValueInFile,
            (true, Spoken::Later) => Self::NotYetInFile,
            (true, Spoken::Otherwise) => Self::OtherwiseInFile,
            (true, Spoken::Never) => Self::AbsentFromFile,
            (true, Spoken::Undecided) => Self::Undecided,
        }
    }

    /// That of a territory of which something is said, or nothing, without the value.
    pub(in crate::coverage) fn of_silence(spoken: Spoken, voice: Voice) -> Self {
        match (voice, spoken) {
            (Voice::Sources, Spoken::WithoutValue) => Self::SourceWithoutFigure,
            (Voice::Sources, _) => Self::NoSource,
            (Voice::Files, spoken) => Self::of_files(MissingReason::NonRenseigne, spoken, false),
        }
    }

    /// That of a reason alone, where nothing more is known of it.
    pub(in crate::coverage) fn of(reason: MissingReason, voice: Voice) -> Self {
        match voice {
            Voice::Sources => Self::of_sources(reason),
            Voice::Files => Self::of_files(reason, Spoken::Never, false),
        }
    }

    fn stated(reason: MissingReason) -> Self {
        match reason {
            MissingReason::SecretStatistique => Self::Secret,
            MissingReason::SansObjet => Self::NoSchool,
            MissingReason::HorsPerimetre => Self::OutOfScope,
            MissingReason::Contradictoire => Self::Contradictory,
            MissingReason::NonDocumente | MissingReason::NonRenseigne => Self::NoValueInFile,
        }
    }
}
