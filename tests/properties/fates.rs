//! Each row of a table by territory has one fate, and it is the right one.

use proptest::prelude::*;

use crate::{
    made::{config, fates_are, file, opened},
    tables::{HEADER, rows},
};

proptest! {
    #![proptest_config(config())]

    #[test]
    fn each_row_of_a_table_by_territory_has_its_fate(rows in rows()) {
        let (text, known) = file(HEADER, &rows);
        fates_are(&opened(&text), 0, &known)?;
    }
}
