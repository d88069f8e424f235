package dev.synchronizer.exchange;

import java.time.Duration;
import java.util.regex.Pattern;

/** What options have to be. */
final class Checks {
    private static final Pattern PATH = Pattern.compile("(/[A-Za-z0-9._~-]+)+");

    private Checks() {}

    static void path(String path) {
        if (!PATH.matcher(path).matches()) {
            throw new IllegalArgumentException(
                    "\"" + Shown.of(path) + "\" is no path of an endpoint; give one such as " + SignedEndpoint.PATH);
        }
    }

    static void limit(int bytes) {
        if (bytes < 1 || bytes == Integer.MAX_VALUE) {
            throw new IllegalArgumentException("a limit is at least one byte, and below two GiB: " + bytes);
        }
    }

    static void positive(Duration time) {
        if (time.isNegative() || time.isZero()) {
            throw new IllegalArgumentException("a time is longer than none: " + time);
        }
    }

    static void positive(int number) {
        if (number < 1) {
            throw new IllegalArgumentException("there is at least one: " + number);
        }
    }
}
