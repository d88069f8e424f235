package dev.synchronizer.behaviour;

import static dev.synchronizer.behaviour.Sources.property;
import static dev.synchronizer.behaviour.Sources.type;
import static dev.synchronizer.behaviour.UndoSite.declaring;
import static dev.synchronizer.behaviour.UndoSite.refused;
import static dev.synchronizer.behaviour.UndoSite.run;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.synchronizer.annotation.ContentKind;
import dev.synchronizer.model.StoredModel;
import dev.synchronizer.problem.Problem;
import dev.synchronizer.problem.ProblemCode;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** D8: names that something else has got since a run are conflicts which name the later run. */
@Timeout(value = 60, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class D8UndoNamesTest {
    @TempDir
    Path folder;

    private UndoSite site;

    @BeforeEach
    void beginAnew() {
        site = new UndoSite(folder);
    }

    @OnEveryDatabase
    void namesThatALaterRunGaveToSomethingElse(Product product) {
        Node node = Node.on(product);
        node.start(site.jar("1.0", type("Article", "p")));
        Editor editor = Editor.of(node);
        UUID item = editor.writes("Article", Map.of("p", "x"));
        long run = run(node.start(site.jar(
                "1.1", declaring("@RenamedFrom(\"Article\")", "Story", property("@RenamedFrom(\"p\") String", "q")))));
        long later = run(node.start(site.jar("1.2", type("Story", "q", "p"), type("Article", "p"))));
        StoredModel stored = node.stored();

        assertThat(refused(node, run))
                .extracting(Problem::code, Problem::subject, Problem::message)
                .containsExactly(
                        tuple(
                                ProblemCode.CANNOT_BE_UNDONE,
                                "Article",
                                "it is called Story now, and run " + later
                                        + " has given its former name to another type"),
                        tuple(
                                ProblemCode.CANNOT_BE_UNDONE,
                                "Article.p",
                                "it is called q now, and run " + later
                                        + " has given its former name to another property"));
        assertThat(node.stored()).isEqualTo(stored);
        assertThat(editor.reads(item)).isEqualTo(Map.of("q", "x"));
    }

    @OnEveryDatabase
    void theNameOfAPropertyThatALaterRunMadeOfAnotherDataType(Product product) {
        Node node = Node.on(product);
        node.start(site.jar("1.0", declaring("", "Article", property("String", "p"))));
        Editor editor = Editor.of(node);
        UUID item = editor.writes("Article", Map.of("p", "x"));
        long run =
                run(node.start(site.jar("1.1", declaring("", "Article", property("@RenamedFrom(\"p\") String", "q")))));
        long later = run(
                node.start(site.jar("1.2", declaring("", "Article", property("String", "q"), property("int", "p")))));
        editor.writes("Article", Map.of("p", 5));

        assertThat(refused(node, run))
                .extracting(Problem::code, Problem::subject, Problem::message, Problem::fix)
                .containsExactly(tuple(
                        ProblemCode.CANNOT_BE_UNDONE,
                        "Article.p",
                        "it is called q now, and run " + later + " has given its former name to another property",
                        "rename that first, or change the models by hand and synchronize"));
        assertThat(editor.reads(item)).isEqualTo(Map.of("q", "x"));
    }

    @OnEveryDatabase
    void theNameOfWhatTheRunDeletedAndALaterOneMade(Product product) {
        Node node = Node.on(product);
        node.start(site.jar("1.0", type("Article", "p", "q"), type("Page", "title")));
        long run = run(node.start(site.jar("1.1", type("Article", "q"))));
        long later = run(node.start(site.jar("1.2", type("Article", "p", "q"), type("Page", "title"))));

        assertThat(refused(node, run))
                .extracting(Problem::subject, Problem::message)
                .containsExactly(
                        tuple("Article.p", "it went, and run " + later + " has given its name to another property"),
                        tuple("Page", "it went, and run " + later + " has given its name to another type"));
    }

    @OnEveryDatabase
    void theNameThatAnAdministratorGaveToSomethingElse(Product product) {
        Node node = Node.on(product);
        node.start(site.jar("1.0", type("Article", "p")));
        long run = run(
                node.start(site.jar("1.1", declaring("@RenamedFrom(\"Article\")", "Story", property("String", "p")))));
        Administrator.of(node).defines("Article", ContentKind.PAGE, "text:STRING");

        assertThat(refused(node, run))
                .extracting(Problem::subject, Problem::message)
                .containsExactly(tuple(
                        "Article",
                        "it is called Story now, and an administrator has given its former name to another type"));
    }

    @OnEveryDatabase
    void namesThatTheRunItselfGaveAwayGoBack(Product product) {
        Node node = Node.on(product);
        node.start(site.jar("1.0", type("Article", "a", "b"), type("Page", "title"), type("Spare")));
        Editor editor = Editor.of(node);
        UUID article = editor.writes("Article", Map.of("a", "1"));
        UUID page = editor.writes("Page", Map.of("title", "hello"));
        StoredModel stored = node.stored();
        long run = run(node.start(site.jar(
                "1.1",
                declaring("@RenamedFrom(\"Page\")", "Spare", property("@RenamedFrom(\"title\") String", "headline")),
                declaring("", "Article", property("@RenamedFrom(\"a\") String", "b")))));
        assertThat(editor.reads(article)).isEqualTo(Map.of("b", "1"));
        assertThat(editor.reads(page)).isEqualTo(Map.of("headline", "hello"));

        node.call(synchronizer -> synchronizer.undo(run));

        assertThat(editor.reads(article)).isEqualTo(Map.of("a", "1"));
        assertThat(editor.reads(page)).isEqualTo(Map.of("title", "hello"));
        assertThat(node.stored().types())
                .usingRecursiveComparison()
                .ignoringFieldsMatchingRegexes(".*id")
                .isEqualTo(stored.types());
    }

    @OnEveryDatabase
    void otherConflictsBringNoneAlong(Product product) {
        Node node = Node.on(product);
        node.start(site.jar("1.0", declaring("", "Article", property("String", "number"))));
        Editor editor = Editor.of(node);
        editor.writes("Article", Map.of("number", "7"));
        long run = run(node.start(site.jar("1.1", declaring("", "Article", property("int", "number")))));
        long later = run(
                node.start(site.jar("1.2", declaring("", "Article", property("java.util.List<Integer>", "number")))));
        editor.writes("Article", Map.of("number", List.of(1, 2)));

        assertThat(refused(node, run))
                .extracting(Problem::code, Problem::message)
                .containsExactly(tuple(ProblemCode.CANNOT_BE_UNDONE, "run " + later + " has changed it since"));
    }
}
