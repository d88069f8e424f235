package dev.synchronizer.rule.cel;

import dev.synchronizer.catalog.EffectiveType;
import dev.synchronizer.rule.RuleTypes;
import java.util.Map;
import java.util.TreeMap;

/** A content type with the types of all blocks that its values can embed. Immutable. */
final class Shapes {
    private final Shape root;
    private final Map<String, Shape> byName = new TreeMap<>();

    private Shapes(EffectiveType type, RuleTypes types) {
        root = Shape.of(type.name(), type);
        add(root, types);
    }

    static Shapes of(EffectiveType type, RuleTypes types) {
        return new Shapes(type, types);
    }

    private void add(Shape shape, RuleTypes types) {
        byName.put(shape.name(), shape);
        for (Shape.Field field : shape.fields().values()) {
            String block = field.type().blockType();
            if (block != null && !byName.containsKey(block)) {
                add(Shape.of(block, types.type(block).orElse(null)), types);
            }
        }
    }

    /** That of the items. */
    Shape root() {
        return root;
    }

    Shape block(String name) {
        Shape shape = byName.get(name);
        if (shape == null) {
            throw new IllegalArgumentException("no block of the type " + name + " can be in a " + root.name());
        }
        return shape;
    }

    /** As the language knows them. */
    ShapeTypes types() {
        return ShapeTypes.of(byName.values());
    }
}
