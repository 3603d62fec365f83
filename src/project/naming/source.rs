//! Where figures and outlines come from, and what was supposed of them.

use crate::{
    coverage::{
        Dataset, Embedded,
        import::{ImportReport, Meaning, Supposition},
    },
    french::{NARROW_SPACE, counted},
    outline::{Frame, Plane, PlaneRect, Projection},
    project::Data,
};

/// What was read out of a person's files, for the line that says where figures come from.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Provenance {
    /// The column that the figures stand in, as the file calls it; `None` where it is of no matter.
    pub column: Option<String>,
    /// What was supposed and is not confirmed, each without a capital or a stop: « date supposée
    /// d’après le titre ».
    pub suppositions: Vec<String>,
    /// The same, of each file.
    by_file: Vec<Vec<String>>,
}

impl Provenance {
    /// Of files as they were read: the one column that a share, or else a yes or no, stands in.
    pub(in super::super) fn of<'a>(reports: impl Iterator<Item = &'a ImportReport>) -> Self {
        let reports: Vec<&ImportReport> = reports.collect();
        let all: Vec<_> = reports.iter().flat_map(|report| &report.columns).collect();
        let of_report = |report: &&ImportReport| {
            report.suppositions.iter().map(Supposition::short).collect::<Vec<String>>()
        };
        let by_file: Vec<Vec<String>> = reports.iter().map(of_report).collect();
        let mut suppositions: Vec<String> = Vec::new();
        for short in by_file.iter().flatten() {
            if !suppositions.contains(short) {
                suppositions.push(short.clone());
            }
        }
        let columns = |wanted: Meaning| -> Vec<String> {
            let of_it = all.iter().filter(|(_, found)| found.meaning == Some(wanted));
            of_it.map(|(name, _)| name.clone()).collect()
        };
        let found = [Meaning::Taux, Meaning::EquipesSurTotal, Meaning::Equipes, Meaning::Equipe]
            .map(columns);
        let column = match found.into_iter().find(|columns| !columns.is_empty()) {
            // A column for each date is no one column.
            Some(columns) if columns.len() == 1 => columns.into_iter().next(),
            _ => None,
        };
        Self { column, suppositions, by_file }
    }

    /// What was supposed of some files, each once. What rests on no file that is known, such as a
    /// sum over a list of schools, rests on all of them.
    pub(in super::super) fn of_files(
        &self,
        files: impl Iterator<Item = Option<usize>>,
    ) -> Vec<&str> {
        let mut found: Vec<&str> = Vec::new();
        for file in files {
            let all = match file.and_then(|file| self.by_file.get(file)) {
                Some(of_file) => of_file,
                None => &self.suppositions,
            };
            for one in all {
                if !found.contains(&one.as_str()) {
                    found.push(one);
                }
            }
        }
        found
    }
}

/// « Source : enquete.csv (101 observations), colonne « taux ». » `files` are their names, perhaps
/// with what they hold.
pub fn source_line(files: &str, column: Option<&str>) -> String {
    let column = column.map(|column| format!(", colonne « {column} »")).unwrap_or_default();
    format!("Source{NARROW_SPACE}: {files}{column}.")
}

/// « Source : … » of the figures.
pub(in super::super) fn data_source(
    data: &Data,
    dataset: &Dataset,
    provenance: &Provenance,
) -> String {
    let count = match dataset.schools().schools().len() {
        0 => counted(dataset.stated().len(), "observation", "observations"),
        // The figures are sums over these.
        schools => counted(schools, "établissement listé", "établissements listés"),
    };
    match data {
        Data::Own(own) => {
            let files = format!("{} ({count})", own.plain_names());
            source_line(&files, provenance.column.as_deref())
        }
        Data::Embedded(Embedded::Facts) => format!(
            "Source{NARROW_SPACE}: faits documentés sur le déploiement des ENT{} ({count} datées et sourcées).",
            years(dataset)
        ),
        Data::Embedded(Embedded::Example) => format!(
            "Source{NARROW_SPACE}: exemple fictif ({count} inventées){NARROW_SPACE}; rien ne peut en être conclu."
        ),
    }
}

/// « , 2001–2025 »: the years of which something is said.
fn years(dataset: &Dataset) -> String {
    let years = || dataset.observations().iter().filter_map(|o| Some(o.end()?.year()));
    match (years().min(), years().max()) {
        (Some(first), Some(last)) => format!(", {first}–{last}"),
        _ => String::new(),
    }
}

/// Whom the outlines are from, and how those of a map are laid flat: all of them, or those of one
/// place.
pub(in super::super) fn outline_source(outlines: &Plane, place: Option<PlaneRect>) -> String {
    let shown = |frame: &&Frame| match (place, frame.rect) {
        (None, _) => true,
        (Some(place), Some(rect)) => rect.intersects(&place),
        // Overseas, a place stands in its box, over the mainland's sea.
        (Some(place), None) => !outlines
            .frames()
            .iter()
            .any(|other| other.rect.is_some_and(|rect| rect.contains(place.center()))),
    };
    let frames = || outlines.frames().iter().filter(shown);
    let (has_lambert, has_utm) = (
        frames().any(|frame| frame.projection == Projection::Lambert93),
        frames().any(|frame| frame.projection != Projection::Lambert93),
    );
    let projection = match (has_lambert, has_utm) {
        (true, true) => format!("Lambert-93{NARROW_SPACE}; outre-mer en UTM, à l’échelle indiquée"),
        (false, true) => "UTM".to_owned(),
        _ => "Lambert-93".to_owned(),
    };
    let credit = Some(outlines.credit().trim().trim_end_matches('.')).filter(|c| !c.is_empty());
    let projection = format!("Projection{NARROW_SPACE}: {projection}.");
    match credit {
        Some(credit) => format!("{credit}. {projection}"),
        None => projection,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::outline::Outlines;

    #[test]
    fn outlines_of_nobody_are_credited_to_nobody() {
        let bytes = crate::outline::DEPARTEMENTS_GEOJSON;
        for (credit, said) in [
            ("", "Projection : Lambert-93"),
            (" ", "Projection : Lambert-93"),
            ("Contours : OSM, ODbL", "Contours : OSM, ODbL. Projection : Lambert-93"),
            ("Contours : Moi et Cie.", "Contours : Moi et Cie. Projection : Lambert-93"),
        ] {
            let outlines = Outlines::read_trusted(bytes, credit.to_owned()).unwrap();
            let line = outline_source(&outlines, None).replace(NARROW_SPACE, " ");
            assert!(line.starts_with(said), "{line}");
        }
    }

    #[test]
    fn a_source_names_its_column() {
        let plain = |line: String| line.replace(NARROW_SPACE, " ");
        assert_eq!(plain(source_line("a.csv", None)), "Source : a.csv.");
        let line = plain(source_line("enquete.csv", Some("taux")));
        assert_eq!(line, "Source : enquete.csv, colonne « taux ».");
    }
}
