package dev.synchronizer.content;

import dev.synchronizer.annotation.DataType;
import dev.synchronizer.content.Violations.Place;
import dev.synchronizer.model.PropertyType;
import dev.synchronizer.value.Block;
import dev.synchronizer.value.ValueKey;
import dev.synchronizer.value.Values;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Goes through the values of an item, and through those of the blocks within them. */
final class ValueWalk {
    private final TypeView types;
    private final Visitor visitor;

    /** Is told of what is met. */
    interface Visitor {
        /** A value of a property of an item or a block. */
        void value(ItemType owner, ItemProperty property, Place place, Object value);

        /** A block as a whole, before its values. */
        default void block(ItemType type, Place place, Values values) {}
    }

    ValueWalk(TypeView types, Visitor visitor) {
        this.types = types;
        this.visitor = visitor;
    }

    void item(ItemType type, Values values) {
        values.forEach((key, value) -> visit(type, key, new Place(key.property(), key.language()), value));
    }

    void value(ItemType type, ValueKey key, Object value) {
        visit(type, key, new Place(key.property(), key.language()), value);
    }

    private void visit(ItemType owner, ValueKey key, Place place, Object value) {
        ItemProperty property = owner.property(key.property()).orElse(null);
        if (property == null) {
            return;
        }
        visitor.value(owner, property, place, value);
        if (property.type().base() == DataType.BLOCK) {
            blocks(property.type(), place, value);
        }
    }

    private void blocks(PropertyType type, Place place, Object value) {
        String blockType = type.blockType();
        ItemType owner = blockType == null ? null : types.type(blockType).orElse(null);
        if (owner == null) {
            return;
        }
        List<Object> all = elements(type, value);
        for (int i = 0; i < all.size(); i++) {
            Values values = ((Block) all.get(i)).values();
            Place at = type.isMany() ? place.element(i + 1) : place;
            visitor.block(owner, at, values);
            values.forEach((key, part) -> visit(owner, key, at.part(key.toString()), part));
        }
    }

    /** The single values that a value consists of. */
    static List<Object> elements(PropertyType type, Object value) {
        return type.isMany() ? new ArrayList<>((Collection<?>) value) : List.of(value);
    }
}
