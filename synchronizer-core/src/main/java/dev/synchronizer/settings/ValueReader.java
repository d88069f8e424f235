package dev.synchronizer.settings;

import dev.synchronizer.model.Address;
import dev.synchronizer.model.ColumnText;
import dev.synchronizer.model.Overlay;
import dev.synchronizer.model.SettingKey;
import dev.synchronizer.model.SettingValue;
import dev.synchronizer.problem.Problem;
import dev.synchronizer.problem.ProblemCode;
import dev.synchronizer.settings.NewSettings.NewValue;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads one value of a setting, and says what is wrong with it. */
final class ValueReader {
    private static final Pattern NUMBER = Pattern.compile("[+-]?[0-9]{1,400}(\\.[0-9]{1,400})?");
    private static final BigDecimal LEAST = BigDecimal.valueOf(Integer.MIN_VALUE);
    private static final BigDecimal GREATEST = BigDecimal.valueOf(Integer.MAX_VALUE);

    private final Address address;
    private final SettingKey key;
    private final Consumer<Problem> problems;

    ValueReader(Address address, SettingKey key, Consumer<Problem> problems) {
        this.address = address;
        this.key = key;
        this.problems = problems;
    }

    /** The value in its canonical form; meaningless where a problem was told. */
    @Nullable
    SettingValue read(NewValue given) {
        SettingValue value = given.written() ? read(String.valueOf(given.value())) : given.value();
        if (!Overlay.fits(key, value)) {
            wrong(given.value() == null ? "always has a value" : shown(given.value()) + " is none");
            return null;
        }
        if (value instanceof SettingValue.Text text) {
            checkText(text.value());
        } else if (value instanceof SettingValue.Numeric number) {
            checkNumber(number.value());
        } else if (value instanceof SettingValue.Texts texts) {
            texts.values().forEach(this::checkName);
            return key.kind() == SettingKey.Kind.SET
                    ? SettingValue.set(texts.values())
                    : SettingValue.list(texts.values().stream().distinct().toList());
        }
        return value;
    }

    /** What does not read as a value of the kind is left a text, which does not fit. */
    private SettingValue read(String text) {
        return switch (key.kind()) {
            case FLAG ->
                text.equals("true") || text.equals("false")
                        ? SettingValue.of(Boolean.parseBoolean(text))
                        : SettingValue.of(text);
            case NUMBER ->
                NUMBER.matcher(text).matches() ? SettingValue.of(new BigDecimal(text)) : SettingValue.of(text);
            case TEXT -> SettingValue.of(text);
            case LIST, SET -> SettingValue.list(names(text));
        };
    }

    private static List<String> names(String text) {
        return text.isBlank()
                ? List.of()
                : Arrays.stream(text.split(",", -1)).map(String::strip).toList();
    }

    private void checkNumber(BigDecimal number) {
        boolean whole = number.scale() <= 0 && number.compareTo(LEAST) >= 0 && number.compareTo(GREATEST) <= 0;
        if (key == SettingKey.ORDER && !whole) {
            problems.accept(new Problem(
                    ProblemCode.WRONG_VALUE,
                    address.toString(),
                    "order is a whole number from " + LEAST + " to " + GREATEST + ", and not "
                            + shown(SettingValue.of(number)),
                    "give a whole number such as 10"));
        }
    }

    private void checkName(String name) {
        if (name.isEmpty()) {
            problems.accept(new Problem(
                    ProblemCode.WRONG_VALUE,
                    address.toString(),
                    "one of the names in " + key.label() + " is empty",
                    "take out the comma that stands alone"));
        }
        checkText(name);
    }

    private void checkText(String text) {
        if (text.length() > key.maxLength()) {
            problems.accept(new Problem(
                    ProblemCode.VALUE_NOT_STORABLE,
                    address.toString(),
                    ColumnText.quoted(text) + " has " + text.length() + " characters, and " + key.maxLength()
                            + " at most can be saved",
                    "give a shorter text"));
        }
        text.codePoints()
                .filter(ValueReader::isUnfit)
                .findFirst()
                .ifPresent(codePoint -> problems.accept(new Problem(
                        ProblemCode.VALUE_NOT_STORABLE,
                        address.toString(),
                        "%s holds U+%04X, which cannot be stored".formatted(ColumnText.quoted(text), codePoint),
                        "take the character out")));
    }

    private static boolean isUnfit(int codePoint) {
        return codePoint == 0 || Character.getType(codePoint) == Character.SURROGATE;
    }

    private void wrong(String reason) {
        problems.accept(new Problem(
                ProblemCode.WRONG_VALUE,
                address.toString(),
                key.label() + " is a " + SettingProblems.kind(key) + ", and " + reason,
                "give " + example(key)));
    }

    private static String shown(SettingValue value) {
        return ColumnText.quoted(value.toString());
    }

    private static String example(SettingKey key) {
        return switch (key.kind()) {
            case FLAG -> "true or false";
            case NUMBER -> "a number such as 10";
            case TEXT -> "a text";
            case LIST, SET -> "names separated by commas, such as editor,reviewer";
        };
    }
}
