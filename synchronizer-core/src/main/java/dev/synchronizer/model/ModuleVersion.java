package dev.synchronizer.model;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The part of a module's version that the version gate looks at. Patch and qualifier never gate (C3).
 *
 * @param major the first number, or -1 where there is no version, which is lower than any
 * @param minor the second number, 0 where it is left out
 */
public record ModuleVersion(long major, long minor) implements Comparable<ModuleVersion> {
    /** What a module without a version counts as. */
    public static final ModuleVersion NONE = new ModuleVersion(-1, 0);

    private static final Pattern NUMBERS = Pattern.compile("\\D*?(\\d{1,18})(?:\\.(\\d{1,18}))?.*", Pattern.DOTALL);

    /** Reads the leading numbers of a version such as {@code 2.3.0-rc1} or {@code v2.3}; null and no number is none. */
    public static ModuleVersion of(@Nullable String version) {
        if (version == null) {
            return NONE;
        }
        Matcher matcher = NUMBERS.matcher(version);
        if (!matcher.matches()) {
            return NONE;
        }
        String minor = matcher.group(2);
        return new ModuleVersion(Long.parseLong(matcher.group(1)), minor == null ? 0 : Long.parseLong(minor));
    }

    @Override
    public int compareTo(ModuleVersion other) {
        return major != other.major ? Long.compare(major, other.major) : Long.compare(minor, other.minor);
    }
}
