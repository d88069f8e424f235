package dev.synchronizer.cli;

import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads the number of a task. */
final class TaskNumber implements ITypeConverter<Long> {
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,18}");

    @Override
    public Long convert(String value) {
        if (!NUMBER.matcher(value).matches()) {
            throw new TypeConversionException(
                    "'%s' is no number of a task, such as 12; staging tasks shows them".formatted(value));
        }
        return Long.valueOf(value);
    }
}
