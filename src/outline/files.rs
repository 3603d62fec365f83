//! The files that outlines come in: those of the program, or a person's own.

use std::{
    borrow::Cow,
    path::{Path, PathBuf},
};

use serde::{Deserialize, Serialize};

use super::{
    agreement::region_disagreement,
    credit::credit_of,
    embedded::{ATTRIBUTION, DEPARTEMENTS_GEOJSON},
    error::OutlineError,
    notice::OutlineNotice,
    outlines::Outlines,
};
use crate::{french::NARROW_SPACE, territory::Edition};

/// Which outlines a map is drawn on.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum OutlineSource {
    /// Those that the program carries.
    #[default]
    Embedded,
    /// A person's own, where they lie: a file, or a folder of files.
    Own(PathBuf),
}

/// The contents of a set of outline files.
#[derive(Clone, Debug)]
pub struct OutlineFiles {
    source: OutlineSource,
    /// What the file of départements is called.
    name: String,
    departements: Cow<'static, [u8]>,
    /// Region files to check the merged régions against: edition, name, contents.
    regions: Vec<(Edition, &'static str, Vec<u8>)>,
    credit: Credit,
}

/// Whom outlines are from.
#[derive(Clone, Debug)]
enum Credit {
    /// The makers of those that the program carries.
    Embedded,
    /// What stands beside a person's own, if something does.
    Beside(Option<String>),
}

/// A fault in one of the files.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("« {file} »{NARROW_SPACE}: {error}")]
pub struct OutlineFileError {
    /// Name of the file.
    pub file: String,
    /// What is wrong with it.
    pub error: OutlineError,
}

impl OutlineFiles {
    /// The file of départements, which is needed.
    pub const DEPARTEMENTS: &'static str = "departements.geojson";

    /// The text that says whom a person's outlines are from, where their file does not.
    pub const CREDIT: &'static str = "credit.txt";

