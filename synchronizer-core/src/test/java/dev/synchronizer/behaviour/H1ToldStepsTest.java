package dev.synchronizer.behaviour;

import static dev.synchronizer.behaviour.Sources.property;
import static dev.synchronizer.fixtures.Steps.step;
import static org.assertj.core.api.Assertions.assertThat;

import dev.synchronizer.SynchronizerBuilder;
import dev.synchronizer.annotation.ContentReference;
import dev.synchronizer.behaviour.Servers.Server;
import dev.synchronizer.content.Item;
import dev.synchronizer.content.NewItem;
import dev.synchronizer.staging.StagedTask;
import dev.synchronizer.store.StoredTask;
import dev.synchronizer.task.Payload;
import dev.synchronizer.task.PayloadJson;
import dev.synchronizer.task.TaskKey;
import dev.synchronizer.value.Block;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.io.TempDir;

/** H: what migration steps change of items is told as any save is, as it is after the run. */
class H1ToldStepsTest {
    private static final String REFERENCE = "dev.synchronizer.annotation.ContentReference";
    private static final String BEFORE = "version = \"1.1\", phase = Migration.Phase.BEFORE";
    private static final String AFTER = "version = \"1.1\", phase = Migration.Phase.AFTER";

    @TempDir
    Path folder;

    private StepSite site() {
        return new StepSite(folder);
    }

    private static String article(String annotation, String name, String title, String count) {
        return "package com.acme; import dev.synchronizer.annotation.*; " + annotation + "@ContentType public class "
                + name + " {" + title + property(count, "count") + property(REFERENCE, "related")
                + property("Quote", "quote") + "}";
    }

    private static String quote(String text) {
        return "package com.acme; import dev.synchronizer.annotation.*;"
                + " @ContentType(kind = ContentKind.BLOCK) public class Quote {" + text + "}";
    }

    private Path first() {
        return site().jar(
                        "1.0",
                        article("", "Article", property("String", "title"), "String"),
                        quote(property("String", "text")));
    }

    /** Renames the type and properties of it and of its block, and has the values of another one converted. */
    private Path second(String... steps) {
        String[] sources = new String[steps.length + 2];
        sources[0] = article(
                "@RenamedFrom(\"Article\") ",
                "Story",
                property("@RenamedFrom(\"title\") String", "headline"),
                "Integer");
        sources[1] = quote(property("@RenamedFrom(\"text\") String", "words"));
        System.arraycopy(steps, 0, sources, 2, steps.length);
        return new StepSite(folder.resolve("second")).jar("1.1", sources);
    }

    private static String clean() {
        return step("Clean", BEFORE, """
                content.items("Article").forEach(item -> {
                    if (item.get("count").equals(java.util.Optional.of("none"))) {
                        item.clear("count");
                        item.set("title", item.get("title").orElse("") + " cleaned");
                    }
                });
                """);
    }

    private static String mark() {
        return step("Mark", AFTER, """
                content.items("Story").forEach(item ->
                        item.set("headline", item.get("headline").orElse("") + "!"));
                """);
    }

    private static Item create(Server server, String title, String count, UUID related) {
        return server.site()
                .items()
                .create(
                        "Ada",
                        NewItem.of("Article", title)
                                .with("title", title)
                                .with("count", count)
                                .with("related", new ContentReference(related))
                                .with("quote", Block.empty().with("text", "q " + title)));
    }

    private static Site release(Server server, Path jar) throws IOException {
        return release(server, jar, builder -> {});
    }

