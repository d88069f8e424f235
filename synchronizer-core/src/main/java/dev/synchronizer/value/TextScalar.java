package dev.synchronizer.value;

import dev.synchronizer.annotation.DataType;
import dev.synchronizer.model.PropertyType;
import dev.synchronizer.model.ValueText;
import org.jspecify.annotations.Nullable;

/** {@code STRING}, {@code TEXT}, {@code RICH_TEXT} and {@code ENUM}. */
final class TextScalar extends Scalar<String> {
    private final boolean constants;
    private final boolean bounded;

    TextScalar(DataType type) {
        super(type, String.class);
        constants = type == DataType.ENUM;
        bounded = ValueColumn.of(PropertyType.single(type)) == ValueColumn.SHORT_TEXT;
    }

    @Override
    @Nullable
    String adapted(Object given) {
        return constants && given instanceof Enum<?> constant ? constant.name() : null;
    }

    @Override
    String checked(String value) {
        if (constants && value.isEmpty()) {
            throw new UnfitValueException("is not the name of a constant");
        }
        if (bounded && value.length() > ValueText.MAX_STRING_LENGTH) {
            throw new UnfitValueException("has " + value.length() + " characters, and a value of the data type "
                    + type() + " at most " + ValueText.MAX_STRING_LENGTH);
        }
        return Characters.checked(value);
    }

    @Override
    String parsed(String text) {
        return text;
    }
}
