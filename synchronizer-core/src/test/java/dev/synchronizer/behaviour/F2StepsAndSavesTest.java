package dev.synchronizer.behaviour;

import static dev.synchronizer.behaviour.Sources.annotatedType;
import static dev.synchronizer.behaviour.Sources.property;
import static dev.synchronizer.behaviour.Sources.type;
import static dev.synchronizer.behaviour.StepSite.consenting;
import static dev.synchronizer.fixtures.Steps.step;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.synchronizer.Progress;
import dev.synchronizer.SyncReport;
import dev.synchronizer.model.StoredType;
import dev.synchronizer.persistence.Watched;
import dev.synchronizer.problem.Problem;
import dev.synchronizer.problem.ProblemCode;
import dev.synchronizer.value.StoredValue;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** F2, D5: runs with migration steps and those who save content wait for each other, and never in a circle. */
class F2StepsAndSavesTest {
    private static final String BEFORE = "version = \"1.1\", phase = Migration.Phase.BEFORE";
    private static final String AFTER = "version = \"1.1\"";
    private static final String MARK =
            "content.items(\"%s\").forEach(item -> item.set(\"%s\", item.get(\"%2$s\").get() + \"!\"));";

    @TempDir
    Path folder;

    private StepSite site;

    @BeforeEach
    void startAfresh() {
        site = new StepSite(folder);
    }

    @OnEveryDatabase
    void aSaveWaitsForARunWhoseStepComesBeforeTheRenameOfItsType(Product product) throws Exception {
        Node node = started(product, type("Article", "title"));
        UUID item = Editor.of(node).writes("Article", Map.of("title", "x"));
        StoredType article = Editor.type(node.stored(), "Article");
        Path jar = site.jar(
                "1.1",
                annotatedType("@RenamedFrom(\"Article\")", "Story", "title"),
                step("Mark", BEFORE, MARK.formatted("Article", "title")));

        try (Rival save = Rival.writing(
                node, content -> content.keepTypes(List.of(article.id())), content -> Rival.save(content, item))) {
            run(node, Rival.onWork(save::goesAhead), jar);
            save.ends();
        }

        assertThat(Editor.of(node).reads(item)).isEqualTo(Map.of("title", "x!"));
        assertThat(revision(node, item)).isEqualTo(3);
    }

    @OnEveryDatabase
    void aRunWhoseStepComesAfterTheRenameOfAPropertyWaitsForASaveOfIt(Product product) throws Exception {
        Node node = started(product, type("Article", "title"));
        UUID item = Editor.of(node).writes("Article", Map.of("title", "x"));
        StoredType article = Editor.type(node.stored(), "Article");
        Path jar = site.jar(
                "1.1",
                type("Article").replace("{", "{" + property("@RenamedFrom(\"title\") String", "headline")),
                step("Mark", AFTER, MARK.formatted("Article", "headline")));
        CountDownLatch rowsWritten = new CountDownLatch(1);

        try (Rival save = Rival.writing(
                node,
                content -> {
                    content.keepTypes(List.of(article.id()));
                    Rival.save(content, item);
                },
                content -> {
                    Rival.waitAMoment(rowsWritten);
                    List<StoredValue> values = content.values(List.of(item));
                    content.saveValues(values);
                })) {
            save.goesAhead();
            assertThat(save.isHalfway()).isTrue();
            run(node, Rival.onWriting(rowsWritten::countDown), jar);
            save.ends();
        }

        assertThat(Editor.of(node).reads(item)).isEqualTo(Map.of("headline", "x!"));
        assertThat(revision(node, item)).isEqualTo(3);
    }

    @OnEveryDatabase
    void whoSavesManyItemsInAnotherOrderThanAStepWaitsForTheRun(Product product) throws Exception {
        Node node = started(product, type("Article", "title"), type("Page", "title"));
        Editor editor = Editor.of(node);
        UUID article = editor.writes("Article", Map.of("title", "x"));
        UUID page = editor.writes("Page", Map.of("title", "y"));
        List<Long> types = List.of(
                Editor.type(node.stored(), "Article").id(),
                Editor.type(node.stored(), "Page").id());
        Path jar = site.jar(
                "1.1",
                type("Article", "title"),
                type("Page", "title"),
                step("Mark", AFTER, MARK.formatted("Article", "title") + MARK.formatted("Page", "title")));

        try (Rival save = Rival.writing(
                node,
                content -> {
                    content.keepTypes(types);
                    Rival.save(content, page);
                },
                content -> Rival.save(content, article))) {
            run(node, Rival.onWork(save::goesAhead), jar);
            save.ends();
        }

        assertThat(revision(node, article)).isEqualTo(3);
        assertThat(revision(node, page)).isEqualTo(3);
    }

    @OnEveryDatabase
    void whatIsKeptForASaveOfThatMomentIsReportedWhereAStepComesBeforeTheChangeToo(Product product) {
        Node node = started(product, type("Article", "teaser"), type("Page", "title"));
        Path jar = site.jar("1.1", type("Page", "title"), step("Mark", BEFORE, MARK.formatted("Page", "title")));
        try (SaveUnderWay save = SaveUnderWay.of(node, "Article")) {
            Watched watched = new Watched(node.database().dataSource(), sql -> {
                if (sql.contains("from ct_type") && sql.contains(" for update")) {
                    save.commits();
                }
            });
            SyncReport report =
                    consenting(node.through(watched.dataSource()), consenting -> consenting.start(jar), jar);

            assertThat(report.plan().problems().asList())
                    .extracting(Problem::code, Problem::subject)
                    .containsExactly(tuple(ProblemCode.KEPT_AFTER_ALL, "Article"));
        }
        assertThat(Editor.type(node.stored(), "Article").orphanedSince()).isNotNull();
    }

    private Node started(Product product, String... types) {
        Node node = Node.on(product);
        node.start(site.jar("1.0", types));
        return node;
    }

    private static void run(Node node, Progress progress, Path jar) {
        consenting(node.with(builder -> builder.progress(progress)), consenting -> consenting.start(jar), jar);
    }

    private static long revision(Node node, UUID item) {
        return Editor.of(node).in(content -> content.item(item).orElseThrow().revision());
    }
}
