package dev.synchronizer.guide;

import static org.assertj.core.api.Assertions.assertThat;

import dev.synchronizer.Synchronizer;
import dev.synchronizer.annotation.ContentKind;
import dev.synchronizer.catalog.AdoptedAnnotation;
import dev.synchronizer.catalog.Adoption;
import dev.synchronizer.catalog.Explanation;
import dev.synchronizer.catalog.SettingExplanation;
import dev.synchronizer.databases.H2Server;
import dev.synchronizer.fixtures.ModelJar;
import dev.synchronizer.model.Address;
import dev.synchronizer.settings.DefinedType;
import dev.synchronizer.settings.Definition;
import dev.synchronizer.settings.NewSettings;
import dev.synchronizer.settings.PropertyDefinition;
import dev.synchronizer.settings.RevertScope;
import dev.synchronizer.settings.RevertedSettings;
import dev.synchronizer.settings.SavedSettings;
import dev.synchronizer.settings.StandingOverride;
import java.nio.file.Path;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the guide says about what administrators save, done on an embedded database. */
class AdministeringTest {
    private final DataSource dataSource = H2Server.inMemory().dataSource();

    @TempDir
    Path folder;

    @BeforeEach
    void synchronize() {
        synchronize("1.0", "");
    }

    private void synchronize(String version, String annotation) {
        Path site = ModelJar.of("package com.acme; import dev.synchronizer.annotation.*; @ContentType"
                        + " public class Article { " + annotation
                        + " public String getTeaser() { return null; } public void setTeaser(String teaser) {} }")
                .version("acme-site", version)
                .jar(folder.resolve("acme-site-" + version + ".jar"));
        try (Synchronizer synchronizer =
                Synchronizer.builder().dataSource(dataSource).models(site).build()) {
            synchronizer.synchronize();
        }
    }

    @Test
    void saving() {
        try (Synchronizer synchronizer =
                Synchronizer.builder().dataSource(dataSource).build()) {
            // guide: save
            SavedSettings saved = synchronizer
                    .overrides()
                    .set(
                            "Ada",
                            Address.parse("Article.teaser"),
                            NewSettings.none()
                                    .with("required", true)
                                    .with("prompt", "Two sentences at most")
                                    .withNothing("editorHint"));
            // end
            assertThat(saved.settings()).hasSize(3);
            assertThat(saved.isWritten()).isTrue();
        }
    }

    @Test
    void takingBack() {
        try (Synchronizer synchronizer =
                Synchronizer.builder().dataSource(dataSource).build()) {
            synchronizer
                    .overrides()
                    .set("Ada", Address.parse("Article"), NewSettings.none().with("displayName", "Story"));
            // guide: revert
            RevertScope article = RevertScope.at(Address.parse("Article"));
            for (StandingOverride override :
                    synchronizer.overrides().planRevert(article).overrides()) {
                System.out.println(
                        override.address() + ": " + override.effective() + " would become " + override.defaultNow());
            }
            RevertedSettings reverted = synchronizer.overrides().revert("Ada", article);
            // end
            assertThat(reverted.overrides()).hasSize(1);
            assertThat(synchronizer.overrides().list()).isEmpty();
        }
    }

    @Test
    void defining() {
        try (Synchronizer synchronizer =
                Synchronizer.builder().dataSource(dataSource).build()) {
            // guide: define
            Definition banner = Definition.of("Banner")
                    .withKind(ContentKind.BLOCK)
                    .withProperty("link", "URI")
                    .withProperty(new PropertyDefinition(
                            "text",
                            "STRING",
                            NewSettings.none().with("required", true).with("maxLength", 80)));
            DefinedType defined = synchronizer.definitions().define("Ada", banner);
            // end
            assertThat(defined.type().properties()).hasSize(2);
            // guide: undefine
            synchronizer.definitions().undefine("Ada", Address.parse("Banner.link"));
            // end
            assertThat(synchronizer.stored().types())
                    .extracting(type -> type.name() + " " + type.properties().size())
                    .isEqualTo(List.of("Article 1", "Banner 1"));
        }
    }

    @Test
    void explaining() {
        try (Synchronizer synchronizer =
                Synchronizer.builder().dataSource(dataSource).build()) {
            save(synchronizer);
            // guide: explain
            Explanation explanation = synchronizer.catalog().explain(Address.parse("Article.teaser.required"));
            for (SettingExplanation setting : explanation.all()) {
                System.out.println(setting.setting() + " is " + setting.effective() + " by " + setting.source());
                if (setting.override() != null) {
                    System.out.println("saved by " + setting.override().savedBy() + " over "
                            + setting.override().defaultThen());
                }
            }
            // end
            assertThat(explanation.all()).singleElement().satisfies(required -> {
                assertThat(required.effective()).hasToString("true");
                assertThat(required.source()).hasToString("OVERRIDE");
            });
        }
    }

    @Test
    void adopting() {
        try (Synchronizer synchronizer =
                Synchronizer.builder().dataSource(dataSource).build()) {
            save(synchronizer);
            // guide: adopt
            Adoption adoption = synchronizer.catalog().adopt(List.of(Address.parse("Article")));
            for (AdoptedAnnotation adopted : adoption.annotations()) {
                System.out.println(adopted.className() + ": " + adopted.annotation());
            }
            for (Adoption.Left left : adoption.left()) {
                System.out.println(left.setting() + " stays as it is: " + left.reason());
            }
            // end
            String annotation = adoption.annotations().get(0).annotation();
            assertThat(annotation).isEqualTo("@Property(required = true)");
            assertThat(adoption.left()).isEmpty();
            synchronize("1.1", annotation);
            // guide: clear what is redundant
            RevertedSettings cleared = synchronizer.overrides().revert("Ada", RevertScope.redundant());
            // end
            assertThat(cleared.overrides()).hasSize(1);
            assertThat(synchronizer.overrides().list()).isEmpty();
        }
    }

    private static void save(Synchronizer synchronizer) {
        synchronizer
                .overrides()
                .set("Ada", Address.parse("Article.teaser"), NewSettings.none().with("required", true));
    }
}
