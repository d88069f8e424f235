package dev.synchronizer.guide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.synchronizer.Synchronizer;
import dev.synchronizer.annotation.ContentReference;
import dev.synchronizer.annotation.ContentType;
import dev.synchronizer.annotation.Migration;
import dev.synchronizer.annotation.Property;
import dev.synchronizer.content.InvalidItemException;
import dev.synchronizer.content.Item;
import dev.synchronizer.content.ItemQuery;
import dev.synchronizer.content.Items;
import dev.synchronizer.content.NewItem;
import dev.synchronizer.content.Violation;
import dev.synchronizer.databases.H2Server;
import dev.synchronizer.fixtures.ModelJar;
import dev.synchronizer.migration.MigrationStep;
import dev.synchronizer.migration.StepContent;
import dev.synchronizer.model.Address;
import dev.synchronizer.plan.SyncPlan;
import dev.synchronizer.settings.Definition;
import dev.synchronizer.store.ItemFilter.Comparison;
import dev.synchronizer.transfer.ImportOptions;
import dev.synchronizer.transfer.ImportReport;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the guide says about content, done on an embedded database. */
class ContentTest {
    private final DataSource dataSource = H2Server.inMemory().dataSource();
    private Synchronizer synchronizer;
    private Items items;

    @TempDir
    Path folder;

    /** As an administrator would make it. */
    @BeforeEach
    void makeTypes() {
        synchronizer = Synchronizer.builder().dataSource(dataSource).build();
        synchronizer
                .definitions()
                .define(
                        "Ada",
                        Definition.of("Article")
                                .withProperty("title", "STRING")
                                .withProperty("minutes", "INTEGER")
                                .withProperty("related", "LIST<REFERENCE>"));
        items = synchronizer.items();
    }

    @AfterEach
    void close() {
        synchronizer.close();
    }

    @Test
    void byName() {
        // guide: items by name
        Item opening = items.create("Ada", NewItem.of("Article", "Opening").with("title", "Soon"));
        Item changed = items.save("Ada", opening.with("title", "Now").with("minutes", 4));
        List<Item> shortOnes = items.list(ItemQuery.ofTypes("Article").where("minutes", Comparison.AT_MOST, 5));
        // end
        assertThat(changed.revision()).isEqualTo(2);
        assertThat(shortOnes).containsExactly(changed);
    }

    // guide: model class
    @ContentType
    public static class Article {
        private String title;
        private int minutes;
        private List<ContentReference> related = List.of();

        @Property(required = true)
        public String getTitle() {
            return title;
        }

        public void setTitle(String title) {
            this.title = title;
        }

        public int getMinutes() {
            return minutes;
        }

        public void setMinutes(int minutes) {
            this.minutes = minutes;
        }

        public List<ContentReference> getRelated() {
            return related;
        }

        public void setRelated(List<ContentReference> related) {
            this.related = related;
        }
    }
    // end

    @Test
    void asObjects() {
        UUID id = items.create("Ada", NewItem.of("Article", "Opening")).id();
        // guide: items as objects
        long revision = items.get(id).revision();
        Article article = items.get(id, Article.class);
        article.setTitle("Now");
        items.save("Ada", id, revision, article);
        // end
        assertThat(items.get(id).get("title")).contains("Now");
    }

    @Test
    void whatIsWrong() {
        List<String> seen = new ArrayList<>();
        Item opening = items.create("Ada", NewItem.of("Article", "Opening"));
        assertThatThrownBy(() -> {
                    // guide: violations
                    try {
                        items.save("Ada", opening.with("minutes", "four"));
                    } catch (InvalidItemException e) {
                        for (Violation violation : e.violations()) {
                            seen.add(violation.place() + ": " + violation.message());
                        }
                        throw e;
                    }
                    // end
                })
                .isInstanceOf(InvalidItemException.class);
        assertThat(seen).singleElement().asString().startsWith("Article.minutes: ");
    }

    @Test
    void carrying() throws IOException {
        Path file = folder.resolve("items.jsonl");
        items.create("Ada", NewItem.of("Article", "Opening"));
        // guide: export and import
        try (OutputStream stream = Files.newOutputStream(file)) {
            synchronizer.transfer().export(ItemQuery.all(), stream);
        }
        try (InputStream stream = Files.newInputStream(file)) {
            ImportReport report = synchronizer.transfer().importFrom("Ada", stream, ImportOptions.allOrNothing());
            System.out.println(report.created() + " created, " + report.replaced() + " replaced");
        }
        // end
        assertThat(items.count(ItemQuery.all())).isEqualTo(1);
    }

    // guide: migration step
    @Migration(version = "2.1")
    public static class SplitAuthorName implements MigrationStep {
        @Override
        public void migrate(StepContent content) {
            content.items("Author").having("name").forEach(author -> {
                String[] names = ((String) author.get("name").orElseThrow()).split(" ", 2);
                author.set("givenName", names[0]);
                author.set("familyName", names.length > 1 ? names[1] : null);
                author.clear("name");
            });
        }
    }
    // end

    @Test
    void countingElsewhere() {
        Map<String, Long> articles = new HashMap<>(Map.of("Article", 12L));
        // guide: content elsewhere
        Synchronizer site = Synchronizer.builder()
                .dataSource(dataSource)
                .contentUsage(asked -> {
                    Map<Address, Long> counted = new HashMap<>();
                    for (Address address : asked) {
                        counted.put(address, articles.getOrDefault(address.toString(), 0L));
                    }
                    return counted;
                })
                .build();
        // end
        try (site) {
            assertThat(site.stored().types()).hasSize(1);
        }
    }

    @Test
    void takingBack() {
        Path site = ModelJar.of(
                        "package com.acme; import dev.synchronizer.annotation.*; @ContentType public class Page {}")
                .version("acme-site", "1.0")
                .jar(folder.resolve("acme-site-1.0.jar"));
        long run;
        try (Synchronizer release =
                Synchronizer.builder().dataSource(dataSource).models(site).build()) {
            run = release.synchronize().run().orElseThrow();
        }
        // guide: undo
        SyncPlan inverse = synchronizer.planUndo(run);
        if (inverse.refusals().isEmpty()) {
            synchronizer.undo(run);
        }
        // end
        assertThat(synchronizer.runs(10)).hasSize(2);
        assertThat(synchronizer.catalog().type("Page")).isEmpty();
    }
}
