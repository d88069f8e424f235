package dev.synchronizer.cli;

import dev.synchronizer.plan.OrphanPolicy;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads {@code delete}, {@code keep} or {@code quarantine:DAYS}. */
final class OrphansConverter implements ITypeConverter<OrphanPolicy> {
    private static final Pattern QUARANTINE = Pattern.compile("quarantine:([1-9][0-9]{0,4})");

    @Override
    public OrphanPolicy convert(String value) {
        Matcher quarantine = QUARANTINE.matcher(value);
        if (quarantine.matches()) {
            return new OrphanPolicy.Quarantine(Duration.ofDays(Long.parseLong(quarantine.group(1))));
        }
        return switch (value) {
            case "delete" -> new OrphanPolicy.Delete();
            case "keep" -> new OrphanPolicy.Keep();
            default ->
                throw new TypeConversionException(
                        "'%s' is no policy for orphans; there are: delete, keep, quarantine:DAYS, such as quarantine:30"
                                .formatted(value));
        };
    }
}
