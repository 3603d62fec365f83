//! The joined table: one row for each territory of the map, with all that its value rests on.

use jiff::civil::Date;

use super::{Document, Reading, card::same_ground, template::signs, words};
use crate::{
    cartography::Representation,
    coverage::{
        Dataset, Evidence, Gap, Measure, MissingReason, Observation, Query, Share, ShareOrigin,
        TerritoryState, share_parts, share_text, states,
    },
    french::{self, NARROW_SPACE},
    table::{Cell, Column, ColumnKind, Sheet},
    territory::{Level, Registry},
};

/// Between the sources or the projects of one cell.
const BETWEEN: &str = " | ";

/// The table of what a map shows. Opened again, it gives the same map: its columns have names that
/// are recognised, and a gap has the sign of its reason in place of a share.
pub fn joined_table(reading: &Reading, dataset: &Dataset) -> Sheet {
    let document = &reading.document;
    let parts = parts(reading, dataset);
    let row = |state| Line::new(state, document, dataset, &parts).cells();
    let page = words::page(reading, dataset);
    let mut notes = vec![page.subtitle, page.reading_note];
    if page.fictitious {
        notes.insert(0, "DONNÉES FICTIVES".to_owned());
    }
    notes.push(words::data_source(&document.data, dataset));
    if document.data.embedded().is_some() {
        notes.push(
            "Nombre d’établissements par département\u{202f}: ministère chargé de l’Éducation \
             nationale, Licence Ouverte 2.0."
                .to_owned(),
        );
    }
    notes.push(what_the_columns_hold(document.representation));
    notes.push(signs());
    Sheet {
        title: page.title,
        columns: columns(document),
        fixed_columns: 2,
        rows: reading.states.iter().map(row).collect(),
        notes,
    }
}

fn what_the_columns_hold(representation: Representation) -> String {
    let shown = match representation {
        Representation::Share => "de la part",
        Representation::Stage => "du stade",
    };
    format!(
        "« Date », « Période », « Preuve » et « Statut » sont ceux {shown}{NARROW_SPACE}; sans \
         valeur, la date est celle de la demande. « Composantes » compte les départements d’une \
         somme, et « Lignes » renvoie à celles du fichier de données."
    )
}

fn columns(document: &Document) -> Vec<Column> {
    use ColumnKind::{Code, Date, Number, Percent, Text};
    let (code, name) = match document.level {
        Level::France => ("Code", "Nom"),
        Level::Region => ("Code région", "Nom de la région"),
        Level::Academie => ("Code académie", "Nom de l’académie"),
        Level::Departement => ("Code département", "Nom du département"),
    };
    let schools = document.school_type.label();
    let counted = match document.measure {
        Measure::Deploye => "équipés",
        Measure::Usage => "utilisateurs",
    };
    let some = format!("{} {counted}", french::capitalised(schools));
    [
        (code, Code, 12),
        (name, Text, 28),
        ("Échelon", Text, 13),
        ("Découpage", Text, 13),
        ("Type", Text, 9),
        ("Mesure", Text, 9),
        (&format!("Taux de {schools} {counted}"), Percent, 13),
        (&some, Number, 12),
        (&format!("Nombre de {schools}"), Number, 12),
        ("Date", Date, 12),
        ("Période", Text, 17),
        ("Preuve", Text, 16),
        ("Périmètre", Text, 24),
        ("Statut", Text, 9),
        ("Stade", Text, 17),
        ("Projet", Text, 22),
        ("Origine", Text, 16),
        ("Composantes connues", Number, 14),
        ("Composantes", Number, 14),
        ("Absence", Text, 17),
        ("Note", Text, 36),
        ("Source", Text, 50),
        ("Lignes", Text, 12),
        ("Date demandée", Date, 12),
    ]
    .into_iter()
    .map(|(name, kind, width)| Column::new(name, kind, width))
    .collect()
}

