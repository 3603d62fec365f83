//! What a subject is called: the only place where its words are written.
//!
//! Titles, legends, cards and tables are put together from these phrases by `project::naming`.

use super::{
    Counted, Subject, Subset, Unit,
    form::{Form, form, singular},
    subset::named,
};
use crate::{
    coverage::{Measure, SchoolType, SchoolTypes, school::Sector},
    french::{self, NARROW_SPACE, capitalised, quoted, with_inner_quotes},
};

/// What schools are, beside being of one type.
const SCHOOLS: &str = "établissements";

impl Subject {
    /// « collèges publics », « lycées professionnels ».
    pub fn schools(&self) -> String {
        named(self.school_type.label(), self.subset, self.sector.map(plural), true)
    }

    /// « collège public », « lycée professionnel ».
    pub fn school(&self) -> String {
        let sector = self.sector.map(|sector| match sector {
            Sector::Public => "public",
            Sector::Prive => "privé",
        });
        named(self.school_type.singular(), self.subset, sector, false)
    }

    /// Schools of the types of an observation: « collèges privés », « lycées et collèges ».
    pub fn schools_of(
        types: SchoolTypes,
        sector: Option<Sector>,
        subset: Option<Subset>,
    ) -> String {
        named(types.label(), subset, sector.map(plural), true)
    }

    /// The same subject, measured otherwise.
    #[must_use]
    pub fn measured_by(&self, measure: Measure) -> Self {
        Self { measure, ..self.clone() }
    }

    /// « lycées publics équipés d’un ENT », « lycées où l’ENT est utilisé ».
    pub fn counted_schools(&self) -> String {
        self.with_predicate(&self.schools())
    }

    /// « établissements équipés d’un ENT », where the type is of no matter.
    pub fn counted_establishments(&self) -> String {
        self.with_predicate(&named(SCHOOLS, self.subset, self.sector.map(plural), true))
    }

    /// « Les ENT », as the title of a national picture.
    pub fn national_title(&self) -> String {
        match (&self.counted, self.measure) {
            _ if self.subset.is_some() => capitalised(&self.counted_establishments()),
            (Counted::Ent, Measure::Deploye) => "Les ENT".to_owned(),
            (Counted::Ent, Measure::Usage) => "L’usage des ENT".to_owned(),
            (Counted::Other(_), _) => capitalised(&self.counted_establishments()),
        }
    }

    /// What a value of the map is, without a capital: « part des lycées équipés d’un ENT »,
    /// « stade de déploiement des ENT en lycée », « taux de réussite au brevet (collèges) ».
    pub fn figure(&self) -> String {
        match (self.unit, self.quantity()) {
            (Unit::Stage, _) => self.stage(),
            (Unit::Share | Unit::Schools, Some(words)) => {
                format!("{words} ({}{})", self.schools(), self.in_use())
            }
            (Unit::Share, None) => format!("part des {}", self.counted_schools()),
            (Unit::Schools, None) => format!("nombre de {}", self.counted_schools()),
        }
    }

