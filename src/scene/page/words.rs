//! The words of a page.

use super::block::Block;

/// The words of a page. A text that is empty is not on it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct PageText {
    /// What the map shows.
    pub title: String,
    /// Type, level, date.
    pub subtitle: String,
    /// Which schools are counted, where these are not all of a type.
    pub scope: String,
    /// How to read one territory.
    pub reading_note: String,
    /// How many territories have no value.
    pub missing: String,
    /// What is supposed of the data.
    pub supposed: String,
    /// Where data and outlines come from, a paragraph each.
    pub sources: Vec<String>,
    /// The page in words, for whoever cannot see it.
    pub alternative: String,
    /// « DONNÉES FICTIVES » is written across the page.
    pub fictitious: bool,
}

impl PageText {
    /// The text of a block, its paragraphs on lines of their own; `None` of a block without text.
    pub fn of(&self, block: Block) -> Option<String> {
        let text = match block {
            Block::Title => &self.title,
            Block::Subtitle => &self.subtitle,
            Block::Scope => &self.scope,
            Block::Note => &self.reading_note,
            Block::Missing => &self.missing,
            Block::Supposed => &self.supposed,
            Block::Sources => return Some(self.sources.join("\n")),
            _ => return None,
        };
        Some(text.clone())
    }

    /// What stands below a title, a paragraph each: for a table, which has them as notes.
    pub fn paragraphs(&self) -> Vec<String> {
        let all = [&self.subtitle, &self.scope, &self.reading_note, &self.missing, &self.supposed];
        let all = all.into_iter().chain(&self.sources);
        all.filter(|text| !text.is_empty()).cloned().collect()
    }

    /// Writes the text of a block otherwise; nothing for a block without text.
    pub fn write(&mut self, block: Block, text: &str) {
        let place = match block {
            Block::Title => &mut self.title,
            Block::Subtitle => &mut self.subtitle,
            Block::Scope => &mut self.scope,
            Block::Note => &mut self.reading_note,
            Block::Missing => &mut self.missing,
            Block::Supposed => &mut self.supposed,
            Block::Sources => {
                self.sources = text.lines().map(str::to_owned).collect();
                return;
            }
            _ => return,
        };
        text.clone_into(place);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_text_is_read_as_it_was_written() {
        for block in Block::ALL {
            let mut words = PageText::default();
            words.write(block, "Une ligne\net une autre");
            let read = words.of(block);
            assert_eq!(read.is_some(), block.is_text(), "{block:?}");
            assert!(read.is_none_or(|text| text == "Une ligne\net une autre"), "{block:?}");
        }
    }
}
