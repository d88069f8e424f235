package dev.synchronizer.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.synchronizer.model.SettingKey.Scope;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class OverlayTest {
    @Test
    void whatCodeSaysComesBeforeTheBuiltInDefault() {
        Settings said = settings(SettingKey.REQUIRED, SettingValue.of(true));
        assertThat(Overlay.defaultOf(SettingKey.REQUIRED, Scope.PROPERTY, "teaser", said))
                .isEqualTo(SettingValue.of(true));
        assertThat(Overlay.defaultOf(SettingKey.VISIBLE, Scope.PROPERTY, "teaser", said))
                .isEqualTo(SettingValue.of(true));
        assertThat(Overlay.defaultOf(SettingKey.PROMPT, Scope.PROPERTY, "teaser", said))
                .isNull();
    }

    @Test
    void theOrderOfATypeAndOfAPropertyHaveDefaultsOfTheirOwn() {
        assertThat(Overlay.builtIn(SettingKey.ORDER, Scope.TYPE, "Article")).isEqualTo(SettingValue.of(100));
        assertThat(Overlay.builtIn(SettingKey.ORDER, Scope.PROPERTY, "teaser")).isEqualTo(SettingValue.of(0));
    }

    @Test
    void aDisplayNameThatNobodyGaveIsTheName() {
        assertThat(Overlay.defaultOf(SettingKey.DISPLAY_NAME, Scope.TYPE, "Article", Settings.none()))
                .isEqualTo(SettingValue.of("Article"));
    }

    @Test
    void anOverrideIsEffectiveUntilTheDefaultSaysTheSame() {
        assertThat(standing("required", SettingValue.of(false), SettingKey.REQUIRED, SettingValue.of(true)))
                .isEqualTo(Standing.EFFECTIVE);
        assertThat(standing("required", SettingValue.of(true), SettingKey.REQUIRED, SettingValue.of(true)))
                .isEqualTo(Standing.REDUNDANT);
    }

    @Test
    void noTextAndAnEmptyOneAreTheSameDefaultButNotTheSameAsAnother() {
        assertThat(standing("prompt", SettingValue.of(""), SettingKey.ORDER, SettingValue.of(1)))
                .isEqualTo(Standing.REDUNDANT);
        assertThat(standing("prompt", null, SettingKey.PROMPT, SettingValue.of("Write")))
                .isEqualTo(Standing.EFFECTIVE);
        assertThat(standing("access", SettingValue.set(List.of()), SettingKey.ORDER, SettingValue.of(1)))
                .as("a setting of types")
                .isEqualTo(Standing.UNKNOWN);
    }

    @Test
    void aLockMakesItLockedBeItOnThatSettingOrOnAll() {
        for (String label : List.of("required", "*")) {
            assertThat(standing(
                            "required", SettingValue.of(false), SettingKey.LOCKED, SettingValue.set(List.of(label))))
                    .isEqualTo(Standing.LOCKED);
        }
        assertThat(standing("required", SettingValue.of(true), SettingKey.LOCKED, SettingValue.set(List.of("order"))))
                .isEqualTo(Standing.EFFECTIVE);
    }

    @Test
    void whatThisReleaseCannotUseDoesNotApply() {
        assertThat(standing("colour", SettingValue.of("red"), SettingKey.ORDER, SettingValue.of(1)))
                .isEqualTo(Standing.UNKNOWN);
        assertThat(standing("required", SettingValue.of("no"), SettingKey.ORDER, SettingValue.of(1)))
                .isEqualTo(Standing.UNKNOWN);
        assertThat(standing("required", null, SettingKey.ORDER, SettingValue.of(1)))
                .isEqualTo(Standing.UNKNOWN);
        assertThat(standing("localized", SettingValue.of(true), SettingKey.ORDER, SettingValue.of(1)))
                .isEqualTo(Standing.UNKNOWN);
    }

    private static Standing standing(
            String setting, @Nullable SettingValue value, SettingKey saidKey, SettingValue said) {
        SettingOverride override = new SettingOverride(1, 2L, setting, value, "anna", Instant.EPOCH, null);
        return Overlay.standing(override, "teaser", settings(saidKey, said));
    }

    private static Settings settings(SettingKey key, SettingValue value) {
        return Settings.of(Map.of(key, value));
    }
}
