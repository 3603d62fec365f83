//! The texts of the page: what is proposed, what was written, and for which map.

use jiff::civil::Date;

use crate::{
    app::Action,
    french::{self, NARROW_SPACE},
    project::{Command, PageChange, Session},
    scene::{Block, PageText},
};

/// A text as it stands on the page.
pub struct Standing {
    pub text: String,
    /// As it is proposed now.
    pub proposed: String,
    /// A person wrote it.
    pub is_written: bool,
    /// What is to be known of it: it was written for another map.
    pub told: Option<String>,
}

impl Standing {
    /// Of a block of the page; `None` of one without text.
    pub fn of(block: Block, session: &Session, proposed: &PageText) -> Option<Self> {
        let proposed = proposed.of(block)?;
        let written = session.document().page.texts.get(&block);
        Some(match written {
            None => Self { text: proposed.clone(), proposed, is_written: false, told: None },
            Some(written) => Self {
                text: written.text.clone(),
                told: (written.proposed != proposed)
                    .then(|| told(written.date, session.document().date)),
                proposed,
                is_written: true,
            },
        })
    }

    /// Writes it otherwise.
    pub fn write(&self, block: Block, text: String) -> Action {
        let proposed = self.proposed.clone();
        Command::ChangePage(PageChange::Write { block, text, proposed }).into()
    }
}

/// « Ce texte a été écrit pour octobre 2011. »
fn told(then: Option<Date>, now: Option<Date>) -> String {
    match then {
        Some(date) if then != now => {
            format!("Ce texte a été écrit pour le {}.", french::day(date))
        }
        _ => format!("Ce texte a été écrit pour une autre carte{NARROW_SPACE}: relisez-le."),
    }
}
