package dev.synchronizer.value;

import static org.assertj.core.api.Assertions.assertThat;

import dev.synchronizer.annotation.DataType;
import dev.synchronizer.model.PropertyType;
import dev.synchronizer.model.SettingKey;
import dev.synchronizer.model.SettingValue;
import dev.synchronizer.model.Settings;
import dev.synchronizer.value.ValueRules.Violation;
import java.math.BigDecimal;
import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ValueRulesTest {
    private static final PropertyType STRING = PropertyType.single(DataType.STRING);
    private static final PropertyType DECIMAL = PropertyType.single(DataType.DECIMAL);
    private static final PropertyType ENUM = PropertyType.single(DataType.ENUM);

    private static List<Violation> violations(PropertyType type, Settings settings, Object value) {
        return ValueRules.violations(type, settings::get, value);
    }

    private static Settings with(SettingKey key, long bound) {
        return Settings.none().with(key, SettingValue.of(bound));
    }

    private static Settings constants(String... names) {
        return Settings.none().with(SettingKey.ALLOWED_VALUES, SettingValue.list(List.of(names)));
    }

    private static boolean admits(PropertyType type, Settings settings, Object value) {
        return violations(type, settings, value).isEmpty();
    }

    @Test
    void whereNothingIsSaidEverythingIsAllowed() {
        assertThat(violations(STRING, Settings.none(), "")).isEmpty();
    }

    @Test
    void everyRuleThatAValueBreaksIsNamedInTheOrderOfSettings() {
        Settings settings = with(SettingKey.MAX_LENGTH, 3).with(SettingKey.PATTERN, SettingValue.of("[a-c]*"));
        assertThat(violations(STRING, settings, "abcd"))
                .containsExactly(
                        new Violation(SettingKey.MAX_LENGTH, "does not satisfy maxLength 3"),
                        new Violation(SettingKey.PATTERN, "does not match the pattern \"[a-c]*\""));
    }

    @Test
    void lengthsAreOfSingleTextsInJavaCharacters() {
        assertThat(admits(STRING, with(SettingKey.MIN_LENGTH, 2), "\uD83D\uDE00"))
                .isTrue();
        assertThat(admits(STRING, with(SettingKey.MIN_LENGTH, 1), "")).isFalse();
        assertThat(admits(PropertyType.single(DataType.URI), with(SettingKey.MAX_LENGTH, 4), URI.create("abcde")))
                .isFalse();
        assertThat(admits(PropertyType.list(DataType.STRING), with(SettingKey.MAX_LENGTH, 1), List.of("long")))
                .isTrue();
    }

    @Test
    void rangesHoldOrLeaveOutTheirBounds() {
        for (Object value : List.of(new BigDecimal("5"), new BigDecimal("5.0"))) {
            assertThat(admits(DECIMAL, with(SettingKey.MIN, 5), value)).isTrue();
            assertThat(admits(DECIMAL, with(SettingKey.MAX, 5), value)).isTrue();
            assertThat(admits(DECIMAL, with(SettingKey.EXCLUSIVE_MIN, 5), value))
                    .isFalse();
            assertThat(admits(DECIMAL, with(SettingKey.EXCLUSIVE_MAX, 5), value))
                    .isFalse();
        }
        assertThat(admits(PropertyType.single(DataType.LONG), with(SettingKey.MAX, 5), Long.MAX_VALUE))
                .isFalse();
        assertThat(admits(PropertyType.single(DataType.DOUBLE), with(SettingKey.MIN, 0), -Double.MIN_VALUE))
                .isFalse();
    }

    @Test
    void digitsAreCountedBeforeAndBehindThePoint() {
        assertThat(admits(DECIMAL, with(SettingKey.INTEGER_DIGITS, 2), new BigDecimal("-99.5")))
                .isTrue();
        assertThat(admits(DECIMAL, with(SettingKey.INTEGER_DIGITS, 2), new BigDecimal("100")))
                .isFalse();
        assertThat(admits(DECIMAL, with(SettingKey.FRACTION_DIGITS, 1), new BigDecimal("0.5")))
                .isTrue();
        assertThat(admits(DECIMAL, with(SettingKey.FRACTION_DIGITS, 1), new BigDecimal("0.55")))
                .isFalse();
        assertThat(admits(DECIMAL, with(SettingKey.FRACTION_DIGITS, 0), new BigDecimal("100")))
                .isTrue();
    }

    @Test
    void itemsAreCountedInListsAndSets() {
        PropertyType set = PropertyType.set(DataType.INTEGER);
        assertThat(admits(set, with(SettingKey.MIN_ITEMS, 2), Set.of(1))).isFalse();
        assertThat(admits(set, with(SettingKey.MIN_ITEMS, 2), Set.of(1, 2))).isTrue();
        assertThat(violations(set, with(SettingKey.MAX_ITEMS, 1), Set.of(1, 2)))
                .extracting(Violation::message)
                .containsExactly("does not satisfy maxItems 1");
    }

    @Test
    void constantsAreThoseThatAreAllowedEachOneOfAListToo() {
        Settings colours = constants("RED", "GREEN", "BLUE");
        assertThat(admits(ENUM, colours, "RED")).isTrue();
        assertThat(violations(ENUM, colours, "PINK"))
                .containsExactly(new Violation(SettingKey.ALLOWED_VALUES, "is none of RED, GREEN and BLUE"));
        assertThat(violations(PropertyType.list(DataType.ENUM), colours, List.of("RED", "PINK", "GREY")))
                .extracting(Violation::message)
                .containsExactly("holds \"PINK\", which is none of RED, GREEN and BLUE");
        assertThat(violations(ENUM, constants("ONE"), "TWO"))
                .extracting(Violation::message)
                .containsExactly("is none of ONE");
    }

    @Test
    void ofManyConstantsTheFirstFewAreNamed() {
        String[] names = IntStream.range(0, 30).mapToObj(i -> "C" + i).toArray(String[]::new);
        assertThat(violations(ENUM, constants(names), "D"))
                .extracting(Violation::message)
                .containsExactly("is none of C0, C1, C2, C3, C4, C5, C6, C7, C8, C9 and 20 more");
    }

    @Test
    void patternsHaveToMatchAsAWholeAndMayNotTakeForEver() {
        Settings digits = Settings.none().with(SettingKey.PATTERN, SettingValue.of("\\d+"));
        assertThat(admits(STRING, digits, "12")).isTrue();
        assertThat(admits(STRING, digits, "12a")).isFalse();
        Settings slow = Settings.none().with(SettingKey.PATTERN, SettingValue.of("(.*a){25}"));
        assertThat(violations(STRING, slow, "a".repeat(45) + "!"))
                .extracting(Violation::message)
                .containsExactly("takes too long to compare with the pattern \"(.*a){25}\"");
    }

    @Test
    void whatDoesNotApplyToTheDataTypeAsksNothing() {
        Settings all = with(SettingKey.MIN, 5)
                .with(SettingKey.MIN_LENGTH, SettingValue.of(5L))
                .with(SettingKey.MIN_ITEMS, SettingValue.of(5L))
                .with(SettingKey.PATTERN, SettingValue.of("x"))
                .with(SettingKey.ALLOWED_VALUES, SettingValue.list(List.of("x")));
        assertThat(violations(PropertyType.single(DataType.BOOLEAN), all, true)).isEmpty();
        assertThat(violations(PropertyType.block("Teaser"), all, Block.empty())).isEmpty();
        assertThat(violations(STRING, all, "y"))
                .extracting(Violation::rule)
                .containsExactly(SettingKey.MIN_LENGTH, SettingKey.PATTERN);
    }
}
