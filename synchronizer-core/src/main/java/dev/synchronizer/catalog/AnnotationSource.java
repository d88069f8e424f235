package dev.synchronizer.catalog;

import dev.synchronizer.model.SettingKey;
import dev.synchronizer.model.SettingValue;
import java.util.Map;
import java.util.stream.Collectors;

/** Writes settings as Java annotations. */
final class AnnotationSource {
    private AnnotationSource() {}

    /** Such as {@code @Property(required = false, prompt = "Why?")}. */
    static String of(SettingKey.Scope scope, Map<SettingKey, SettingValue> elements) {
        String name = scope == SettingKey.Scope.TYPE ? "@ContentType" : "@Property";
        return elements.entrySet().stream()
                .map(element -> element.getKey().label() + " = " + value(element.getValue()))
                .collect(Collectors.joining(", ", name + "(", ")"));
    }

    private static String value(SettingValue value) {
        if (value instanceof SettingValue.Text text) {
            return literal(text.value());
        }
        if (value instanceof SettingValue.Texts texts) {
            return texts.values().stream().map(AnnotationSource::literal).collect(Collectors.joining(", ", "{", "}"));
        }
        return value.toString();
    }

    private static String literal(String text) {
        return text.codePoints().mapToObj(AnnotationSource::escaped).collect(Collectors.joining("", "\"", "\""));
    }

    /** Whatever shows is written as it is, letters of every script too; what nobody would see there is escaped. */
    private static String escaped(int sign) {
        return switch (sign) {
            case '"' -> "\\\"";
            case '\\' -> "\\\\";
            case '\n' -> "\\n";
            // As a unicode escape it would end the line, and with it the literal.
            case '\r' -> "\\r";
            case '\t' -> "\\t";
            default -> shows(sign) ? Character.toString(sign) : unicode(sign);
        };
    }

    private static boolean shows(int sign) {
        return switch (Character.getType(sign)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            case Character.SPACE_SEPARATOR -> sign == ' ';
            default -> true;
        };
    }

    private static String unicode(int sign) {
        return Character.toString(sign).chars().mapToObj("\\u%04x"::formatted).collect(Collectors.joining());
    }
}