/// The départements, where something shown may be a sum over them.
fn parts(reading: &Reading, dataset: &Dataset) -> Vec<TerritoryState> {
    let any = reading.states.iter().filter_map(known).any(is_sum);
    let query = Query { level: Level::Departement, ..reading.document.query() };
    if any { states(dataset, Registry::official(), &query) } else { vec![] }
}

/// The share of a territory, or what is known of it where that is too little.
fn known(state: &TerritoryState) -> Option<&Share> {
    match &state.share {
        Ok(share) => Some(share),
        Err(gap) => gap.partial.as_ref(),
    }
}

fn is_sum(share: &Share) -> bool {
    matches!(share.origin, ShareOrigin::Sum { .. })
}

/// One row.
struct Line<'a> {
    state: &'a TerritoryState,
    document: &'a Document,
    /// What it rests on, share before stage, each once.
    observations: Vec<&'a Observation>,
    same_extent: Option<&'a Observation>,
    /// The row as a whole is a plan: what is shown is, and there is no share that would be hidden.
    planned: bool,
}

impl<'a> Line<'a> {
    fn new(
        state: &'a TerritoryState,
        document: &'a Document,
        dataset: &'a Dataset,
        parts: &[TerritoryState],
    ) -> Self {
        let mut indexes: Vec<usize> = Vec::new();
        if let Some(share) = known(state) {
            indexes.extend(share.observation());
            if is_sum(share) {
                let territory = Registry::official().get(state.id);
                let within = territory.map_or(&[][..], |t| t.departements.as_slice());
                let inside = parts.iter().filter(|part| {
                    part.id.code().is_some_and(|code| within.binary_search(&code).is_ok())
                });
                indexes.extend(inside.filter_map(|part| part.share.as_ref().ok()?.observation()));
            }
        }
        indexes.extend(state.stage.as_ref().ok().map(|stage| stage.observation));
        let mut seen = Vec::new();
        for index in indexes {
            if !seen.contains(&index) {
                seen.push(index);
            }
        }
        let planned = state.stage.as_ref().is_ok_and(|stage| stage.planned)
            && match (&state.share, document.representation) {
                (_, Representation::Stage) => true,
                (Err(gap), _) => gap.reason == MissingReason::NonRenseigne,
                (Ok(_), _) => false,
            };
        let observation = |index: usize| dataset.observations.get(index);
        let same_extent = match state.share {
            Ok(Share { origin: ShareOrigin::SameExtent { observation: index }, .. }) => {
                observation(index)
            }
            _ => None,
        };
        let observations = seen.into_iter().filter_map(observation).collect();
        Self { state, document, observations, same_extent, planned }
    }

    fn cells(&self) -> Vec<Cell> {
        let Document { school_type, measure, date, .. } = self.document;
        let id = self.state.id;
        let share = self.state.share.as_ref();
        let code = id.code().map(|code| code.to_string()).unwrap_or_default();
        let percent = match share {
            Ok(share) => Cell::Percent(share.percent),
            Err(gap) => Cell::text(gap.reason.sign()),
        };
        let part = |part: usize| u32::try_from(part).ok();
        let (parts_known, parts) = match known(self.state).map(|share| share.origin) {
            Some(ShareOrigin::Sum { parts_known, parts, .. }) => (part(parts_known), part(parts)),
            _ => (None, None),
        };
        let (shown, period, evidence) = self.shown();
        vec![
            Cell::text(code),
            Cell::text(self.state.name.as_str()),
            Cell::text(id.level().singular()),
            Cell::text(id.edition().map_or("", |_| self.document.edition.label())),
            Cell::text(school_type.singular()),
            Cell::text(measure.label()),
            percent,
            Cell::count(share.ok().and_then(|share| share.equipped)),
            Cell::count(share.ok().and_then(|share| share.total)),
            Cell::Date(shown.unwrap_or(*date)),
            Cell::text(period),
            Cell::text(evidence.map_or("", Evidence::label)),
            self.perimeter(),
            Cell::text(self.status(shown)),
            Cell::text(self.stage()),
            self.joined(|observation| observation.project.as_str()),
            Cell::text(share.map_or("", origin)),
            Cell::count(parts_known),
            Cell::count(parts),
            Cell::text(self.absence()),
            Cell::text(self.note(share.err())),
            self.joined(|observation| observation.source.as_str()),
            self.lines(),
            Cell::Date(*date),
        ]
    }

