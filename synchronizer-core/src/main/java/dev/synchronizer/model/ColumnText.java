package dev.synchronizer.model;

import java.util.Optional;

/** What a column for names can hold in every supported database, and give back as it was. */
public final class ColumnText {
    /** The longest name or version of a module, name of a type or property, and name of who runs. */
    public static final int MAX_NAME = 255;

    /** The longest name of a class. */
    public static final int MAX_CLASS_NAME = 1_000;

    private static final int SHOWN = 60;
    private static final int REPLACEMENT = 0xFFFD;

    private ColumnText() {}

    /** Why a text cannot be stored, such as "has 300 characters, and 255 at most can be stored"; nothing if it can. */
    public static Optional<String> fault(String text, int maxLength) {
        if (text.length() > maxLength) {
            return Optional.of("has " + text.length() + " characters, and " + maxLength + " at most can be stored");
        }
        return text.codePoints()
                .filter(ColumnText::isUnfit)
                .mapToObj("holds U+%04X, which cannot be stored in a name"::formatted)
                .findFirst();
    }

    /** PostgreSQL refuses U+0000, and half of a surrogate pair has no form in UTF-8. */
    private static boolean isUnfit(int codePoint) {
        return Character.isISOControl(codePoint) || Character.getType(codePoint) == Character.SURROGATE;
    }

    /** What somebody else has to say, with U+FFFD in place of what cannot be stored: a message is to ruin nothing. */
    public static String storable(String message) {
        StringBuilder storable = new StringBuilder(message.length());
        message.codePoints()
                .map(each -> each == 0 || Character.getType(each) == Character.SURROGATE ? REPLACEMENT : each)
                .forEach(storable::appendCodePoint);
        return storable.toString();
    }

    /** A text that may be unfit, in quotes and as far as a message can show it. */
    public static String quoted(String text) {
        int length = Math.min(text.length(), SHOWN);
        String shown = text.substring(0, length)
                .codePoints()
                .map(codePoint -> isUnfit(codePoint) ? '?' : codePoint)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        return '"' + shown + (length < text.length() ? "…" : "") + '"';
    }
}
