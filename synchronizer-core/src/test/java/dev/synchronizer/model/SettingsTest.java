package dev.synchronizer.model;

import static dev.synchronizer.model.SettingKey.DESCRIPTION;
import static dev.synchronizer.model.SettingKey.DISPLAY_NAME;
import static dev.synchronizer.model.SettingKey.LOCALIZED;
import static dev.synchronizer.model.SettingKey.LOCKED;
import static dev.synchronizer.model.SettingKey.MIN;
import static dev.synchronizer.model.SettingKey.ORDER;
import static dev.synchronizer.model.SettingKey.VISIBLE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.synchronizer.model.SettingKey.Scope;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The canonical form of what is said, so that what means the same is equal (C8). */
class SettingsTest {
    @Test
    void lineEndsMakeNoDifference() {
        assertThat(SettingValue.of("a\r\nb\rc\n")).isEqualTo(SettingValue.of("a\nb\nc\n"));
    }

    @Test
    void textIsNeverTrimmed() {
        assertThat(SettingValue.of(" a ")).isNotEqualTo(SettingValue.of("a")).hasToString(" a ");
        assertThat(SettingValue.of(" ").isEmpty()).isFalse();
    }

    @Test
    void theOrderOfASetMakesNoDifferenceAndThatOfAListDoes() {
        assertThat(SettingValue.set(List.of("b", "a", "b"))).isEqualTo(SettingValue.set(List.of("a", "b")));
        assertThat(SettingValue.list(List.of("b", "a"))).isNotEqualTo(SettingValue.list(List.of("a", "b")));
    }

    @Test
    void numbersAreEqualByTheirValue() {
        assertThat(SettingValue.of(new BigDecimal("1.50"))).isEqualTo(SettingValue.of(new BigDecimal("1.5")));
        assertThat(SettingValue.of(new BigDecimal("0.00")))
                .isEqualTo(SettingValue.of(0))
                .hasToString("0");
        assertThat(SettingValue.of(new BigDecimal("1E+2")))
                .isEqualTo(SettingValue.of(100))
                .hasToString("100");
    }

    @Test
    void emptyTextsAndListsSayNothing() {
        Settings empty = Settings.of(Map.of(
                DISPLAY_NAME, SettingValue.of(""),
                LOCKED, SettingValue.set(List.of())));
        assertThat(empty).isEqualTo(Settings.none());
        assertThat(Settings.none().with(DISPLAY_NAME, SettingValue.of("x")).with(DISPLAY_NAME, SettingValue.of("")))
                .isEqualTo(Settings.none());
    }

    @Test
    void falseAndZeroAreSaid() {
        Settings said = Settings.of(Map.of(VISIBLE, SettingValue.of(false), ORDER, SettingValue.of(0)));
        assertThat(said.says(VISIBLE)).isTrue();
        assertThat(said.says(ORDER)).isTrue();
        assertThat(said).isNotEqualTo(Settings.none());
    }

    @Test
    void whatIsUnsaidHasItsBuiltInDefault() {
        assertThat(Settings.none().flag(VISIBLE, Scope.PROPERTY)).isTrue();
        assertThat(Settings.none().flag(LOCALIZED, Scope.PROPERTY)).isFalse();
        assertThat(Settings.none().with(VISIBLE, SettingValue.of(false)).flag(VISIBLE, Scope.PROPERTY))
                .isFalse();
        assertThat(ORDER.builtInDefault(Scope.TYPE)).hasValue(SettingValue.of(100));
        assertThat(ORDER.builtInDefault(Scope.PROPERTY)).hasValue(SettingValue.of(0));
    }

    @Test
    void settingsAreKeptInTheOrderOfTheirKeysHoweverTheyWereSaid() {
        Settings one = Settings.none().with(MIN, SettingValue.of(1)).with(DESCRIPTION, SettingValue.of("x"));
        Settings other = Settings.none().with(DESCRIPTION, SettingValue.of("x")).with(MIN, SettingValue.of(1));
        assertThat(one).isEqualTo(other).hasSameHashCodeAs(other);
        assertThat(one.asMap().keySet()).containsExactly(DESCRIPTION, MIN);
    }

    @Test
    void addingLeavesTheOriginalAsItIs() {
        Settings one = Settings.none().with(MIN, SettingValue.of(1));
        assertThat(one.with(MIN, SettingValue.of(2))).isNotEqualTo(one);
        assertThat(one.number(MIN)).hasValue(BigDecimal.ONE);
        assertThat(one.text(DESCRIPTION)).isEmpty();
        assertThat(one.texts(LOCKED)).isEmpty();
    }

    @Test
    void whatAdministratorsCanOverrideIsTheListOfPromiseE5() {
        assertThat(Stream.of(SettingKey.values())
                        .filter(SettingKey::isOverridable)
                        .map(SettingKey::label))
                .containsExactlyInAnyOrder(
                        ("displayName description groupName order icon access availableInEditMode visible editable prompt"
                                        + " editorHint searchable required")
                                .split(" "));
    }

    @Test
    void everySettingIsFoundByItsLabel() {
        assertThat(SettingKey.values()).allMatch(key -> SettingKey.byLabel(key.label()) == key);
        assertThat(SettingKey.byLabel("displayname")).isNull();
    }
}
