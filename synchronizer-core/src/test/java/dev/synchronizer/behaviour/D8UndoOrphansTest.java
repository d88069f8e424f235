package dev.synchronizer.behaviour;

import static dev.synchronizer.behaviour.Sources.property;
import static dev.synchronizer.behaviour.Sources.type;
import static dev.synchronizer.behaviour.UndoSite.declaring;
import static dev.synchronizer.behaviour.UndoSite.refused;
import static dev.synchronizer.behaviour.UndoSite.run;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.synchronizer.diff.Reason;
import dev.synchronizer.diff.TypeDiff;
import dev.synchronizer.model.Address;
import dev.synchronizer.model.StoredModel;
import dev.synchronizer.model.StoredProperty;
import dev.synchronizer.model.StoredType;
import dev.synchronizer.plan.OrphanPolicy;
import dev.synchronizer.plan.Policy;
import dev.synchronizer.plan.SyncPlan;
import dev.synchronizer.plan.TypePlan;
import dev.synchronizer.problem.Problem;
import dev.synchronizer.problem.ProblemCode;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** D8: what undoing makes of orphans, those that a run found and those that it leaves. */
class D8UndoOrphansTest {
    private static final Instant MARKED = Instant.parse("2026-03-01T12:00:00Z");

    @TempDir
    Path folder;

    private UndoSite site;

    @BeforeEach
    void beginAnew() {
        site = new UndoSite(folder);
    }

    private static Node keeping(Product product) {
        return Node.on(product).with(builder -> builder.policy(Policy.standard().withOrphans(new OrphanPolicy.Keep())));
    }

    private static Node at(Instant time, Node node) {
        return node.with(builder -> builder.clock(Clock.fixed(time, ZoneOffset.UTC)));
    }

    @OnEveryDatabase
    void anOrphanThatReturnedAsItWasIsMarkedAgainSinceWhenItHadBeen(Product product) {
        Node node = keeping(product);
        node.start(site.jar("1.0", type("Article", "body", "teaser"), type("Page", "title", "lead")));
        Editor.of(node).writes("Article", Map.of("body", "x"));
        at(MARKED, node).start(site.jar("1.1", type("Page", "title")));
        StoredModel stored = node.stored();
        long run = run(node.start(
                site.jar("1.2", type("Article", "body", "teaser"), type("Page", "title", "lead"), type("New"))));

        node.call(synchronizer -> synchronizer.undo(run));

        assertThat(node.stored().types()).isEqualTo(stored.types());
        assertThat(Editor.type(stored, "Article").orphanedSince()).isEqualTo(MARKED);
    }

    @OnEveryDatabase
    void anOrphanThatReturnedUnderAnotherNameCannotBeMarkedAsWhatItWas(Product product) {
        Node node = keeping(product);
        node.start(site.jar("1.0", type("Article", "title", "n")));
        Editor editor = Editor.of(node);
        UUID item = editor.writes("Article", Map.of("title", "x", "n", "7"));
        node.start(site.jar("1.1", type("Page")));
        long run = run(node.start(site.jar(
                "1.2",
                type("Page"),
                declaring(
                        "@RenamedFrom(\"Article\")",
                        "Story",
                        property("@RenamedFrom(\"n\") int", "m"),
                        property("String", "title"),
                        property("String", "added")))));

        assertThat(refused(node, run))
                .extracting(Problem::code, Problem::subject, Problem::message)
                .containsExactly(
                        tuple(
                                ProblemCode.CANNOT_BE_UNDONE,
                                "Article",
                                "it was out of use before the run, and under its name of then, as it is called"
                                        + " Story now, it cannot be marked again"),
                        tuple(
                                ProblemCode.CANNOT_BE_UNDONE,
                                "Article.added",
                                "its type was out of use before the run, and cannot be marked again with the"
                                        + " properties of then"),
                        tuple(
                                ProblemCode.CANNOT_BE_UNDONE,
                                "Article.n",
                                "it was out of use before the run, and under its name of then, as it is called"
                                        + " m now, it cannot be marked again"));
        assertThat(editor.reads(item)).isEqualTo(Map.of("title", "x", "m", 7L));
    }

