//! A hand and an ear: presses, clicks and drags, and tells what the tree says.

use std::{
    fs,
    future::ready,
    path::{Path, PathBuf},
    thread,
    time::Duration,
};

use atlas_ent::{
    app::{AtlasApp, Choice, FilePicker, Picked},
    outline::OutlineFiles,
    project::{Document, Standpoint},
    territory::Level,
};
use egui::{DroppedFile, Key, Modifiers, Pos2, Rect, Theme, accesskit::Role};
use egui_kittest::{
    Harness, HarnessBuilder, Node,
    kittest::{AccessKitNode, NodeT, Queryable},
};
use jiff::civil::Date;

use crate::typography::assert_lines_hold;

/// Longest wait, in steps of [`PAUSE`]: a picture takes a while in an unoptimised build.
const MOST_WAITS: u32 = 4_000;
const PAUSE: Duration = Duration::from_millis(5);

/// The control key, as a keyboard under Linux or Windows reports it.
pub const CTRL: Modifiers = Modifiers { ctrl: true, command: true, ..Modifiers::NONE };

/// The program, opened and at rest.
pub struct Window {
    pub harness: Harness<'static, AtlasApp>,
}

/// Something that has the focus.
#[derive(Clone, Debug, PartialEq)]
pub struct Focused {
    pub role: Role,
    pub name: String,
    pub rect: Rect,
    /// The name of the region of the window that it stands in; none of what floats over it.
    pub region: Option<String>,
    /// It stands in a dialog.
    pub in_dialog: bool,
}

const REGIONS: [Role; 6] =
    [Role::MenuBar, Role::Navigation, Role::Toolbar, Role::Main, Role::Complementary, Role::Region];

/// The nearest thing of some roles that a node stands in.
fn around<'a>(node: &Node<'a>, roles: &[Role]) -> Option<AccessKitNode<'a>> {
    let mut around = node.accesskit_node().parent();
    while let Some(node) = around {
        if roles.contains(&node.role()) {
            return Some(node);
        }
        around = node.parent();
    }
    None
}

/// A person who opens this file whenever they are asked for one, and saves nothing.
pub struct Opening(pub PathBuf);

impl FilePicker for Opening {
    fn open_table(&self, _window: &eframe::Frame) -> Choice {
        Box::pin(ready(Picked::Path(self.0.clone())))
    }

    fn open_outlines(&self, _window: &eframe::Frame) -> Choice {
        Box::pin(ready(Picked::Path(self.0.clone())))
    }

    fn save_picture(&self, _window: &eframe::Frame, _suggested: &str) -> Choice {
        Box::pin(ready(Picked::Nothing))
    }

    fn save_table(&self, _window: &eframe::Frame, _suggested: &str) -> Choice {
        Box::pin(ready(Picked::Nothing))
    }
}

/// A file that is let go over the window.
#[derive(Debug)]
pub struct Dropped(pub PathBuf);

impl DroppedFile for Dropped {
    fn path(&self) -> &Path {
        &self.0
    }

    fn bytes(&self) -> Result<Vec<u8>, String> {
        fs::read(&self.0).map_err(|error| error.to_string())
    }
}

/// French punctuation typed with ordinary spaces, as the program writes it.
pub fn french(text: &str) -> String {
    ["%", ":", ";", "?", "!"].iter().fold(text.to_owned(), |text, mark| {
        text.replace(&format!(" {mark}"), &format!("\u{202f}{mark}"))
    })
}

/// Whether something is called so; spaces that hold are heard as any.
pub fn is_named(node: &Node<'_>, name: &str) -> bool {
    let plain = |text: &str| text.replace(['\u{a0}', '\u{202f}'], " ");
    node.accesskit_node().label().is_some_and(|label| plain(&label) == plain(name))
}

impl Window {
    /// 1280 × 800, light, on the embedded outlines.
    pub fn open() -> Self {
        Self::with(OutlineFiles::embedded())
    }

    /// The same, on other outlines.
    pub fn with(files: OutlineFiles) -> Self {
        Self::built(Self::builder(), files)
    }

    /// Of another size, in points.
    pub fn sized(width: f32, height: f32) -> Self {
        Self::built(Self::builder().with_size([width, height]), OutlineFiles::embedded())
    }

    /// What all windows have in common.
    pub fn builder() -> HarnessBuilder<AtlasApp> {
        Harness::builder()
            .with_size([1280.0, 800.0])
            .with_theme(Theme::Light)
            .with_step_dt(1.0 / 60.0)
            // Inertia takes its time, and so does what is prepared on other threads, which steps
            // don't wait for; a window that never comes to rest is a defect.
            .with_max_steps(6_000)
    }

    /// Opens, and waits for the outlines.
    pub fn built(builder: HarnessBuilder<AtlasApp>, files: OutlineFiles) -> Self {
        Self::made(builder, |context| AtlasApp::new(context, files))
    }

