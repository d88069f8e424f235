package dev.synchronizer.rule;

import dev.synchronizer.json.JsonIn;
import dev.synchronizer.json.JsonOut;
import java.io.UncheckedIOException;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The arguments of an action of the application: {@code key=value}, and {@code key="a value"} as a string of JSON. */
final class ArgumentText {
    private static final Pattern ARGUMENT = Pattern.compile(
            "\\s+([^\\s=\"\\[\\]]+)=(?:(\"(?:[^\"\\\\]|\\\\.)*+\")|([^\\s\"]*))(?=\\s|$)",
            Pattern.UNICODE_CHARACTER_CLASS);
    private static final Pattern PLAIN = Pattern.compile("[^\\s\"\\p{Cntrl}]*", Pattern.UNICODE_CHARACTER_CLASS);

    private ArgumentText() {}

    static SortedMap<String, String> parse(String text, String rest) {
        SortedMap<String, String> arguments = new TreeMap<>();
        String left = rest.stripTrailing();
        Matcher matcher = ARGUMENT.matcher(left);
        int end = 0;
        while (matcher.find() && matcher.start() == end) {
            String quoted = matcher.group(2);
            String value = quoted == null ? matcher.group(3) : unquoted(text, quoted);
            if (arguments.put(matcher.group(1), value) != null) {
                throw ActionText.noAction(text, "gives the argument " + matcher.group(1) + " more than once");
            }
            end = matcher.end();
        }
        if (end != left.length()) {
            throw ActionText.noAction(text, "has something other than arguments behind the name of the action");
        }
        return arguments;
    }

    private static String unquoted(String text, String quoted) {
        try {
            return JsonIn.read(quoted, JsonIn::text);
        } catch (UncheckedIOException e) {
            throw ActionText.noAction(text, "has an argument in quotes that is no string of JSON");
        }
    }

    static String print(SortedMap<String, String> arguments) {
        StringBuilder text = new StringBuilder();
        arguments.forEach((key, value) -> text.append(' ')
                .append(key)
                .append('=')
                .append(PLAIN.matcher(value).matches() ? value : JsonOut.compact(out -> out.text(value))));
        return text.toString();
    }
}
