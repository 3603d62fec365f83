//! The table under the map: a row for each territory of the place, or each of its schools.

mod grid;
mod toolbar;

use std::sync::Arc;

use egui::Ui;

use crate::{
    app::{Action, theme, widgets::weak, words::Words},
    coverage::Dataset,
    project::{Filter, Reading, RowColumn, RowId, Rows, Session, Sort},
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
    sort: Option<Sort>,
    /// Columns that a person hid, and those without a value that they want to see.
    hidden: Vec<RowColumn>,
    wanted: Vec<RowColumn>,
    made: Option<Made>,
    /// What was selected when the table last showed it.
    shown: Option<RowId>,
}

/// The rows and the view of them, and what they were made for.
struct Made {
    reading: Arc<Reading>,
    dataset: Arc<Dataset>,
    of_schools: bool,
    rows: Rows,
    /// Columns in which no row has a value.
    empty: Vec<RowColumn>,
    view: Option<View>,
}

/// Rows that a filter keeps, in an order.
struct View {
    filter: String,
    sort: Option<Sort>,
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
        self.prepare(session);
        // It keeps its height, whatever passes the filter.
        ui.set_min_height(ui.available_height());
        toolbar::toolbar_ui(ui, self, session, actions);
        let Some(made) = &self.made else { return };
        let Some(view) = &made.view else { return };
        for problem in &view.problems {
            ui.say(weak(ui, problem));
        }
        for notice in made.rows.notices() {
            ui.say(weak(ui, notice));
        }
        if view.ranks.is_empty() {
            ui.add_space(theme::space().medium);
            ui.say(match made.rows.is_empty() {
                true => "Aucune ligne ici.",
                false => "Aucune ligne ne passe ce filtre. Effacez-le pour les revoir toutes.",
            });
            return;
        }
        let selected = selected(session);
        let moved = selected != self.shown;
        let grid = grid::Grid {
            rows: &made.rows,
            ranks: &view.ranks,
            columns: &self.columns(&made.rows),
            sort: self.sort,
            document: session.document(),
            hovered,
            show: selected.filter(|_| moved),
        };
        let sorted = grid.ui(ui, session, pointed, actions);
        self.shown = selected;
        if let Some(column) = sorted {
            self.sort = Some(Sort::next(self.sort, column));
        }
    }

    /// The rows as they are shown, to be saved; `None` where there are none.
    pub fn sheet(&mut self, session: &Session) -> Option<Sheet> {
        self.prepare(session);
        let made = self.made.as_ref()?;
        let view = made.view.as_ref()?;
        Some(made.rows.sheet(&view.ranks, &self.columns(&made.rows)))
    }

    /// The same as text, for the clipboard.
    fn text(&self) -> Option<String> {
        let made = self.made.as_ref()?;
        let view = made.view.as_ref()?;
        Some(made.rows.tabbed(&view.ranks, &self.columns(&made.rows)))
    }

    fn columns(&self, rows: &Rows) -> Vec<RowColumn> {
        rows.columns().iter().copied().filter(|column| self.is_shown(*column)).collect()
    }

    /// Whether a column is shown: one without any value is only where it is asked for.
    fn is_shown(&self, column: RowColumn) -> bool {
        let is_empty = self.made.as_ref().is_some_and(|made| made.empty.contains(&column));
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
        if session.document().filter.trim().is_empty() {
            return None;
        }
        self.prepare(session);
        let made = self.made.as_ref().filter(|made| !made.of_schools)?;
        let ids = made.view.as_ref()?.ranks.iter().filter_map(|rank| made.rows.id(*rank));
        Some(ids.filter_map(RowId::territory).collect())
    }

    /// Puts rows together when the data, the date or the place change; filters and sorts when that
    /// is asked for.
    fn prepare(&mut self, session: &Session) {
        let document = session.document();
        let (reading, dataset) = (session.reading(), session.shared_dataset());
        let listed = !dataset.schools().is_empty();
        let in_departement = matches!(document.place.territory, TerritoryId::Departement(_));
        let of_schools = listed && (in_departement || self.kind == Kind::Schools);
        let fresh = self.made.as_ref().is_some_and(|made| {
            Arc::ptr_eq(&made.reading, reading)
                && Arc::ptr_eq(&made.dataset, &dataset)
                && made.of_schools == of_schools
        });
        if !fresh {
            let place = document.place.territory;
            let rows = if of_schools {
                let school_type = Some(document.school_type);
                Rows::schools(&dataset, school_type, place, document.edition, document.date)
            } else {
                Rows::territories(reading, &dataset, place)
            };
            self.sort = self.sort.filter(|sort| rows.columns().contains(&sort.column));
            let reading = Arc::clone(reading);
            let is_empty = |column: &RowColumn| {
                (0..rows.len()).all(|row| {
                    let text = rows.text(row, *column);
                    text.trim().is_empty() || text == "—"
                })
            };
            let empty = rows.columns().iter().copied().filter(is_empty).collect();
            self.made = Some(Made { reading, dataset, of_schools, rows, empty, view: None });
        }
        let (filter, sort) = (&document.filter, self.sort);
        let Some(made) = &mut self.made else { return };
        let same = made.view.as_ref().is_some_and(|v| v.filter == *filter && v.sort == sort);
        if !same {
            let (parsed, problems) = Filter::parse(filter, &made.rows);
            let ranks = made.rows.view(&parsed, sort);
            let problems = problems.iter().map(ToString::to_string).collect();
            made.view = Some(View { filter: filter.clone(), sort, ranks, problems });
        }
    }
}

/// What the table shows as selected, the last of several.
fn selected(session: &Session) -> Option<RowId> {
    let document = session.document();
    let school = document.shown_school().map(RowId::School);
    school.or(document.selection.last().copied().map(RowId::Territory))
}