    /// Opens a program made another way, and waits for the outlines.
    pub fn made(
        builder: HarnessBuilder<AtlasApp>,
        make: impl FnOnce(&eframe::CreationContext<'_>) -> AtlasApp,
    ) -> Self {
        let mut window = Self { harness: builder.build_eframe(|context| make(context)) };
        window.wait_for_outlines();
        window
    }

    /// Lets time pass until outlines are read.
    pub fn wait_for_outlines(&mut self) {
        for _ in 0..MOST_WAITS {
            self.harness.step();
            if !self.harness.state().is_loading() {
                self.harness.run();
                return;
            }
            thread::sleep(PAUSE);
        }
        panic!("the outlines were not read in {:?}", PAUSE * MOST_WAITS);
    }

    /// Lets time pass until something is so.
    #[track_caller]
    pub fn step_until(&mut self, is_so: impl Fn(&Self) -> bool) {
        for _ in 0..MOST_WAITS {
            self.harness.step();
            if is_so(self) {
                return;
            }
            thread::sleep(PAUSE);
        }
        panic!("it never came: {:#?}", self.words());
    }

    /// Lets time pass until the window says something, and until the map shows what it speaks of.
    #[track_caller]
    pub fn wait_for(&mut self, text: &str) {
        let text = french(text);
        self.step_until(|window| window.says(&text));
        self.settle();
        // What floats over the map takes its place in the next frames.
        self.harness.run_steps(3);
    }

    /// Lets time pass until something is so, and nothing moves any more.
    #[track_caller]
    pub fn run_until(&mut self, is_so: impl Fn(&Self) -> bool) {
        self.step_until(is_so);
        self.harness.run();
    }

    /// Lets seconds pass on the program's clock.
    pub fn pass(&mut self, seconds: f32) {
        self.harness.run_steps((seconds * 60.0).ceil() as usize);
        self.settle();
    }

    /// Lets time pass until what the map shows is what the document asks for.
    pub fn settle(&mut self) {
        // The map asks for its picture in the frame after what changed.
        self.harness.run_steps(2);
        for _ in 0..MOST_WAITS {
            if !self.harness.state().is_loading() {
                return;
            }
            thread::sleep(PAUSE);
            self.harness.step();
        }
    }

    /// Where a person stands before the map.
    pub fn standpoint(&self) -> &Standpoint {
        self.harness.state().session().standpoint()
    }

    /// The level that the map shows.
    pub fn level(&self) -> Level {
        self.harness.state().session().level()
    }

    /// What a person has chosen.
    pub fn document(&self) -> &Document {
        self.harness.state().session().document()
    }

    // Hearing.

    /// Everything that the tree says, in its order.
    pub fn words(&self) -> Vec<String> {
        let said = |node: Node<'_>| {
            let node = node.accesskit_node();
            match node.role() {
                Role::TextRun => None,
                Role::Label => node.value(),
                Role::ComboBox => node
                    .label()
                    .map(|label| format!("{label}\u{202f}: {}", node.value().unwrap_or_default())),
                _ => node.label(),
            }
        };
        // The blanks of guillemets don't break; a person hears none of them.
        let heard = |words: String| words.replace("«\u{a0}", "« ").replace("\u{a0}»", " »");
        self.harness.root().children_recursive().filter_map(said).map(heard).collect()
    }

    /// Whether something that the tree says contains a text.
    pub fn says(&self, text: &str) -> bool {
        let text = french(text);
        self.words().iter().any(|words| words.contains(&text))
    }

    /// Fails, with everything that is said, unless a text is.
    #[track_caller]
    pub fn hears(&self, text: &str) {
        assert!(self.says(text), "« {text} » is not among {:#?}", self.words());
    }

    /// The lines of the legend with their counts, from top to bottom.
    pub fn legend(&self) -> Vec<String> {
        let legend = self.harness.get_by_role(Role::Group).rect();
        let lines = self.harness.query_all_by_role(Role::Button);
        lines
            .filter(|node| legend.contains_rect(node.rect()))
            .filter_map(|node| node.accesskit_node().label())
            // A line without a territory keeps its place, in grey.
            .filter(|line| !line.ends_with("\u{202f}: 0"))
            .collect()
    }

    /// What the map says of a territory: « Lorraine : 100 % ».
    #[track_caller]
    pub fn territory(&self, name: &str) -> String {
        self.node_of(name).accesskit_node().label().unwrap_or_default()
    }

    /// What the map says of every territory.
    pub fn territories(&self) -> Vec<String> {
        let labels = self.territory_nodes().filter_map(|node| node.accesskit_node().label());
        labels.collect()
    }

    /// Where the map says it.
    #[track_caller]
    pub fn place(&self, name: &str) -> Pos2 {
        self.node_of(name).rect().center()
    }

    /// The map.
    #[track_caller]
    pub fn map(&self) -> Rect {
        self.harness.get_by_role(Role::Canvas).rect()
    }

