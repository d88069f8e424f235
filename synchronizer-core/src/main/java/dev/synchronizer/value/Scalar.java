package dev.synchronizer.value;

import dev.synchronizer.annotation.DataType;
import dev.synchronizer.json.JsonIn;
import dev.synchronizer.json.JsonOut;
import dev.synchronizer.model.ValueText;
import org.jspecify.annotations.Nullable;

/**
 * The values of one data type other than {@code BLOCK}: what is taken for one, and its forms in text, JSON and rows.
 *
 * @param <T> the Java class of canonical values
 */
abstract class Scalar<T> {
    private final DataType type;
    private final Class<T> javaClass;

    Scalar(DataType type, Class<T> javaClass) {
        this.type = type;
        this.javaClass = javaClass;
    }

    final DataType type() {
        return type;
    }

    /** The one form of a value that is given in any of its Java classes. */
    final T canonical(Object given) {
        T value = javaClass.isInstance(given) ? javaClass.cast(given) : adapted(given);
        if (value == null) {
            throw new UnfitValueException("is of the Java class "
                    + given.getClass().getName() + ", which has no values of the data type " + type);
        }
        return checked(value);
    }

    /** A value of another Java class as one of the canonical class; null where that class has none. */
    @Nullable
    T adapted(Object given) {
        return null;
    }

    /** A value of the canonical class in its one form, if the store can hold it. */
    T checked(T value) {
        return value;
    }

    /** Reads a text in the form that people write. */
    final T parse(String text) {
        ValueText.problemOf(text, type).ifPresent(problem -> {
            throw new UnfitValueException(problem);
        });
        return checked(parsed(text));
    }

    /** Reads a text that is in the form. */
    abstract T parsed(String text);

    /** The text that {@link #parse} reads. */
    final String text(Object value) {
        return textOf(javaClass.cast(value));
    }

    String textOf(T value) {
        return value.toString();
    }

    /** What a text says, unless it is in another form or says more than a value can keep. */
    final @Nullable T fromText(String text) {
        if (ValueText.problemOf(text, type).isPresent()) {
            return null;
        }
        try {
            T value = checked(parsed(text));
            return saysAll(value, text) ? value : null;
        } catch (UnfitValueException e) {
            return null;
        }
    }

    /** Whether a value says all that the text says that it was read from. */
    boolean saysAll(T value, String text) {
        return textOf(value).equals(text);
    }

    void write(Object value, JsonOut out) {
        out.text(text(value));
    }

    T read(JsonIn in) {
        require(JsonIn.Kind.TEXT, in);
        return parse(in.text());
    }

    final void require(JsonIn.Kind kind, JsonIn in) {
        if (in.peek() != kind) {
            throw new UnfitValueException(
                    "is " + in.peek().words() + ", and a value of the data type " + type + " is " + kind.words());
        }
    }

    final Object toColumn(Object value) {
        return columnOf(javaClass.cast(value));
    }

    Object columnOf(T value) {
        return value;
    }

    T fromColumn(Object column) {
        return javaClass.cast(column);
    }
}
