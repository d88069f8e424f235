package dev.synchronizer.behaviour;

import static dev.synchronizer.behaviour.Node.type;
import static dev.synchronizer.behaviour.Sources.annotatedType;
import static dev.synchronizer.behaviour.Sources.property;
import static dev.synchronizer.behaviour.Sources.type;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import dev.synchronizer.SyncRefusedException;
import dev.synchronizer.SyncReport;
import dev.synchronizer.Synchronizer;
import dev.synchronizer.annotation.ContentKind;
import dev.synchronizer.fixtures.ModelJar;
import dev.synchronizer.model.Origin;
import dev.synchronizer.model.SettingOverride;
import dev.synchronizer.model.SettingValue;
import dev.synchronizer.model.StoredModel;
import dev.synchronizer.model.StoredModule;
import dev.synchronizer.model.StoredProperty;
import dev.synchronizer.model.StoredType;
import dev.synchronizer.plan.Action;
import dev.synchronizer.plan.Policy;
import dev.synchronizer.plan.SyncPlan;
import dev.synchronizer.problem.Problem;
import dev.synchronizer.problem.ProblemCode;
import dev.synchronizer.problem.ProblemsException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.io.TempDir;

/** D8: a run's inverse can be planned, and applied where no data was lost and no later run stands in the way. */
class D8UndoTest {
    @TempDir
    Path folder;

    private int jars;

    @OnEveryDatabase
    void whatARunMadeChangedAndRenamedIsAsItWasAndItsCodeFindsNothingToDo(Product product) {
        Node node = Node.on(product);
        Path before = site(
                "1.0",
                type("Article", "body", "teaser"),
                block("Card", "title"),
                declaring("Page", property("Card", "card"), property("int", "number")));
        node.start(before);
        Editor editor = Editor.of(node);
        UUID item = editor.writes("Page", Map.of("number", 7));
        UUID article = editor.writes("Article", Map.of("teaser", "hello"));
        StoredModel stored = node.stored();

        long run = run(node.start(site(
                "1.1",
                annotatedType("@RenamedFrom(\"Article\")", "Story", "body", "added")
                        .replace("}\n}", "}\n" + property("@RenamedFrom(\"teaser\") String", "intro") + "}"),
                declaring("Tile", property("String", "title"))
                        .replace("@ContentType", "@RenamedFrom(\"Card\") @ContentType(kind = ContentKind.BLOCK)"),
                declaring("Page", property("Tile", "card"), property("long", "number")),
                type("Brand"))));
        assertThat(editor.reads(article)).containsEntry("intro", "hello");

        SyncPlan planned = node.call(synchronizer -> synchronizer.planUndo(run));
        assertThat(planned.refusals().isEmpty()).isTrue();
        assertThat(type(planned, "Brand").action()).isEqualTo(Action.DELETE);
        SyncReport undone = node.call(synchronizer -> synchronizer.undo(run));

        assertThat(undone.committed()).isTrue();
        assertThat(node.stored().types()).isEqualTo(stored.types());
        assertThat(node.stored().modules())
                .extracting(StoredModule::version, StoredModule::fingerprint)
                .containsExactly(tuple("1.0", stored.modules().get(0).fingerprint()));
        assertThat(editor.reads(article)).containsEntry("teaser", "hello");
        assertThat(editor.reads(item)).containsEntry("number", 7L);
        assertThat(node.with(builder -> builder.forceScan(true)).start(before).committed())
                .isFalse();
    }

    @OnEveryDatabase
    void whatARunDeletedIsThereAgainWithItsGuidAndItsOverrides(Product product) {
        Node node = Node.on(product);
        node.start(site("1.0", type("Article", "body", "teaser"), type("Page", "title")));
        Administrator.of(node)
                .saves("Article", "displayName", SettingValue.of("Story"))
                .saves("Page.title", "prompt", SettingValue.of("Say it"));
        StoredModel stored = node.stored();
        long run = run(node.start(site("1.1", type("Page"))));
        assertThat(node.stored().overrides()).isEmpty();

        node.call(synchronizer -> synchronizer.undo(run));

        StoredType article = Editor.type(node.stored(), "Article");
        assertThat(article.guid()).isEqualTo(Editor.type(stored, "Article").guid());
        assertThat(article.properties()).extracting(StoredProperty::name).containsExactly("body", "teaser");
        assertThat(node.stored().overrides())
                .extracting(SettingOverride::setting, SettingOverride::value, SettingOverride::savedBy)
                .containsExactlyInAnyOrder(
                        tuple("displayName", SettingValue.of("Story"), Administrator.NAME),
                        tuple("prompt", SettingValue.of("Say it"), Administrator.NAME));
    }

    @OnEveryDatabase
    void whatWasMarkedIsInUseAgain(Product product) {
        Node node = Node.on(product);
        node.start(site("1.0", type("Article", "teaser"), type("Page", "title")));
        Editor editor = Editor.of(node);
        editor.writes("Article", Map.of("teaser", "a"));
        editor.writes("Page", Map.of("title", "b"));
        StoredModel stored = node.stored();
        long run = run(node.start(site("1.1", type("Page"))));
        assertThat(Editor.type(node.stored(), "Article").orphanedSince()).isNotNull();

        node.call(synchronizer -> synchronizer.undo(run));

        assertThat(node.stored().types()).isEqualTo(stored.types());
    }

