use super::*;

#[test]
fn no_keys_do_two_things() {
    for (index, one) in SHORTCUTS.iter().enumerate() {
        assert!(SHORTCUTS[index + 1..].iter().all(|other| other.keys != one.keys));
    }
}

#[test]
fn the_list_has_every_shortcut_and_each_action_once() {
    let groups = groups();
    let lines: Vec<_> = groups.iter().flat_map(|group| &group.lines).collect();
    for shortcut in &SHORTCUTS {
        let with = |keys: &str| keys.split(", ").any(|one| one == shortcut.keys_label);
        let named = lines.iter().filter(|(keys, label)| with(keys) || *label == shortcut.label);
        assert_eq!(named.count(), 1, "{}", shortcut.keys_label);
    }
    for gesture in ["Ctrl+clic", "Molette", "Double clic", "F6", "F10", "Alt+lettre"] {
        assert!(lines.iter().any(|(keys, _)| keys.contains(gesture)), "{gesture}");
    }
}
