package dev.synchronizer.content;

import dev.synchronizer.content.Violations.Place;
import dev.synchronizer.problem.ProblemCode;
import dev.synchronizer.value.BlockParts;
import dev.synchronizer.value.Languages;
import dev.synchronizer.value.UnfitValueException;
import dev.synchronizer.value.ValueForm;
import dev.synchronizer.value.ValueKey;
import dev.synchronizer.value.Values;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Brings values that somebody hands in into the one form that they have, and finds those that have no place. */
final class GivenValues {
    private final ItemType type;
    private final BlockParts parts;
    private final Violations violations;
    private final Map<ValueKey, Object> canonical = new TreeMap<>();

    private GivenValues(ItemType type, BlockParts parts, Violations violations) {
        this.type = type;
        this.parts = parts;
        this.violations = violations;
    }

    static Values canonical(ItemType type, Values given, BlockParts parts, Violations violations) {
        GivenValues values = new GivenValues(type, parts, violations);
        given.forEach(values::add);
        return Values.of(values.canonical);
    }

    /** An item that holds in use what is so by now, and out of use what is not: it may have been read before a release. */
    static Item sorted(ItemType type, Item item) {
        Map<ValueKey, Object> all = new TreeMap<>(item.orphaned().asMap());
        all.putAll(item.values().asMap());
        Map<ValueKey, Object> orphaned = new TreeMap<>(all);
        orphaned.keySet().removeIf(key -> isInUse(type, key));
        all.keySet().removeAll(orphaned.keySet());
        return item.with(Values.of(all), Values.of(orphaned));
    }

    /** As far as is known: what is not known is said to be so where it is to be saved. */
    private static boolean isInUse(ItemType type, ValueKey key) {
        return type.property(key.property()).map(ItemProperty::inUse).orElse(true);
    }

    /** What an item is to keep of properties that are out of use: what it holds, or less. */
    static Values kept(HeldItem held, Values given, Violations violations) {
        Map<ValueKey, Object> kept = new TreeMap<>();
        given.forEach((key, value) -> {
            if (held.orphaned().isSameAt(key, given)) {
                kept.put(key, value);
            } else {
                violations.addOutOfUse(key.property(), new Place(key.property(), key.language()), "");
            }
        });
        return Values.of(kept);
    }

    /** The property of a value, where it may be given one; else null, and why not is among the violations. */
    static @Nullable ItemProperty require(ItemType type, Place place, Violations violations) {
        ItemProperty property = type.property(place.path()).orElse(null);
        if (property == null) {
            violations.addUnknownProperty(type, place, ItemProperty::inUse);
            return null;
        }
        if (!property.inUse()) {
            violations.addOutOfUse(property.name(), place, "");
            return null;
        }
        return property;
    }

    private void add(ValueKey key, Object value) {
        Place place = new Place(key.property(), key.language());
        ItemProperty property = require(type, place, violations);
        if (property != null && hasLanguage(property, place, violations)) {
            add(property, key, value);
        }
    }

    /** Whether the property can have a value in the language; else there is a violation. */
    static boolean hasLanguage(ItemProperty property, Place place, Violations violations) {
        if (!place.language().isEmpty() && !property.localized()) {
            violations.add(ProblemCode.WRONG_LANGUAGE, place, "", "localized", property.name() + " is not localized");
            return false;
        }
        try {
            Languages.requireTag(place.language());
            return true;
        } catch (UnfitValueException e) {
            violations.add(ProblemCode.WRONG_LANGUAGE, place, "", "localized", "the value " + e.getMessage());
            return false;
        }
    }

    private void add(ItemProperty property, ValueKey key, Object value) {
        try {
            Object one = ValueForm.canonical(property.type(), value, parts);
            if (one != null) {
                canonical.put(key, one);
            }
        } catch (UnfitValueException e) {
            violations.addUnfit(property, key.language(), "", e.getMessage());
        }
    }
}