    /// « stade de déploiement ».
    pub fn stage_noun(&self) -> &'static str {
        match self.measure {
            Measure::Deploye => "stade de déploiement",
            Measure::Usage => "stade d’usage",
        }
    }

    fn stage(&self) -> String {
        let what = self.stage_noun();
        match &self.counted {
            Counted::Ent => format!("{what} des ENT en {}", self.school()),
            Counted::Other(words) => format!("{what} en {} ({words})", self.school()),
        }
    }

    /// Which of the schools are counted, where that is told: « public seulement, hors lycées
    /// agricoles ».
    pub fn filters(&self) -> Option<String> {
        let sector = match self.sector {
            None => self.agricultural.map(|_| "public et privé"),
            Some(Sector::Public) => Some("public seulement"),
            Some(Sector::Prive) => Some("privé seulement"),
        };
        let agricultural = match self.agricultural.filter(|_| self.school_type == SchoolType::Lycee)
        {
            None => None,
            Some(true) => Some("avec les lycées agricoles"),
            Some(false) => Some("hors lycées agricoles"),
        };
        let filters: Vec<&str> = [sector, agricultural].into_iter().flatten().collect();
        (!filters.is_empty()).then(|| filters.join(", "))
    }

    /// A share of the schools, as a sentence has it: « 75 % des lycées ont un ENT ».
    pub fn share_sentence(&self, share: &str) -> String {
        let schools = self.schools();
        match (&self.counted, self.measure) {
            (Counted::Ent, Measure::Deploye) => format!("{share} des {schools} ont un ENT"),
            (Counted::Ent, Measure::Usage) => format!("{share} des {schools} utilisent un ENT"),
            (Counted::Other(words), measure) => match form(words) {
                Form::Participle if measure == Measure::Deploye => {
                    format!("{share} des {schools} sont {words}")
                }
                Form::Quantity => format!("{}{NARROW_SPACE}: {share}", self.figure()),
                _ => format!("la part des {} vaut {share}", self.counted_schools()),
            },
        }
    }

    /// That the share of a territory is not known, and when: « La part des lycées équipés d’un ENT
    /// n’est pas connue à cette date. »
    pub fn unknown_sentence(&self, when: &str) -> String {
        match self.quantity() {
            None => format!("La part des {} n’est pas connue{when}.", self.counted_schools()),
            Some(_) => {
                let share = Self { unit: Unit::Share, ..self.clone() };
                format!("{}{NARROW_SPACE}: valeur inconnue{when}.", capitalised(&share.figure()))
            }
        }
    }

    /// The territories where all have it: « régions dont tous les lycées ont un ENT ».
    pub fn complete_territories(&self, territories: &str) -> String {
        let all = format!("{territories} dont tous les {}", self.schools());
        match (&self.counted, self.measure) {
            (Counted::Ent, Measure::Deploye) => format!("{all} ont un ENT"),
            (Counted::Ent, Measure::Usage) => format!("{all} utilisent un ENT"),
            (Counted::Other(words), Measure::Deploye) if form(words) == Form::Participle => {
                format!("{all} sont {words}")
            }
            (Counted::Other(_), _) => {
                format!("{territories} à {} ({})", french::percent(100.0, &[]), self.figure())
            }
        }
    }

    /// How many of some schools: « 12 établissements équipés », « 1 établissement utilisateur ».
    pub fn counted_in_short(&self, schools: usize) -> String {
        let few = schools < 2;
        let noun = if few { "établissement" } else { SCHOOLS };
        match &self.counted {
            Counted::Ent if few => format!("{noun} {}", self.holders().singular()),
            Counted::Ent => format!("{noun} {}", self.holders().label()),
            Counted::Other(words) if few => format!("{noun} {}", as_singular(words)),
            Counted::Other(_) => self.with_predicate(noun),
        }
    }

    /// The columns of a table that is opened again: « Taux de lycées équipés », « Lycées équipés »,
    /// « Nombre de lycées ».
    pub fn columns(&self) -> [String; 3] {
        let schools = self.schools();
        let counted = match &self.counted {
            Counted::Ent => format!("{schools} {}", self.holders().label()),
            Counted::Other(_) => self.with_predicate(&schools),
        };
        let share = match self.quantity() {
            Some(words) => capitalised(&format!("{words} ({schools})")),
            None => format!("Taux de {counted}"),
        };
        // The name of a column is quoted wherever it is spoken of.
        [share, capitalised(&counted), format!("Nombre de {schools}")]
            .map(|name| with_inner_quotes(&name))
    }

    /// What is known of one school: « équipé d’un ENT », « sans ENT », « équipement inconnu ».
    pub fn of_school(&self, has: Option<bool>) -> String {
        let fixed = match (&self.counted, self.measure, has) {
            (Counted::Ent, Measure::Deploye, Some(true)) => "équipé d’un ENT",
            (Counted::Ent, Measure::Deploye, Some(false)) => "sans ENT",
            (Counted::Ent, Measure::Deploye, None) => "équipement inconnu",
            (Counted::Ent, Measure::Usage, Some(true)) => "ENT utilisé",
            (Counted::Ent, Measure::Usage, Some(false)) => "ENT non utilisé",
            (Counted::Ent, Measure::Usage, None) => "usage inconnu",
            (Counted::Other(_), _, None) => "état inconnu",
            (Counted::Other(words), _, Some(has)) => return one_school(words, has),
        };
        fixed.to_owned()
    }

    /// The same in one or two words, beside a name or as a heading: « équipé », « non équipé ».
    pub fn of_school_in_short(&self, has: Option<bool>) -> String {
        match (self.is_equipment(), has) {
            (true, Some(true)) => "équipé".to_owned(),
            (true, Some(false)) => "non équipé".to_owned(),
            _ => self.of_school(has),
        }
    }

    /// What a choice between the two measures calls one of them: « ENT déployé », « Usage ».
    pub fn measure_label(counted: &Counted, measure: Measure) -> &'static str {
        match (counted, measure) {
            (Counted::Ent, Measure::Deploye) => "ENT déployé",
            (Counted::Ent, Measure::Usage) => "ENT utilisé",
            (Counted::Other(_), Measure::Deploye) => "Déploiement",
            (Counted::Other(_), Measure::Usage) => "Usage",
        }
    }

    /// What several schools have or do: « équipés d’un ENT », « où l’ENT est utilisé ».
    pub fn predicate(&self) -> String {
        match (&self.counted, self.measure) {
            (Counted::Ent, Measure::Deploye) => "équipés d’un ENT".to_owned(),
            (Counted::Ent, Measure::Usage) => "où l’ENT est utilisé".to_owned(),
            (Counted::Other(words), measure) => match (form(words), measure) {
                (Form::Participle | Form::With | Form::Clause, _) => {
                    format!("{words}{}", self.in_use())
                }
                (Form::Label | Form::Quantity, Measure::Deploye) => quoted(words),
                (Form::Label | Form::Quantity, Measure::Usage) => {
                    format!("utilisateurs de {}", quoted(words))
                }
            },
        }
    }

    /// Some schools, and what they are counted for.
    fn with_predicate(&self, schools: &str) -> String {
        match self.quantity() {
            None => format!("{schools} {}", self.predicate()),
            Some(words) => format!("{schools} ({words}{})", self.in_use()),
        }
    }

    /// What tells usage from deployment, where words of a person's own can't.
    fn in_use(&self) -> &'static str {
        if self.measure == Measure::Usage { ", en usage" } else { "" }
    }

    /// The words of a figure that is no share of schools.
    fn quantity(&self) -> Option<&str> {
        match &self.counted {
            Counted::Other(words) if form(words) == Form::Quantity => Some(words),
            _ => None,
        }
    }
}

fn plural(sector: Sector) -> &'static str {
    match sector {
        Sector::Public => "publics",
        Sector::Prive => "privés",
    }
}

fn one_school(words: &str, has: bool) -> String {
    match (form(words), has) {
        (Form::Participle, true) => singular(words),
        (Form::Participle, false) => format!("non {}", singular(words)),
        (Form::With, true) => words.to_owned(),
        (Form::With, false) => words.replacen("avec ", "sans ", 1),
        (_, true) => format!("oui ({})", quoted(words)),
        (_, false) => format!("non ({})", quoted(words)),
    }
}

fn as_singular(words: &str) -> String {
    match form(words) {
        Form::Participle => singular(words),
        Form::With | Form::Clause => words.to_owned(),
        Form::Label | Form::Quantity => quoted(words),
    }
}
