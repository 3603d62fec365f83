//! The page that the options of `export` ask for: its size, its texts, its blocks, its maps.

use std::collections::BTreeSet;

use resvg::usvg::roxmltree::Document;

use crate::desk::{Desk, UNUSABLE};

/// The drawing of a page, and what is looked for in it.
struct Page(String);

impl Page {
    fn made(desk: &Desk, options: &str) -> Self {
        Self(desk.made_text(&format!("export {options}"), "page.svg"))
    }

    fn read(&self) -> Document<'_> {
        Document::parse(&self.0).unwrap()
    }

    fn ids(&self) -> Vec<String> {
        let all = self.read();
        all.descendants().filter_map(|node| node.attribute("id")).map(str::to_owned).collect()
    }

    fn has(&self, id: &str) -> bool {
        self.ids().iter().any(|known| known == id)
    }

    /// The texts of a block, without regard to the kind of space between words.
    fn says(&self, id: &str) -> String {
        let page = self.read();
        let block = page.descendants().find(|node| node.attribute("id") == Some(id));
        let texts = block.into_iter().flat_map(|block| block.descendants());
        let texts = texts.filter(|node| node.has_tag_name(("http://www.w3.org/2000/svg", "text")));
        let lines: Vec<&str> = texts.filter_map(|node| node.text()).collect();
        lines.join(" ").replace(['\u{a0}', '\u{202f}'], " ")
    }

    fn size(&self) -> [f32; 2] {
        let page = self.read();
        ["width", "height"].map(|side| {
            page.root_element().attribute(side).unwrap().trim_end_matches("px").parse().unwrap()
        })
    }

    /// The description of the whole drawing.
    fn description(&self) -> String {
        let page = self.read();
        let root = page.root_element();
        let found = root.children().find(|node| node.tag_name().name() == "desc");
        found.and_then(|node| node.text()).unwrap().replace(['\u{a0}', '\u{202f}'], " ")
    }
}

#[test]
fn a_page_has_the_size_that_is_asked_for() {
    let desk = Desk::new();
    for (format, width, height) in [
        ("a4", 793.7, 1_122.5),
        ("a4-paysage", 1_122.5, 793.7),
        ("A3", 1_122.5, 1_587.4),
        ("diapositive", 1_280.0, 720.0),
        ("carré", 1_000.0, 1_000.0),
        ("60x60mm", 226.8, 226.8),
        ("1200x800px", 1_200.0, 800.0),
    ] {
        let [found_width, found_height] = Page::made(&desk, &format!("--format {format}")).size();
        let is_right = (found_width - width).abs() < 0.1 && (found_height - height).abs() < 0.1;
        assert!(is_right, "{format}: {found_width} {found_height}");
    }
    for (options, width) in [
        ("--format a4", 2_480),
        ("--format a4 --densite 96", 794),
        ("--format 1200x800px", 1_200),
        ("--format a4 --largeur 500", 500),
        ("", 1_600),
    ] {
        let png = desk.made(&format!("export {options}"), "page.png");
        assert_eq!(image::load_from_memory(&png).unwrap().width(), width, "{options}");
    }
}

#[test]
fn texts_are_written_otherwise_or_left_out_and_blocks_come_and_go() {
    let desk = Desk::new();
    let page = Page::made(
        &desk,
        "--titre Lycées --source A. --source B. --avec nord --sans histogramme \
         --sans cartons",
    );
    assert_eq!((page.says("titre"), page.says("sources")), ("Lycées".into(), "A. B.".into()));
    assert!(page.has("nord") && !page.has("histogramme") && !page.has("cartons"));
    assert!(!page.has("departement-974") && !page.has("region-04"));
    let usual = Page::made(&desk, "");
    assert!(!usual.has("nord") && usual.has("histogramme") && usual.has("cartons"));
    assert!(usual.has("region-04"));
    let alone = Page::made(&desk, "--modele carte-seule --format a4");
    assert!(!alone.has("titre") && !alone.has("sous-titre") && alone.has("sources"));
}

