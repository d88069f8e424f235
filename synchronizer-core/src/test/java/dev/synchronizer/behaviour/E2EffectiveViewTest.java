package dev.synchronizer.behaviour;

import static dev.synchronizer.behaviour.Sources.annotatedType;
import static dev.synchronizer.behaviour.Sources.type;
import static org.assertj.core.api.Assertions.assertThat;

import dev.synchronizer.Synchronizer;
import dev.synchronizer.catalog.EffectiveProperty;
import dev.synchronizer.catalog.EffectiveSettings;
import dev.synchronizer.catalog.EffectiveSettings.Source;
import dev.synchronizer.catalog.EffectiveType;
import dev.synchronizer.fixtures.ModelJar;
import dev.synchronizer.model.Origin;
import dev.synchronizer.model.SettingKey;
import dev.synchronizer.model.SettingValue;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.io.TempDir;

/** E2: effective is what an administrator saved, else what code says, else what is built in. */
class E2EffectiveViewTest {
    @TempDir
    Path folder;

    @OnEveryDatabase
    void aNewClassIsServedWithItsDefaultsAndNoOverrideRowExists(Product product) {
        Node node = Node.on(product);
        node.start(site("1.0", "@ContentType(displayName = \"Story\")"));

        EffectiveType article = served(node, "Article").orElseThrow();

        assertThat(article.settings().text(SettingKey.DISPLAY_NAME)).isEqualTo("Story");
        assertThat(article.settings().source(SettingKey.DISPLAY_NAME)).isEqualTo(Source.CODE);
        assertThat(article.settings().source(SettingKey.ORDER)).isEqualTo(Source.BUILT_IN);
        assertThat(article.className()).isEqualTo("com.acme.Article");
        assertThat(article.module()).isEqualTo("site");
        assertThat(article.moduleVersion()).isEqualTo("1.0");
        assertThat(article.properties()).extracting(EffectiveProperty::name).containsExactly("body", "teaser");
        assertThat(node.count("ct_override")).isZero();
    }

    @OnEveryDatabase
    void anOverrideWinsOverWhatCodeSaysNowAndLater(Product product) {
        Node node = Node.on(product);
        node.start(site("1.0", "@ContentType(displayName = \"Story\")"));
        Saves.in(node.database()).set("Article", "displayName", SettingValue.of("Mine"));

        assertThat(settings(node).text(SettingKey.DISPLAY_NAME)).isEqualTo("Mine");
        node.start(site("1.1", "@ContentType(displayName = \"Tale\")"));
        assertThat(settings(node).text(SettingKey.DISPLAY_NAME)).isEqualTo("Mine");
        assertThat(settings(node).source(SettingKey.DISPLAY_NAME)).isEqualTo(Source.OVERRIDE);
        node.start(site("1.2", "@ContentType(displayName = \"Mine\")"));
        node.start(site("1.3", "@ContentType(displayName = \"Epic\")"));
        assertThat(settings(node).text(SettingKey.DISPLAY_NAME)).isEqualTo("Mine");
    }

    @OnEveryDatabase
    void falseAndAnEmptyTextAndNothingAreValues(Product product) {
        Node node = Node.on(product);
        node.start(site("1.0", "@ContentType(availableInEditMode = true, icon = \"i\", displayName = \"Story\")"));
        Saves saves = Saves.in(node.database());
        saves.set("Article", "availableInEditMode", SettingValue.of(false));
        saves.set("Article", "icon", SettingValue.of(""));
        saves.set("Article", "displayName", null);
        saves.set("Article", "teaser", "prompt", SettingValue.of("Write"));

        EffectiveType article = served(node, "Article").orElseThrow();

        assertThat(article.settings().flag(SettingKey.AVAILABLE_IN_EDIT_MODE)).isFalse();
        assertThat(article.settings().text(SettingKey.ICON)).isEmpty();
        assertThat(article.settings().value(SettingKey.DISPLAY_NAME)).isNull();
        assertThat(article.settings().source(SettingKey.DISPLAY_NAME)).isEqualTo(Source.OVERRIDE);
        assertThat(article.property("teaser").orElseThrow().settings().text(SettingKey.PROMPT))
                .isEqualTo("Write");

        saves.revert("Article", "availableInEditMode");
        assertThat(settings(node).flag(SettingKey.AVAILABLE_IN_EDIT_MODE)).isTrue();
    }

    @OnEveryDatabase
    void aLockHidesAnOverrideWhileItLasts(Product product) {
        Node node = Node.on(product);
        node.start(site("1.0", "@ContentType(displayName = \"Story\")"));
        Saves.in(node.database()).set("Article", "displayName", SettingValue.of("Mine"));

        node.start(site("1.1", "@ContentType(displayName = \"Story\", locked = \"displayName\")"));
        assertThat(settings(node).text(SettingKey.DISPLAY_NAME)).isEqualTo("Story");
        node.start(site("1.2", "@ContentType(displayName = \"Story\")"));
        assertThat(settings(node).text(SettingKey.DISPLAY_NAME)).isEqualTo("Mine");
    }

    @OnEveryDatabase
    void whatAdministratorsMadeIsServedByTheSameCatalog(Product product) {
        Node node = Node.on(product);
        node.start(site("1.0", ""));
        Saves saves = Saves.in(node.database());
        saves.define("Banner", "link");
        saves.defineProperty("Article", "campaign");
        saves.set("Banner", "link", "required", SettingValue.of(true));

        EffectiveType banner = served(node, "Banner").orElseThrow();

        assertThat(banner.origin()).isEqualTo(Origin.ADMIN);
        assertThat(banner.property("link").orElseThrow().settings().flag(SettingKey.REQUIRED))
                .isTrue();
        assertThat(served(node, "Article").orElseThrow().properties())
                .extracting(EffectiveProperty::name)
                .containsExactly("body", "campaign", "teaser");
        assertThat(all(node)).extracting(EffectiveType::name).containsExactly("Article", "Banner");
    }

    @OnEveryDatabase
    void whereNothingIsStoredNothingIsServed(Product product) {
        Node node = Node.onEmpty(product);

        assertThat(served(node, "Article")).isEmpty();
        assertThat(all(node)).isEmpty();
        assertThat(node.tables()).isZero();
    }

    private EffectiveSettings settings(Node node) {
        return served(node, "Article").orElseThrow().settings();
    }

    private static Optional<EffectiveType> served(Node node, String type) {
        return node.call((Synchronizer synchronizer) -> synchronizer.catalog().type(type));
    }

    private static List<EffectiveType> all(Node node) {
        return node.call((Synchronizer synchronizer) -> synchronizer.catalog().types());
    }

    private Path site(String version, String annotations) {
        String article = annotations.isEmpty()
                ? type("Article", "teaser", "body")
                : annotatedType(annotations, "Article", "teaser", "body");
        return ModelJar.of(article).version("site", version).jar(folder.resolve("site-" + version + ".jar"));
    }
}
