package dev.synchronizer.model;

import dev.synchronizer.annotation.DataType;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.IllformedLocaleException;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** The text form of single values, in which default values are written, by data type. */
public final class ValueText {
    /** The characters that a {@code STRING} holds at most. */
    public static final int MAX_STRING_LENGTH = 2000;

    private static final Pattern WHOLE = Pattern.compile("-?[0-9]+");
    private static final Pattern DECIMAL = Pattern.compile("-?[0-9]+(\\.[0-9]+)?");
    private static final Pattern FLOATING = Pattern.compile("-?[0-9]+(\\.[0-9]+)?([eE][+-]?[0-9]+)?");

    private ValueText() {}

    /** Why a text is no value of a data type, as the rest of a sentence that begins with it; empty where it is one. */
    public static Optional<String> problemOf(String text, DataType type) {
        return switch (type) {
            case BOOLEAN -> unless(text.equals("true") || text.equals("false"), "is neither true nor false");
            case INTEGER ->
                unless(
                        isWhole(text, Integer::parseInt),
                        "is not a whole number between " + Integer.MIN_VALUE + " and " + Integer.MAX_VALUE);
            case LONG ->
                unless(
                        isWhole(text, Long::parseLong),
                        "is not a whole number between " + Long.MIN_VALUE + " and " + Long.MAX_VALUE);
            case DOUBLE -> unless(isFloating(text), "is not a number such as -1.5 or 2.5e10");
            case DECIMAL -> unless(DECIMAL.matcher(text).matches(), "is not a decimal number such as -1.50");
            case STRING ->
                unless(
                        text.length() <= MAX_STRING_LENGTH,
                        "has " + text.length() + " characters, and a STRING at most " + MAX_STRING_LENGTH);
            case TEXT, RICH_TEXT -> Optional.empty();
            case DATE -> unless(isTime(text, LocalDate::parse), "is not a date such as 2026-01-31");
            case TIME -> unless(isTime(text, LocalTime::parse), "is not a time of day such as 23:59 or 23:59:59.5");
            case DATE_TIME ->
                unless(isTime(text, LocalDateTime::parse), "is not a date and time such as 2026-01-31T23:59");
            case INSTANT -> unless(isTime(text, Instant::parse), "is not a point in time such as 2026-01-31T23:59:59Z");
            case UUID ->
                unless(TypeGuid.parse(text) != null, "is not a UUID of the form 8-4-4-4-12 hexadecimal digits");
            case URI -> unless(isUri(text), "is not a URI");
            case LOCALE -> unless(isLocale(text), "is not a language tag such as de or de-CH");
            case ENUM -> unless(!text.isEmpty(), "is not the name of a constant");
            case REFERENCE -> unless(TypeGuid.parse(text) != null, "is not the UUID of an item");
            case BLOCK, AUTO -> Optional.of("is a text, and " + type + " has no text form");
        };
    }

    private static Optional<String> unless(boolean fine, String problem) {
        return fine ? Optional.empty() : Optional.of(problem);
    }

    private static boolean isWhole(String text, Consumer<String> parser) {
        return WHOLE.matcher(text).matches() && parses(text, parser, NumberFormatException.class);
    }

    private static boolean isFloating(String text) {
        return FLOATING.matcher(text).matches() && Double.isFinite(Double.parseDouble(text));
    }

    private static boolean isTime(String text, Consumer<String> parser) {
        return parses(text, parser, DateTimeException.class);
    }

    private static boolean isLocale(String text) {
        return !text.isEmpty() && parses(text, new Locale.Builder()::setLanguageTag, IllformedLocaleException.class);
    }

    private static boolean isUri(String text) {
        try {
            return !new URI(text).toString().isEmpty();
        } catch (URISyntaxException e) {
            return false;
        }
    }

    private static boolean parses(String text, Consumer<String> parser, Class<? extends RuntimeException> refusal) {
        try {
            parser.accept(text);
            return true;
        } catch (RuntimeException e) {
            if (refusal.isInstance(e)) {
                return false;
            }
            throw e;
        }
    }
}