    /// Day, period and evidence of what the map shows.
    fn shown(&self) -> (Option<Date>, String, Option<Evidence>) {
        let stage = self.state.stage.as_ref().ok();
        let share = self.state.share.as_ref().ok();
        let by_stage = self.document.representation == Representation::Stage;
        let (end, evidence, own) = match (share.filter(|_| !by_stage), stage) {
            (Some(share), _) => (share.period_end, share.evidence, share.observation().is_some()),
            (None, Some(stage)) => (stage.period_end, stage.evidence, true),
            (None, None) => return (None, String::new(), None),
        };
        // As precise as its source: a year ends on 31 December, and says « 2011 ».
        let of_end = |observation: &&&Observation| observation.period.end() == end;
        let period = match self.observations.iter().find(of_end).filter(|_| own) {
            Some(observation) => observation.period.to_string(),
            None => french::day(end),
        };
        (Some(end), period, Some(evidence))
    }

    fn status(&self, shown: Option<Date>) -> &'static str {
        match (shown, self.planned) {
            (_, true) => "prévu",
            (Some(_), false) => "réalisé",
            (None, false) => "",
        }
    }

    /// The stage, where the row as a whole says whether it is reached.
    fn stage(&self) -> &'static str {
        let stage = self.state.stage.as_ref().ok();
        stage.filter(|stage| stage.planned == self.planned).map_or("", |stage| stage.stage.label())
    }

    /// Which schools are counted; of an incomplete sum first of all where: read again, the figure is
    /// an observation like any other, and this is what still tells.
    fn perimeter(&self) -> Cell {
        match self.state.share.as_ref().ok().and_then(share_parts) {
            Some(parts) => Cell::text(parts),
            None => self.joined(|observation| observation.perimeter.as_str()),
        }
    }

    fn absence(&self) -> &'static str {
        let reason = match self.document.representation {
            Representation::Share => self.state.share.as_ref().err().map(|gap| gap.reason),
            Representation::Stage => self.state.stage.as_ref().err().copied(),
        };
        reason.map_or("", MissingReason::label)
    }

    fn note(&self, gap: Option<&Gap>) -> String {
        let ground = self
            .same_extent
            .map(|seen| format!("D’après{NARROW_SPACE}: {}.", same_ground(seen.territory)));
        let partial = gap
            .and_then(|gap| gap.partial.as_ref())
            .map(|partial| format!("En partie{NARROW_SPACE}: {}.", share_text(partial)));
        let stage = self.state.stage.as_ref().ok();
        let announced = stage.filter(|stage| stage.planned && !self.planned).map(|stage| {
            let label = stage.stage.label();
            format!("Stade annoncé{NARROW_SPACE}: {label} ({}).", french::day(stage.period_end))
        });
        let notes: Vec<String> = [ground, partial, announced].into_iter().flatten().collect();
        notes.join(" ")
    }

    /// What the observations say, each once.
    fn joined(&self, said: impl Fn(&'a Observation) -> &'a str) -> Cell {
        let mut texts: Vec<&str> = Vec::new();
        for observation in &self.observations {
            let text = said(observation);
            if !text.is_empty() && !texts.contains(&text) {
                texts.push(text);
            }
        }
        Cell::text(texts.join(BETWEEN))
    }

    fn lines(&self) -> Cell {
        let mut lines: Vec<u32> = self.observations.iter().map(|o| o.line).collect();
        lines.retain(|line| *line > 0);
        lines.sort_unstable();
        lines.dedup();
        let lines: Vec<String> = lines.iter().map(u32::to_string).collect();
        Cell::text(lines.join(", "))
    }
}

