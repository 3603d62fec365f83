//! What was supposed, once a person has confirmed it: a fact.

use super::{
    Supposition,
    said::{named, those_of},
};
use crate::{
    coverage::{Period, import::Scale, schools_named},
    french::{NARROW_SPACE, plural},
    territory::Level,
};

impl Supposition {
    /// « La date est septembre 2023 : confirmé. »
    pub fn confirmed(&self) -> String {
        format!("{}{NARROW_SPACE}: confirmé.", self.fact())
    }

    /// What holds from now on, without its reasons and without a stop.
    fn fact(&self) -> String {
        match self {
            Self::Share { header, is_a_count } => {
                let what = if *is_a_count { "le nombre" } else { "la part" };
                format!("« {header} » est {what} des établissements équipés")
            }
            Self::FirstOfSeveral { header, .. } => {
                format!("« {header} » est la colonne à montrer")
            }
            Self::OneSector { sector, .. } => {
                format!("Le secteur à montrer est le {}", sector.label())
            }
            Self::Date { period, .. } => {
                let article = if matches!(period, Period::Day(_)) { "le " } else { "" };
                format!("La date est {article}{period}")
            }
            Self::MonthNotSchoolYear { header, cell } => {
                format!("« {cell} » (colonne « {header} ») est un mois")
            }
            Self::Level { level, .. } => {
                let codes = match level {
                    Level::France => "celui de la France".to_owned(),
                    level => format!("ceux des {}", level.plural()),
                };
                format!("Les codes sont {codes}")
            }
            Self::SchoolType { school_type, .. } => {
                format!("Les établissements sont des {}", school_type.label())
            }
            Self::SomeSchools { sector, subset, .. } => {
                format!("Le champ est « {} »", schools_named(*sector, *subset))
            }
            Self::Scale { scale: Scale::Percent, .. } => "Les taux vont de 0 à 100".to_owned(),
            Self::Scale { scale: Scale::Fraction, .. } => "Les taux vont de 0 à 1".to_owned(),
            Self::Thousands { cell } => format!("« {cell} » est en milliers"),
            Self::ProjectNames { names } => format!(
                "{} {}",
                named(names),
                plural(names.len(), "est le nom d’un ENT", "sont des noms d’ENT")
            ),
            Self::BlankIsNo { header } => format!("Une cellule vide de « {header} » dit non"),
            Self::OnlyEquipped => {
                "La liste ne nomme que des équipés, rapportés à la référence".to_owned()
            }
            Self::Reference2024 => "Les nombres de référence sont ceux de 2024".to_owned(),
            Self::AgainstReference { header, years } => {
                format!("« {header} » est rapporté à la référence de {}", those_of(years))
            }
            Self::EquippedList => "La liste est celle des établissements équipés".to_owned(),
            Self::FilledDown { header, .. } => {
                format!("Les libellés de « {header} » valent pour les lignes d’en dessous")
            }
            Self::SaidByTheFile(said) => format!("Lecture que le fichier dit lui-même ({said})"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::coverage::{
        SchoolType,
        import::{DateSource, TypeSource},
        school::Sector,
    };

    #[test]
    fn nothing_that_was_confirmed_is_called_supposed() {
        let text = || "taux".to_owned();
        for one in [
            Supposition::Share { header: text(), is_a_count: false },
            Supposition::FirstOfSeveral { header: text(), others: vec![text()] },
            Supposition::OneSector { sector: Sector::Public, others: vec![text()] },
            Supposition::Date { period: Period::Year(2023), from: DateSource::Title(text()) },
            Supposition::MonthNotSchoolYear { header: text(), cell: text() },
            Supposition::Level { level: Level::Region, others: vec![Level::Departement] },
            Supposition::SchoolType { school_type: SchoolType::Lycee, from: TypeSource::Level },
            Supposition::SomeSchools {
                sector: Some(Sector::Public),
                subset: None,
                from: TypeSource::Level,
            },
            Supposition::Scale { scale: Scale::Percent, odd: vec![] },
            Supposition::Scale { scale: Scale::Fraction, odd: vec![text()] },
            Supposition::Thousands { cell: text() },
            Supposition::ProjectNames { names: vec![text()] },
            Supposition::BlankIsNo { header: text() },
            Supposition::OnlyEquipped,
            Supposition::Reference2024,
            Supposition::AgainstReference { header: text(), years: vec![2011, 2024] },
            Supposition::EquippedList,
            Supposition::FilledDown { header: text(), cells: 3 },
        ] {
            let said = one.confirmed();
            assert!(!said.contains("suppos") && said.ends_with(": confirmé."), "{said}");
        }
    }

    #[test]
    fn a_confirmed_date_is_told_without_its_source() {
        let date = |period| Supposition::Date { period, from: DateSource::Title("x".to_owned()) };
        let said = date(Period::Month(2023, 9)).confirmed();
        assert_eq!(said, "La date est septembre 2023\u{202f}: confirmé.");
        let day = Period::Day(jiff::civil::date(2011, 10, 31));
        assert_eq!(date(day).confirmed(), "La date est le 31 octobre 2011\u{202f}: confirmé.");
    }
}
