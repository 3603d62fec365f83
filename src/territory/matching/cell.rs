//! One cell, looked up once its level is known.

use std::cell::OnceCell;

use crate::territory::text::unwrapped;

use super::{
    Repairs, code_text::CodeText, codes::look_up_code, division::Division, lookup::Lookup,
    name_text::NameText, names::look_up_name, repair::RepairKind,
};

/// The text of a cell, taken apart once for all the divisions it is looked up in.
pub(super) struct CellText<'a> {
    bare: &'a str,
    is_wrapped: bool,
    code: Option<CodeText>,
    name: OnceCell<NameText>,
}

impl<'a> CellText<'a> {
    pub fn new(text: &'a str) -> Self {
        let (bare, is_wrapped) = unwrapped(text);
        Self { bare, is_wrapped, code: CodeText::new(bare), name: OnceCell::new() }
    }

    /// Without the blanks and quotes around it.
    pub fn bare(&self) -> &'a str {
        self.bare
    }

    /// As a code, right or wrong; `None` where it has not the shape of one.
    pub fn code(&self) -> Option<&CodeText> {
        self.code.as_ref()
    }

    /// As a name.
    pub fn name(&self) -> &NameText {
        self.name.get_or_init(|| NameText::new(self.bare))
    }

    /// What it is in `division`: a code, a name, or both. A cell without a letter or a digit is
    /// [`Lookup::Nothing`] too.
    pub fn look_up(&self, division: Division) -> Lookup {
        let quotes = Repairs::NONE.with_if(self.is_wrapped, RepairKind::Quotes);
        let found = match &self.code {
            Some(code) => look_up_code(code, division),
            None => look_up_name(self.bare, self.name(), division),
        };
        found.after(quotes)
    }
}

/// Whether a cell holds nothing that could name a place: empty, `-`, `…`.
pub(super) fn is_blank(text: &str) -> bool {
    !text.chars().any(char::is_alphanumeric)
}
