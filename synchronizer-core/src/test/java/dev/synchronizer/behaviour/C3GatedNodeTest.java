package dev.synchronizer.behaviour;

import static dev.synchronizer.behaviour.Sources.annotatedType;
import static dev.synchronizer.behaviour.Sources.property;
import static dev.synchronizer.behaviour.Sources.type;
import static org.assertj.core.api.Assertions.assertThat;

import dev.synchronizer.Synchronizer;
import dev.synchronizer.catalog.Catalog;
import dev.synchronizer.catalog.EffectiveProperty;
import dev.synchronizer.catalog.EffectiveSettings;
import dev.synchronizer.catalog.EffectiveSettings.Source;
import dev.synchronizer.catalog.EffectiveType;
import dev.synchronizer.databases.TestDatabase;
import dev.synchronizer.fixtures.ModelJar;
import dev.synchronizer.model.SettingKey;
import dev.synchronizer.model.SettingValue;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** C3, E2: a node with older code serves what this code says, with what administrators saved. */
class C3GatedNodeTest {
    @TempDir
    Path folder;

    private Path older;
    private Path newer;

    @BeforeEach
    void compile() {
        older = ModelJar.of(
                        article("Old", "@Property(prompt = \"old\") String", "teaser", "gone"),
                        type("Removed", "text"),
                        annotatedType("@ContentType(displayName = \"Old talk\")", "Talk"))
                .version("site", "1.0.4")
                .jar(folder.resolve("older.jar"));
        newer = ModelJar.of(
                        article("New", "@RenamedFrom(\"teaser\") @Property(prompt = \"new\") String", "intro", "added"),
                        type("Added", "text"),
                        annotatedType("@ContentType(displayName = \"New speech\") @RenamedFrom(\"Talk\")", "Speech"))
                .version("site", "1.1.0")
                .jar(folder.resolve("newer.jar"));
    }

    private static String article(String displayName, String javaType, String property, String other) {
        String properties = property(javaType, property) + property("String", other);
        return annotatedType("@ContentType(displayName = \"" + displayName + "\")", "Article")
                .replaceFirst("}\\n$", properties + "}\n");
    }

    @OnEveryDatabase
    void itServesItsOwnDefaultsAndProperties(Product product) {
        TestDatabase database = bothCommitted(product);
        try (Synchronizer node = node(database, older)) {
            node.synchronize();
            EffectiveType article = node.catalog().type("Article").orElseThrow();

            assertThat(article.settings().text(SettingKey.DISPLAY_NAME)).isEqualTo("Old");
            assertThat(article.moduleVersion()).isEqualTo("1.0.4");
            assertThat(article.properties()).extracting(EffectiveProperty::name).containsExactly("gone", "teaser");
            assertThat(article.property("teaser").orElseThrow().settings().text(SettingKey.PROMPT))
                    .isEqualTo("old");
        }
    }

    @OnEveryDatabase
    void whatAdministratorsSavedHoldsThereTooAlsoWhereNewerCodeHasRenamed(Product product) {
        TestDatabase database = bothCommitted(product);
        Saves saves = Saves.in(database);
        saves.set("Article", "intro", "required", SettingValue.of(true));
        saves.set("Article", "icon", SettingValue.of("star"));
        saves.set("Speech", "description", SettingValue.of("Words"));
        saves.defineProperty("Article", "campaign");
        try (Synchronizer node = node(database, older)) {
            node.synchronize();
            EffectiveType article = node.catalog().type("Article").orElseThrow();
            EffectiveType talk = node.catalog().type("Talk").orElseThrow();

            assertThat(article.settings().text(SettingKey.ICON)).isEqualTo("star");
            EffectiveSettings teaser = article.property("teaser").orElseThrow().settings();
            assertThat(teaser.flag(SettingKey.REQUIRED)).isTrue();
            assertThat(teaser.source(SettingKey.REQUIRED)).isEqualTo(Source.OVERRIDE);
            assertThat(article.property("campaign")).isPresent();
            assertThat(talk.settings().text(SettingKey.DISPLAY_NAME)).isEqualTo("Old talk");
            assertThat(talk.settings().text(SettingKey.DESCRIPTION)).isEqualTo("Words");
            assertThat(node.catalog().type("Speech")).isEmpty();
        }
    }

