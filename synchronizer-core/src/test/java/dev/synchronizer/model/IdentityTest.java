package dev.synchronizer.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What tells types and versions of modules apart: GUIDs (C1) and the version gate (C3). */
class IdentityTest {
    @ParameterizedTest
    @CsvSource({"Article, 1fc7f21a-6fba-53a0-9fc3-c79d5d8a1f8d", "Überschrift, 2b3c932c-d41a-5e46-8472-073c0090235f"})
    void aDerivedGuidIsTheVersion5UuidOfTheNameInTheUrlNamespace(String name, UUID expected) {
        assertThat(TypeGuid.derive(name)).isEqualTo(expected);
        assertThat(expected.version()).isEqualTo(5);
        assertThat(expected.variant()).isEqualTo(2);
    }

    @Test
    void aDeclaredGuidIsReadInEitherCase() {
        UUID guid = UUID.fromString("0a7e1c52-8d2f-4a53-9f0e-3b1f6d2c4e5a");
        assertThat(TypeGuid.parse("0a7e1c52-8d2f-4a53-9f0e-3b1f6d2c4e5a")).isEqualTo(guid);
        assertThat(TypeGuid.parse("0A7E1C52-8D2F-4A53-9F0E-3B1F6D2C4E5A")).isEqualTo(guid);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "1-2-3-4-5", "0a7e1c528d2f4a539f0e3b1f6d2c4e5a", "0g7e1c52-8d2f-4a53-9f0e-3b1f6d2c4e5a"})
    void aGuidOfAnotherFormIsNone(String text) {
        assertThat(TypeGuid.parse(text)).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "1.2.3, 1, 2",
        "1.2, 1, 2",
        "7, 7, 0",
        "v2.3.4, 2, 3",
        "2.3-rc1, 2, 3",
        "2.3.0-SNAPSHOT, 2, 3",
        "5-jre, 5, 0",
        "20260131.1200, 20260131, 1200",
        "01.02, 1, 2"
    })
    void aVersionIsItsMajorAndMinorNumber(String version, long major, long minor) {
        assertThat(ModuleVersion.of(version)).isEqualTo(new ModuleVersion(major, minor));
    }

    @Test
    void noVersionIsLowerThanAny() {
        assertThat(ModuleVersion.of(null)).isEqualTo(ModuleVersion.NONE);
        assertThat(ModuleVersion.of("latest")).isEqualTo(ModuleVersion.NONE);
        assertThat(ModuleVersion.NONE).isLessThan(ModuleVersion.of("0.0.1"));
    }

    @Test
    void versionsAreComparedAsNumbers() {
        assertThat(ModuleVersion.of("1.10")).isGreaterThan(ModuleVersion.of("1.9"));
        assertThat(ModuleVersion.of("10.0")).isGreaterThan(ModuleVersion.of("9.99"));
        assertThat(ModuleVersion.of("1.2.9-rc1")).isEqualByComparingTo(ModuleVersion.of("1.2"));
    }

    @ParameterizedTest
    @CsvSource({
        "1.2.9, 1.2.10",
        "1.2-SNAPSHOT, 1.2",
        "1.2-rc2, 1.2-rc10",
        "1.2-alpha, 1.2-beta",
        "1.2, 1.2.1",
        "1.9.9, 1.10.0",
        "latest, 0.1",
        ", 0.0"
    })
    void inFullPatchAndQualifierCountToo(@Nullable String lower, String higher) {
        assertThat(ModuleVersion.compareInFull(lower, higher)).isNegative();
        assertThat(ModuleVersion.compareInFull(higher, lower)).isPositive();
    }

    @ParameterizedTest
    @CsvSource({"1.2, 1.2.0", "v1.2.3, 1.2.3", "1.2-RC1, 1.2-rc1", "1.02, 1.2", "1.2.3, 1.2.3"})
    void versionsThatAreWrittenDifferentlyMayBeTheSame(String one, String other) {
        assertThat(ModuleVersion.compareInFull(one, other)).isZero();
        assertThat(ModuleVersion.compareInFull(other, one)).isZero();
    }
}
