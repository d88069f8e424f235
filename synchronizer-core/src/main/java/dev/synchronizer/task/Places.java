package dev.synchronizer.task;

import org.jspecify.annotations.Nullable;

/** How places of items are called. */
public final class Places {
    public static final String NAME = "name";
    public static final String TYPE = "type";
    public static final String PARENT = "parent";

    /** The id of the item with which it came into the recycle bin. */
    public static final String DELETED = "deleted";

    private static final String VALUES = "values.";

    private Places() {}

    /** Such as {@code values.title} or {@code values.title[de]}. */
    public static String value(String property, String language) {
        return VALUES + property + (language.isEmpty() ? "" : "[" + language + "]");
    }

    /** The property whose value stands at a place; null where that is none of a value. */
    public static @Nullable String property(String place) {
        if (!place.startsWith(VALUES)) {
            return null;
        }
        int bracket = place.indexOf('[');
        return place.substring(VALUES.length(), bracket < 0 ? place.length() : bracket);
    }

    /** The language of a value; empty where it is of none in particular. */
    public static String language(String place) {
        int bracket = place.indexOf('[');
        return bracket < 0 ? "" : place.substring(bracket + 1, place.length() - 1);
    }
}
