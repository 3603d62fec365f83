//! The files that outlines come in: those of the program, or a person's own.

use std::borrow::Cow;

use super::{
    agreement::region_disagreement,
    embedded::DEPARTEMENTS_GEOJSON,
    error::{OutlineError, OutlineNotice},
    outlines::Outlines,
};
use crate::{french::NARROW_SPACE, territory::Edition};

/// The contents of a set of outline files.
#[derive(Clone, Debug)]
pub struct OutlineFiles {
    departements: Cow<'static, [u8]>,
    /// Région files to check the merged régions against: edition, name, contents.
    regions: Vec<(Edition, &'static str, Vec<u8>)>,
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

    /// Files of régions, which are only compared with, where there are any.
    pub const REGIONS: [(Edition, &'static str); 2] =
        [(Edition::Since2016, "regions.geojson"), (Edition::Before2016, "regions-2011.geojson")];

    /// The outlines that the program carries. Their régions were compared when it was built.
    pub fn embedded() -> Self {
        Self { departements: Cow::Borrowed(DEPARTEMENTS_GEOJSON), regions: vec![] }
    }

    /// A person's own outlines; `regions` in the order of [`Self::REGIONS`].
    pub fn own(departements: Vec<u8>, regions: [Option<Vec<u8>>; 2]) -> Self {
        let regions = Self::REGIONS
            .into_iter()
            .zip(regions)
            .filter_map(|((edition, file), bytes)| Some((edition, file, bytes?)))
            .collect();
        Self { departements: Cow::Owned(departements), regions }
    }

    /// Reads and checks them. Notices are whole sentences that name their file.
    ///
    /// # Errors
    /// When one of the files cannot be used.
    pub fn open(&self) -> Result<(Outlines, Vec<String>), OutlineFileError> {
        let fault = |file: &str| {
            let file = file.to_owned();
            move |error| OutlineFileError { file, error }
        };
        let said =
            |file: &str, notice: &OutlineNotice| format!("« {file} »{NARROW_SPACE}: {notice}.");
        let (outlines, notices) =
            Outlines::read(&self.departements).map_err(fault(Self::DEPARTEMENTS))?;
        let mut sentences: Vec<String> =
            notices.iter().map(|notice| said(Self::DEPARTEMENTS, notice)).collect();
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
