package dev.synchronizer.cli;

import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads the number of an item's revision. */
final class RevisionNumber implements ITypeConverter<Long> {
    private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,17}");

    @Override
    public Long convert(String value) {
        if (!NUMBER.matcher(value).matches()) {
            throw new TypeConversionException("'%s' is no number of a revision, such as 3".formatted(value));
        }
        return Long.valueOf(value);
    }
}
