//! The typefaces of the interface: those of the drawings, and one of symbols.

use std::sync::Arc;

use egui::{FontData, FontDefinitions, FontFamily, FontId};

use crate::scene::{FONT_FAMILY, FONT_REGULAR, FONT_SEMIBOLD, Weight};

const SEMIBOLD: &str = "semibold";

/// The font of a weight, `size` points high.
pub fn font(size: f32, weight: Weight) -> FontId {
    match weight {
        Weight::Regular => FontId::proportional(size),
        Weight::SemiBold => FontId::new(size, FontFamily::Name(SEMIBOLD.into())),
    }
}

/// Gives a context the embedded faces, first in every family.
pub fn install(ctx: &egui::Context) {
    let mut fonts = FontDefinitions::default();
    fonts.font_data.insert(FONT_FAMILY.into(), Arc::new(FontData::from_static(FONT_REGULAR)));
    fonts.font_data.insert(SEMIBOLD.into(), Arc::new(FontData::from_static(FONT_SEMIBOLD)));
    let icons = egui_material_icons::font_insert();
    let icon_name = icons.name.clone();
    fonts.font_data.insert(icon_name.clone(), Arc::new(icons.data));
    let fallback = fonts.families.get(&FontFamily::Proportional).cloned().unwrap_or_default();
    let family = |first: &str| {
        let mut names = vec![first.to_owned(), icon_name.clone()];
        names.extend(fallback.iter().cloned());
        names
    };
    fonts.families.insert(FontFamily::Proportional, family(FONT_FAMILY));
    fonts.families.insert(FontFamily::Name(SEMIBOLD.into()), family(SEMIBOLD));
    for icon_family in [egui_material_icons::FONT_FAMILY, egui_material_icons::FONT_FAMILY_OUTLINED]
    {
        fonts.families.insert(FontFamily::Name(icon_family.into()), family(&icon_name));
    }
    ctx.set_fonts(fonts);
}
