package dev.synchronizer.guide;

import static org.assertj.core.api.Assertions.assertThat;

import dev.synchronizer.Synchronizer;
import dev.synchronizer.catalog.Catalog;
import dev.synchronizer.catalog.EffectiveProperty;
import dev.synchronizer.catalog.EffectiveType;
import dev.synchronizer.databases.H2Server;
import dev.synchronizer.fixtures.ModelJar;
import dev.synchronizer.model.SettingKey;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the guide says about reading types, done on an embedded database. */
class ReadingTest {
    private final DataSource dataSource = H2Server.inMemory().dataSource();

    @TempDir
    Path folder;

    @Test
    void types() {
        List<String> form = new ArrayList<>();
        try (Synchronizer synchronizer = synchronizer()) {
            synchronizer.synchronize();
            // guide: reading
            Catalog catalog = synchronizer.catalog();
            EffectiveType article = catalog.type("Article").orElseThrow();
            form.add(article.settings().text(SettingKey.DISPLAY_NAME));
            for (EffectiveProperty property : article.properties()) {
                boolean required = property.settings().flag(SettingKey.REQUIRED);
                form.add(property.settings().text(SettingKey.DISPLAY_NAME) + (required ? " *" : ""));
            }
            // end
        }
        assertThat(form).containsExactly("Story", "Headline *");
    }

    @Test
    void howItKeepsUp() {
        // guide: keeping up
        Synchronizer synchronizer = Synchronizer.builder()
                .dataSource(dataSource)
                .pollInterval(Duration.ofSeconds(10))
                .changeNotifications(false)
                .build();
        // end
        try (synchronizer) {
            assertThat(synchronizer.catalog().types()).isEmpty();
        }
    }

    private Synchronizer synchronizer() {
        Path jar = ModelJar.of("""
                        package com.acme;
                        import dev.synchronizer.annotation.*;
                        @ContentType(displayName = "Story")
                        public class Article {
                            private String title;
                            @Property(displayName = "Headline", required = true)
                            public String getTitle() { return title; }
                            public void setTitle(String title) { this.title = title; }
                        }
                        """).version("site", "1.0").jar(folder.resolve("site.jar"));
        return Synchronizer.builder()
                .dataSource(dataSource)
                .models(jar)
                .pollInterval(Duration.ZERO)
                .build();
    }
}
