package dev.synchronizer.saving;

import dev.synchronizer.model.Address;
import java.util.UUID;

/**
 * What is saved.
 *
 * @param kind what kind of thing it is
 * @param key its identity: of an item its id, of all else its address
 * @param type the name of the type: of the item, or that which is concerned itself or owns the property
 * @param name its name for people: of an item the one that it had before, of all else its address
 */
public record Subject(SubjectKind kind, String key, String type, String name) {
    public static Subject ofItem(UUID id, String type, String name) {
        return new Subject(SubjectKind.ITEM, id.toString(), type, name);
    }

    public static Subject of(SubjectKind kind, Address address) {
        return new Subject(kind, address.toString(), address.type(), address.toString());
    }

    /** Such as {@code "A title" (0197…)}, or {@code Article.teaser}. */
    @Override
    public String toString() {
        return kind == SubjectKind.ITEM ? "\"" + name + "\" (" + key + ")" : name;
    }
}
