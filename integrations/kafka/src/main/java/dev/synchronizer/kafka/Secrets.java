package dev.synchronizer.kafka;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.types.Password;
import org.jspecify.annotations.Nullable;

/** Values of properties that nobody may read: passwords, and what Kafka itself does not know. Never shows them. */
final class Secrets {
    private static final String HIDDEN = "[hidden]";
    private static final Pattern QUOTED = Pattern.compile("\"([^\"]+)\"");

    /** The longest first, for one may be part of another. */
    private final List<String> values;

    private Secrets(Stream<String> values) {
        this.values = values.filter(value -> !value.isBlank())
                .distinct()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .toList();
    }

    static Secrets among(Map<String, ?> properties, ConfigDef known) {
        return new Secrets(new TreeSet<>(properties.keySet())
                .stream()
                        .filter(name -> isSecret(known.configKeys().get(name)))
                        .map(properties::get)
                        .map(Secrets::text)
                        .flatMap(Secrets::withParts));
    }

    private static boolean isSecret(ConfigDef.@Nullable ConfigKey key) {
        return key == null || key.type() == ConfigDef.Type.PASSWORD;
    }

    private static String text(@Nullable Object value) {
        return value instanceof Password password ? password.value() : String.valueOf(value);
    }

    /** The configuration of a login holds the password between quotation marks. */
    private static Stream<String> withParts(String value) {
        return Stream.concat(
                Stream.of(value), QUOTED.matcher(value).results().map((MatchResult part) -> part.group(1)));
    }

    /** The text without them. */
    String hidden(@Nullable String text) {
        String shown = text == null ? "" : text;
        for (String value : values) {
            shown = shown.replace(value, HIDDEN);
        }
        return shown;
    }

    @Override
    public String toString() {
        return HIDDEN;
    }
}
