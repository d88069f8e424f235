package dev.synchronizer.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.synchronizer.Synchronizer;
import dev.synchronizer.catalog.Catalog;
import dev.synchronizer.databases.H2Server;
import dev.synchronizer.databases.TestDatabase;
import dev.synchronizer.fixtures.ModelJar;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How many questions reading costs, whatever the number of types. */
class CatalogQueriesTest {
    private static final int TYPES = 30;

    private final TestDatabase database = H2Server.inMemory();
    private final Watched watched = new Watched(database.dataSource());

    @TempDir
    Path folder;

    @BeforeEach
    void commit() {
        String[] sources = IntStream.range(0, TYPES)
                .mapToObj(
                        i -> "package com.acme; @dev.synchronizer.annotation.ContentType public class Type" + i + " {}")
                .toArray(String[]::new);
        Path jar = ModelJar.of(sources).version("site", "1.0").jar(folder.resolve("site.jar"));
        try (Synchronizer synchronizer = Synchronizer.builder()
                .dataSource(database.dataSource())
                .models(jar)
                .build()) {
            synchronizer.synchronize();
        }
    }

    @Test
    void theFirstReadOfATypeAsksForItsRowsAndOnceForItsModule() {
        try (Synchronizer synchronizer = node()) {
            Catalog catalog = synchronizer.catalog();

            assertThat(asked(() -> catalog.type("Type1")))
                    .satisfiesExactly(
                            sql -> assertThat(sql).contains("ct_state"),
                            sql -> assertThat(sql).contains("ct_type"),
                            sql -> assertThat(sql).contains("ct_property"),
                            sql -> assertThat(sql).contains("ct_module_snapshot"),
                            sql -> assertThat(sql).contains("ct_override"));
            assertThat(asked(() -> catalog.type("Type2"))).hasSize(4).noneMatch(sql -> sql.contains("ct_module"));
            assertThat(asked(() -> catalog.type("Type1"))).isEmpty();
            assertThat(asked(() -> catalog.type("Type2"))).isEmpty();
        }
    }

    @Test
    void allTypesAreReadByAFewQuestions() {
        try (Synchronizer synchronizer = node()) {
            Catalog catalog = synchronizer.catalog();

            assertThat(asked(catalog::types)).hasSizeLessThanOrEqualTo(6);
            assertThat(catalog.types()).hasSize(TYPES);
            assertThat(asked(catalog::types)).isEmpty();
            assertThat(asked(() -> catalog.type("Type7"))).isEmpty();
            assertThat(asked(() -> catalog.type("Nothing"))).isEmpty();
        }
    }

    @Test
    void lookingForChangesIsOneSmallQuestion() {
        try (JdbcStore store = new JdbcStore(watched.dataSource())) {
            assertThat(asked(store::changeNumber)).singleElement().asString().contains("change_number");
        }
    }

    private Synchronizer node() {
        return Synchronizer.builder()
                .dataSource(watched.dataSource())
                .pollInterval(Duration.ZERO)
                .build();
    }

    private List<String> asked(Runnable reading) {
        int before = watched.executions().size();
        reading.run();
        List<String> all = watched.executions();
        return all.subList(before, all.size());
    }
}
