package dev.synchronizer.rule.cel;

import com.google.common.collect.ImmutableCollection;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import dev.cel.common.types.CelType;
import dev.cel.common.types.CelTypeProvider;
import dev.cel.common.types.StructType;
import java.util.Collection;
import java.util.Optional;

/** Content types as types of the language, by the names that they have there. */
record ShapeTypes(ImmutableMap<String, CelType> byName) implements CelTypeProvider {
    static ShapeTypes of(Collection<Shape> shapes) {
        return new ShapeTypes(shapes.stream()
                .map(ShapeTypes::struct)
                .collect(ImmutableMap.toImmutableMap(CelType::name, type -> type)));
    }

    private static CelType struct(Shape shape) {
        ImmutableMap.Builder<String, CelType> fields = ImmutableMap.builder();
        shape.fields().forEach((name, field) -> fields.put(name, field.celType()));
        ImmutableMap<String, CelType> byField = fields.buildOrThrow();
        return StructType.create(
                Shape.reference(shape.name()).name(),
                ImmutableSet.copyOf(byField.keySet()),
                name -> Optional.ofNullable(byField.get(name)));
    }

    @Override
    public ImmutableCollection<CelType> types() {
        return byName.values();
    }

    @Override
    public Optional<CelType> findType(String name) {
        return Optional.ofNullable(byName.get(name));
    }
}
