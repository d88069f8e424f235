package dev.synchronizer.behaviour;

import static dev.synchronizer.behaviour.Sources.annotatedType;
import static dev.synchronizer.behaviour.Sources.property;
import static dev.synchronizer.behaviour.Sources.type;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import dev.synchronizer.SyncRefusedException;
import dev.synchronizer.SyncReport;
import dev.synchronizer.Synchronizer;
import dev.synchronizer.content.ItemQuery;
import dev.synchronizer.content.Items;
import dev.synchronizer.content.NewItem;
import dev.synchronizer.fixtures.ModelJar;
import dev.synchronizer.model.StoredModel;
import dev.synchronizer.plan.OrphanPolicy;
import dev.synchronizer.plan.Policy;
import dev.synchronizer.plan.SyncPlan;
import dev.synchronizer.problem.Problem;
import dev.synchronizer.problem.ProblemCode;
import dev.synchronizer.saving.SaveOrigin;
import dev.synchronizer.saving.SavingEvent;
import dev.synchronizer.saving.Serves;
import dev.synchronizer.saving.SubjectKind;
import dev.synchronizer.settings.Definition;
import dev.synchronizer.settings.Definitions;
import dev.synchronizer.settings.NewSettings;
import dev.synchronizer.settings.PropertyDefinition;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.assertj.core.api.Assertions;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.io.TempDir;

/** G: what the synchronizer itself commits can be observed and vetoed, and not changed. */
class G1ModelCommitsTest {
    @TempDir
    Path folder;

    private final Listener onlooker =
            Listener.of("onlooker", Serves.stores("main").kinds(SubjectKind.MODEL));

    private Node node(Product product) {
        return observed(Node.on(product));
    }

    private Node observed(Node node) {
        return node.with(builder -> builder.saveHandler(onlooker).pollInterval(Duration.ZERO));
    }

    private static Node withOneConnection(Node node) {
        return node.through(OnlyConnection.of(node.database().dataSource()));
    }

    private Path jar(String version, String... sources) {
        return ModelJar.of(sources).version("site", version).jar(folder.resolve("site-" + version + ".jar"));
    }

    private static String renamedType(String name, String former, String... properties) {
        return annotatedType("@RenamedFrom(\"" + former + "\")", name, properties);
    }

    private static List<Problem> refusals(ThrowingCallable call) {
        SyncRefusedException refusal = catchThrowableOfType(SyncRefusedException.class, call);
        assertThat(refusal).as("it is refused").isNotNull();
        return refusal.plan().refusals().asList();
    }

    private static void vetoTeaser(SavingEvent event) {
        if (event.subject().name().equals("Article.teaser")) {
            event.veto("HANDS-OFF", "the teaser stays");
        }
    }

    @OnEveryDatabase
    void whatIsNewShowsAsCreatedAfterItWasPlannedAndOnceMoreUnderTheLock(Product product) {
        Node node = node(product);
        Set<SaveOrigin> origins = new TreeSet<>();
        onlooker.onSaved(event -> origins.add(event.origin()));

        node.start(jar("1.0", annotatedType("@ContentType(order = 5)", "Article", "title")));

        assertThat(onlooker.saved())
                .containsExactly(
                        "CREATE Article [name ADDED: nothing -> Article, order ADDED: nothing -> 5]",
                        "CREATE Article.title [name ADDED: nothing -> title, dataType ADDED: nothing -> STRING]");
        List<String> asked = new ArrayList<>(onlooker.saved());
        asked.addAll(onlooker.saved());
        assertThat(onlooker.saving()).isEqualTo(asked);
        assertThat(onlooker.committed()).isEqualTo(onlooker.saved());
        assertThat(origins).containsExactly(SaveOrigin.MODEL_SYNC);
    }

    @OnEveryDatabase
    void whatIsChangedRenamedAndDroppedShowsByTheNamesOfBefore(Product product) {
        Node node = node(product);
        node.start(jar(
                "1.0",
                annotatedType("@ContentType(order = 5)", "Article", "title", "teaser", "gone"),
                type("Old", "text"),
                type("Gone", "text")));
        onlooker.forget();

        String article = annotatedType("@ContentType(order = 6)", "Article", "title")
                .replaceAll("}\n$", property("@RenamedFrom(\"teaser\") String", "intro") + "}\n");
        node.start(jar("1.1", article, renamedType("New", "Old", "text")));

        assertThat(onlooker.saved())
                .containsExactly(
                        "UPDATE Article [order CHANGED: 5 -> 6]",
                        "DELETE Article.gone [name REMOVED: gone -> nothing, dataType REMOVED: STRING -> nothing]",
                        "RENAME Article.teaser [name CHANGED: teaser -> intro]",
                        "DELETE Gone [name REMOVED: Gone -> nothing]",
                        "DELETE Gone.text [name REMOVED: text -> nothing, dataType REMOVED: STRING -> nothing]",
                        "RENAME Old [name CHANGED: Old -> New, class CHANGED: com.acme.Old -> com.acme.New]");
    }

