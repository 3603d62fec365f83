//! What the page of a map is to be: options of `atlas-ent export`.

use std::path::PathBuf;

use jiff::civil::Date;
use lexopt::{Arg, Parser, ValueExt as _};

use super::{
    ArgumentError, choices,
    file_options::day,
    values::{choice, value},
};
use crate::{
    project::PageChange,
    scene::{Block, Institution, PageFormat, SIDES, Template},
    territory::{Code, Edition, Level, Registry, TerritoryId},
};

/// What was asked of a page.
#[derive(Debug, Default, PartialEq)]
pub(in crate::cli) struct PageOptions {
    /// Its size; a picture of a size in pixels has as many.
    pub format: Option<PageFormat>,
    template: Option<Template>,
    dates: Vec<Date>,
    shown: Vec<(Block, bool)>,
    /// The texts that are written otherwise; empty ones are not on it.
    pub texts: Vec<(Block, String)>,
    /// Where the map is of, unless it is of France.
    pub place: Option<Named>,
    /// The territory that the note reads.
    pub read: Option<Named>,
    /// Dots an inch of a PNG.
    pub density: Option<u32>,
    /// Who publishes the page.
    institution: Option<String>,
    /// The file of their logo.
    pub logo: Option<PathBuf>,
}

/// A territory by its code, of a level where that is told.
#[derive(Clone, Debug, PartialEq)]
pub(in crate::cli) struct Named {
    /// As it was typed.
    pub text: String,
    level: Option<Level>,
    code: Code,
}

/// Levels in the order in which a code alone is looked for in them.
const LOOKED_FOR: [Level; 3] = [Level::Departement, Level::Region, Level::Academie];

impl Named {
    /// `38`, `region:84`.
    fn read(text: &str) -> Result<Self, String> {
        let expected = || {
            "un code de département, de région ou d’académie est attendu, comme 38, region:84 ou \
             academie:8"
                .to_owned()
        };
        let (level, code) = match text.split_once(':') {
            Some((level, code)) => {
                let level = level.to_lowercase().replace(['é', 'è'], "e");
                (Some(choices::level(&level).ok_or_else(expected)?), code)
            }
            None => (None, text),
        };
        let code = Code::new(&code.trim().to_uppercase()).map_err(|_| expected())?;
        Ok(Self { text: text.to_owned(), level, code })
    }

    /// Which it is, in some borders or, where it is in none of these, in the others; `None` where no
    /// territory has this code.
    pub fn territory(&self, edition: Edition) -> Option<TerritoryId> {
        let levels =
            LOOKED_FOR.into_iter().filter(|level| self.level.is_none_or(|of| of == *level));
        let editions = [edition].into_iter().chain(Edition::ALL);
        let all = levels.flat_map(|level| editions.clone().map(move |edition| (level, edition)));
        all.map(|(level, edition)| TerritoryId::new(level, edition, self.code))
            .find(|id| Registry::official().get(*id).is_some())
    }

    /// The same at a level where only that is meant.
    pub fn at(&self, level: Level, edition: Edition) -> Option<TerritoryId> {
        let is_other = self.level.is_some_and(|of| of != level);
        (!is_other).then(|| TerritoryId::new(level, edition, self.code))
    }
}

impl PageOptions {
    /// The changes that make a page what was asked, but for its texts and the territory that is read;
    /// `logo` are the bytes of its file.
    pub fn changes(&self, logo: Option<Vec<u8>>) -> Vec<PageChange> {
        let named = self.institution.is_some() || logo.is_some();
        let name = self.institution.clone().unwrap_or_default();
        let institution = named.then_some(PageChange::Publish(Some(Institution { name, logo })));
        let template = self.template.or(match self.dates.len() {
            0 => None,
            1 | 2 => Some(Template::TwoDates),
            _ => Some(Template::Evolution),
        });
        let dates = (!self.dates.is_empty()).then(|| PageChange::Dates(self.dates.clone()));
        let all = [self.format.map(PageChange::Format), template.map(PageChange::Template), dates];
        let shown = self.shown.iter().map(|(block, shown)| PageChange::Show(*block, *shown));
        all.into_iter().flatten().chain(institution).chain(shown).collect()
    }

    /// Whether all of it goes together.
    pub fn checked(self) -> Result<Self, ArgumentError> {
        let is_single =
            matches!(self.template, Some(Template::Report | Template::Slide | Template::MapOnly));
        match self.dates.len() {
            0 => Ok(self),
            1 => Err(ArgumentError::OneDate),
            _ if is_single => Err(ArgumentError::DatesOfOneMap),
            _ => Ok(self),
        }
    }
}

