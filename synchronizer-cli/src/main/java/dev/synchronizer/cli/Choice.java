package dev.synchronizer.cli;

import dev.synchronizer.diff.Likeness;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads one of an enum's constants in the form in which the command line has them. */
final class Choice<E extends Enum<E>> implements ITypeConverter<E> {
    private final List<E> constants;
    private final String what;
    private final Function<E, String> label;

    /** In the form that {@code toString} gives. */
    Choice(Class<E> type, String what) {
        this(type, what, E::toString);
    }

    private Choice(Class<E> type, String what, Function<E, String> label) {
        this.constants = Arrays.asList(type.getEnumConstants());
        this.what = what;
        this.label = label;
    }

    /** By their names, in small letters or capitals. */
    static <E extends Enum<E>> Choice<E> byName(Class<E> type, String what) {
        return new Choice<>(type, what, constant -> constant.name().toLowerCase(Locale.ROOT));
    }

    @Override
    public E convert(String value) {
        return constants.stream()
                .filter(constant -> isMeant(constant, value.trim()))
                .findFirst()
                .orElseThrow(() -> new TypeConversionException(unknown(value)));
    }

    private boolean isMeant(E constant, String value) {
        return label.apply(constant).equals(value) || constant.name().equals(value);
    }

    private String unknown(String value) {
        List<String> labels = constants.stream().map(label).toList();
        String nearest = Likeness.nearest(value, labels, 1).stream()
                .findFirst()
                .map(near -> " (did you mean " + near + "?)")
                .orElse("");
        return "'%s' is no %s; there are: %s%s".formatted(value, what, String.join(", ", labels), nearest);
    }
}
