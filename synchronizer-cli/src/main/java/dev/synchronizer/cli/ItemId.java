package dev.synchronizer.cli;

import java.util.UUID;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads the id of an item, all of its 36 characters. */
final class ItemId implements ITypeConverter<UUID> {
    private static final Pattern FORM = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    @Override
    public UUID convert(String value) {
        String id = value.strip();
        if (!FORM.matcher(id).matches()) {
            throw new TypeConversionException(
                    "'%s' is no id such as 0197f1de-3c5a-7b1e-9a44-51c4e2a90f3b; content list shows them"
                            .formatted(value));
        }
        return UUID.fromString(id);
    }
}
