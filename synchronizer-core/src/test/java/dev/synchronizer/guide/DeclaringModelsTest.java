package dev.synchronizer.guide;

import static org.assertj.core.api.Assertions.assertThat;

import dev.synchronizer.Synchronizer;
import dev.synchronizer.fixtures.ModelJar;
import dev.synchronizer.model.ContentModel;
import dev.synchronizer.model.SettingKey;
import dev.synchronizer.model.TypeModel;
import dev.synchronizer.plan.SyncPlan;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The models of the guide are compiled, read, and found to be what the guide says. */
class DeclaringModelsTest {
    private static final String IMPORTS = """
            package com.acme;
            import dev.synchronizer.annotation.*;
            import jakarta.validation.constraints.*;
            import java.math.BigDecimal;
            import java.time.LocalDate;
            import java.util.*;
            """;

    private static final String ARTICLE = """
            // guide: a content type
            @ContentType(displayName = "Article", groupName = "Editorial", icon = "newspaper")
            public class Article {
                private String title;
                private String teaser;

                @NotBlank
                public String getTitle() { return title; }

                public void setTitle(String title) { this.title = title; }

                @Size(max = 300)
                @Property(searchable = true, localized = true, order = 10)
                public String getTeaser() { return teaser; }

                public void setTeaser(String teaser) { this.teaser = teaser; }
            }
            // end
            """;
    private static final String QUOTE = """
            // guide: a record
            @ContentType(kind = ContentKind.BLOCK)
            public record Quote(
                    @NotBlank @Property(type = DataType.TEXT) String text,
                    @Property(displayName = "Said by") String author,
                    @Ignore int length) {}
            // end
            """;
    private static final String RECIPE = """
            // guide: data types
            @ContentType
            public record Recipe(
                    String title,
                    @Property(type = DataType.RICH_TEXT) String method,
                    @Size(max = 20000) String story,
                    @Min(1) @Max(24) int servings,
                    @DecimalMin("0.00") @Digits(integer = 6, fraction = 2) BigDecimal price,
                    LocalDate published,
                    Difficulty difficulty,
                    Set<Difficulty> suitableFor,
                    List<String> ingredients,
                    Quote quote,
                    @AllowedTypes(Article.class) ContentReference background) {}
            // end
            """;
    private static final String DIFFICULTY = "public enum Difficulty { EASY, FAIR, HARD }";
    private static final String PAGES = """
            // guide: inheritance
            public abstract class SitePage {
                private String path;

                public String getPath() { return path; }

                public void setPath(String path) { this.path = path; }
            }
            // end
            """;
    private static final String EVENT = """
            // guide: an inheriting type
            @ContentType(allowedParents = Event.class, access = {"editor", "programmer"})
            public class Event extends SitePage {
                private LocalDate day;

                @NotNull
                @Property(prompt = "When does it begin?")
                public LocalDate getDay() { return day; }

                public void setDay(LocalDate day) { this.day = day; }
            }
            // end
            """;
    private static final String STORY = """
            // guide: renames
            @ContentType
            @RenamedFrom("Article")
            public class Story {
                private String headline;

                @RenamedFrom("title")
                public String getHeadline() { return headline; }

                public void setHeadline(String headline) { this.headline = headline; }
            }
            // end
            """;
    private static final String PINNED = """
            // guide: a guid
            @ContentType(guid = "6f1d2f6e-3f0b-4a52-9c39-6f6d7f0a1b2c")
            public class Newsletter {}
            // end
            """;
    private static final String MODULE = """
            // guide: a module
            @ContentModule(name = "acme-site", version = "2.3.0")
            package com.acme;
            // end
            import dev.synchronizer.annotation.ContentModule;
            """;
    private static final String ACCEPTED = """
            // guide: an accepted warning
            @ContentType(locked = "layout")
            @Suppress("CT211")
            public class Landing {}
            // end
            """;

    @TempDir
    Path folder;

    @Test
    void theModelsAreValidAndSayWhatTheGuideSays() {
        ContentModel model = read("2.3.0", ARTICLE, QUOTE, RECIPE, DIFFICULTY, PAGES, EVENT, PINNED, ACCEPTED);

        assertThat(model.modules())
                .extracting(m -> m.name() + " " + m.version())
                .containsExactly("acme-site 2.3.0");
        assertThat(types(model))
                .contains("Recipe background:REFERENCE difficulty:ENUM ingredients:LIST<STRING> method:RICH_TEXT"
                        + " price:DECIMAL published:DATE quote:BLOCK<Quote> servings:INTEGER story:TEXT"
                        + " suitableFor:SET<ENUM> title:STRING")
                .contains("Quote author:STRING text:TEXT", "Event day:DATE path:STRING")
                .hasSize(6);
        assertThat(type(model, "Article")
                        .property("teaser")
                        .orElseThrow()
                        .settings()
                        .asMap())
                .containsOnlyKeys(SettingKey.ORDER, SettingKey.SEARCHABLE, SettingKey.LOCALIZED, SettingKey.MAX_LENGTH);
    }

    @Test
    void aRenameIsOneAndLosesNothing() {
        SyncPlan plan = Synchronizer.compare(read("2.3.0", ARTICLE), read("2.4.0", STORY));

        assertThat(plan.types())
                .extracting(t -> t.name() + " " + t.state().label())
                .containsExactly("Story updated");
        assertThat(plan.types().get(0).properties())
                .extracting(p -> p.name() + " " + p.state().label())
                .contains("headline updated");
    }

    private ContentModel read(String version, String... sources) {
        ModelJar jar = ModelJar.of(MODULE.replace("2.3.0", version));
        for (String source : sources) {
            jar.with(IMPORTS + source);
        }
        try (Synchronizer synchronizer = Synchronizer.builder()
                .models(jar.jar(folder.resolve("acme-site-" + version + ".jar")))
                .build()) {
            return synchronizer.validate().model();
        }
    }

    private static TypeModel type(ContentModel model, String name) {
        return model.types().filter(t -> t.name().equals(name)).findFirst().orElseThrow();
    }

    private static java.util.List<String> types(ContentModel model) {
        return model.types()
                .map(type -> type.name()
                        + type.properties().stream()
                                .map(p -> " " + p.name() + ":" + p.type())
                                .collect(java.util.stream.Collectors.joining()))
                .toList();
    }
}
