package dev.synchronizer.behaviour;

import static dev.synchronizer.behaviour.Reading.property;
import static dev.synchronizer.behaviour.Reading.readSources;
import static org.assertj.core.api.Assertions.assertThat;

import dev.synchronizer.model.ContentModel;
import dev.synchronizer.model.SettingKey;
import dev.synchronizer.model.SettingValue;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A3: what Jakarta Validation says of a value, the model says too. */
class A3ConstraintsTest {
    @TempDir
    Path folder;

    private ContentModel model = new ContentModel(java.util.List.of());

    @BeforeEach
    void readConstraintsOfEachKind() {
        model = readSources(folder, """
                package com.acme;
                import jakarta.validation.constraints.*;
                import java.math.BigDecimal;
                import java.util.List;
                @dev.synchronizer.annotation.ContentType
                public record Event(
                    @NotNull java.time.LocalDate day, @NotBlank String title, @NotEmpty List<String> tags,
                    @Size(min = 2, max = 50) String place, @Size(max = 9) List<String> links, @Size(max = 4000) String body,
                    @Min(1) @Max(9) int seats, @DecimalMin("0.50") @DecimalMax(value = "99.9", inclusive = false) BigDecimal price,
                    @Positive long number, @Pattern(regexp = "[A-Z]+") String code, @Email String contact) {}
                """, """
                package com.acme;
                import jakarta.validation.constraints.*;
                @dev.synchronizer.annotation.ContentType
                public class Place {
                  @NotNull private String name;
                  public String getName() { return name; }
                  public void setName(String value) { name = value; }
                }
                """);
    }

    @Test
    void mandatoryValuesAreRequired() {
        assertThat(said("Event.day")).containsExactly(Map.entry(SettingKey.REQUIRED, SettingValue.of(true)));
        assertThat(said("Event.title")).containsEntry(SettingKey.REQUIRED, SettingValue.of(true));
        assertThat(said("Event.tags"))
                .containsEntry(SettingKey.REQUIRED, SettingValue.of(true))
                .containsEntry(SettingKey.MIN_ITEMS, SettingValue.of(1));
    }

    @Test
    void sizesAreLengthsOfTextsAndCountsOfItems() {
        assertThat(said("Event.place"))
                .containsEntry(SettingKey.MIN_LENGTH, SettingValue.of(2))
                .containsEntry(SettingKey.MAX_LENGTH, SettingValue.of(50));
        assertThat(said("Event.links")).containsExactly(Map.entry(SettingKey.MAX_ITEMS, SettingValue.of(9)));
        assertThat(property(model, "Event.place").type()).hasToString("STRING");
        assertThat(property(model, "Event.body").type()).hasToString("TEXT");
    }

    @Test
    void boundsAreARange() {
        assertThat(said("Event.seats"))
                .containsEntry(SettingKey.MIN, SettingValue.of(1))
                .containsEntry(SettingKey.MAX, SettingValue.of(9));
        assertThat(said("Event.price"))
                .containsEntry(SettingKey.MIN, SettingValue.of(new BigDecimal("0.5")))
                .containsEntry(SettingKey.EXCLUSIVE_MAX, SettingValue.of(new BigDecimal("99.9")));
        assertThat(said("Event.number")).containsEntry(SettingKey.EXCLUSIVE_MIN, SettingValue.of(0));
    }

    @Test
    void patternsAndAddressesArePatterns() {
        assertThat(said("Event.code")).containsExactly(Map.entry(SettingKey.PATTERN, SettingValue.of("[A-Z]+")));
        assertThat(said("Event.contact")).containsOnlyKeys(SettingKey.PATTERN);
    }

    @Test
    void constraintsOnFieldsCountAsThoseOnGetters() {
        assertThat(said("Place.name")).containsEntry(SettingKey.REQUIRED, SettingValue.of(true));
    }

    private Map<SettingKey, SettingValue> said(String place) {
        return property(model, place).settings().asMap();
    }
}
