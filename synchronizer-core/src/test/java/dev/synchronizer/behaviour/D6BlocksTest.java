package dev.synchronizer.behaviour;

import static dev.synchronizer.behaviour.ArticleSite.block;
import static dev.synchronizer.behaviour.ArticleSite.declaring;
import static dev.synchronizer.behaviour.ArticleSite.lost;
import static dev.synchronizer.behaviour.ArticleSite.source;
import static dev.synchronizer.behaviour.Node.type;
import static dev.synchronizer.behaviour.Sources.annotatedType;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.synchronizer.SyncReport;
import dev.synchronizer.diff.Grade;
import dev.synchronizer.plan.BlastRadius;
import dev.synchronizer.plan.Policy;
import dev.synchronizer.plan.PropertyPlan;
import dev.synchronizer.plan.SyncPlan;
import dev.synchronizer.store.LostValue;
import dev.synchronizer.value.Block;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** D6: what becomes of blocks and of values within them when data types change. */
class D6BlocksTest {
    private static final Policy LOSSY = Policy.standard().allowingLossy();

    @TempDir
    Path folder;

    private ArticleSite site;

    @BeforeEach
    void beginAnew() {
        site = new ArticleSite(folder);
    }

    @OnEveryDatabase
    void aBlockThatBecomesTextTakesItsTypeAlong(Product product) {
        Node node = Node.on(product);
        String teaser = annotatedType("@ContentType(kind = ContentKind.BLOCK)", "Teaser", "title");
        node.start(site.jar(source("Teaser teaser"), teaser));
        Editor editor = Editor.of(node);
        UUID item = editor.writes("Article", Map.of("teaser", Block.empty().with("title", "hello")));

        SyncReport report = node.start(site.jar(source("@Property(type=DataType.TEXT) String teaser")));

        assertThat(report.plan().summary().grade()).isEqualTo(Grade.COMPATIBLE);
        assertThat(editor.reads(item)).containsEntry("teaser", "{\"title\":\"hello\"}");
        assertThat(node.stored().types()).hasSize(1);
    }

    @OnEveryDatabase
    void aBlockThatIsRenamedInTheSameRunBecomesAListToo(Product product) {
        Node node = Node.on(product);
        node.start(site.jar(source("Teaser teaser"), block("String title")));
        Editor editor = Editor.of(node);
        UUID item = editor.writes("Article", Map.of("teaser", Block.empty().with("title", "hello")));

        SyncReport report = node.start(site.jar(
                source("java.util.List<Lead> teaser"),
                declaring("@RenamedFrom(\"Teaser\") @ContentType(kind = ContentKind.BLOCK)", "Lead", "String title")));

        assertThat(report.plan().summary().grade()).isEqualTo(Grade.COMPATIBLE);
        long title = Editor.type(node.stored(), "Lead")
                .property("title")
                .orElseThrow()
                .id();
        assertThat(editor.reads(item)).containsEntry("teaser", "[{\"%d\":\"hello\"}]".formatted(title));
    }

    @OnEveryDatabase
    void valuesWithinBlocksAreConvertedToo(Product product) {
        Node node = Node.on(product);
        node.start(site.jar(
                source("java.util.List<Teaser> teasers"),
                block("String count; @Property(localized=true) String title")));
        Editor editor = Editor.of(node);
        UUID item = editor.writes(
                "Article",
                Map.of(
                        "teasers",
                        List.of(
                                blockOf(Map.of("count", "7", "title@de", "eins", "title@en", "one")),
                                blockOf(Map.of("count", "many", "title", "two")))));
        Path after = site.jar(source("java.util.List<Teaser> teasers"), block("int count; String title"));

        SyncPlan plan = node.dryRun(after);
        assertThat(type(plan, "Teaser").properties())
                .extracting(PropertyPlan::name, PropertyPlan::grade, PropertyPlan::radius)
                .containsExactly(
                        tuple("count", Grade.LOSSY, new BlastRadius(1, 2)),
                        tuple("title", Grade.LOSSY, new BlastRadius(1, 2)));

        SyncReport report = node.with(builder -> builder.policy(LOSSY)).start(after);
        long count = Editor.type(node.stored(), "Teaser")
                .property("count")
                .orElseThrow()
                .id();
        long title = Editor.type(node.stored(), "Teaser")
                .property("title")
                .orElseThrow()
                .id();
        assertThat(editor.reads(item))
                .containsEntry(
                        "teasers", "[{\"%d\":7,\"%d\":\"eins\"},{\"%d\":\"two\"}]".formatted(count, title, title));
        assertThat(lost(node, report))
                .extracting(LostValue::property, LostValue::language, LostValue::value)
                .containsExactly(
                        tuple("Teaser.count", "", "\"many\""),
                        tuple("Teaser.title", "de", "\"eins\""),
                        tuple("Teaser.title", "en", "\"one\""));
    }

    private static Block blockOf(Map<String, String> values) {
        Block block = Block.empty();
        for (Map.Entry<String, String> each : new TreeMap<>(values).entrySet()) {
            String[] place = each.getKey().split("@");
            block = new Block(block.values().with(place[0], place.length == 1 ? "" : place[1], each.getValue()));
        }
        return block;
    }
}
