package dev.synchronizer.value;

import dev.synchronizer.model.ColumnText;
import java.util.IllformedLocaleException;
import java.util.Locale;
import java.util.regex.Pattern;

/** The languages of values, as BCP 47 tags; the empty one stands for none in particular. */
public final class Languages {
    /** The longest tag that can be stored. */
    public static final int MAX_LENGTH = 35;

    /** Most tags are like this, and in their one form already; three languages have got another code since. */
    private static final Pattern PLAIN = Pattern.compile("(?!(?:iw|in|ji)\\b)[a-z]{2,3}(?:-[A-Z]{2})?");

    private Languages() {}

    /**
     * The one form of a tag, such as {@code de-CH} for {@code DE-ch}.
     *
     * @throws UnfitValueException if it is no language tag
     */
    public static String canonical(String tag) {
        if (tag.isEmpty() || PLAIN.matcher(tag).matches()) {
            return tag;
        }
        String canonical = parsed(tag);
        if (canonical.length() > MAX_LENGTH) {
            throw new UnfitValueException("is of the language " + ColumnText.quoted(tag) + ", whose tag has more than "
                    + MAX_LENGTH + " characters");
        }
        return canonical;
    }

    /**
     * Refuses what is no language tag; the empty one is none in particular.
     *
     * @throws UnfitValueException if it is none
     */
    public static void requireTag(String tag) {
        canonical(tag);
    }

    /** The one form of what is a tag; else the same. */
    static String canonicalOrSame(String tag) {
        try {
            return canonical(tag);
        } catch (UnfitValueException e) {
            return tag;
        }
    }

    private static String parsed(String tag) {
        try {
            return new Locale.Builder().setLanguageTag(tag).build().toLanguageTag();
        } catch (IllformedLocaleException e) {
            throw new UnfitValueException(
                    "is of the language " + ColumnText.quoted(tag) + ", which is no tag such as de or de-CH");
        }
    }
}
