//! The table under the map: a row for each territory of the place, or each of its schools.

mod grid;
mod toolbar;

use std::sync::Arc;

use egui::Ui;

use crate::{
    app::{Action, theme, widgets::weak, words::Words},
    coverage::Dataset,
    memo::{Memo, Same},
    project::{Command, Document, Filter, Reading, RowColumn, RowId, Rows, Session, Sort},
    table::Sheet,
    territory::TerritoryId,
};

/// What the rows are.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Kind {
    /// Territories, but the schools of a département.
    #[default]
    OfPlace,
    /// Schools, wherever one is.
    Schools,
}

/// The table, and what it remembers from frame to frame.
#[derive(Default)]
pub struct TablePanel {
    kind: Kind,
    /// Columns that a person hid, and those without a value that they want to see.
    hidden: Vec<RowColumn>,
    wanted: Vec<RowColumn>,
    listed: Memo<Asked, Arc<Listed>>,
    view: Memo<(Same<Listed>, String, Option<Sort>), Arc<View>>,
    /// What was selected when the table last showed it.
    shown: Option<RowId>,
}

/// What the rows depend on, and whether they are of schools.
type Asked = (Same<Reading>, Same<Dataset>, bool);

/// The rows of a place.
struct Listed {
    of_schools: bool,
    rows: Rows,
    /// Columns in which no row has a value.
    empty: Vec<RowColumn>,
}

/// Rows that a filter keeps, in an order.
struct View {
    ranks: Vec<usize>,
    problems: Vec<String>,
}

impl TablePanel {
    /// The table; adds to `pointed` the territory that the pointer is on. `hovered` are those that
    /// the pointer is on elsewhere.
    pub fn ui(
        &mut self,
        ui: &mut Ui,
        session: &Session,
        hovered: &[TerritoryId],
        pointed: &mut Vec<TerritoryId>,
        actions: &mut Vec<Action>,
    ) {
        let (listed, view) = self.prepared(session);
        // It keeps its height, whatever passes the filter.
        ui.set_min_height(ui.available_height());
        toolbar::toolbar_ui(ui, self, (&listed, &view), session, actions);
        for problem in &view.problems {
            ui.say(weak(ui, problem));
        }
        for notice in listed.rows.notices() {
            ui.say(weak(ui, notice));
        }
        if view.ranks.is_empty() {
            ui.add_space(theme::space().medium);
            ui.say(match listed.rows.is_empty() {
                true => "Aucune ligne ici.",
                false => "Aucune ligne ne passe ce filtre. Effacez-le pour les revoir toutes.",
            });
            return;
        }
        let sort = sort_of(session, &listed);
        let selected = selected(session);
        let moved = selected != self.shown;
        let grid = grid::Grid {
            rows: &listed.rows,
            ranks: &view.ranks,
            columns: &self.columns(&listed),
            sort,
            standpoint: session.standpoint(),
            hovered,
            show: selected.filter(|_| moved),
        };
        let sorted = grid.ui(ui, session, pointed, actions);
        self.shown = selected;
        if let Some(column) = sorted {
            actions.push(Command::SortRows(Some(Sort::next(sort, column))).into());
        }
    }

    /// The rows as they are shown, to be saved.
    pub fn sheet(&mut self, session: &Session) -> Sheet {
        let (listed, view) = self.prepared(session);
        listed.rows.sheet(&view.ranks, &self.columns(&listed))
    }

    fn columns(&self, listed: &Listed) -> Vec<RowColumn> {
        let columns = listed.rows.columns().iter().copied();
        columns.filter(|column| self.is_shown(*column, listed)).collect()
    }

    /// Whether a column is shown: one without any value is only where it is asked for.
    fn is_shown(&self, column: RowColumn, listed: &Listed) -> bool {
        let is_empty = listed.empty.contains(&column);
        !self.hidden.contains(&column) && (!is_empty || self.wanted.contains(&column))
    }

    /// Shows a column or hides it.
    fn show(&mut self, column: RowColumn, shown: bool) {
        self.hidden.retain(|hidden| *hidden != column);
        self.wanted.retain(|wanted| *wanted != column);
        if shown { self.wanted.push(column) } else { self.hidden.push(column) }
    }

    /// The territories that the filter keeps, where it keeps some of them: the map shows these.
    pub fn kept(&mut self, session: &Session) -> Option<Vec<TerritoryId>> {
        if session.standpoint().filter.trim().is_empty() {
            return None;
        }
        let (listed, view) = self.prepared(session);
        let ids = view.ranks.iter().filter_map(|rank| listed.rows.id(*rank));
        (!listed.of_schools).then(|| ids.filter_map(RowId::territory).collect())
    }

    /// The rows, put together when the data, the date or the place change, and the view of them,
    /// filtered and sorted when that is asked for.
    fn prepared(&mut self, session: &Session) -> (Arc<Listed>, Arc<View>) {
        let (document, at) = (session.document(), session.standpoint());
        let dataset = session.shared_dataset();
        let lists_schools = !dataset.schools().is_empty();
        let in_departement = matches!(at.place.territory, TerritoryId::Departement(_));
        let of_schools = lists_schools && (in_departement || self.kind == Kind::Schools);
        let asked = (Same(Arc::clone(session.reading())), Same(dataset), of_schools);
        let listed = Arc::clone(
            self.listed
                .get(asked, |asked| Arc::new(Listed::new(document, at.place.territory, asked))),
        );
        let sort = sort_of(session, &listed);
        let key = (Same(Arc::clone(&listed)), at.filter.clone(), sort);
        let view = self.view.get(key, |(Same(listed), filter, sort)| {
            Arc::new(View::new(&listed.rows, filter, *sort))
        });
        (listed, Arc::clone(view))
    }
}

impl Listed {
    fn new(
        document: &Document,
        place: TerritoryId,
        (Same(reading), Same(dataset), of_schools): &Asked,
    ) -> Self {
        let rows = if *of_schools {
            let school_type = Some(document.school_type);
            Rows::schools(dataset, school_type, place, document.edition, document.date)
        } else {
            Rows::territories(reading, dataset, place)
        };
        let is_empty = |column: &RowColumn| {
            (0..rows.len()).all(|row| {
                let text = rows.text(row, *column);
                text.trim().is_empty() || text == "—"
            })
        };
        let empty = rows.columns().iter().copied().filter(is_empty).collect();
        Self { of_schools: *of_schools, rows, empty }
    }
}

impl View {
    fn new(rows: &Rows, filter: &str, sort: Option<Sort>) -> Self {
        let (parsed, problems) = Filter::parse(filter, rows);
        let ranks = rows.view(&parsed, sort);
        Self { ranks, problems: problems.iter().map(ToString::to_string).collect() }
    }
}

/// The order that was asked for, where there is such a column.
fn sort_of(session: &Session, listed: &Listed) -> Option<Sort> {
    session.standpoint().sort.filter(|sort| listed.rows.columns().contains(&sort.column))
}

/// What the table shows as selected, the last of several.
fn selected(session: &Session) -> Option<RowId> {
    let at = session.standpoint();
    let school = at.shown_school().map(RowId::School);
    school.or(at.selection.last().copied().map(RowId::Territory))
}
