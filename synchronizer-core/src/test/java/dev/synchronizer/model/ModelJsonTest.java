package dev.synchronizer.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.synchronizer.annotation.DataType;
import dev.synchronizer.json.JsonIn;
import dev.synchronizer.json.JsonOut;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ModelJsonTest {
    private static final PropertyModel INHERITED = new PropertyModel(
            "title",
            PropertyType.single(DataType.STRING),
            Settings.of(Map.of(
                    SettingKey.REQUIRED, SettingValue.of(false),
                    SettingKey.MAX_LENGTH, SettingValue.of(80),
                    SettingKey.DEFAULT_VALUE, SettingValue.of("Grün\n"))),
            List.of("heading", "headline"),
            List.of("CT211"),
            "com.acme.Page");
    private static final PropertyModel OWN = new PropertyModel(
            "price",
            PropertyType.list(DataType.DECIMAL),
            Settings.of(Map.of(SettingKey.MIN, SettingValue.of(new BigDecimal("0.01")))),
            List.of(),
            List.of(),
            "com.acme.Article");
    private static final TypeModel ARTICLE = new TypeModel(
            "Article",
            "com.acme.Article",
            "0a7e1c52-8d2f-4a53-9f0e-3b1f6d2c4e5a",
            Settings.of(Map.of(
                    SettingKey.ACCESS, SettingValue.set(List.of("editor", "admin")),
                    SettingKey.AVAILABLE_IN_EDIT_MODE, SettingValue.of(false))),
            List.of(INHERITED, OWN),
            List.of("Post"),
            List.of("CT213"),
            List.of("Page"),
            List.of("base"));
    private static final ModuleModel MODULE = new ModuleModel(
            "acme-site", "1.2.3", List.of(ARTICLE, new TypeModel("Page", "com.acme.Page", List.of(INHERITED))));

    @Test
    void aModuleIsReadBackAsItWasWritten() {
        assertThat(read(write(MODULE))).isEqualTo(MODULE);
    }

    @Test
    void aModuleWithoutVersionAndTypesIsReadBackToo() {
        ModuleModel bare = new ModuleModel("bare", null, List.of());
        assertThat(read(write(bare))).isEqualTo(bare);
    }

    @Test
    void anInheritedPropertyIsWrittenOnceAndReadAsOneObject() {
        String text = write(MODULE);
        assertThat(text.split("\"declaredIn\":\"com.acme.Page\"", -1)).hasSize(2);
        ModuleModel read = read(text);
        assertThat(property(read, "Article", "title")).isSameAs(property(read, "Page", "title"));
    }

    @Test
    void theTextDoesNotDependOnTheOrderInWhichTypesAndPropertiesWereFound() {
        ModuleModel turned = new ModuleModel(
                MODULE.name(),
                MODULE.version(),
                List.of(MODULE.types().get(1), ARTICLE.withProperties(List.of(OWN, INHERITED))));
        assertThat(write(turned)).isEqualTo(write(MODULE));
    }

    @Test
    void unknownFieldsAndSettingsAreLeftOut() {
        String text = write(MODULE)
                .replace("{\"name\":\"acme-site\"", "{\"since\":[{\"x\":1}],\"name\":\"acme-site\"")
                .replace("\"maxLength\":80", "\"maxLength\":80,\"shininess\":{\"of\":3}");
        assertThat(text).contains("since", "shininess");
        assertThat(read(text)).isEqualTo(MODULE);
    }

    @Test
    void theFingerprintIsThatOfTheModelAndNotOfItsVersion() {
        assertThat(Fingerprint.of(MODULE))
                .matches("[0-9a-f]{32}")
                .isEqualTo(Fingerprint.of(new ModuleModel(MODULE.name(), "9", MODULE.types())));
        assertThat(Fingerprint.of(read(write(MODULE)))).isEqualTo(Fingerprint.of(MODULE));
    }

    @Test
    void theFingerprintDoesNotSeeWhatIsInformationOnly() {
        PropertyModel pulledUp = new PropertyModel(
                OWN.name(), OWN.type(), OWN.settings(), List.of("cost"), List.of("CT211"), "com.acme.Page");
        TypeModel informed = new TypeModel(
                ARTICLE.name(),
                ARTICLE.className(),
                ARTICLE.guid(),
                ARTICLE.settings(),
                List.of(INHERITED, pulledUp),
                List.of(),
                List.of(),
                List.of(),
                List.of());
        assertThat(Fingerprint.of(withArticle(informed))).isEqualTo(Fingerprint.of(MODULE));
    }

    static Stream<ModuleModel> changes() {
        return Stream.of(
                withArticle(ARTICLE.withName("Essay")),
                withArticle(ARTICLE.withClassName("com.acme.Essay")),
                withArticle(ARTICLE.withGuid(null)),
                withArticle(ARTICLE.withSettings(Settings.none())),
                withArticle(ARTICLE.withProperties(List.of(INHERITED))),
                withArticle(ARTICLE.withProperties(List.of(INHERITED, OWN.withName("cost")))),
                withArticle(
                        ARTICLE.withProperties(List.of(INHERITED, OWN.withType(PropertyType.set(DataType.DECIMAL))))),
                withArticle(ARTICLE.withProperties(List.of(INHERITED, OWN.withSettings(Settings.none())))),
                MODULE.withTypes(List.of(ARTICLE)));
    }

    @ParameterizedTest
    @MethodSource("changes")
    void theFingerprintSeesEverythingElse(ModuleModel changed) {
        assertThat(Fingerprint.of(changed)).isNotEqualTo(Fingerprint.of(MODULE));
    }

    private static ModuleModel withArticle(TypeModel article) {
        return MODULE.withTypes(List.of(article, MODULE.types().get(1)));
    }

    private static PropertyModel property(ModuleModel module, String type, String name) {
        return module.type(type).orElseThrow().property(name).orElseThrow();
    }

    private static String write(ModuleModel module) {
        return JsonOut.compact(out -> ModelJson.write(module, out));
    }

    private static ModuleModel read(String text) {
        return JsonIn.read(text, ModelJson::read);
    }
}
