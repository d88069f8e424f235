package dev.synchronizer.value;

import dev.synchronizer.json.JsonIn;

/** Names of kinds of JSON in sentences. */
final class Words {
    private Words() {}

    static String of(JsonIn.Kind kind) {
        return switch (kind) {
            case OBJECT -> "an object";
            case ARRAY -> "an array";
            case TEXT -> "a string";
            case NUMBER -> "a number";
            case FLAG -> "true or false";
            case NOTHING -> "null";
        };
    }
}
