package dev.synchronizer.behaviour;

import static dev.synchronizer.behaviour.Sources.property;
import static dev.synchronizer.behaviour.Sources.type;
import static dev.synchronizer.behaviour.UndoSite.declaring;
import static dev.synchronizer.behaviour.UndoSite.refused;
import static dev.synchronizer.behaviour.UndoSite.run;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.synchronizer.model.StoredModel;
import dev.synchronizer.model.StoredType;
import dev.synchronizer.problem.Problem;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** D8: what was renamed long ago does not take its old name's new bearer for itself when a run is undone. */
class D8UndoOldNamesTest {
    @TempDir
    Path folder;

    private UndoSite site;

    @BeforeEach
    void beginAnew() {
        site = new UndoSite(folder);
    }

    @OnEveryDatabase
    void aTypeThatWentAsItsOldNameCameBackIsMadeAgain(Product product) {
        Node node = Node.on(product);
        node.start(site.jar("1.0", type("Article", "title")));
        node.start(site.jar("1.1", declaring("@RenamedFrom(\"Article\")", "Story", property("String", "title"))));
        StoredModel stored = node.stored();
        long run = run(node.start(site.jar("1.2", type("Article", "title"))));
        Editor editor = Editor.of(node);
        UUID item = editor.writes("Article", Map.of("title", "new"));

        assertThat(refused(node, run))
                .extracting(Problem::subject, Problem::message)
                .containsExactly(
                        tuple("Article", "the run made it, and it is in use: 1 item: \"Item 1\" (" + item + ")"));

        editor.purges(item);
        node.call(synchronizer -> synchronizer.undo(run));
        assertSameButForIds(node, stored);
    }

    @OnEveryDatabase
    void aTypeThatStaysIsNotTakenForTheNewBearerOfItsOldName(Product product) {
        Node node = Node.on(product);
        node.start(site.jar("1.0", type("Article", "title")));
        Editor editor = Editor.of(node);
        UUID item = editor.writes("Article", Map.of("title", "old"));
        node.start(site.jar("1.1", declaring("@RenamedFrom(\"Article\")", "Story", property("String", "title"))));
        StoredModel stored = node.stored();
        long run = run(node.start(site.jar(
                "1.2",
                declaring("@ContentType(order = 5)", "Story", property("String", "title")),
                type("Article", "title"))));

        node.call(synchronizer -> synchronizer.undo(run));

        assertThat(node.stored().types()).isEqualTo(stored.types());
        assertThat(node.stored().modules()).isEqualTo(stored.modules());
        assertThat(editor.reads(item)).isEqualTo(Map.of("title", "old"));
    }

    @OnEveryDatabase
    void aPropertyThatWentAsItsOldNameCameBackIsMadeAgain(Product product) {
        Node node = Node.on(product);
        node.start(site.jar("1.0", type("Article", "title")));
        node.start(site.jar("1.1", declaring("", "Article", property("@RenamedFrom(\"title\") String", "headline"))));
        StoredModel stored = node.stored();
        long run = run(node.start(site.jar("1.2", type("Article", "title"))));
        Editor editor = Editor.of(node);
        UUID item = editor.writes("Article", Map.of("title", "new"));

        assertThat(refused(node, run))
                .extracting(Problem::subject, Problem::message)
                .containsExactly(tuple(
                        "Article.title",
                        "the run made it, and it is in use: 1 value in 1 item: \"Item 1\" (" + item + ")"));

        editor.purges(item);
        node.call(synchronizer -> synchronizer.undo(run));
        assertSameButForIds(node, stored);
    }

    @OnEveryDatabase
    void aPropertyThatStaysIsNotTakenForTheNewBearerOfItsOldName(Product product) {
        Node node = Node.on(product);
        node.start(site.jar("1.0", declaring("", "Article", property("int", "count"))));
        Editor editor = Editor.of(node);
        UUID item = editor.writes("Article", Map.of("count", 3));
        node.start(site.jar("1.1", declaring("", "Article", property("@RenamedFrom(\"count\") int", "number"))));
        StoredModel stored = node.stored();
        long run = run(node.start(
                site.jar("1.2", declaring("", "Article", property("long", "number"), property("int", "count")))));

        node.call(synchronizer -> synchronizer.undo(run));

        assertThat(node.stored().types()).isEqualTo(stored.types());
        assertThat(node.stored().modules()).isEqualTo(stored.modules());
        assertThat(editor.reads(item)).isEqualTo(Map.of("number", 3L));
    }

    private static void assertSameButForIds(Node node, StoredModel stored) {
        List<StoredType> types = node.stored().types();
        assertThat(types)
                .usingRecursiveComparison()
                .ignoringFieldsMatchingRegexes("(.*\\.)?id")
                .isEqualTo(stored.types());
        assertThat(node.stored().modules())
                .as("with the old names, by which older nodes find it")
                .isEqualTo(stored.modules());
    }
}
