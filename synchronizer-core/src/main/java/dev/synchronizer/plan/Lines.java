package dev.synchronizer.plan;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Values as lines of text, read back in the order in which they were written. It is the form for what every start
 * reads, for a fresh process would take longer to load a JSON parser than to do all the rest.
 */
final class Lines {
    private static final String NOTHING = "\\0";

    private final String text;
    private int at;

    Lines(String text) {
        this.text = text;
    }

    static void add(StringBuilder text, @Nullable String value) {
        text.append(value == null ? NOTHING : value.replace("\\", "\\\\").replace("\n", "\\n"))
                .append('\n');
    }

    static void add(StringBuilder text, long number) {
        text.append(number).append('\n');
    }

    /** The next value, which must be there. */
    String text() {
        return Objects.requireNonNull(textOrNull());
    }

    @Nullable
    String textOrNull() {
        int end = text.indexOf('\n', at);
        if (end < 0) {
            throw new IllegalArgumentException("the text ends too early");
        }
        String line = text.substring(at, end);
        at = end + 1;
        if (line.equals(NOTHING)) {
            return null;
        }
        return line.indexOf('\\') < 0 ? line : unescaped(line);
    }

    long number() {
        return Long.parseLong(text());
    }

    private static String unescaped(String line) {
        StringBuilder value = new StringBuilder();
        for (int i = 0; i < line.length(); i++) {
            char each = line.charAt(i);
            if (each == '\\') {
                i++;
                each = line.charAt(i) == 'n' ? '\n' : '\\';
            }
            value.append(each);
        }
        return value.toString();
    }
}
