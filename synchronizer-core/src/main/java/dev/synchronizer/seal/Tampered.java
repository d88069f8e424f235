package dev.synchronizer.seal;

import org.jspecify.annotations.Nullable;

/**
 * What something else than the synchronizer has changed in its tables.
 *
 * @param kind what it is
 * @param key the id of an item, or the name of a type
 * @param name the name of an item; of a type, its name
 * @param type the name of the type, or null where that is not known
 * @param what what is known of the change, as the rest of a sentence
 */
public record Tampered(
        Kind kind, String key, String name, @Nullable String type, String what) {
    /** What can be sealed. */
    public enum Kind {
        ITEM("item"),
        TYPE("type");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        /** The word for it, in lower case. */
        public String word() {
            return word;
        }
    }

    /** What messages call it. */
    public String named() {
        return kind == Kind.ITEM ? "\"" + name + "\" (" + key + ")" : name;
    }
}
