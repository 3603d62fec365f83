//! The counts of one row, beside each other.

use crate::coverage::CoverageNotice;

/// How many schools of a row there are, and have an ENT or not.
pub(super) struct Counts {
    pub line: u32,
    pub equipped: Option<u32>,
    pub not_equipped: Option<u32>,
    /// Neither a yes nor a no.
    pub others: u32,
    pub total: Option<u32>,
    /// A column gives the total, where it has a value.
    pub has_a_total: bool,
}

impl Counts {
    /// That those of a row that has all three contradict each other.
    pub fn disagreement(&self) -> Option<CoverageNotice> {
        let (equipped, not_equipped, total) = (self.equipped?, self.not_equipped?, self.total?);
        let line = self.line;
        let sum = equipped.checked_add(not_equipped).and_then(|sum| sum.checked_add(self.others));
        (sum != Some(total)).then_some(CoverageNotice::CountsDoNotAddUp {
            line,
            equipped,
            not_equipped,
            total,
        })
    }
    /// How many are equipped, of how many: what a row leaves out follows from the rest.
    pub fn completed(&self) -> (Option<u32>, Option<u32>) {
        let rest = || self.total?.checked_sub(self.not_equipped?);
        let equipped = self.equipped.or_else(rest);
        // « Avec » and « sans » are all of them together.
        let both = || equipped?.checked_add(self.not_equipped?)?.checked_add(self.others);
        let total = self.total.or_else(|| both().filter(|_| !self.has_a_total));
        (equipped, total)
    }
}