    @OnEveryDatabase
    void whatCodeAdoptedGoesBackToTheAdministrators(Product product) {
        Node node = Node.on(product);
        node.start(site("1.0", type("Page", "title")));
        Administrator.of(node).defines("Note", ContentKind.PAGE, "text:STRING");
        StoredModel stored = node.stored();
        long run = run(node.start(site("1.1", type("Page", "title"), type("Note", "text"))));
        assertThat(Editor.type(node.stored(), "Note").origin()).isEqualTo(Origin.CODE);

        node.call(synchronizer -> synchronizer.undo(run));

        assertThat(node.stored().types()).isEqualTo(stored.types());
    }

    @OnEveryDatabase
    void whatALaterRunDidElsewhereStays(Product product) {
        Node node = Node.on(product);
        node.start(site("1.0", type("Article", "body")));
        long run = run(node.start(site("1.1", type("Article", "body", "second"))));
        node.start(site("1.2", type("Article", "body", "second", "third"), type("Page")));

        SyncReport undone = node.call(synchronizer -> synchronizer.undo(run));

        assertThat(undone.committed()).isTrue();
        assertThat(node.stored().types()).extracting(StoredType::name).containsExactly("Article", "Page");
        assertThat(Editor.type(node.stored(), "Article").properties())
                .extracting(StoredProperty::name)
                .containsExactly("body", "third");
        assertThat(node.stored().modules()).extracting(StoredModule::version).containsExactly("1.2");
    }

    @OnEveryDatabase
    void whatALaterRunChangedSinceIsAConflictThatNamesIt(Product product) {
        Node node = Node.on(product);
        node.start(site("1.0", declaring("Article", property("int", "number"))));
        long run = run(node.start(site("1.1", declaring("Article", property("long", "number")))));
        long later = run(node.start(site("1.2", declaring("Article", property("java.math.BigDecimal", "number")))));

        assertThat(refused(node, run))
                .extracting(Problem::code, Problem::subject, Problem::message)
                .containsExactly(tuple(
                        ProblemCode.CANNOT_BE_UNDONE, "Article.number", "run " + later + " has changed it since"));
    }

    @OnEveryDatabase
    void lostValuesAreAConflict(Product product) {
        Node node = Node.on(product);
        node.start(site("1.0", declaring("Article", property("String", "number"))));
        Editor.of(node).writes("Article", Map.of("number", "n/a"));
        long run = run(node.with(builder -> builder.policy(Policy.standard().allowingLossy()))
                .start(site("1.1", declaring("Article", property("int", "number")))));

        assertThat(refused(node, run))
                .extracting(Problem::code, Problem::subject, Problem::message)
                .containsExactly(
                        tuple(ProblemCode.CANNOT_BE_UNDONE, "Article.number", "the run lost something of its values"));
    }

    @OnEveryDatabase
    void contentOfWhatTheRunMadeIsAConflict(Product product) {
        Node node = Node.on(product);
        node.start(site("1.0", type("Article", "body")));
        long run = run(node.start(site("1.1", type("Article", "body", "teaser"), type("Page"))));
        Editor editor = Editor.of(node);
        editor.writes("Article", Map.of("teaser", "hello"));
        editor.writes("Page", Map.of());

        assertThat(refused(node, run))
                .extracting(Problem::code, Problem::subject)
                .containsExactly(
                        tuple(ProblemCode.CANNOT_BE_UNDONE, "Article.teaser"),
                        tuple(ProblemCode.CANNOT_BE_UNDONE, "Page"));
        assertThat(node.stored().types()).hasSize(2);
    }

    @OnEveryDatabase
    void anUndoneRunCanBeDoneAgainByUndoingItsInverse(Product product) {
        Node node = Node.on(product);
        node.start(site("1.0", type("Article", "body")));
        long run = run(node.start(site("1.1", type("Article", "body", "teaser"))));
        long inverse = run(node.call(synchronizer -> synchronizer.undo(run)));

        node.call(synchronizer -> synchronizer.undo(inverse));

        assertThat(Editor.type(node.stored(), "Article").properties())
                .extracting(StoredProperty::name)
                .containsExactly("body", "teaser");
        assertThat(node.stored().modules()).extracting(StoredModule::version).containsExactly("1.1");
    }

    @OnEveryDatabase
    void aRunThatIsNotRecordedIsNamed(Product product) {
        Node node = Node.on(product);
        node.start(site("1.0", type("Article")));

        ProblemsException unknown = catchThrowableOfType(
                ProblemsException.class, () -> node.call(synchronizer -> synchronizer.planUndo(7)));
        assertThat(unknown.problems().asList())
                .extracting(Problem::code, Problem::subject)
                .containsExactly(tuple(ProblemCode.UNKNOWN_RUN, "run 7"));
    }

    private static List<Problem> refused(Node node, long run) {
        SyncPlan planned = node.call((Synchronizer synchronizer) -> synchronizer.planUndo(run));
        SyncRefusedException refused = catchThrowableOfType(
                SyncRefusedException.class, () -> node.call(synchronizer -> synchronizer.undo(run)));
        assertThat(refused.plan().refusals()).isEqualTo(planned.refusals());
        return planned.refusals().asList();
    }

    private static long run(SyncReport report) {
        return report.run().orElseThrow();
    }

    private static String block(String name, String... properties) {
        return annotatedType("@ContentType(kind = ContentKind.BLOCK)", name, properties);
    }

    private static String declaring(String name, String... properties) {
        String source = annotatedType("", name);
        return source.substring(0, source.lastIndexOf('}')) + String.join("", properties) + "}\n";
    }

    private Path site(String version, String... sources) {
        return ModelJar.of(sources)
                .version("site", version)
                .jar(folder.resolve("site-" + version + "-" + jars++ + ".jar"));
    }
}
