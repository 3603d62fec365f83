//! The regions of the window: where the keyboard goes in which order, and what an assistive tool
//! can jump to.

use std::collections::{BTreeSet, HashMap, HashSet};

use egui::{Context, Id, Role, Ui, UiBuilder, WidgetRect, WidgetRects, accesskit};

/// A part of the window, in the order in which it is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Region {
    /// The menus.
    Menus,
    /// Where one is, and how the window is used.
    Address,
    /// Which data, which schools, which level.
    Bar,
    /// The map, and what floats over it.
    Map,
    /// The panel at the right.
    Side,
    /// The table, or the preview of a file.
    Table,
    /// The dates.
    Timeline,
}

impl Region {
    /// All, as they are read.
    pub const ALL: [Self; 7] =
        [Self::Menus, Self::Address, Self::Bar, Self::Map, Self::Side, Self::Table, Self::Timeline];

    /// Those that one key goes round; menus have a key of their own.
    pub const ROUND: [Self; 5] = [Self::Bar, Self::Map, Self::Side, Self::Table, Self::Timeline];

    fn node(self) -> Id {
        Id::unique("région").with(self)
    }

    fn role(self) -> Role {
        match self {
            Self::Menus => Role::MenuBar,
            Self::Address => Role::Navigation,
            Self::Bar => Role::Toolbar,
            Self::Map => Role::Main,
            Self::Side => Role::Complementary,
            Self::Table | Self::Timeline => Role::Region,
        }
    }

    fn name(self) -> &'static str {
        match self {
            Self::Menus => "Barre de menus",
            Self::Address => "Lieu affiché",
            Self::Bar => "Réglages de la carte",
            Self::Map => "Vue de la carte",
            Self::Side => "Panneau latéral",
            Self::Table => "Panneau sous la carte",
            Self::Timeline => "Chronologie",
        }
    }
}

/// Which parts of the window are which regions, in a frame.
#[derive(Clone, Default)]
pub struct Regions {
    /// By the scope that all of a region stands in.
    scopes: HashMap<Id, Region>,
    /// Edges that one drags: no keyboard moves them.
    edges: HashSet<Id>,
}

impl Regions {
    /// Those of this frame.
    pub fn of(ctx: &Context) -> Self {
        ctx.data(|data| data.get_temp(key())).unwrap_or_default()
    }

    /// The region of a widget, from what it stands in.
    pub fn region(&self, widgets: &WidgetRects, widget: &WidgetRect) -> Option<Region> {
        let mut around = widget.parent_id;
        loop {
            if let Some(region) = self.scopes.get(&around) {
                return Some(*region);
            }
            let above = widgets.get(around)?.parent_id;
            if above == around {
                return None;
            }
            around = above;
        }
    }

    /// Whether it is an edge that one drags.
    pub fn is_edge(&self, id: Id) -> bool {
        self.edges.contains(&id)
    }
}

fn key() -> Id {
    Id::unique("régions de la fenêtre")
}

/// Names the regions to assistive tools, in the order in which they are read: panels are laid out in
/// another. Forgets which widgets stood where.
pub fn begin(ctx: &Context) {
    let before = ctx.data_mut(|data| data.remove_temp::<Regions>(key())).unwrap_or_default();
    let shown: BTreeSet<Region> = before.scopes.values().copied().collect();
    for region in shown {
        declare(ctx, region);
    }
}

fn declare(ctx: &Context, region: Region) {
    ctx.accesskit_node_builder(region.node(), |node| {
        node.set_role(region.role());
        node.set_label(region.name());
    });
}

/// What stands in a region.
pub fn region_ui<R>(ui: &mut Ui, region: Region, add: impl FnOnce(&mut Ui) -> R) -> R {
    declare(ui.ctx(), region);
    let builder = UiBuilder::new().accessibility_parent(region.node());
    let shown = ui.scope_builder(builder, |ui| {
        let scope = ui.unique_id();
        ui.data_mut(|data| {
            data.get_temp_mut_or_default::<Regions>(key()).scopes.insert(scope, region);
        });
        add(ui)
    });
    let bounds = shown.response.rect;
    ui.ctx().accesskit_node_builder(region.node(), |node| {
        node.set_bounds(accesskit::Rect {
            x0: bounds.left().into(),
            y0: bounds.top().into(),
            x1: bounds.right().into(),
            y1: bounds.bottom().into(),
        });
    });
    shown.inner
}

/// Names an edge that one drags. The keyboard passes it by.
pub fn name_edge(ctx: &Context, edge: Id, name: &str) {
    ctx.accesskit_node_builder(edge, |node| {
        node.set_role(Role::Splitter);
        node.set_label(name);
    });
    ctx.data_mut(|data| data.get_temp_mut_or_default::<Regions>(key()).edges.insert(edge));
}
