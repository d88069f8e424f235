package dev.synchronizer.content;

import dev.synchronizer.content.Violations.Place;
import dev.synchronizer.value.BlockParts;
import dev.synchronizer.value.UnfitValueException;
import dev.synchronizer.value.ValueForm;
import dev.synchronizer.value.ValueKey;
import dev.synchronizer.value.Values;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads values as people write them, by the data types of their properties, and puts them in the place of others. */
final class WrittenValues {
    private final ItemType type;
    private final BlockParts parts;
    private final Violations violations;
    private Values values;
    private Values orphaned;

    private WrittenValues(ItemType type, BlockParts parts, Values values, Values orphaned) {
        this.type = type;
        this.parts = parts;
        this.values = values;
        this.orphaned = orphaned;
        violations = new Violations(type.name());
    }

    /**
     * Values with what is written; what is written as nothing, such as an empty list, is left out.
     *
     * @throws InvalidItemException if a property does not exist, or a text is no value of its data type
     */
    static Values over(Values before, ItemType type, Map<ValueKey, String> texts, BlockParts parts) {
        WrittenValues written = new WrittenValues(type, parts, before, Values.none());
        texts.forEach(written::put);
        written.violations.throwIfAny();
        return written.values;
    }

    /**
     * The item with what is written, and without what is cleared.
     *
     * @throws InvalidItemException if a property does not exist, or a text is no value of its data type
     */
    static Item edit(
            Item item, ItemType type, Map<ValueKey, String> texts, Collection<ValueKey> cleared, BlockParts parts) {
        WrittenValues written = new WrittenValues(type, parts, item.values(), item.orphaned());
        cleared.forEach(written::clear);
        texts.forEach(written::put);
        written.violations.throwIfAny();
        return item.with(written.values, written.orphaned);
    }

    private void put(ValueKey key, String text) {
        Place place = new Place(key.property(), key.language());
        ItemProperty property = GivenValues.require(type, place, violations);
        if (property != null && GivenValues.hasLanguage(property, place, violations)) {
            values = values.with(key, parsed(property, key, text));
        }
    }

    private @Nullable Object parsed(ItemProperty property, ValueKey key, String text) {
        try {
            return ValueForm.parse(property.type(), text, parts);
        } catch (UnfitValueException e) {
            violations.addUnfit(property, key.language(), ValueForm.shown(text), e.getMessage());
            return null;
        }
    }

    private void clear(ValueKey key) {
        Place place = new Place(key.property(), key.language());
        ItemProperty property = type.property(key.property()).orElse(null);
        if (property == null) {
            violations.addUnknownProperty(type, place, any -> true);
        } else if (key.language().isEmpty()) {
            values = values.without(property.name());
            orphaned = orphaned.without(property.name());
        } else {
            clear(property, key, place);
        }
    }

    /** What it holds in a language can be taken away, even where nothing could be given any more. */
    private void clear(ItemProperty property, ValueKey key, Place place) {
        boolean holds = values.get(key).isPresent() || orphaned.get(key).isPresent();
        if (holds || GivenValues.hasLanguage(property, place, violations)) {
            values = values.with(key, null);
            orphaned = orphaned.with(key, null);
        }
    }
}
