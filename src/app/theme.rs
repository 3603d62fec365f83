//! Colours, sizes and spacings of the interface, from the theme of the drawings.

use egui::{Color32, CornerRadius, Margin, Stroke, Style, TextStyle, Visuals, vec2};

use super::fonts::font;
use crate::{
    cartography::{Colour, Theme},
    scene::Weight,
};

/// Sizes of text, in points: small print, text, headings.
pub const SMALL: f32 = 12.5;
/// Ordinary text.
pub const TEXT: f32 = 14.0;
/// Headings and values.
pub const HEADING: f32 = 20.0;

/// Widest line of the 4-point grid: around groups.
pub const MARGIN: i8 = 12;

/// A colour of a drawing as one of the interface.
pub fn colour(colour: Colour) -> Color32 {
    Color32::from_rgb(colour.red, colour.green, colour.blue)
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
    style.text_styles = [
        (TextStyle::Small, font(SMALL, Weight::Regular)),
        (TextStyle::Body, font(TEXT, Weight::Regular)),
        (TextStyle::Button, font(TEXT, Weight::Regular)),
        (TextStyle::Monospace, font(TEXT, Weight::Regular)),
        (TextStyle::Heading, font(HEADING, Weight::SemiBold)),
    ]
    .into();
    let spacing = &mut style.spacing;
    spacing.item_spacing = vec2(8.0, 6.0);
    spacing.button_padding = vec2(10.0, 4.0);
    spacing.interact_size = vec2(28.0, 28.0);
    spacing.menu_margin = Margin::same(6);
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
    visuals.window_stroke = Stroke::new(1.0, colour(theme.line));
    visuals.window_corner_radius = CornerRadius::same(8);
    visuals.menu_corner_radius = CornerRadius::same(6);
    visuals.hyperlink_color = colour(theme.accent);
    visuals.selection.bg_fill = colour(theme.accent_soft);
    visuals.selection.stroke = Stroke::new(1.0, colour(theme.accent));
    visuals.weak_text_color = Some(colour(theme.text_weak));
    visuals.warn_fg_color = colour(theme.warning);
    let widgets = &mut visuals.widgets;
    let corner = CornerRadius::same(5);
    for widget in [
        &mut widgets.noninteractive,
        &mut widgets.inactive,
        &mut widgets.hovered,
        &mut widgets.active,
        &mut widgets.open,
    ] {
        widget.corner_radius = corner;
        widget.expansion = 0.0;
        widget.fg_stroke = Stroke::new(1.0, text);
    }
    widgets.noninteractive.bg_stroke = Stroke::new(1.0, colour(theme.line));
    widgets.inactive.weak_bg_fill = colour(theme.raised);
    widgets.inactive.bg_fill = colour(theme.line);
    widgets.inactive.bg_stroke = Stroke::new(1.0, colour(theme.line));
    for widget in [&mut widgets.hovered, &mut widgets.active, &mut widgets.open] {
        widget.weak_bg_fill = colour(theme.hovered);
        widget.bg_fill = colour(theme.hovered);
        widget.bg_stroke = Stroke::new(1.0, colour(theme.line_strong));
    }
    // As wide as the others: what has the focus or is pressed moves nothing beside it.
    widgets.active.bg_stroke = Stroke::new(1.0, colour(theme.accent));
    visuals
}
