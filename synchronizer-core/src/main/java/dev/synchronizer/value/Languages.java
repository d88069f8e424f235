package dev.synchronizer.value;

import dev.synchronizer.model.ColumnText;
import java.util.IllformedLocaleException;
import java.util.Locale;

/** The languages of values, as BCP 47 tags; the empty one stands for none in particular. */
public final class Languages {
    /** The longest tag that can be stored. */
    public static final int MAX_LENGTH = 35;

    private Languages() {}

    /**
     * The one form of a tag, such as {@code de-CH} for {@code DE-ch}.
     *
     * @throws UnfitValueException if it is no language tag
     */
    public static String canonical(String tag) {
        if (tag.isEmpty()) {
            return tag;
        }
        String canonical = parsed(tag);
        if (canonical.length() > MAX_LENGTH) {
            throw new UnfitValueException("is of the language " + ColumnText.quoted(tag) + ", whose tag has more than "
                    + MAX_LENGTH + " characters");
        }
        return canonical;
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
