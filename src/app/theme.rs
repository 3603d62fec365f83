//! The look of the interface: its colours, from the theme of the drawings, its sizes and spacings.

mod extents;
mod measures;

use egui::{Color32, Margin, Stroke, Style, TextStyle, Visuals, vec2};

pub use self::{
    extents::{height, on_map, width},
    measures::{radius, size, space, stroke, text},
};
use super::fonts::font;
use crate::{
    cartography::{Colour, Theme},
    scene::Weight,
};

/// A colour of a drawing as one of the interface.
pub fn colour(colour: Colour) -> Color32 {
    Color32::from_rgb(colour.red, colour.green, colour.blue)
}

/// A thin line: an edge, a separation.
pub fn line(of: Colour) -> Stroke {
    Stroke::new(stroke().line, colour(of))
}

/// Room at both sides, and above and below.
pub fn margin(sides: f32, ends: f32) -> Margin {
    Margin::from(vec2(sides, ends))
}

/// The theme that the interface is drawn in now.
pub fn current(ctx: &egui::Context) -> &'static Theme {
    match ctx.theme() {
        egui::Theme::Light => Theme::light(),
        egui::Theme::Dark => Theme::dark(),
    }
}

/// Gives a context both themes; light where the system does not say.
pub fn install(ctx: &egui::Context) {
    ctx.options_mut(|options| options.fallback_theme = egui::Theme::Light);
    for (name, theme) in [(egui::Theme::Light, Theme::light()), (egui::Theme::Dark, Theme::dark())]
    {
        ctx.set_visuals_of(name, visuals(name, theme));
    }
    ctx.all_styles_mut(set_sizes);
}

fn set_sizes(style: &mut Style) {
    let (text, space, size) = (text(), space(), size());
    style.text_styles = [
        (TextStyle::Small, font(text.small, Weight::Regular)),
        (TextStyle::Body, font(text.body, Weight::Regular)),
        (TextStyle::Button, font(text.body, Weight::Regular)),
        (TextStyle::Monospace, font(text.body, Weight::Regular)),
        (TextStyle::Heading, font(text.heading, Weight::SemiBold)),
    ]
    .into();
    let spacing = &mut style.spacing;
    spacing.item_spacing = vec2(space.medium, space.small);
    spacing.button_padding = vec2(space.pad, space.tight);
    spacing.interact_size = vec2(size.target, size.target);
    spacing.icon_width = size.tick;
    spacing.menu_margin = margin(space.small, space.small);
    spacing.scroll.floating = true;
    style.interaction.selectable_labels = true;
    style.interaction.tooltip_delay = 0.3;
    style.url_in_tooltip = true;
}

fn visuals(name: egui::Theme, theme: &Theme) -> Visuals {
    let mut visuals = match name {
        egui::Theme::Light => Visuals::light(),
        egui::Theme::Dark => Visuals::dark(),
    };
    let text = colour(theme.text);
    visuals.panel_fill = colour(theme.panel);
    visuals.window_fill = colour(theme.paper);
    visuals.extreme_bg_color = colour(theme.paper);
    visuals.faint_bg_color = colour(theme.panel);
    visuals.window_stroke = line(theme.line);
    visuals.window_corner_radius = radius().window.into();
    visuals.menu_corner_radius = radius().menu.into();
    visuals.hyperlink_color = colour(theme.accent);
    visuals.selection.bg_fill = colour(theme.accent_soft);
    visuals.selection.stroke = line(theme.accent);
    visuals.weak_text_color = Some(colour(theme.text_weak));
    visuals.warn_fg_color = colour(theme.warning);
    let widgets = &mut visuals.widgets;
    for widget in [
        &mut widgets.noninteractive,
        &mut widgets.inactive,
        &mut widgets.hovered,
        &mut widgets.active,
        &mut widgets.open,
    ] {
        widget.corner_radius = radius().control.into();
        widget.expansion = 0.0;
        widget.fg_stroke = Stroke::new(stroke().line, text);
    }
    widgets.noninteractive.bg_stroke = line(theme.line);
    widgets.inactive.weak_bg_fill = colour(theme.raised);
    widgets.inactive.bg_fill = colour(theme.line);
    // What can be used shows its edge before one points at it.
    widgets.inactive.bg_stroke = line(theme.line_strong);
    for widget in [&mut widgets.hovered, &mut widgets.active, &mut widgets.open] {
        widget.weak_bg_fill = colour(theme.hovered);
        widget.bg_fill = colour(theme.hovered);
        widget.bg_stroke = line(theme.line_strong);
    }
    // As wide as the others: what has the focus or is pressed moves nothing beside it.
    widgets.active.bg_stroke = line(theme.accent);
    visuals
}