    @OnEveryDatabase
    void aPropertyThatReturnedWithAnotherDataTypeCannotBeMarkedAsWhatItWas(Product product) {
        Node node = keeping(product);
        node.start(site.jar("1.0", type("Article", "n", "t")));
        Editor editor = Editor.of(node);
        UUID item = editor.writes("Article", Map.of("n", "7"));
        node.start(site.jar("1.1", type("Article", "t")));
        long run = run(
                node.start(site.jar("1.2", declaring("", "Article", property("int", "n"), property("String", "t")))));

        assertThat(refused(node, run))
                .extracting(Problem::code, Problem::subject, Problem::message, Problem::fix)
                .containsExactly(tuple(
                        ProblemCode.CANNOT_BE_UNDONE,
                        "Article.n",
                        "it was out of use before the run, and with its data type of then, STRING, it cannot be"
                                + " marked again",
                        "synchronize models that declare it as it was, and then those that do not declare it"));
        assertThat(editor.reads(item)).isEqualTo(Map.of("n", 7L));
    }

    @OnEveryDatabase
    void orphansThatTheRunDidNotMakeAreNotDeletedWithIt(Product product) {
        Node node = keeping(product);
        node.start(site.jar("1.0", type("Article", "old", "title")));
        node.start(site.jar("1.1", type("Article", "title")));
        StoredModel stored = node.stored();
        long run = run(node.start(site.jar("1.2", type("Article", "title", "added"))));

        node.call(synchronizer -> synchronizer.undo(run));

        assertThat(node.stored().types()).isEqualTo(stored.types());
        assertThat(Editor.type(stored, "Article").properties())
                .extracting(StoredProperty::name)
                .containsExactly("old", "title");
    }

    @OnEveryDatabase
    void contentThatTheApplicationCountsIsAConflictToo(Product product) {
        Node node = Node.on(product);
        node.start(site.jar("1.0", type("Article", "body")));
        long run = run(node.start(site.jar("1.1", type("Article", "body", "teaser"), type("Page"), type("Brand"))));
        Node counting = node.with(builder -> builder.contentUsage(asked -> Map.of(
                Address.ofProperty("Article", "teaser"), 3L,
                Address.ofType("Page"), 1L)));

        assertThat(refused(counting, run))
                .extracting(Problem::code, Problem::subject, Problem::message)
                .containsExactly(
                        tuple(
                                ProblemCode.CANNOT_BE_UNDONE,
                                "Article.teaser",
                                "the run made it, and it is in use: 3 values in the application's own store"),
                        tuple(
                                ProblemCode.CANNOT_BE_UNDONE,
                                "Page",
                                "the run made it, and it is in use: 1 item in the application's own store"));
        assertThat(node.stored().types()).extracting(StoredType::name).containsExactly("Article", "Brand", "Page");
    }

    @OnEveryDatabase
    void whatGoesWithTheRunThatMadeItIsSaidToBeUndone(Product product) {
        Node node = Node.on(product);
        long first = run(node.start(site.jar("1.0", type("Article", "body"), type("Page"))));
        long second = run(node.start(site.jar("1.1", type("Article", "body", "teaser"), type("Page"), type("Brand"))));

        SyncPlan plan = node.call(synchronizer -> synchronizer.planUndo(second));
        assertThat(Node.type(plan, "Brand").diff().reasons()).containsExactly(Reason.RUN_UNDONE);
        assertThat(Node.type(plan, "Article").properties().get(1).diff().reasons())
                .containsExactly(Reason.RUN_UNDONE);
        node.call(synchronizer -> synchronizer.undo(second));

        SyncPlan all = node.call(synchronizer -> synchronizer.planUndo(first));
        assertThat(all.types())
                .extracting(TypePlan::diff)
                .extracting(TypeDiff::reasons)
                .allSatisfy(reasons -> assertThat(reasons).containsExactly(Reason.RUN_UNDONE));
        node.call(synchronizer -> synchronizer.undo(first));
        assertThat(node.stored().types()).isEmpty();
        assertThat(node.stored().modules()).isEmpty();
    }
}
