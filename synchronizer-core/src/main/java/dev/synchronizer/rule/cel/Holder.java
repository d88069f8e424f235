package dev.synchronizer.rule.cel;

import dev.cel.common.values.NullValue;
import dev.cel.common.values.SelectableValue;
import dev.synchronizer.annotation.ContentReference;
import dev.synchronizer.annotation.DataType;
import dev.synchronizer.model.PropertyType;
import dev.synchronizer.value.Block;
import dev.synchronizer.value.ValueKey;
import dev.synchronizer.value.Values;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An item or a block as a condition sees it in one evaluation, in one language. */
final class Holder implements SelectableValue<String> {
    private final Shape shape;
    private final Values values;
    private final String language;
    private final Evaluation evaluation;

    Holder(Shape shape, Values values, String language, Evaluation evaluation) {
        this.shape = shape;
        this.values = values;
        this.language = language;
        this.evaluation = evaluation;
    }

    /** The same in another language. */
    Holder inLanguage(String other) {
        return new Holder(shape, values, other, evaluation);
    }

    @Override
    public Object select(String name) {
        Shape.Field field = field(name);
        Object value = value(name, field);
        if (value != null) {
            return shown(field.type(), value);
        }
        if (field.type().isMany()) {
            return List.of();
        }
        if (field.type().base() == DataType.BLOCK) {
            return shown(field.type(), Block.empty());
        }
        evaluation.foundNothing();
        return NullValue.NULL_VALUE;
    }

    @Override
    public Optional<Object> find(String name) {
        Shape.Field field = field(name);
        return Optional.ofNullable(value(name, field)).map(value -> shown(field.type(), value));
    }

    private Shape.Field field(String name) {
        Shape.Field field = shape.fields().get(name);
        if (field == null) {
            throw new IllegalArgumentException(shape.name() + " has no property " + name);
        }
        return field;
    }

    private @Nullable Object value(String name, Shape.Field field) {
        return values.get(new ValueKey(name, field.localized() ? language : "")).orElse(null);
    }

    private Object shown(PropertyType type, Object value) {
        if (value instanceof Collection<?> many) {
            return many.stream().map(element -> one(type, element)).toList();
        }
        return one(type, value);
    }

    private Object one(PropertyType type, Object value) {
        String blockType = type.blockType();
        if (blockType != null && value instanceof Block block) {
            return new Holder(evaluation.block(blockType), block.values(), language, evaluation);
        }
        if (value instanceof Boolean || value instanceof Long || value instanceof Double || value instanceof Instant) {
            return value;
        }
        if (value instanceof Integer number) {
            return number.longValue();
        }
        if (value instanceof BigDecimal number) {
            return number.doubleValue();
        }
        if (value instanceof Locale locale) {
            return locale.toLanguageTag();
        }
        return value instanceof ContentReference reference ? reference.id().toString() : value.toString();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        // Lists can hold the same large item time and again.
        evaluation.lookAtTime();
        return other instanceof Holder holder && values.equals(holder.values);
    }

    @Override
    public int hashCode() {
        return values.hashCode();
    }

    @Override
    public String toString() {
        return shape.name() + " " + values;
    }
}
