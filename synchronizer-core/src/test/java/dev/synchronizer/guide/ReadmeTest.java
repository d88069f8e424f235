package dev.synchronizer.guide;

import static org.assertj.core.api.Assertions.assertThat;

import dev.synchronizer.Synchronizer;
import dev.synchronizer.catalog.EffectiveType;
import dev.synchronizer.databases.H2Server;
import dev.synchronizer.fixtures.ModelJar;
import dev.synchronizer.model.Address;
import dev.synchronizer.model.SettingKey;
import dev.synchronizer.settings.NewSettings;
import java.nio.file.Path;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the README shows, done on an embedded database. */
class ReadmeTest {
    private static final String ARTICLE = """
            // readme: a content type
            @ContentType(displayName = "Article", groupName = "Editorial")
            public class Article {
                private String teaser;

                @Size(max = 300)
                @Property(searchable = true, localized = true)
                public String getTeaser() { return teaser; }

                public void setTeaser(String teaser) { this.teaser = teaser; }
            }
            // end
            """;

    private final DataSource dataSource = H2Server.inMemory().dataSource();

    @TempDir
    Path folder;

    @Test
    void fromAClassToWhatEditorsSee() {
        Path site = ModelJar.of("package com.acme; import dev.synchronizer.annotation.*;"
                        + " import jakarta.validation.constraints.Size;\n" + ARTICLE)
                .version("acme-site", "1.0")
                .jar(folder.resolve("acme-site.jar"));
        // readme: at start-up
        Synchronizer synchronizer =
                Synchronizer.builder().dataSource(dataSource).models(site).build();
        synchronizer.synchronize();
        EffectiveType article = synchronizer.catalog().type("Article").orElseThrow();
        String title = article.settings().text(SettingKey.DISPLAY_NAME);
        // end
        // readme: in production
        synchronizer
                .overrides()
                .set("Ada", Address.parse("Article"), NewSettings.none().with("displayName", "Story"));
        // end
        try (synchronizer) {
            assertThat(title).isEqualTo("Article");
            assertThat(synchronizer
                            .catalog()
                            .type("Article")
                            .orElseThrow()
                            .settings()
                            .text(SettingKey.DISPLAY_NAME))
                    .isEqualTo("Story");
        }
    }
}
