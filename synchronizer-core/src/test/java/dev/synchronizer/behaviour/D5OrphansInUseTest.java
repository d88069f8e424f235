package dev.synchronizer.behaviour;

import static dev.synchronizer.behaviour.Node.type;
import static dev.synchronizer.behaviour.Sources.annotatedType;
import static dev.synchronizer.behaviour.Sources.property;
import static dev.synchronizer.behaviour.Sources.type;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.synchronizer.SyncReport;
import dev.synchronizer.catalog.EffectiveType;
import dev.synchronizer.diff.ChangeState;
import dev.synchronizer.fixtures.ModelJar;
import dev.synchronizer.model.Address;
import dev.synchronizer.model.StoredProperty;
import dev.synchronizer.model.StoredType;
import dev.synchronizer.persistence.Watched;
import dev.synchronizer.plan.Action;
import dev.synchronizer.plan.OrphanPolicy;
import dev.synchronizer.plan.Policy;
import dev.synchronizer.plan.PropertyPlan;
import dev.synchronizer.plan.SyncPlan;
import dev.synchronizer.problem.Problem;
import dev.synchronizer.problem.ProblemCode;
import dev.synchronizer.value.Block;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.io.TempDir;

/** D5: what code no longer declares goes only once nothing of it is in use. */
class D5OrphansInUseTest {
    private static final Instant NOW = Instant.parse("2026-05-06T07:08:09Z");

    @TempDir
    Path folder;

    private int jars;

    @OnEveryDatabase
    void aTypeGoesOnceNoItemOfItIsLeftBeItInTheRecycleBin(Product product) {
        Node node = Node.on(product);
        node.start(site("1.0", type("Article", "teaser"), type("Page")));
        Editor editor = Editor.of(node);
        UUID item = editor.writes("Article", Map.of("teaser", "hello"));
        Path without = site("1.1", type("Page"));

        SyncPlan kept = node.start(without).plan();
        assertThat(type(kept, "Article").action()).isEqualTo(Action.UPDATE);
        assertThat(type(kept, "Article").blockedBy()).containsExactly("1 item: \"Item 1\" (" + item + ")");
        assertThat(effective(node, without)).containsExactly("Page");
        assertThat(editor.reads(item)).containsEntry("teaser", "hello");

        editor.throwsAway(item);
        SyncReport binned = node.start(without);
        assertThat(binned.committed()).isFalse();
        assertThat(type(binned.plan(), "Article").blockedBy())
                .containsExactly("1 item: \"Item 1\" (" + item + "); all of them in the recycle bin");

        editor.purges(item);
        assertThat(type(node.start(without).plan(), "Article").action()).isEqualTo(Action.DELETE);
        assertThat(node.stored().types()).extracting(StoredType::name).containsExactly("Page");
    }

    @OnEveryDatabase
    void aPropertyGoesOnceNoValueOfItIsLeft(Product product) {
        Node node = Node.on(product);
        node.start(site("1.0", type("Article", "body", "teaser", "unused")));
        Editor editor = Editor.of(node);
        UUID item = editor.writes("Article", Map.of("teaser", "hello"));
        Path without = site("1.1", type("Article", "body"));

        assertThat(type(node.start(without).plan(), "Article").properties())
                .extracting(PropertyPlan::name, PropertyPlan::action, PropertyPlan::blockedBy)
                .containsExactly(
                        tuple("body", Action.NONE, List.of()),
                        tuple("teaser", Action.UPDATE, List.of("1 value in 1 item: \"Item 1\" (" + item + ")")),
                        tuple("unused", Action.DELETE, List.of()));
        assertThat(editor.reads(item)).containsEntry("teaser", "hello");
        assertThat(node.start(without).committed()).isFalse();

        editor.empties("Article", "teaser");
        assertThat(node.start(without).committed()).isTrue();
        assertThat(Editor.type(node.stored(), "Article").properties())
                .extracting(StoredProperty::name)
                .containsExactly("body");
    }

    @OnEveryDatabase
    void aBlockStaysWhileValuesOfARemovedPropertyEmbedIt(Product product) {
        Node node = Node.on(product);
        node.start(site("1.0", page("Teaser", "teaser"), block("Teaser", "title", "text")));
        Editor editor = Editor.of(node);
        UUID item = editor.writes("Page", Map.of("teaser", Block.empty().with("title", "hello")));
        Path without = site("1.1", type("Page"));

        SyncPlan kept = node.start(without).plan();
        assertThat(type(kept, "Teaser").action()).isEqualTo(Action.UPDATE);
        assertThat(type(kept, "Teaser").blockedBy()).containsExactly("property Page.teaser refers to it");
        assertThat(editor.reads(item)).containsKey("teaser");
        assertThat(node.start(without).committed()).isFalse();

        editor.empties("Page", "teaser");
        assertThat(node.start(without).committed()).isTrue();
        assertThat(node.stored().types()).extracting(StoredType::name).containsExactly("Page");
    }

    @OnEveryDatabase
    void aPropertyOfABlockGoesOnceNoDocumentHoldsAValueOfIt(Product product) {
        Node node = Node.on(product);
        node.start(site("1.0", page("Teaser", "teaser"), block("Teaser", "title", "text")));
        Editor editor = Editor.of(node);
        editor.writes("Page", Map.of("teaser", Block.empty().with("title", "hello")));

        SyncPlan plan = node.start(site("1.1", page("Teaser", "teaser"), block("Teaser")))
                .plan();

        assertThat(type(plan, "Teaser").properties())
                .extracting(PropertyPlan::name, PropertyPlan::action)
                .containsExactly(tuple("text", Action.DELETE), tuple("title", Action.UPDATE));
    }

