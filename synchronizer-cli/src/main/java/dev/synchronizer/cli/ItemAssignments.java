package dev.synchronizer.cli;

import dev.synchronizer.value.ValueKey;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Values of an item as they are written on the command line: {@code property=value}, or {@code property[de]=value}. */
final class ItemAssignments {
    private static final Pattern PLACE = Pattern.compile("([^\\[\\]=]+)(?:\\[([^\\[\\]=]*)])?");

    private final Map<ValueKey, String> texts = new TreeMap<>();
    private final Map<ValueKey, ValueKey> cleared = new TreeMap<>();
    private final Function<String, RuntimeException> failure;

    /** @param failure makes what ends the command, of a message */
    ItemAssignments(Function<String, RuntimeException> failure) {
        this.failure = failure;
    }

    void add(Collection<String> assignments) {
        assignments.forEach(assignment -> {
            int equals = equalsOf(assignment, "property=value");
            put(assignment.substring(0, equals), assignment.substring(equals + 1));
        });
    }

    /** Reads whole files as values. */
    void addFiles(Collection<String> assignments) {
        assignments.forEach(assignment -> {
            int equals = equalsOf(assignment, "property=FILE");
            if (equals == assignment.length() - 1) {
                throw failure.apply("--file: after '" + assignment + "' the file is missing");
            }
            put(assignment.substring(0, equals), content(assignment.substring(equals + 1)));
        });
    }

    void clear(Collection<String> places) {
        places.forEach(given -> {
            ValueKey key = key(given.strip());
            refuseTwice(key, given);
            cleared.put(key, key);
        });
    }

    private int equalsOf(String assignment, String form) {
        int equals = assignment.indexOf('=');
        if (equals < 1) {
            throw failure.apply("'" + assignment + "' is not of the form " + form);
        }
        return equals;
    }

    private void put(String place, String text) {
        ValueKey key = key(place);
        refuseTwice(key, place);
        texts.put(key, text);
    }

    private void refuseTwice(ValueKey key, String place) {
        if (texts.containsKey(key) || cleared.containsKey(key)) {
            throw failure.apply(place + " is given more than once");
        }
    }

    private ValueKey key(String place) {
        Matcher matcher = PLACE.matcher(place);
        if (!matcher.matches()) {
            throw failure.apply("'" + place + "' names neither a property nor property[language]");
        }
        return new ValueKey(matcher.group(1), matcher.group(2) == null ? "" : matcher.group(2));
    }

    private String content(String file) {
        try {
            return Files.readString(InputFile.of(file), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw InputFile.unreadable(file, e);
        }
    }

    Map<ValueKey, String> texts() {
        return texts;
    }

    Collection<ValueKey> cleared() {
        return cleared.keySet();
    }

    boolean isEmpty() {
        return texts.isEmpty() && cleared.isEmpty();
    }
}
