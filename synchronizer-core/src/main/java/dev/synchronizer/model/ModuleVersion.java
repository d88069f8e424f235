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

    private static final Pattern SEPARATORS =
            Pattern.compile("[^0-9A-Za-z]+|(?<=\\d)(?=[A-Za-z])|(?<=[A-Za-z])(?=\\d)");
    private static final Pattern PREFIX = Pattern.compile("^\\D+(?=\\d)");
    private static final Pattern NUMBER = Pattern.compile("\\d+");
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

    /**
     * Compares versions with patch and qualifier, as build tools order them: number by number, and a version with a
     * qualifier below the same one without. No version is below any.
     */
    public static int compareInFull(@Nullable String one, @Nullable String other) {
        int gate = of(one).compareTo(of(other));
        if (gate != 0 || one == null || other == null) {
            return gate;
        }
        String[] left = parts(one);
        String[] right = parts(other);
        for (int i = 0; i < Math.max(left.length, right.length); i++) {
            int part = comparePart(i < left.length ? left[i] : "0", i < right.length ? right[i] : "0");
            if (part != 0) {
                return part;
            }
        }
        return 0;
    }

    /** What stands before the first number is a prefix such as {@code v}, and no qualifier. */
    private static String[] parts(String version) {
        return SEPARATORS.split(PREFIX.matcher(version).replaceFirst(""), -1);
    }

    private static int comparePart(String one, String other) {
        boolean number = NUMBER.matcher(one).matches();
        boolean otherNumber = NUMBER.matcher(other).matches();
        if (number && otherNumber) {
            return new java.math.BigInteger(one).compareTo(new java.math.BigInteger(other));
        }
        return number == otherNumber ? one.compareToIgnoreCase(other) : number ? 1 : -1;
    }

    @Override
    public int compareTo(ModuleVersion other) {
        return major != other.major ? Long.compare(major, other.major) : Long.compare(minor, other.minor);
    }
}
