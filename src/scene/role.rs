//! What the parts of a page are to a reader.

/// What a group is to a reader.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// A part of the page, of several paragraphs.
    Block,
    /// The title of the page, in as many lines as it takes.
    Heading,
    /// Texts that are read as one.
    Paragraph,
    /// A picture: a reader hears its alternative text instead.
    Figure,
}
