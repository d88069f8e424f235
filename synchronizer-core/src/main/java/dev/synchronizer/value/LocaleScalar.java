package dev.synchronizer.value;

import dev.synchronizer.annotation.DataType;
import dev.synchronizer.model.ValueText;
import java.util.IllformedLocaleException;
import java.util.Locale;

/** {@code LOCALE}. */
final class LocaleScalar extends Scalar<Locale> {
    LocaleScalar() {
        super(DataType.LOCALE, Locale.class);
    }

    @Override
    Locale checked(Locale value) {
        try {
            Locale plain = parsed(new Locale.Builder().setLocale(value).build().toLanguageTag());
            if (plain.toLanguageTag().length() <= ValueText.MAX_STRING_LENGTH) {
                return plain;
            }
        } catch (IllformedLocaleException e) {
            throw new UnfitValueException("has no language tag: " + e.getMessage());
        }
        throw new UnfitValueException("has a language tag of more than " + ValueText.MAX_STRING_LENGTH + " characters");
    }

    @Override
    Locale parsed(String text) {
        return new Locale.Builder().setLanguageTag(text).build();
    }

    @Override
    String textOf(Locale value) {
        return value.toLanguageTag();
    }

    @Override
    boolean saysAll(Locale value, String text) {
        return textOf(value).equalsIgnoreCase(text);
    }

    @Override
    Object columnOf(Locale value) {
        return value.toLanguageTag();
    }

    @Override
    Locale fromColumn(Object column) {
        return parsed((String) column);
    }
}