    @OnEveryDatabase
    void itDoesNotBreakOnWhatItDoesNotKnow(Product product) {
        TestDatabase database = bothCommitted(product);
        Saves saves = Saves.in(database);
        saves.set("Article", "added", "required", SettingValue.of(true));
        saves.set("Article", "glamour", SettingValue.of("much"));
        try (Synchronizer node = node(database, older)) {
            node.synchronize();
            Catalog catalog = node.catalog();

            assertThat(catalog.types())
                    .extracting(EffectiveType::name)
                    .containsExactly("Added", "Article", "Removed", "Talk");
            assertThat(catalog.type("Article").orElseThrow().property("added")).isEmpty();
            assertThat(catalog.type("Added").orElseThrow().moduleVersion()).isEqualTo("1.1.0");
            assertThat(catalog.type("Removed").orElseThrow().properties())
                    .extracting(EffectiveProperty::name)
                    .containsExactly("text");
        }
    }

    @Test
    void allAtOnceAndOneByOneAreTheSame() {
        TestDatabase database = bothCommitted(Product.H2);
        Saves.in(database).set("Article", "intro", "required", SettingValue.of(true));
        try (Synchronizer node = node(database, older);
                Synchronizer other = node(database, older)) {
            node.synchronize();
            other.synchronize();
            for (EffectiveType type : node.catalog().types()) {
                assertThat(other.catalog().type(type.name())).contains(type);
            }
        }
    }

    @OnEveryDatabase
    void itKeepsServingItsOwnWhenAnotherNodeCommitsNewerCode(Product product) {
        TestDatabase database = product.freshDatabase();
        try (Synchronizer node = node(database, older)) {
            node.synchronize();
            Catalog catalog = node.catalog();
            assertThat(catalog.type("Article")).isPresent();
            try (Synchronizer other = node(database, newer)) {
                other.synchronize();
            }
            catalog.refresh();
            EffectiveType article = catalog.type("Article").orElseThrow();
            assertThat(article.settings().text(SettingKey.DISPLAY_NAME)).isEqualTo("Old");
            assertThat(catalog.type("Removed")).isPresent();

            Saves.in(database).set("Article", "displayName", SettingValue.of("Mine"));
            Saves.in(database).defineProperty("Article", "campaign");
            catalog.refresh();

            EffectiveType saved = catalog.type("Article").orElseThrow();
            assertThat(saved.settings().text(SettingKey.DISPLAY_NAME)).isEqualTo("Mine");
            assertThat(saved.property("campaign")).isPresent();
        }
    }

    @Test
    void aRestartWithNothingToDoServesTheSame() {
        TestDatabase database = bothCommitted(Product.H2);
        for (int i = 0; i < 2; i++) {
            try (Synchronizer node = node(database, older)) {
                node.synchronize();
                assertThat(node.catalog().type("Article").orElseThrow().moduleVersion())
                        .isEqualTo("1.0.4");
            }
        }
    }

    @OnEveryDatabase
    void aNodeThatNeverSynchronizedServesWhatIsStored(Product product) {
        TestDatabase database = bothCommitted(product);
        try (Synchronizer node = node(database, older)) {
            assertThat(node.catalog().type("Article").orElseThrow().moduleVersion())
                    .isEqualTo("1.1.0");
            node.synchronize();
            assertThat(node.catalog().type("Article").orElseThrow().moduleVersion())
                    .isEqualTo("1.0.4");
        }
    }

    private TestDatabase bothCommitted(Product product) {
        Node node = Node.on(product);
        node.start(older);
        node.start(newer);
        return node.database();
    }

    private static Synchronizer node(TestDatabase database, Path models) {
        return Synchronizer.builder()
                .dataSource(database.dataSource())
                .models(models)
                .pollInterval(Duration.ZERO)
                .build();
    }
}
