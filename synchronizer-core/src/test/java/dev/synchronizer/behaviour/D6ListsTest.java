package dev.synchronizer.behaviour;

import static dev.synchronizer.behaviour.ArticleSite.block;
import static dev.synchronizer.behaviour.ArticleSite.lost;
import static dev.synchronizer.behaviour.ArticleSite.source;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import dev.synchronizer.SyncRefusedException;
import dev.synchronizer.SyncReport;
import dev.synchronizer.diff.Grade;
import dev.synchronizer.plan.Policy;
import dev.synchronizer.problem.Problem;
import dev.synchronizer.problem.ProblemCode;
import dev.synchronizer.store.LostValue;
import dev.synchronizer.value.Block;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** D6: what becomes of lists and sets when data types change. */
class D6ListsTest {
    private static final Policy LOSSY = Policy.standard().allowingLossy();

    @TempDir
    Path folder;

    private ArticleSite site;

    @BeforeEach
    void beginAnew() {
        site = new ArticleSite(folder);
    }

    @OnEveryDatabase
    void aListBecomesASingleValueOnlyWhereItHasOneElement(Product product) {
        Node node = Node.on(product);
        node.start(site.article("java.util.List<String> words"));
        Editor editor = Editor.of(node);
        UUID one = editor.writes("Article", Map.of("words", List.of("a")));
        Path after = site.article("String words");

        assertThat(node.dryRun(after).summary().grade()).isEqualTo(Grade.COMPATIBLE);
        UUID two = editor.writes("Article", Map.of("words", List.of("a", "b")));
        assertThat(node.dryRun(after).summary().grade()).isEqualTo(Grade.LOSSY);

        SyncReport report = node.with(builder -> builder.policy(LOSSY)).start(after);
        assertThat(editor.reads(one)).containsEntry("words", "a");
        assertThat(lost(node, report))
                .containsExactly(new LostValue(two, "Article.words", "LIST<STRING>", "", "[\"a\",\"b\"]"));
    }

    @OnEveryDatabase
    void aListWhoseOrderIsThatOfASetBecomesOneAndComesBack(Product product) {
        Node node = Node.on(product);
        node.start(site.article("java.util.List<String> words"));
        Editor editor = Editor.of(node);
        UUID item = editor.writes("Article", Map.of("words", List.of("a", "b")));

        SyncReport report = node.start(site.article("java.util.Set<String> words"));
        assertThat(report.plan().summary().grade()).isEqualTo(Grade.COMPATIBLE);
        node.call(synchronizer -> synchronizer.undo(report.run().orElseThrow()));

        assertThat(editor.reads(item)).containsEntry("words", "[\"a\",\"b\"]");
    }

    @OnEveryDatabase
    void aListBecomesASetWithoutItsOrderAndRepetitionsOnlyOnceThatLossIsAllowed(Product product) {
        Node node = Node.on(product);
        node.start(site.article("java.util.List<String> words"));
        Editor editor = Editor.of(node);
        UUID sorted = editor.writes("Article", Map.of("words", List.of("a", "b")));
        UUID ordered = editor.writes("Article", Map.of("words", List.of("b", "c", "a")));
        UUID repeating = editor.writes("Article", Map.of("words", List.of("a", "a")));
        Path after = site.article("java.util.Set<String> words");

        SyncRefusedException refused = catchThrowableOfType(SyncRefusedException.class, () -> node.start(after));
        assertThat(refused.plan().refusals().asList().get(0).message())
                .startsWith("the data type changes from LIST<STRING> to SET<STRING>, and 2 of 3 stored values do not"
                        + " convert (first: [\"b\", \"c\", \"a\"] in item \"Item 2\"");
        assertThat(editor.reads(ordered)).containsEntry("words", "[\"b\",\"c\",\"a\"]");

        SyncReport report = node.with(builder -> builder.policy(LOSSY)).start(after);

        assertThat(editor.reads(sorted)).containsEntry("words", "[\"a\",\"b\"]");
        assertThat(editor.reads(ordered)).containsEntry("words", "[\"a\",\"b\",\"c\"]");
        assertThat(editor.reads(repeating)).containsEntry("words", "[\"a\"]");
        assertThat(lost(node, report))
                .containsExactly(
                        new LostValue(ordered, "Article.words", "LIST<STRING>", "", "[\"b\",\"c\",\"a\"]"),
                        new LostValue(repeating, "Article.words", "LIST<STRING>", "", "[\"a\",\"a\"]"));
        assertThat(UndoSite.refused(node, report.run().orElseThrow()))
                .extracting(Problem::code, Problem::subject)
                .containsExactly(tuple(ProblemCode.CANNOT_BE_UNDONE, "Article.words"));
    }

    @OnEveryDatabase
    void soDoesAListWithinABlock(Product product) {
        Node node = Node.on(product);
        node.start(site.jar(source("Teaser teaser"), block("java.util.List<String> words")));
        Editor editor = Editor.of(node);
        UUID item = editor.writes("Article", Map.of("teaser", Block.empty().with("words", List.of("b", "a"))));
        Path after = site.jar(source("Teaser teaser"), block("java.util.Set<String> words"));
        assertThat(node.dryRun(after).summary().grade()).isEqualTo(Grade.LOSSY);

        SyncReport report = node.with(builder -> builder.policy(LOSSY)).start(after);

        long words = Editor.type(node.stored(), "Teaser")
                .property("words")
                .orElseThrow()
                .id();
        assertThat(editor.reads(item)).containsEntry("teaser", "{\"%d\":[\"a\",\"b\"]}".formatted(words));
        assertThat(lost(node, report))
                .containsExactly(new LostValue(item, "Teaser.words", "LIST<STRING>", "", "[\"b\",\"a\"]"));
    }
}
