//! What is worked out once for what it depends on.

use std::sync::Arc;

/// A value, and the key that it was made for: as long as the key stays the same, so does the value.
///
/// The key holds all that the value depends on; shared data enter it as [`Same`].
pub struct Memo<K, V>(Option<(K, V)>);

impl<K, V> Default for Memo<K, V> {
    fn default() -> Self {
        Self(None)
    }
}

impl<K: PartialEq, V> Memo<K, V> {
    /// The value for a key; made anew only for another key than last time.
    pub fn get(&mut self, key: K, make: impl FnOnce(&K) -> V) -> &V {
        if self.0.as_ref().is_some_and(|(known, _)| *known != key) {
            self.0 = None;
        }
        let (_, value) = self.0.get_or_insert_with(|| {
            let value = make(&key);
            (key, value)
        });
        value
    }

    /// The value that was made for a key, if it is the last one.
    pub fn known(&self, key: &K) -> Option<&V> {
        self.0.as_ref().filter(|(known, _)| known == key).map(|(_, value)| value)
    }

    /// Takes a value that was made elsewhere.
    pub fn set(&mut self, key: K, value: V) {
        self.0 = Some((key, value));
    }
}

/// Shared data, equal to itself alone: comparing it costs nothing.
pub struct Same<T: ?Sized>(pub Arc<T>);

impl<T: ?Sized> PartialEq for Same<T> {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.0, &other.0)
    }
}

impl<T: ?Sized> Clone for Same<T> {
    fn clone(&self) -> Self {
        Self(Arc::clone(&self.0))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_value_is_made_once_for_a_key() {
        let mut memo = Memo::default();
        let mut made = 0;
        for (key, expected) in [(1, 10), (1, 10), (2, 20), (1, 10)] {
            let value = *memo.get(key, |key| {
                made += 1;
                key * 10
            });
            assert_eq!(value, expected);
        }
        assert_eq!(made, 3);
        assert_eq!((memo.known(&1), memo.known(&2)), (Some(&10), None));
    }

    #[test]
    fn shared_data_are_equal_to_themselves_alone() {
        let one = Arc::new([1, 2]);
        assert!(Same(Arc::clone(&one)) == Same(Arc::clone(&one)));
        assert!(Same(one) != Same(Arc::new([1, 2])));
    }
}
