package dev.synchronizer.task;

import java.util.Locale;

/**
 * What a task is about.
 *
 * @param kind what kind of thing, such as {@code ITEM}
 * @param id its identity: of an item its id, of a rule its name, of all else its address
 */
public record TaskKey(String kind, String id) {
    public static final String ITEM = "ITEM";
    public static final String OVERRIDES = "OVERRIDES";
    public static final String DEFINITION = "DEFINITION";
    public static final String RULE = "RULE";

    /** Which items stand below one. */
    public static final String CHILDREN = "CHILDREN";

    public static TaskKey item(Object id) {
        return new TaskKey(ITEM, id.toString());
    }

    /** The definition of a type that administrators have made. */
    public static TaskKey definition(String type) {
        return new TaskKey(DEFINITION, type);
    }

    /**
     * Reads what {@link #toString} writes.
     *
     * @throws IllegalArgumentException if it is no key
     */
    public static TaskKey parse(String text) {
        int colon = text.indexOf(':');
        String kind = colon < 0 ? "" : text.substring(0, colon).toUpperCase(Locale.ROOT);
        return switch (kind) {
            case ITEM, OVERRIDES, DEFINITION, RULE, CHILDREN -> new TaskKey(kind, text.substring(colon + 1));
            default ->
                throw new IllegalArgumentException(text + " is no key; write item:ID, overrides:TYPE[.PROPERTY],"
                        + " definition:TYPE[.PROPERTY] or rule:NAME");
        };
    }

    /** Such as {@code item:0197…}. */
    @Override
    public String toString() {
        return kind.toLowerCase(Locale.ROOT) + ":" + id;
    }
}
