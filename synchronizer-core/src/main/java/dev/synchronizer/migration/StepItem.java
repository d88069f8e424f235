package dev.synchronizer.migration;

import dev.synchronizer.store.StoredItem;
import dev.synchronizer.value.BlockParts;
import dev.synchronizer.value.BlockParts.Part;
import dev.synchronizer.value.Languages;
import dev.synchronizer.value.UnfitValueException;
import dev.synchronizer.value.ValueForm;
import dev.synchronizer.value.ValueKey;
import dev.synchronizer.value.Values;
import java.time.Instant;
import java.util.Optional;
import java.util.SortedSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An item on which a migration step works. Values are of the classes that {@link Values} lists; those that are set have to
 * be of their property's data type, and are held against none of its rules.
 *
 * <p>It is written at the end of its batch. After that it can still be read, as it was written, but no longer set.
 *
 * <p>Every method with a property throws an {@link IllegalArgumentException} if the item's type has none of that name.
 */
public final class StepItem {
    private final StoredItem row;
    private final StepNames.Type type;
    private final BlockParts parts;
    private final Values before;
    private Values values;
    private String name;
    private boolean written;

    StepItem(StoredItem row, StepNames.Type type, BlockParts parts, Values before) {
        this.row = row;
        this.type = type;
        this.parts = parts;
        this.before = before;
        values = before;
        name = row.name();
    }

    public UUID id() {
        return row.id();
    }

    public String name() {
        return name;
    }

    String type() {
        return type.name();
    }

    /** Its row before it was changed. */
    StoredItem row() {
        return row;
    }

    long revision() {
        return row.revision();
    }

    /** What it held before the step came upon it. */
    Values before() {
        return before;
    }

    boolean isChanged() {
        return !before.equals(values) || !name.equals(row.name());
    }

    /** Its row, as it is once somebody has saved it. */
    StoredItem saved(Instant at, String by) {
        return row.saved(name, row.parent(), at, by);
    }

    /** All of its values, also those of properties that code no longer declares. */
    public Values values() {
        return values;
    }

    /** The value of no language in particular. */
    public Optional<Object> get(String property) {
        return get(property, "");
    }

    public Optional<Object> get(String property, String language) {
        part(property);
        return values.get(property, Languages.canonical(language));
    }

    /** The languages in which it has a value, sorted; the empty one for a value of none in particular. */
    public SortedSet<String> languages(String property) {
        part(property);
        return values.languages(property);
    }

    /**
     * Sets the value of no language in particular; null takes it away.
     *
     * @throws UnfitValueException if it is none of the property's data type
     * @throws IllegalStateException if the item was written already
     */
    public void set(String property, @Nullable Object value) {
        set(property, "", value);
    }

    /**
     * Sets the value in a language; null takes it away.
     *
     * @throws UnfitValueException if it is none of the property's data type, or the property is not localized
     * @throws IllegalStateException if the item was written already
     */
    public void set(String property, String language, @Nullable Object value) {
        requireNotWritten();
        Part part = part(property);
        try {
            ValueKey key = new ValueKey(property, Languages.canonical(language));
            values = values.with(key, value == null ? null : fit(part, key, value));
        } catch (UnfitValueException e) {
            throw new UnfitValueException("the value of " + type.name() + "." + property + " " + e.getMessage());
        }
    }

    private @Nullable Object fit(Part part, ValueKey key, Object value) {
        if (!key.language().isEmpty() && !part.localized()) {
            throw new UnfitValueException("is given for the language " + key.language() + ", and it is not localized");
        }
        return ValueForm.canonical(part.type(), value, parts);
    }

    /**
     * Takes away the values in all languages.
     *
     * @throws IllegalStateException if the item was written already
     */
    public void clear(String property) {
        requireNotWritten();
        part(property);
        values = values.without(property);
    }

    void rename(String other) {
        requireNotWritten();
        name = other;
    }

    /** From here on, it cannot be set any more. */
    void written() {
        written = true;
    }

    private void requireNotWritten() {
        if (written) {
            throw new IllegalStateException(
                    "the item " + place() + " was written at the end of its batch; collect in one"
                            + " forEach what there is to know, and set it in a second forEach");
        }
    }

    /** Which item it is, in words for people. */
    String place() {
        return id() + " (" + name() + ")";
    }

    /** Whether its type has a property of this name. */
    boolean hasProperty(String property) {
        return type.properties().containsKey(property);
    }

    /** The property as values of it are stored; null where nobody knows any more what they embed. */
    @Nullable
    Part knownPart(String property) {
        return parts.of(type.property(property));
    }

    private Part part(String property) {
        Part part = knownPart(property);
        if (part == null) {
            throw new IllegalArgumentException(
                    "nobody knows any more which block the property " + type.name() + "." + property + " embeds");
        }
        return part;
    }
}
