package dev.synchronizer.behaviour;

import static dev.synchronizer.behaviour.Desk.refused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.synchronizer.annotation.ContentType;
import dev.synchronizer.annotation.Ignore;
import dev.synchronizer.behaviour.Stories.Article;
import dev.synchronizer.content.Item;
import dev.synchronizer.content.NewItem;
import dev.synchronizer.fixtures.ModelJar;
import dev.synchronizer.problem.Problem;
import dev.synchronizer.problem.ProblemCode;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.io.TempDir;

/** Items as objects of model classes, through their public accessors. */
class ContentTypedAccessTest {
    @TempDir
    Path folder;

    @ContentType
    public record Person(
            String name,
            @Nullable LocalDate born,
            List<String> mails,
            int age,
            @Ignore String note) {}

    private Site start(Product product) {
        return Site.start(product, Stories.jar(folder, Person.class));
    }

    @OnEveryDatabase
    void aBeanComesBackAsItWasSaved(Product product) throws Exception {
        try (Site site = start(product)) {
            Article given = Stories.article();

            Item made = site.items().create("Ada", "A", null, given, "de");

            assertThat(made.type()).isEqualTo("Story");
            assertThat(made.get("heading")).contains("T");
            assertThat(made.get("mood")).contains("LIVELY");
            assertThat(made.values().languages("intro")).containsExactly("de");
            assertThat(made.values().properties()).doesNotContain("ignored", "title", "related");
            Article read = site.items().get(made.id(), Article.class, "de-CH");
            assertThat(read).usingRecursiveComparison().isEqualTo(given);
            assertThat(site.items().get(made.id(), Article.class, "en").getIntro())
                    .isNull();
        }
    }

    @OnEveryDatabase
    void aRecordComesBackAsItWasSavedAndEmptyWhereThereIsNothing(Product product) throws Exception {
        try (Site site = start(product)) {
            Item made = site.items().create("Ada", "P", new Person("Ada", null, List.of("a@b"), 36, "mine"));
            Item empty = site.items().create("Ada", NewItem.of("Person", "Nobody"));

            assertThat(site.items().get(made.id(), Person.class))
                    .isEqualTo(new Person("Ada", null, List.of("a@b"), 36, null));
            assertThat(site.items().get(empty.id(), Person.class))
                    .isEqualTo(new Person(null, null, List.of(), 0, null));
        }
    }

    @OnEveryDatabase
    void classesOfAnotherClassLoaderWorkToo(Product product) throws Exception {
        Path jar = ModelJar.of(
                        "package com.other; import dev.synchronizer.annotation.*;"
                                + " @ContentType public record Note(String text, Kind kind) {}",
                        "package com.other; public enum Kind { SHORT, LONG }")
                .version("other", "1.0")
                .jar(folder.resolve("other.jar"));
        try (Site site = Site.start(product, jar);
                URLClassLoader loader = new URLClassLoader(
                        new URL[] {jar.toUri().toURL()}, getClass().getClassLoader())) {
            Class<?> note = loader.loadClass("com.other.Note");
            Item made = site.items()
                    .create("Ada", NewItem.of("Note", "N").with("text", "T").with("kind", "LONG"));

            Object read = site.items().get(made.id(), note);

            Method kind = note.getMethod("kind");
            assertThat(kind.invoke(read).toString()).isEqualTo("LONG");
            assertThat(site.items().create("Ada", "Copy", read).values()).isEqualTo(made.values());
        }
    }

    @ContentType
    static class Hidden {}

    @OnEveryDatabase
    void whyAClassCannotBeUsedIsSaid(Product product) throws Exception {
        try (Site site = start(product)) {
            Item person = site.items().create("Ada", NewItem.of("Person", "P"));

            assertThat(refused(() -> site.items().get(person.id(), Article.class)))
                    .extracting(Problem::code)
                    .containsExactly(ProblemCode.NO_TYPED_ACCESS);
            assertThat(refused(() -> site.items().get(person.id(), String.class))
                            .get(0)
                            .message())
                    .isEqualTo("it is not annotated with @ContentType");
            assertThat(refused(() -> site.items().create("Ada", "x", new Hidden()))
                            .get(0)
                            .message())
                    .isEqualTo("it is not public");
            assertThat(refused(() -> site.items().get(new UUID(1, 2), Person.class)))
                    .extracting(Problem::code)
                    .containsExactly(ProblemCode.NO_SUCH_ITEM);
        }
    }
}
