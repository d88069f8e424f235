package dev.synchronizer.behaviour;

import static dev.synchronizer.behaviour.ArticleSite.block;
import static dev.synchronizer.behaviour.ArticleSite.declaring;
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
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** D6: what becomes of translations when a property ceases to be localized. */
class D6LocalizationTest {
    private static final Policy LOSSY = Policy.standard().allowingLossy();

    @TempDir
    Path folder;

    private ArticleSite site;

    @BeforeEach
    void beginAnew() {
        site = new ArticleSite(folder);
    }

    @OnEveryDatabase
    void translationsOfAPropertyThatCeasesToBeLocalizedAreLostButForTheFirst(Product product) {
        Node node = Node.on(product);
        node.start(site.article("@Property(localized=true) String title"));
        Editor editor = Editor.of(node);
        UUID two = editor.writes("Article", Map.of("title@en", "one", "title@de", "eins"));
        UUID neutral = editor.writes("Article", Map.of("title", "1", "title@de", "eins"));
        Path after = site.article("String title");

        SyncRefusedException refused = catchThrowableOfType(SyncRefusedException.class, () -> node.start(after));
        assertThat(refused.plan().refusals().asList().get(0).message()).contains("(2 de, 1 en)");

        SyncReport report = node.with(builder -> builder.policy(LOSSY)).start(after);
        assertThat(editor.reads(two)).isEqualTo(Map.of("title", "eins"));
        assertThat(editor.reads(neutral)).isEqualTo(Map.of("title", "1"));
        assertThat(lost(node, report))
                .containsExactly(
                        new LostValue(two, "Article.title", "STRING", "de", "\"eins\""),
                        new LostValue(two, "Article.title", "STRING", "en", "\"one\""),
                        new LostValue(neutral, "Article.title", "STRING", "de", "\"eins\""));

        assertThat(node.dryRun(site.article("@Property(localized=true) String title"))
                        .summary()
                        .grade())
                .isEqualTo(Grade.COMPATIBLE);
    }

    @OnEveryDatabase
    void whereEachItemHasOneOnlyTheLanguagesGoAndAreKeptInTheRunsRecord(Product product) {
        Node node = Node.on(product);
        node.start(site.article("@Property(localized=true) String title"));
        Editor editor = Editor.of(node);
        UUID german = editor.writes("Article", Map.of("title@de", "Hallo"));
        UUID english = editor.writes("Article", Map.of("title@en", "Hello"));
        editor.writes("Article", Map.of("title", "Hi"));
        Path after = site.article("String title");

        SyncRefusedException refused = catchThrowableOfType(SyncRefusedException.class, () -> node.start(after));
        assertThat(refused.plan().refusals().asList())
                .extracting(Problem::code, Problem::message)
                .containsExactly(tuple(
                        ProblemCode.LOSSY_CHANGE,
                        "it ceases to be localized, and 2 stored values lose their languages (1 de, 1 en)"));

        SyncReport report = node.with(builder -> builder.policy(LOSSY)).start(after);
        assertThat(editor.reads(german)).isEqualTo(Map.of("title", "Hallo"));
        assertThat(lost(node, report))
                .containsExactly(
                        new LostValue(german, "Article.title", "STRING", "de", "\"Hallo\""),
                        new LostValue(english, "Article.title", "STRING", "en", "\"Hello\""));
        assertThat(UndoSite.refused(node, report.run().orElseThrow()))
                .extracting(Problem::code, Problem::subject, Problem::message)
                .containsExactly(
                        tuple(ProblemCode.CANNOT_BE_UNDONE, "Article.title", "the run lost something of its values"));
    }

    @OnEveryDatabase
    void languagesWithinBlocksAreKeptInTheRunsRecordToo(Product product) {
        Node node = Node.on(product);
        node.start(site.jar(source("Teaser teaser"), block("@Property(localized=true) Teaser2 card"), card()));
        Editor editor = Editor.of(node);
        UUID item = editor.writes(
                "Article",
                Map.of(
                        "teaser",
                        new Block(Block.empty()
                                .values()
                                .with("card", "de", Block.empty().with("title", "Hallo")))));

        SyncReport report = node.with(builder -> builder.policy(LOSSY))
                .start(site.jar(source("Teaser teaser"), block("Teaser2 card"), card()));

        assertThat(lost(node, report))
                .containsExactly(new LostValue(item, "Teaser.card", "BLOCK<Teaser2>", "de", "{\"title\":\"Hallo\"}"));
    }

    private static String card() {
        return declaring("@ContentType(kind = ContentKind.BLOCK)", "Teaser2", "String title");
    }
}
