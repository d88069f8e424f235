package dev.synchronizer.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.synchronizer.annotation.ContentKind;
import dev.synchronizer.annotation.DataType;
import dev.synchronizer.catalog.EffectiveSettings.Source;
import dev.synchronizer.fixtures.Models;
import dev.synchronizer.model.Origin;
import dev.synchronizer.model.PropertyType;
import dev.synchronizer.model.SettingKey;
import dev.synchronizer.model.SettingOverride;
import dev.synchronizer.model.SettingValue;
import dev.synchronizer.model.Settings;
import dev.synchronizer.model.StoredProperty;
import dev.synchronizer.model.StoredType;
import dev.synchronizer.model.TypeModel;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class OverlayingTest {
    private static final UUID GUID = UUID.fromString("6f1c1f0a-3f0e-4c53-9a51-0a8e0d6b7f11");
    private static final long TYPE = 1;
    private static final long TEASER = 2;
    private static final long NUMBER = 3;
    private static final TypeModel ARTICLE = Models.type("Article", Models.text("teaser"), Models.number("number"));

    @Test
    void whatCodeSaysIsEffective() {
        EffectiveType type = effective(Models.said(ARTICLE, SettingKey.DISPLAY_NAME, "Story"));

        assertThat(type.settings().text(SettingKey.DISPLAY_NAME)).isEqualTo("Story");
        assertThat(type.settings().source(SettingKey.DISPLAY_NAME)).isEqualTo(Source.CODE);
    }

    @Test
    void whereNobodySaysAnythingTheBuiltInDefaultIsEffective() {
        EffectiveType type = effective(ARTICLE);

        assertThat(type.settings().number(SettingKey.ORDER)).isEqualByComparingTo(new BigDecimal(100));
        assertThat(type.settings().flag(SettingKey.AVAILABLE_IN_EDIT_MODE)).isTrue();
        assertThat(type.settings().text(SettingKey.DISPLAY_NAME)).isEqualTo("Article");
        assertThat(type.settings().text(SettingKey.DESCRIPTION)).isNull();
        assertThat(type.settings().texts(SettingKey.ACCESS)).isEmpty();
        assertThat(type.settings().source(SettingKey.ORDER)).isEqualTo(Source.BUILT_IN);
        assertThat(type.kind()).isEqualTo(ContentKind.PAGE);
        EffectiveSettings teaser = type.property("teaser").orElseThrow().settings();
        assertThat(teaser.number(SettingKey.ORDER)).isEqualTo(BigDecimal.ZERO);
        assertThat(teaser.keys())
                .containsExactly(
                        SettingKey.DISPLAY_NAME,
                        SettingKey.ORDER,
                        SettingKey.REQUIRED,
                        SettingKey.SEARCHABLE,
                        SettingKey.LOCALIZED,
                        SettingKey.VISIBLE,
                        SettingKey.EDITABLE);
    }

    @Test
    void anOverrideWinsOverCodeEvenWhereItSaysFalseOrNothingOrAnEmptyText() {
        TypeModel code = Models.said(ARTICLE, SettingKey.DISPLAY_NAME, "Story")
                .withProperties(List.of(
                        Models.said(
                                Models.said(Models.text("teaser"), SettingKey.REQUIRED, true),
                                SettingKey.PROMPT,
                                "say"),
                        Models.number("number")));

        EffectiveType type = effective(
                code,
                override(null, "displayName", SettingValue.of("")),
                override(TEASER, "required", SettingValue.of(false)),
                override(TEASER, "prompt", null));

        EffectiveSettings teaser = type.property("teaser").orElseThrow().settings();
        assertThat(type.settings().text(SettingKey.DISPLAY_NAME)).isEmpty();
        assertThat(teaser.flag(SettingKey.REQUIRED)).isFalse();
        assertThat(teaser.value(SettingKey.PROMPT)).isNull();
        assertThat(teaser.source(SettingKey.PROMPT)).isEqualTo(Source.OVERRIDE);
        assertThat(teaser.keys()).contains(SettingKey.PROMPT);
        assertThat(teaser.source(SettingKey.VISIBLE)).isEqualTo(Source.BUILT_IN);
    }

    @Test
    void theSameSettingOfThePropertyAndOfItsTypeAreTwo() {
        EffectiveType type = effective(ARTICLE, override(TEASER, "displayName", SettingValue.of("Intro")));

        assertThat(type.settings().source(SettingKey.DISPLAY_NAME)).isEqualTo(Source.BUILT_IN);
        assertThat(type.property("teaser").orElseThrow().settings().text(SettingKey.DISPLAY_NAME))
                .isEqualTo("Intro");
    }

    @Test
    void aLockedOverrideDoesNotApply() {
        TypeModel locked = Models.said(
                Models.said(ARTICLE, SettingKey.LOCKED, List.of("displayName")), SettingKey.DISPLAY_NAME, "Story");

        EffectiveType type = effective(
                locked,
                override(null, "displayName", SettingValue.of("Mine")),
                override(null, "description", SettingValue.of("Words")));

        assertThat(type.settings().text(SettingKey.DISPLAY_NAME)).isEqualTo("Story");
        assertThat(type.settings().source(SettingKey.DISPLAY_NAME)).isEqualTo(Source.CODE);
        assertThat(type.settings().text(SettingKey.DESCRIPTION)).isEqualTo("Words");
    }

    @Test
    void overridesThatThisReleaseCannotUseAreLeftOutOfAccount() {
        EffectiveType type = effective(
                ARTICLE,
                override(null, "glamour", SettingValue.of(true)),
                override(null, "order", SettingValue.of("first")),
                override(null, "required", SettingValue.of(true)),
                override(TEASER, "dataType", SettingValue.of("INTEGER")),
                override(99L, "required", SettingValue.of(true)));

        assertThat(type).isEqualTo(effective(ARTICLE));
    }

    @Test
    void propertiesComeByEffectiveOrderThenByName() {
        TypeModel code = Models.type("Article", Models.text("teaser"), Models.number("number"), Models.text("author"));

        EffectiveType asDeclared = effective(code);
        EffectiveType reordered = effective(code, override(NUMBER, "order", SettingValue.of(-5)));

        assertThat(asDeclared.properties())
                .extracting(EffectiveProperty::name)
                .containsExactly("author", "number", "teaser");
        assertThat(reordered.properties())
                .extracting(EffectiveProperty::name)
                .containsExactly("number", "author", "teaser");
    }

    @Test
    void whatIsMarkedAsAnOrphanIsOutOfTheEffectiveModel() {
        StoredType stored = stored(Origin.CODE, property(TEASER, "teaser", Origin.CODE));
        StoredProperty kept =
                new StoredProperty(4, "old", "STRING", Origin.CODE, false, Instant.EPOCH, Settings.none());
        StoredType marked = new StoredType(
                1, GUID, "Article", "com.acme.Article", "site", Origin.CODE, false, Instant.EPOCH, List.of());
        TypeModel code = Models.type("Article", Models.text("teaser"), Models.text("old"));

        assertThat(Overlaying.overlay(marked, code, "1.0", List.of())).isEmpty();
        assertThat(Overlaying.overlay(
                                stored.withProperties(
                                        List.of(stored.properties().get(0), kept)),
                                code,
                                "1.0",
                                List.of())
                        .orElseThrow()
                        .properties())
                .extracting(EffectiveProperty::name)
                .containsExactly("teaser");
    }

    @Test
    void anAdminMadeTypeIsWhatItsMakerSaidWithOverridesOnTop() {
        StoredProperty items = new StoredProperty(
                TEASER,
                "items",
                "LIST<BLOCK>",
                Origin.ADMIN,
                false,
                null,
                Models.settings(SettingKey.DATA_TYPE, "LIST<BLOCK<Teaser>>"));
        StoredType banner = new StoredType(
                TYPE,
                GUID,
                "Banner",
                null,
                null,
                Origin.ADMIN,
                false,
                null,
                Models.settings(SettingKey.KIND, "BLOCK"),
                List.of(items));

        EffectiveType type = Overlaying.overlay(
                        banner, null, null, List.of(override(TEASER, "required", SettingValue.of(true))))
                .orElseThrow();

        assertThat(type.kind()).isEqualTo(ContentKind.BLOCK);
        assertThat(type.settings().source(SettingKey.KIND)).isEqualTo(Source.DEFINITION);
        assertThat(type.module()).isNull();
        EffectiveProperty property = type.property("items").orElseThrow();
        assertThat(property.type()).isEqualTo(PropertyType.parse("LIST<BLOCK<Teaser>>"));
        assertThat(property.settings().value(SettingKey.DATA_TYPE)).isNull();
        assertThat(property.settings().flag(SettingKey.REQUIRED)).isTrue();
        assertThat(property.origin()).isEqualTo(Origin.ADMIN);
    }

    @Test
    void anAdministratorsPropertyOfADeclaredTypeIsServedBesideItsOwn() {
        StoredType stored = stored(
                Origin.CODE, property(TEASER, "teaser", Origin.CODE), property(NUMBER, "campaign", Origin.ADMIN));

        EffectiveType type =
                Overlaying.overlay(stored, ARTICLE, "1.0", List.of()).orElseThrow();

        assertThat(type.properties()).extracting(EffectiveProperty::name).containsExactly("campaign", "teaser");
        assertThat(type.moduleVersion()).isEqualTo("1.0");
    }

    @Test
    void whatAnAdministratorSaidRestsWhileCodeDeclaresIt() {
        StoredType adopted = stored(Origin.CODE).withOwnSettings(Models.settings(SettingKey.KIND, "MEDIA"));

        assertThat(Overlaying.overlay(adopted, ARTICLE, "1.0", List.of())
                        .orElseThrow()
                        .kind())
                .isEqualTo(ContentKind.PAGE);
    }

    @Test
    void aDeclaredTypeWithoutItsCodeIsNotServed() {
        assertThat(Overlaying.overlay(stored(Origin.CODE), null, null, List.of()))
                .isEmpty();
    }

    @Test
    void aSettingIsReadAsWhatItIs() {
        EffectiveSettings settings = effective(ARTICLE).settings();

        assertThatThrownBy(() -> settings.flag(SettingKey.ORDER))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("order is a NUMBER, not a FLAG");
        assertThatThrownBy(() -> settings.texts(SettingKey.ICON)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void everySettingHasABitOfItsOwn() {
        assertThat(SettingKey.values()).hasSizeLessThanOrEqualTo(Long.SIZE);
    }

    private static EffectiveType effective(TypeModel code, SettingOverride... overrides) {
        List<StoredProperty> properties = code.properties().stream()
                .map(declared -> new StoredProperty(
                        switch (declared.name()) {
                            case "teaser" -> TEASER;
                            case "number" -> NUMBER;
                            default -> 50;
                        },
                        declared.name(),
                        declared.type().storedForm(),
                        Origin.CODE,
                        false,
                        null))
                .toList();
        return Overlaying.overlay(stored(Origin.CODE).withProperties(properties), code, "1.0", List.of(overrides))
                .orElseThrow();
    }

    private static StoredType stored(Origin origin, StoredProperty... properties) {
        return new StoredType(
                TYPE, GUID, "Article", "com.acme.Article", "site", origin, false, null, List.of(properties));
    }

    private static StoredProperty property(long id, String name, Origin origin) {
        return new StoredProperty(id, name, PropertyType.single(DataType.STRING).storedForm(), origin, false, null);
    }

    private static SettingOverride override(@Nullable Long property, String setting, @Nullable SettingValue value) {
        return new SettingOverride(TYPE, property, setting, value, "ann", Instant.EPOCH, null);
    }
}
