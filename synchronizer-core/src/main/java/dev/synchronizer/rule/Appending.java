package dev.synchronizer.rule;

import dev.synchronizer.annotation.DataType;
import dev.synchronizer.catalog.EffectiveProperty;
import dev.synchronizer.model.ColumnText;
import dev.synchronizer.model.PropertyType;
import dev.synchronizer.model.PropertyType.Cardinality;
import dev.synchronizer.value.BlockParts;
import dev.synchronizer.value.UnfitValueException;
import dev.synchronizer.value.ValueForm;
import dev.synchronizer.value.ValueKey;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Adds to what a property has. Done again, it adds nothing. */
final class Appending {
    private static final Set<DataType> TEXTS = EnumSet.of(DataType.STRING, DataType.TEXT, DataType.RICH_TEXT);

    private final PropertyType type;
    private final BlockParts parts;
    private final Object added;

    private Appending(PropertyType type, BlockParts parts, Object added) {
        this.type = type;
        this.parts = parts;
        this.added = added;
    }

    /** @throws UnfitActionException if the property takes nothing like it */
    static Appending to(EffectiveProperty property, String text, BlockParts parts) {
        PropertyType type = property.type();
        if (!type.isMany() && !TEXTS.contains(type.base())) {
            throw new UnfitActionException(
                    property.name() + " is of the data type " + type
                            + ", and only to lists, sets and texts can be added",
                    "set it instead");
        }
        PropertyType one = type.withCardinality(Cardinality.SINGLE);
        try {
            Object added = ValueForm.parse(one, text, parts);
            if (added != null) {
                return new Appending(type, parts, added);
            }
        } catch (UnfitValueException e) {
            throw new UnfitActionException(
                    "the value " + ColumnText.quoted(text) + " for " + property.name() + " " + e.getMessage(),
                    "write a value of the data type " + one);
        }
        throw new UnfitActionException(
                "the value " + ColumnText.quoted(text) + " for " + property.name() + " is none", "write one");
    }

    FittedAction in(String rule, ActionFitting.Place place) {
        return run -> {
            ValueKey key = place.in(run);
            run.put(rule, key, with(run.value(key)));
        };
    }

    private @Nullable Object with(@Nullable Object held) {
        if (held == null) {
            return ValueForm.canonical(type, type.isMany() ? List.of(added) : added, parts);
        }
        if (held instanceof Collection<?> many) {
            if (many.contains(added)) {
                return held;
            }
            List<Object> more = new ArrayList<>(many);
            more.add(added);
            return ValueForm.canonical(type, more, parts);
        }
        String text = (String) held;
        return text.endsWith((String) added) ? text : ValueForm.canonical(type, text + added, parts);
    }
}