    private static Site release(Server server, Path jar, Consumer<SynchronizerBuilder> more) throws IOException {
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {jar.toUri().toURL()}, H1ToldStepsTest.class.getClassLoader())) {
            return server.site().another(builder -> more.accept(builder.runSteps(loader)), jar);
        }
    }

    private static List<StoredTask> tasks(Server server) {
        return server.tasks().stream().map(StagedTask::task).toList();
    }

    @OnEveryDatabase
    void anItemIsToldOnceForStepsBeforeTheChangeOfTypesAndForEachBehindIt(Product product) throws IOException {
        try (Servers servers = new Servers()) {
            Server a = servers.start("a", product, first());
            Server b = servers.start("b", product, first());
            a.tells(b);
            Item root = a.create("Article", "Root");
            Item one = create(a, "One", "none", root.id());
            Item two = create(a, "Two", "2", root.id());
            int before = tasks(a).size();
            try (Site later = release(a, second(clean(), step("Then", BEFORE, AGAIN), mark()))) {
                later.synchronizer()
                        .staging()
                        .enqueue("Ada", List.of(TaskKey.item(one.id()), TaskKey.item(two.id())), Optional.empty());
            }
            List<StoredTask> told = tasks(a).subList(before, tasks(a).size());

            assertThat(told)
                    .extracting(task -> task.origin() + " " + task.key())
                    .containsSubsequence(
                            "MIGRATION item:" + one.id(), "MIGRATION item:" + one.id(), "STAGING item:" + one.id());
            List<Payload> ofOne = payloads(told, one);
            assertThat(ofOne).hasSize(3);
            assertThat(ofOne.get(0).before().at("values.headline")).contains("\"One\"");
            assertThat(ofOne.get(0).before().at("values.count")).contains("\"none\"");
            assertThat(ofOne.get(0).after().at("values.headline")).contains("\"One cleaned again\"");
            assertThat(ofOne.get(0).after().at("values.count")).isEmpty();
            assertThat(ofOne.get(1).before()).isEqualTo(ofOne.get(0).after());
            assertThat(ofOne.get(1).after()).isEqualTo(ofOne.get(2).after());
            assertThat(ofOne.get(1).about()).isEqualTo(ofOne.get(2).about());
            assertThat(ofOne.get(1).revision()).isEqualTo(ofOne.get(2).revision());
            List<Payload> ofTwo = payloads(told, two);
            assertThat(ofTwo).hasSize(2);
            assertThat(ofTwo.get(0).after()).isEqualTo(ofTwo.get(1).after());
            assertThat(ofTwo.get(0).after().at("values.count")).contains("2");
            assertThat(told.get(0).needs()).containsExactly("item:" + root.id());
        }
    }

    private static final String AGAIN = """
            content.items("Article").forEach(item -> {
                if (item.get("title").orElse("").toString().endsWith("cleaned")) {
                    item.set("title", item.get("title").orElse("") + " again");
                }
            });
            """;

    private static List<Payload> payloads(List<StoredTask> tasks, Item item) {
        return tasks.stream()
                .filter(task -> task.key().equals("item:" + item.id()))
                .map(task -> PayloadJson.read(task.payload()))
                .toList();
    }

    @OnEveryDatabase
    void serversThatRunTheSameReleaseHaveNothingToSettle(Product product) throws IOException {
        try (Servers servers = new Servers()) {
            Server a = servers.start("a", product, first());
            Server b = servers.start("b", product, first());
            a.tells(b);
            Item root = a.create("Article", "Root");
            Item one = create(a, "One", "none", root.id());
            create(a, "Two", "2", root.id());
            a.run(b);
            Path jar = second(clean());
            try (Site there = release(b, jar);
                    Site here = release(
                            a,
                            jar,
                            builder -> builder.stagingServer(
                                    "b", () -> there.synchronizer().staging().receiving()))) {
                here.synchronizer().staging().runAll("b", result -> {});

                assertThat(a.open()).isZero();
                assertThat(there.items().get(one.id()).values())
                        .isEqualTo(here.items().get(one.id()).values());
                assertThat(there.items().get(one.id()).get("headline")).contains("One cleaned");
            }
        }
    }

    @OnEveryDatabase
    void whatAFailingRunHasChangedIsNotTold(Product product) throws IOException {
        try (Servers servers = new Servers()) {
            Server a = servers.start("a", product, first());
            a.tells(servers.start("b", product, first()));
            create(a, "One", "none", a.create("Article", "Root").id());
            int before = tasks(a).size();
            Path jar = second(clean(), step("Fail", AFTER, "throw new IllegalStateException(\"no\");"));
            assertThat(org.assertj.core.api.Assertions.catchThrowable(() -> release(a, jar)))
                    .isNotNull();

            assertThat(tasks(a)).hasSize(before);
        }
    }
}