    /// Files of régions, which are only compared with, where there are any.
    pub const REGIONS: [(Edition, &'static str); 2] =
        [(Edition::Since2016, "regions.geojson"), (Edition::Before2016, "regions-2011.geojson")];

    /// The outlines that the program carries. Their régions were compared when it was built.
    pub fn embedded() -> Self {
        Self {
            source: OutlineSource::Embedded,
            name: Self::DEPARTEMENTS.to_owned(),
            departements: Cow::Borrowed(DEPARTEMENTS_GEOJSON),
            regions: vec![],
            credit: Credit::Embedded,
        }
    }

    /// A person's own outlines; `regions` in the order of [`Self::REGIONS`].
    pub fn own(departements: Vec<u8>, regions: [Option<Vec<u8>>; 2]) -> Self {
        let regions = Self::REGIONS
            .into_iter()
            .zip(regions)
            .filter_map(|((edition, file), bytes)| Some((edition, file, bytes?)))
            .collect();
        Self {
            source: OutlineSource::Own(PathBuf::new()),
            name: Self::DEPARTEMENTS.to_owned(),
            departements: Cow::Owned(departements),
            regions,
            credit: Credit::Beside(None),
        }
    }

    /// Gathers a person's own outlines: the files of a folder, or one file with what stands beside
    /// it. `read` gives the bytes of a file.
    ///
    /// # Errors
    /// The error of `read`, unless it is of a file that may be missing and `is_missing` says so.
    pub fn gather<E>(
        path: &Path,
        read: impl Fn(&Path) -> Result<Vec<u8>, E>,
        is_missing: impl Fn(&E) -> bool,
    ) -> Result<Self, E> {
        let is_file = path.extension().is_some_and(|extension| {
            ["geojson", "json"].iter().any(|known| extension.eq_ignore_ascii_case(known))
        });
        let file = if is_file { path.to_owned() } else { path.join(Self::DEPARTEMENTS) };
        let departements = read(&file)?;
        let beside = |name: &str| match read(&file.with_file_name(name)) {
            Err(error) if is_missing(&error) => Ok(None),
            other => other.map(Some),
        };
        let name = file.file_name().unwrap_or_default().to_string_lossy().into_owned();
        // A file of another name is no member of a set.
        let regions = if name == Self::DEPARTEMENTS {
            let [(_, regions), (_, older)] = Self::REGIONS;
            [beside(regions)?, beside(older)?]
        } else {
            [None, None]
        };
        let credit = beside(Self::CREDIT)?.unwrap_or_default();
        let files = Self::own(departements, regions).credited(&String::from_utf8_lossy(&credit));
        Ok(Self { source: OutlineSource::Own(path.to_owned()), name, ..files })
    }

    /// Where they are from.
    pub fn source(&self) -> &OutlineSource {
        &self.source
    }

    /// The same, with the text that stands beside them.
    #[must_use]
    pub fn credited(self, text: &str) -> Self {
        let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
        let beside = (!text.is_empty()).then_some(text);
        Self { credit: Credit::Beside(beside), ..self }
    }

    /// « Contours : … »: nothing is known of a person's own but what they say.
    fn credit(&self) -> String {
        let said = match &self.credit {
            Credit::Embedded => return ATTRIBUTION.to_owned(),
            Credit::Beside(text) => text.clone().or_else(|| credit_of(&self.departements)),
        };
        let said = said.map(|said| said.trim_end_matches(['.', ' ']).to_owned());
        match said.filter(|said| !said.is_empty()) {
            Some(said) => format!("Contours{NARROW_SPACE}: {said}"),
            None => "Contours fournis par l’auteur de la carte".to_owned(),
        }
    }

    /// Reads and checks them. Notices are whole sentences that name their file.
    ///
    /// # Errors
    /// When one of the files cannot be used.
    pub fn open(&self) -> Result<(Outlines, Vec<String>), OutlineFileError> {
        let name = self.name.as_str();
        let fault = |file: &str| {
            let file = file.to_owned();
            move |error| OutlineFileError { file, error }
        };
        let said =
            |file: &str, notice: &OutlineNotice| format!("« {file} »{NARROW_SPACE}: {notice}.");
        let (bytes, credit) = (&self.departements, self.credit());
        let read = match self.credit {
            Credit::Embedded => Outlines::read_trusted(bytes, credit).map(|read| (read, vec![])),
            Credit::Beside(_) => Outlines::read_credited(bytes, credit),
        };
        let (outlines, notices) = read.map_err(fault(name))?;
        let mut sentences: Vec<String> = notices.iter().map(|notice| said(name, notice)).collect();
        for (edition, file, bytes) in &self.regions {
            let notice =
                region_disagreement(&outlines, bytes, *edition, file).map_err(fault(file))?;
            sentences.extend(notice.map(|notice| said(file, &notice)));
        }
        Ok((outlines, sentences))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::outline::{REGIONS_BEFORE_2016_GEOJSON, REGIONS_GEOJSON};

    #[test]
    fn a_set_that_agrees_has_nothing_to_say() {
        let files = OutlineFiles::own(
            DEPARTEMENTS_GEOJSON.to_vec(),
            [Some(REGIONS_GEOJSON.to_vec()), Some(REGIONS_BEFORE_2016_GEOJSON.to_vec())],
        );
        assert!(files.open().is_ok_and(|(_, notices)| notices.is_empty()));
    }

    #[test]
    fn outlines_are_credited_to_whom_they_are_from() {
        let credit = |files: OutlineFiles| files.open().unwrap().0.credit().to_owned();
        let own = || OutlineFiles::own(DEPARTEMENTS_GEOJSON.to_vec(), [None, None]);
        assert_eq!(credit(OutlineFiles::embedded()), ATTRIBUTION);
        assert!(
            credit(own()).starts_with("Contours\u{202f}: IGN – ADMIN EXPRESS"),
            "its own words"
        );
        let beside = own().credited("OpenStreetMap,\n ODbL.\n");
        assert_eq!(credit(beside), "Contours\u{202f}: OpenStreetMap, ODbL");
        let (outlines, _) = own().credited("OSM").open().unwrap();
        assert_eq!(outlines.on_earth().credit(), outlines.credit());
    }

    #[test]
    fn a_fault_names_its_file() {
        let files = OutlineFiles::own(DEPARTEMENTS_GEOJSON.to_vec(), [Some(vec![]), None]);
        let error = files.open().err().unwrap().to_string();
        assert!(error.starts_with("« regions.geojson »"), "{error}");
    }

    #[test]
    fn regions_of_another_edition_are_noticed() {
        let files = OutlineFiles::own(
            DEPARTEMENTS_GEOJSON.to_vec(),
            [None, Some(REGIONS_GEOJSON.to_vec())],
        );
        let (_, notices) = files.open().unwrap();
        assert!(notices[0].contains("ne coïncident pas"), "{notices:?}");
    }
}
