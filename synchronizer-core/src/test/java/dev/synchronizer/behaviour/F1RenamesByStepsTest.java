package dev.synchronizer.behaviour;

import static dev.synchronizer.behaviour.Editor.type;
import static dev.synchronizer.behaviour.Sources.type;
import static dev.synchronizer.behaviour.StepSite.consenting;
import static dev.synchronizer.fixtures.Steps.step;
import static org.assertj.core.api.Assertions.assertThat;

import dev.synchronizer.model.StoredModel;
import dev.synchronizer.model.StoredType;
import dev.synchronizer.plan.SyncPlan;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** F1: what a migration step declares to be renamed keeps its identity and all of its values. */
class F1RenamesByStepsTest {
    private static final String TO_STORY = step(
            "ToStory",
            "version = \"1.1\", renames = {@Migration.Rename(type = \"Article\", to = \"Story\"),"
                    + " @Migration.Rename(type = \"Story\", property = \"head\", to = \"title\")}");
    private static final String TO_PIECE = step(
            "ToPiece",
            "version = \"1.2\", renames = {@Migration.Rename(type = \"Story\", to = \"Piece\"),"
                    + " @Migration.Rename(type = \"Piece\", property = \"title\", to = \"name\")}");

    @TempDir
    Path folder;

    private StepSite site;

    @BeforeEach
    void startAfresh() {
        site = new StepSite(folder);
    }

    @OnEveryDatabase
    void aPlanKnowsOfTheRenameWithoutLoadingTheStep(Product product) {
        Node node = Node.on(product);
        StoredType before = article(node);

        SyncPlan plan = node.dryRun(site.jar("1.1", type("Story", "title"), TO_STORY));

        assertThat(plan.types()).hasSize(1);
        assertThat(plan.types().get(0).diff().stored()).isEqualTo(before);
    }

    @OnEveryDatabase
    void typeAndPropertyKeepTheirIdsAndValuesStepByStep(Product product) {
        Node node = Node.on(product);
        StoredType before = article(node);
        UUID item = Editor.of(node).writes("Article", Map.of("head", "hello"));

        run(node, site.jar("1.1", type("Story", "title"), TO_STORY));
        run(node, site.jar("1.2", type("Piece", "name"), TO_STORY, TO_PIECE));

        assertKept(node, before, item);
    }

    @OnEveryDatabase
    void aReleaseThatWasLeftOutMakesNoDifference(Product product) {
        Node node = Node.on(product);
        StoredType before = article(node);
        UUID item = Editor.of(node).writes("Article", Map.of("head", "hello"));

        run(node, site.jar("1.2", type("Piece", "name"), TO_STORY, TO_PIECE));

        assertKept(node, before, item);
    }

    private StoredType article(Node node) {
        node.start(site.jar("1.0", type("Article", "head")));
        return type(node.stored(), "Article");
    }

    private static void assertKept(Node node, StoredType before, UUID item) {
        StoredModel stored = node.stored();
        assertThat(stored.types()).hasSize(1);
        StoredType after = type(stored, "Piece");
        assertThat(after.id()).isEqualTo(before.id());
        assertThat(after.guid()).isEqualTo(before.guid());
        assertThat(after.properties()).hasSize(1);
        assertThat(after.property("name").orElseThrow().id())
                .isEqualTo(before.property("head").orElseThrow().id());
        assertThat(Editor.of(node).reads(item)).isEqualTo(Map.of("name", "hello"));
    }

    private static void run(Node node, Path jar) {
        consenting(node, consenting -> consenting.start(jar), jar);
    }
}
