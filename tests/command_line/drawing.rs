//! An exported SVG, read again as a person reads it.

use resvg::usvg::roxmltree::{Document, Node};

/// A parsed SVG.
pub struct Drawing<'a>(Document<'a>);

/// A territory of the map.
#[derive(Debug)]
pub struct Place {
    /// `departement-42`.
    pub id: String,
    /// « Loire : 75 % (57 établissements sur 76) ».
    pub title: String,
}

impl<'a> Drawing<'a> {
    pub fn read(svg: &'a str) -> Self {
        Self(Document::parse(svg).unwrap())
    }

    /// The name of the whole drawing.
    pub fn title(&self) -> &str {
        title(self.0.root_element()).unwrap()
    }

    /// Every line of text, in the order in which it is drawn.
    pub fn texts(&self) -> Vec<&str> {
        self.text_nodes().filter_map(|node| node.text()).collect()
    }

    /// Every area of the map.
    pub fn places(&self) -> Vec<Place> {
        let map = self.0.descendants().find(|node| node.attribute("id") == Some("territoires"));
        let paths = map.unwrap().children().filter(|node| node.has_tag_name(tag("path")));
        paths
            .map(|path| Place {
                id: path.attribute("id").unwrap().to_owned(),
                title: title(path).unwrap().to_owned(),
            })
            .collect()
    }

    /// The lines of the legend, each with its number of territories.
    pub fn legend(&self) -> Vec<(&str, usize)> {
        let nodes: Vec<Node<'_, '_>> = self.text_nodes().collect();
        nodes
            .windows(2)
            .filter(|pair| {
                let has = |name, value| pair[1].attribute(name) == Some(value);
                has("text-anchor", "end") && has("font-weight", "600")
            })
            .filter_map(|pair| Some((pair[0].text()?, pair[1].text()?.parse().ok()?)))
            .collect()
    }

    /// How many territories a line of the legend counts; 0 without such a line.
    pub fn count(&self, label: &str) -> usize {
        self.legend().iter().find(|(known, _)| *known == label).map_or(0, |(_, count)| *count)
    }

    fn text_nodes(&self) -> impl Iterator<Item = Node<'_, 'a>> {
        self.0.descendants().filter(|node| node.has_tag_name(tag("text")))
    }
}

fn tag(name: &str) -> (&str, &str) {
    ("http://www.w3.org/2000/svg", name)
}

fn title<'a>(node: Node<'a, '_>) -> Option<&'a str> {
    node.children().find(|child| child.has_tag_name(tag("title")))?.text()
}
