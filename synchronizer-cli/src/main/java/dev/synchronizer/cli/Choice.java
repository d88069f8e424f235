package dev.synchronizer.cli;

import dev.synchronizer.diff.Likeness;
import java.util.Arrays;
import java.util.List;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads one of an enum's constants in the form that its {@code toString} gives. */
final class Choice<E extends Enum<E>> implements ITypeConverter<E> {
    private final List<E> constants;
    private final String what;

    Choice(Class<E> type, String what) {
        this.constants = Arrays.asList(type.getEnumConstants());
        this.what = what;
    }

    @Override
    public E convert(String value) {
        return constants.stream()
                .filter(constant -> constant.toString().equals(value.trim()))
                .findFirst()
                .orElseThrow(() -> new TypeConversionException(unknown(value)));
    }

    private String unknown(String value) {
        List<String> labels = constants.stream().map(E::toString).toList();
        String nearest = Likeness.nearest(value, labels, 1).stream()
                .findFirst()
                .map(near -> " (did you mean " + near + "?)")
                .orElse("");
        return "'%s' is no %s; there are: %s%s".formatted(value, what, String.join(", ", labels), nearest);
    }
}