    @OnEveryDatabase
    void whatAdministratorsMadeAndFollowsARenameShowsAsUpdated(Product product) {
        Node node = node(product);
        node.start(jar("1.0", type("Old", "text")));
        Desk.of("Ada", node)
                .define(Definition.of("Page")
                        .withProperty(new PropertyDefinition(
                                "link", "REFERENCE", NewSettings.none().with("allowedTypes", List.of("Old")))));
        onlooker.forget();

        node.start(jar("1.1", renamedType("New", "Old", "text")));

        assertThat(onlooker.saved())
                .containsExactly(
                        "RENAME Old [name CHANGED: Old -> New, class CHANGED: com.acme.Old -> com.acme.New]",
                        "UPDATE Page.link [allowedTypes CHANGED: [Old] -> [New]]");
    }

    @OnEveryDatabase
    void whatIsKeptOutOfUseShowsAsUpdated(Product product) {
        Node node = node(product)
                .with(builder ->
                        builder.policy(Policy.standard().withOrphans(new OrphanPolicy.Quarantine(Duration.ofDays(3)))));
        node.start(jar("1.0", type("Article", "title", "teaser")));
        onlooker.forget();

        node.start(jar("1.1", type("Article", "title")));

        assertThat(onlooker.saved())
                .singleElement(Assertions.as(Assertions.STRING))
                .startsWith("UPDATE Article.teaser [orphanedSince ADDED: nothing -> ");
    }

    @OnEveryDatabase
    void aDryRunSaysTheVetoThatTheRunEndsIn(Product product) {
        Node node = node(product);
        node.start(jar("1.0", type("Article", "title", "teaser")));
        StoredModel before = node.stored();
        long changes = node.count("ct_change");
        onlooker.forget();
        onlooker.onSaving(G1ModelCommitsTest::vetoTeaser);
        Path next = jar("1.1", type("Article", "title", "lead"));

        List<Problem> planned = node.dryRun(next).refusals().asList();

        assertThat(planned)
                .extracting(Problem::code, Problem::subject, Problem::message)
                .containsExactly(tuple(
                        ProblemCode.SAVE_VETOED,
                        "Article.teaser",
                        "onlooker refuses it: the teaser stays (HANDS-OFF)"));
        assertThat(refusals(() -> node.start(next))).isEqualTo(planned);
        assertThat(refusals(() -> node.call(synchronizer -> synchronizer.synchronizeTypes(List.of("Article")), next)))
                .isEqualTo(planned);
        assertThat(node.stored()).isEqualTo(before);
        assertThat(node.count("ct_change")).isEqualTo(changes);
        assertThat(onlooker.saved()).isEmpty();
    }

    @OnEveryDatabase
    void aVetoUnderTheLockEndsTheRunLikewise(Product product) {
        Node node = node(product);
        node.start(jar("1.0", type("Article", "title", "teaser")));
        StoredModel before = node.stored();
        onlooker.forget();
        Path next = jar("1.1", type("Article", "title", "lead"));
        onlooker.onSaving(event -> {
            boolean underTheLock = onlooker.saving().size() > 2;
            if (underTheLock) {
                vetoTeaser(event);
            }
        });

        List<Problem> refused = node.call(
                synchronizer -> {
                    long number = synchronizer.catalog().changeNumber();
                    List<Problem> refusals = refusals(synchronizer::synchronize);
                    assertThat(synchronizer.catalog().changeNumber()).isEqualTo(number);
                    return refusals;
                },
                next);

        assertThat(refused).extracting(Problem::code).containsExactly(ProblemCode.SAVE_VETOED);
        assertThat(node.stored()).isEqualTo(before);
        assertThat(node.runs()).hasSize(1);
        assertThat(onlooker.saved()).isEmpty();
        assertThat(onlooker.committed()).isEmpty();
    }

