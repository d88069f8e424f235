package dev.synchronizer.value;

/** The characters that every supported database gives back as they were. */
final class Characters {
    private Characters() {}

    static String checked(String text) {
        int unfit = firstUnfit(text);
        if (unfit >= 0) {
            throw new UnfitValueException("holds U+%04X".formatted((int) text.charAt(unfit)) + " at position "
                    + (unfit + 1) + ", which cannot be stored");
        }
        return text;
    }

    /** PostgreSQL refuses U+0000, and half of a surrogate pair has no form in UTF-8. */
    private static int firstUnfit(String text) {
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            if (Character.isHighSurrogate(character)
                    && i + 1 < text.length()
                    && Character.isLowSurrogate(text.charAt(i + 1))) {
                i++;
            } else if (character == 0 || Character.isSurrogate(character)) {
                return i;
            }
        }
        return -1;
    }
}
