//! One cell, looked up once its level is known.

use std::cell::OnceCell;

use crate::territory::text::unwrapped;

use super::{
    Repairs, codes::look_up_code, division::Division, lookup::Lookup, name_text::NameText,
    names::look_up_name, repair::RepairKind,
};

/// The text of a cell, taken apart once for all the divisions it is looked up in.
pub(super) struct CellText<'a> {
    bare: &'a str,
    is_wrapped: bool,
    name: OnceCell<NameText>,
}

impl<'a> CellText<'a> {
    pub fn new(text: &'a str) -> Self {
        let (bare, is_wrapped) = unwrapped(text);
        Self { bare, is_wrapped, name: OnceCell::new() }
    }

    /// Without the blanks and quotes around it.
    pub fn bare(&self) -> &'a str {
        self.bare
    }

    /// As a name.
    pub fn name(&self) -> &NameText {
        self.name.get_or_init(|| NameText::new(self.bare))
    }

    /// What it is in `division`: a code, a name, or both. A cell without a letter or a digit is
    /// [`Lookup::Nothing`] too.
    pub fn look_up(&self, division: Division) -> Lookup {
        let quotes = Repairs::NONE.with_if(self.is_wrapped, RepairKind::Quotes);
        let found = look_up_code(self.bare, division)
            .unwrap_or_else(|| look_up_name(self.bare, self.name(), division));
        found.after(quotes)
    }
}

/// Whether a cell holds nothing that could name a place: empty, `-`, `…`.
pub(super) fn is_blank(text: &str) -> bool {
    !text.chars().any(char::is_alphanumeric)
}