/// Where a share comes from, in a word.
fn origin(share: &Share) -> &'static str {
    match share.origin {
        ShareOrigin::Observed { .. } => "observé",
        ShareOrigin::SameExtent { .. } => "même périmètre",
        ShareOrigin::Sum { estimated: false, .. } => "somme",
        ShareOrigin::Sum { estimated: true, .. } => "estimation",
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;
    use crate::{coverage::SchoolType, table::read_csv};

    fn cell(document: &Document, territory: &str, column: &str) -> Cell {
        let dataset = document.data.embedded().unwrap().dataset();
        let sheet = joined_table(&Reading::new(document, &dataset), &dataset);
        let rank = sheet.columns.iter().position(|c| c.name == column).unwrap();
        let row = sheet.rows.iter().find(|row| row[1] == Cell::text(territory)).unwrap();
        row[rank].clone()
    }

    #[test]
    fn the_columns_name_the_schools_and_what_is_counted() {
        let document = Document {
            school_type: SchoolType::College,
            level: Level::Academie,
            measure: Measure::Usage,
            ..Document::default()
        };
        let names: Vec<String> = columns(&document).into_iter().map(|c| c.name).collect();
        for name in ["Code académie", "Taux de collèges utilisateurs", "Collèges utilisateurs"] {
            assert!(names.iter().any(|known| known == name), "{name}: {names:?}");
        }
    }

    #[test]
    fn a_plan_is_never_read_as_done_nor_hides_a_share() {
        let text = "niveau,code,nom,type,date,stade,taux,statut\n\
            departement,42,Loire,collège,2010,,75,réalisé\n\
            departement,42,Loire,collège,2011,généralisation,,prévu\n\
            departement,43,Haute-Loire,collège,2011,expérimentation,,prévu\n";
        let (table, _) = read_csv(text.as_bytes()).unwrap();
        let (dataset, _) = Dataset::read(&table, Registry::official()).unwrap();
        let document = Document {
            school_type: SchoolType::College,
            level: Level::Departement,
            date: date(2012, 12, 31),
            ..Document::default()
        };
        let told = |document: &Document, name: &str| {
            let sheet = joined_table(&Reading::new(document, &dataset), &dataset);
            let rank = |name: &str| sheet.columns.iter().position(|c| c.name == name).unwrap();
            let row = sheet.rows.iter().find(|row| row[1] == Cell::text(name)).unwrap().clone();
            ["Stade", "Statut", "Note", "Lignes"].map(|column| row[rank(column)].clone())
        };
        let note = Cell::text("Stade annoncé\u{202f}: généralisation (31 décembre 2011).");
        let loire = [Cell::Empty, Cell::text("réalisé"), note, Cell::text("2, 3")];
        assert_eq!(told(&document, "Loire"), loire);
        let planned = ["expérimentation", "prévu", "", "4"].map(Cell::text);
        assert_eq!(told(&document, "Haute-Loire"), planned);
        let stages = Document { representation: Representation::Stage, ..document };
        let planned = ["généralisation", "prévu", "", "2, 3"].map(Cell::text);
        assert_eq!(told(&stages, "Loire"), planned);
    }

    #[test]
    fn a_year_stays_a_year_beside_its_last_day() {
        let document = Document {
            school_type: SchoolType::College,
            level: Level::Departement,
            date: date(2012, 12, 31),
            ..Document::default()
        };
        assert_eq!(cell(&document, "Aisne", "Date"), Cell::Date(date(2012, 12, 31)));
        assert_eq!(cell(&document, "Aisne", "Période"), Cell::text("2012"));
    }

    #[test]
    fn what_comes_from_the_same_ground_says_whose_it_is() {
        let document = Document { level: Level::Academie, ..Document::default() };
        assert_eq!(cell(&document, "Nancy-Metz", "Origine"), Cell::text("même périmètre"));
        let Cell::Text(note) = cell(&document, "Nancy-Metz", "Note") else { panic!("no note") };
        assert!(note.contains("région Lorraine"), "{note}");
    }
}