    /// The button of that name.
    #[track_caller]
    pub fn button<'a>(&'a self, label: &'a str) -> Node<'a> {
        let of = |role| self.harness.query_all_by_role(role).find(|node| is_named(node, label));
        // A tab may tell a number behind its name.
        let counted = || {
            let start = format!("{label} (");
            let begins = |node: &Node<'_>| {
                node.accesskit_node().label().is_some_and(|label| label.starts_with(&start))
            };
            self.harness.query_all_by_role(Role::RadioButton).find(begins)
        };
        let found = [Role::Button, Role::RadioButton, Role::MenuItem, Role::Link]
            .into_iter()
            .find_map(of)
            .or_else(counted);
        found.unwrap_or_else(|| panic!("no button « {label} » among {:#?}", self.words()))
    }

    /// The entry of the open menu, by how its name begins.
    #[track_caller]
    pub fn entry(&self, label: &str) -> Node<'_> {
        let entries = [Role::MenuItem, Role::MenuItemRadio, Role::MenuItemCheckBox];
        let begins = |node: &Node<'_>| {
            let words = node.accesskit_node().label().unwrap_or_default();
            words.strip_prefix(label).is_some_and(|rest| rest.is_empty() || rest.starts_with(' '))
        };
        let mut of_role = entries.iter().map(|role| self.harness.query_all_by_role(*role));
        let found = of_role.find_map(|mut nodes| nodes.find(begins));
        found.unwrap_or_else(|| panic!("no entry « {label} » among {:#?}", self.words()))
    }

    /// Whether a control shows itself as the one chosen.
    #[track_caller]
    pub fn is_chosen(&self, label: &str) -> bool {
        self.button(label).accesskit_node().toggled() == Some(egui::accesskit::Toggled::True)
    }

    #[track_caller]
    fn node_of(&self, name: &str) -> Node<'_> {
        let start = format!("{name}\u{202f}: ");
        let starts = |node: &Node<'_>| {
            node.accesskit_node().label().is_some_and(|label| label.starts_with(&start))
        };
        let found = self.territory_nodes().find(starts);
        found.unwrap_or_else(|| panic!("« {name} » is not among {:#?}", self.territories()))
    }

    fn territory_nodes(&self) -> impl Iterator<Item = Node<'_>> {
        // The map gives its territories small nodes; other buttons are larger.
        let small = |node: &Node<'_>| node.rect().width() < 10.0;
        self.harness.query_all_by_role(Role::Button).filter(small)
    }

    /// What has the focus: its role, its name and where it is.
    pub fn focused(&self) -> Option<Focused> {
        let mut nodes = self.harness.root().children_recursive();
        nodes.find(|node| node.accesskit_node().is_focused()).map(|node| {
            let said = node.accesskit_node();
            let name = said.label().filter(|name| !name.is_empty()).or_else(|| said.value());
            Focused {
                role: said.role(),
                name: name.unwrap_or_default(),
                rect: node.rect(),
                region: around(&node, &REGIONS).and_then(|region| region.label()),
                in_dialog: around(&node, &[Role::Dialog]).is_some(),
            }
        })
    }

    /// The name of what has the focus; nothing where nothing has.
    pub fn focused_name(&self) -> String {
        self.focused().map(|focused| focused.name).unwrap_or_default()
    }

    // Doing.

    /// Clicks a button.
    #[track_caller]
    pub fn click(&mut self, label: &str) {
        self.button(label).click();
        self.harness.run();
        self.leave();
    }

    /// Clicks an entry of a menu.
    #[track_caller]
    pub fn choose(&mut self, menu: &str, entry: &str) {
        self.open_menu(menu);
        self.entry(entry).click();
        self.harness.run();
        self.leave();
    }

    /// Chooses a line of a list that drops down, by how the line begins.
    #[track_caller]
    pub fn pick(&mut self, list: &str, line: &str) {
        self.harness.get_by_role_and_label(Role::ComboBox, list).click();
        self.harness.run();
        let mut lines = self.harness.query_all_by_role(Role::MenuItemRadio);
        let begins = |node: &Node<'_>| {
            node.accesskit_node().label().is_some_and(|label| label.starts_with(line))
        };
        let found = lines.find(begins);
        found.unwrap_or_else(|| panic!("no line « {line} » in « {list} »")).click();
        drop(lines);
        self.harness.run();
        self.leave();
    }

    /// What a list that drops down shows while it is closed.
    #[track_caller]
    pub fn picked(&self, list: &str) -> String {
        let list = self.harness.get_by_role_and_label(Role::ComboBox, list);
        list.accesskit_node().value().unwrap_or_default()
    }

    /// Opens a menu.
    #[track_caller]
    pub fn open_menu(&mut self, menu: &str) {
        self.button(menu).click();
        self.harness.run();
    }

    /// Presses a key.
    pub fn press(&mut self, key: Key) {
        self.press_with(Modifiers::NONE, key);
    }

    /// Presses a key while others are held.
    pub fn press_with(&mut self, modifiers: Modifiers, key: Key) {
        self.harness.key_press_modifiers(modifiers, key);
        self.harness.run();
        assert_lines_hold(self);
    }

    /// Goes back date by date until one satisfies.
    #[track_caller]
    pub fn go_back_until(&mut self, enough: impl Fn(Date) -> bool) {
        for _ in 0..=self.harness.state().session().dates().len() {
            if self.document().date.is_some_and(&enough) {
                return;
            }
            self.press_with(CTRL, Key::ArrowLeft);
        }
        panic!("no date satisfies; the last was {:?}", self.document().date);
    }
}