/// Reads one of these options; whether it is among them.
pub(super) fn read_page_option(
    page: &mut PageOptions,
    option: &Arg<'_>,
    parser: &mut Parser,
) -> Result<bool, ArgumentError> {
    match option {
        Arg::Long("format") => page.format = Some(value(parser, "format", format)?),
        Arg::Long("modele") => page.template = Some(choice(parser, "modele", &TEMPLATES)?),
        Arg::Long("titre") => page.texts.push((Block::Title, text(parser)?)),
        Arg::Long("sous-titre") => page.texts.push((Block::Subtitle, text(parser)?)),
        Arg::Long("note") => page.texts.push((Block::Note, text(parser)?)),
        Arg::Long("source") => source(page, text(parser)?),
        Arg::Long("avec") => page.shown.push((value(parser, "avec", block)?, true)),
        Arg::Long("sans") => page.shown.push((value(parser, "sans", block)?, false)),
        Arg::Long("lieu") => page.place = Some(value(parser, "lieu", Named::read)?),
        Arg::Long("lecture") => page.read = Some(value(parser, "lecture", Named::read)?),
        Arg::Long("dates") => page.dates = value(parser, "dates", dates)?,
        Arg::Long("institution") => page.institution = Some(text(parser)?),
        Arg::Long("logo") => page.logo = Some(parser.value()?.into()),
        Arg::Long("densite") => page.density = Some(value(parser, "densite", density)?),
        _ => return Ok(false),
    }
    Ok(true)
}

fn text(parser: &mut Parser) -> Result<String, ArgumentError> {
    Ok(parser.value()?.string()?)
}

/// A source that is given again is one more paragraph.
fn source(page: &mut PageOptions, text: String) {
    match page.texts.iter_mut().find(|(block, _)| *block == Block::Sources) {
        Some((_, before)) => *before = format!("{before}\n{text}"),
        None => page.texts.push((Block::Sources, text)),
    }
}

/// `a4`, `210x297mm`, `1200x800px`.
fn format(text: &str) -> Result<PageFormat, String> {
    let text = text.trim().to_lowercase().replace('é', "e").replace(['×', '*'], "x");
    if let Some((_, format)) = FORMATS.iter().find(|(word, _)| *word == text) {
        return Ok(*format);
    }
    let sides = |unit: &str| -> Option<[f32; 2]> {
        let (width, height) = text.strip_suffix(unit)?.trim().split_once('x')?;
        let side = |side: &str| side.trim().replace(',', ".").parse::<f32>().ok();
        Some([side(width)?, side(height)?])
    };
    let [least, most] = SIDES;
    if let Some(sides) = sides("mm") {
        let fits = sides.iter().all(|side| (least..=most).contains(side));
        return if fits {
            Ok(PageFormat::Millimetres(sides))
        } else {
            Err(format!("des côtés de {least} à {most} mm sont attendus"))
        };
    }
    if let Some(sides) = sides("px") {
        let fits = sides.iter().all(|side| PIXELS.contains(side) && side.fract() == 0.0);
        return if fits {
            Ok(PageFormat::Pixels(sides.map(|side| side as u32)))
        } else {
            let (least, most) = (PIXELS.start(), PIXELS.end());
            Err(format!("des côtés de {least} à {most} px sont attendus"))
        };
    }
    let words: Vec<&str> = FORMATS.iter().map(|(word, _)| *word).collect();
    Err(format!("{}, ou une taille comme 210x297mm ou 1200x800px est attendue", words.join(", ")))
}

/// Sides of a page in pixels: as short and as long as in millimetres.
const PIXELS: std::ops::RangeInclusive<f32> = 227.0..=7_559.0;

fn block(text: &str) -> Result<Block, String> {
    let wanted = text.trim().to_lowercase().replace(['é', 'è'], "e");
    Block::ALL.into_iter().find(|block| block.id() == wanted).ok_or_else(|| {
        let all = Block::ALL.map(Block::id);
        let (last, first) = all.split_last().unwrap_or((&"", &[]));
        format!("{} ou {last} est attendu", first.join(", "))
    })
}

fn dates(text: &str) -> Result<Vec<Date>, String> {
    let mut dates = text.split(',').map(|one| day(one.trim())).collect::<Result<Vec<_>, _>>()?;
    dates.sort_unstable();
    dates.dedup();
    Ok(dates)
}

fn density(text: &str) -> Result<u32, String> {
    let dots = text.parse().ok().filter(|dots| (30..=600).contains(dots));
    dots.ok_or_else(|| "un nombre de points par pouce de 30 à 600 est attendu".to_owned())
}

const FORMATS: [(&str, PageFormat); 7] = [
    ("a4", PageFormat::A4Portrait),
    ("a4-paysage", PageFormat::A4Landscape),
    ("a3", PageFormat::A3Portrait),
    ("a3-paysage", PageFormat::A3Landscape),
    ("diapositive", PageFormat::Slide),
    ("carre", PageFormat::Square),
    ("web", PageFormat::Web),
];
const TEMPLATES: [(&str, Template); 5] = [
    ("rapport", Template::Report),
    ("diapositive", Template::Slide),
    ("carte-seule", Template::MapOnly),
    ("deux-dates", Template::TwoDates),
    ("evolution", Template::Evolution),
];