    @OnEveryDatabase
    void whatTheApplicationCountsElsewhereKeepsATypeToo(Product product) {
        Node node = Node.on(product);
        node.start(site("1.0", type("Article", "teaser"), type("Page", "teaser")));
        Node counting = node.with(builder -> builder.contentUsage(asked -> {
            assertThat(asked).contains(Address.ofType("Article"), Address.ofProperty("Page", "teaser"));
            return Map.of(Address.ofType("Article"), 7L, Address.ofProperty("Page", "teaser"), 2L);
        }));

        SyncPlan plan = counting.start(site("1.1", type("Page"))).plan();

        assertThat(type(plan, "Article").blockedBy()).containsExactly("7 items in the application's own store");
        assertThat(type(plan, "Page").properties())
                .extracting(PropertyPlan::blockedBy)
                .containsExactly(List.of("2 values in the application's own store"));
    }

    @OnEveryDatabase
    void anUnusedOrphanInQuarantineIsHiddenAtOnceDeletedAfterItAndComesBackWhole(Product product) {
        Policy month = Policy.standard().withOrphans(new OrphanPolicy.Quarantine(Duration.ofDays(30)));
        Node node = Node.on(product);
        Path with = site("1.0", type("Article", "teaser"), type("Page"));
        Path without = site("1.0.1", type("Page"));
        node.start(with);
        StoredType before = Editor.type(node.stored(), "Article");

        at(node, month, 0).start(without);
        assertThat(effective(node, without)).containsExactly("Page");
        at(node, month, 29).start(without);
        assertThat(type(
                                at(node, month, 29)
                                        .start(site("1.0.2", type("Article", "teaser"), type("Page")))
                                        .plan(),
                                "Article")
                        .state())
                .isEqualTo(ChangeState.UPDATED);
        StoredType returned = Editor.type(node.stored(), "Article");
        assertThat(returned.id()).isEqualTo(before.id());
        assertThat(returned.properties()).isEqualTo(before.properties());

        at(node, month, 40).start(site("1.0.3", type("Page")));
        at(node, month, 69).start(site("1.0.3", type("Page")));
        assertThat(node.stored().types()).hasSize(2);
        at(node, month, 70).start(site("1.0.3", type("Page")));
        assertThat(node.stored().types()).extracting(StoredType::name).containsExactly("Page");
    }

    private static List<String> effective(Node node, Path models) {
        return node.call(
                synchronizer -> synchronizer.catalog().types().stream()
                        .map(EffectiveType::name)
                        .toList(),
                models);
    }

    private static Node at(Node node, Policy policy, int day) {
        return node.with(
                builder -> builder.policy(policy).clock(Clock.fixed(NOW.plus(Duration.ofDays(day)), ZoneOffset.UTC)));
    }

    @OnEveryDatabase
    void aQuarantinedOrphanThatIsUsedByThenIsKept(Product product) {
        Policy month = Policy.standard().withOrphans(new OrphanPolicy.Quarantine(Duration.ofDays(30)));
        Node node = Node.on(product);
        node.start(site("1.0", type("Article", "teaser"), type("Page")));
        Path without = site("1.1", type("Page"));
        at(node, month, 0).start(without);
        Editor.of(node).writes("Article", Map.of());

        SyncReport report = at(node, month, 31).start(without);

        assertThat(report.committed()).isFalse();
        assertThat(type(report.plan(), "Article").blockedBy()).hasSize(1);
    }

    @OnEveryDatabase
    void anItemThatIsSavedInTheMomentOfTheDeletionWins(Product product) {
        Node node = Node.on(product);
        node.start(site("1.0", type("Article", "teaser"), type("Page", "old")));
        Path without = site("1.1", type("Page"));
        try (SaveUnderWay save = SaveUnderWay.of(node, "Article")) {
            Watched watched = new Watched(node.database().dataSource(), sql -> {
                if (sql.contains("from ct_type") && sql.contains(" for update")) {
                    save.commits();
                }
            });
            SyncReport report = node.through(watched.dataSource()).start(without);

            assertThat(report.committed()).isTrue();
            assertThat(type(report.plan(), "Article").action()).isEqualTo(Action.UPDATE);
            assertThat(report.plan().problems().asList())
                    .extracting(Problem::code, Problem::subject)
                    .contains(tuple(ProblemCode.KEPT_AFTER_ALL, "Article"));
            assertThat(type(report.plan(), "Page").properties())
                    .extracting(PropertyPlan::action)
                    .containsExactly(Action.DELETE);
        }
        assertThat(node.count("ct_item")).isEqualTo(1);
        assertThat(Editor.type(node.stored(), "Article").orphanedSince()).isNotNull();
    }

    private static String page(String blockType, String name) {
        return annotatedType("", "Page").replace("}", property(blockType, name) + "}");
    }

    private static String block(String name, String... properties) {
        return annotatedType("@ContentType(kind = ContentKind.BLOCK)", name, properties);
    }

    private Path site(String version, String... sources) {
        return ModelJar.of(sources)
                .version("site", version)
                .jar(folder.resolve("site-" + version + "-" + jars++ + ".jar"));
    }
}