#[test]
fn a_note_reads_the_territory_that_is_asked_for() {
    let desk = Desk::new();
    for (code, name) in [("38", "« Isère »"), ("75", "« Paris »")] {
        let page = Page::made(&desk, &format!("--exemple --type college --lecture {code}"));
        assert!(page.says("note").contains(name), "{}", page.says("note"));
    }
    // Nothing is known of it.
    let page = Page::made(&desk, "--lecture 94");
    assert!(
        page.says("note").contains("« Corse » est sans valeur connue"),
        "{}",
        page.says("note")
    );
}

#[test]
fn a_place_has_a_page_of_its_own_and_says_where_it_lies() {
    let desk = Desk::new();
    for (place, name, id) in [
        ("38", "Isère", "departement-38"),
        ("region:84", "Auvergne-Rhône-Alpes", "departement-69"),
        ("974", "La Réunion", "departement-974"),
        ("75", "Paris", "departement-75"),
    ] {
        let page = Page::made(&desk, &format!("--exemple --type college --lieu {place}"));
        assert!(page.says("titre").starts_with(&format!("{name} :")), "{}", page.says("titre"));
        assert!(page.has("situation") && page.has(id) && !page.has("cartons"), "{place}");
    }
    for (options, said) in [
        ("--lieu 999", "aucun département, aucune région"),
        ("--lecture 38", "aucun territoire de la carte"),
        ("--lieu 38 --lecture 75", "aucun territoire de la carte"),
    ] {
        let outcome = desk.run(&format!("export {options} --sortie page.svg"));
        assert_eq!(outcome.code, Some(UNUSABLE), "{options}");
        assert!(outcome.complained.contains(said), "{options}: {outcome:?}");
    }
}

#[test]
fn the_schools_of_a_departement_are_on_its_page() {
    let desk = Desk::new();
    let mut list = "uai;nom;type;code_departement;latitude;longitude;ent\n".to_owned();
    for rank in 0..30 {
        let (north, east) = (45.2 + 0.01 * f64::from(rank), 5.5 + 0.01 * f64::from(rank % 7));
        let ent = ["oui", "non", ""][rank as usize % 3];
        list.push_str(&format!("038{rank:04}A;Lycée {rank};lycée;38;{north};{east};{ent}\n"));
    }
    desk.write("lycees.csv", list);
    let options = "--donnees lycees.csv --type lycee --accepter-suppositions";
    let outcome = desk.run(&format!("export {options} --lieu 38 --sortie page.svg"));
    assert_eq!(outcome.code, Some(0), "{outcome:?}");
    let page = Page(desk.read("page.svg").into_iter().map(char::from).collect());
    assert!(page.0.matches("<circle").count() >= 10, "{}", page.0.matches("<circle").count());
    let legend = page.says("legende");
    assert!(legend.contains("quip"), "{legend}");
}

#[test]
fn several_dates_are_several_maps_on_the_same_classes() {
    let desk = Desk::new();
    for (options, count, words) in [
        ("--dates 2011-10,2024", 2, "au 31 octobre 2011 et au 31 décembre 2024"),
        ("--modele deux-dates", 2, "2 cartes, au "),
        ("--modele evolution --format a4-paysage", 12, "12 cartes, au "),
        ("--dates 2011,2012,2013 --format a3", 3, "au 31 décembre 2012 et au 31 décembre 2013"),
    ] {
        let page = Page::made(&desk, &format!("--exemple --type college {options}"));
        let ids = page.ids();
        let once: BTreeSet<&String> = ids.iter().collect();
        assert_eq!(once.len(), ids.len(), "{options}: an identifier is there twice");
        let maps = ids.iter().filter(|id| id.ends_with("departement-38")).count();
        assert_eq!(maps, count, "{options}");
        assert!(page.description().contains(words), "{options}: {}", page.description());
    }
    desk.write("taux.csv", "code;taux\n38;10\n73;20\n");
    let outcome = desk.run(
        "export --donnees taux.csv --date-donnees aucune --type college --modele evolution \
         --accepter-suppositions --sortie page.svg",
    );
    assert_eq!(outcome.code, Some(0), "{outcome:?}");
    assert!(outcome.complained.contains("une carte"), "{outcome:?}");
}