    @OnEveryDatabase
    void aSavedPlanAndTheUndoingOfARunCanBeVetoedToo(Product product) {
        Node node = node(product);
        SyncReport first = node.start(jar("1.0", type("Article", "title")));
        Path next = jar("1.1", type("Article", "title", "teaser"));
        var file = node.analyze(next).toPlanFile();
        onlooker.onSaving(G1ModelCommitsTest::vetoTeaser);

        List<Problem> applied =
                node.call(synchronizer -> synchronizer.analyze(file)).refusals().asList();
        assertThat(applied).extracting(Problem::code).containsExactly(ProblemCode.SAVE_VETOED);
        assertThat(refusals(() -> node.call(synchronizer -> synchronizer.apply(file))))
                .isEqualTo(applied);

        onlooker.onSaving(event -> {});
        long second = node.call(synchronizer -> synchronizer.apply(file)).run().orElseThrow();
        onlooker.onSaving(G1ModelCommitsTest::vetoTeaser);
        List<Problem> undone = node.call(synchronizer -> synchronizer.planUndo(second))
                .refusals()
                .asList();
        assertThat(undone).extracting(Problem::code).containsExactly(ProblemCode.SAVE_VETOED);
        assertThat(refusals(() -> node.call(synchronizer -> synchronizer.undo(second))))
                .isEqualTo(undone);
        assertThat(node.runs())
                .hasSize(2)
                .last()
                .extracting("id")
                .isEqualTo(first.run().orElseThrow());
    }

    @OnEveryDatabase
    void aModelCannotBeChangedOnItsWay(Product product) {
        Node node = node(product);
        onlooker.onSaving(event -> event.setSetting("order", 7));

        Assertions.assertThatThrownBy(() -> node.start(jar("1.0", type("Article", "title"))))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("can only be observed and vetoed");
        assertThat(node.stored().types()).isEmpty();
    }

    @OnEveryDatabase
    void whoIsAskedAboutAPlanSavesNothingAndMakesNoTables(Product product) {
        Node node = observed(Node.onEmpty(product));
        Path jar = jar("1.0", type("Article", "title"));
        onlooker.onSaving(event -> event.via(Definitions.class).define("Eve", Definition.of("Banner")));

        SyncPlan plan = node.dryRun(jar);

        assertThat(plan.refusals().asList()).extracting(Problem::code).containsExactly(ProblemCode.SAVE_WHILE_ASKED);
        assertThat(node.tables()).isZero();

        onlooker.onSaving(event -> event.via(Items.class).create("Eve", NewItem.of("Article", "A")));
        assertThat(refusals(() -> node.start(jar))).extracting(Problem::code).contains(ProblemCode.SAVE_WHILE_ASKED);
        assertThat(node.tables()).isZero();
    }

    @OnEveryDatabase
    void whoIsAskedAboutAPlanMayRead(Product product) {
        Node node = withOneConnection(node(product));
        onlooker.onSaving(event ->
                assertThat(event.via(Items.class).list(ItemQuery.all())).isEmpty());

        SyncReport report = node.start(jar("1.0", type("Article", "title")));

        assertThat(report.committed()).isTrue();
        assertThat(onlooker.committed()).hasSize(2);
    }

    @OnEveryDatabase
    void contentIsRefusedOnceTypesAreWrittenAndSavedAfterTheCommit(Product product) {
        Node node = node(product);
        onlooker.onSaved(event -> event.via(Items.class).create("Eve", NewItem.of("Article", "A")));
        Path jar = jar("1.0", type("Article", "title"));

        assertThat(Desk.refused(() -> node.start(jar)))
                .extracting(Problem::code)
                .containsExactly(ProblemCode.DEFINITIONS_IN_UNIT);
        assertThat(node.stored().types()).isEmpty();
        assertThat(node.runs()).isEmpty();

        onlooker.onSaved(event -> {})
                .onAfterCommit(event -> event.via(Items.class).create("Eve", NewItem.of("Article", "A")));
        node.start(jar);
        assertThat(node.count("ct_item")).isEqualTo(2);
    }

    @OnEveryDatabase
    void whatFailsAfterTheCommitLeavesTheRun(Product product) {
        Node node = node(product);
        onlooker.onAfterCommit(event -> {
            throw new IllegalStateException("nobody answers");
        });

        assertThat(node.start(jar("1.0", type("Article", "title"))).committed()).isTrue();
        assertThat(node.runs()).hasSize(1);
    }

    @OnEveryDatabase
    void aRunIsNoPartOfAnotherUnit(Product product) {
        Node node = node(product);
        Path jar = jar("1.0", type("Article", "title"));
        Synchronizer[] self = new Synchronizer[1];
        onlooker.onSaved(event -> self[0].analyze());

        node.call(
                synchronizer -> {
                    self[0] = synchronizer;
                    return Assertions.assertThatThrownBy(synchronizer::synchronize)
                            .isInstanceOf(IllegalStateException.class)
                            .hasMessageContaining("no part of another one");
                },
                jar);
        assertThat(node.stored().types()).isEmpty();
    }
}
