package dev.synchronizer.behaviour;

import static dev.synchronizer.behaviour.Sources.property;
import static dev.synchronizer.behaviour.Sources.type;
import static dev.synchronizer.behaviour.UndoSite.declaring;
import static dev.synchronizer.behaviour.UndoSite.refused;
import static dev.synchronizer.behaviour.UndoSite.run;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.synchronizer.model.StoredModule;
import dev.synchronizer.model.StoredType;
import dev.synchronizer.problem.Problem;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** D8: runs are undone one after the other, from the last one back. */
class D8UndoSeveralTest {
    @TempDir
    Path folder;

    private UndoSite site;

    @BeforeEach
    void beginAnew() {
        site = new UndoSite(folder);
    }

    @OnEveryDatabase
    void oneThatALaterRunStoodInTheWayOfFollowsOnceThatIsUndone(Product product) {
        Node node = Node.on(product);
        long first = run(node.start(site.jar("1.0", declaring("", "Article", property("int", "number")))));
        Editor editor = Editor.of(node);
        UUID item = editor.writes("Article", Map.of("number", 7));
        long second = run(node.start(site.jar("1.1", declaring("", "Article", property("long", "number")))));
        long third = run(node.start(
                site.jar("1.2", declaring("", "Article", property("@Property(type=DataType.TEXT) String", "number")))));

        long undone = run(node.call(synchronizer -> synchronizer.undo(third)));
        node.call(synchronizer -> synchronizer.undo(second));

        assertThat(Editor.type(node.stored(), "Article")
                        .property("number")
                        .orElseThrow()
                        .dataType())
                .isEqualTo("INTEGER");
        assertThat(editor.reads(item)).containsEntry("number", 7L);
        assertThat(node.stored().modules()).extracting(StoredModule::version).containsExactly("1.0");
        assertThat(refused(node, third))
                .extracting(Problem::subject, Problem::message)
                .contains(tuple("Article.number", "run " + undone + " has changed it since"));
        editor.purges(item);
        node.call(synchronizer -> synchronizer.undo(first));
        assertThat(node.stored().types()).isEmpty();
    }

    @OnEveryDatabase
    void whatALaterRunDeletedIsNotTheSameOnceThatIsUndone(Product product) {
        Node node = Node.on(product);
        node.start(site.jar("1.0", type("Article", "a", "title"), type("Page")));
        long renamed = run(node.start(site.jar(
                "1.1",
                declaring("", "Article", property("@RenamedFrom(\"a\") String", "b"), property("String", "title")),
                declaring("@RenamedFrom(\"Page\")", "Leaf"))));
        long deleted = run(node.start(site.jar("1.2", type("Article", "title"))));
        node.call(synchronizer -> synchronizer.undo(deleted));
        assertThat(node.stored().types()).extracting(StoredType::name).containsExactly("Article", "Leaf");

        assertThat(refused(node, renamed))
                .extracting(Problem::subject, Problem::message)
                .containsExactly(
                        tuple("Article.a", "it has been deleted since"), tuple("Page", "it has been deleted since"));
    }
}
