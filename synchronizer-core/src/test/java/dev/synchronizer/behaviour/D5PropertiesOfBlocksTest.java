package dev.synchronizer.behaviour;

import static dev.synchronizer.behaviour.Node.type;
import static dev.synchronizer.behaviour.Sources.annotatedType;
import static dev.synchronizer.behaviour.Sources.property;
import static dev.synchronizer.behaviour.Sources.type;
import static org.assertj.core.api.Assertions.assertThat;

import dev.synchronizer.plan.Action;
import dev.synchronizer.plan.PropertyPlan;
import dev.synchronizer.plan.SyncPlan;
import dev.synchronizer.value.Block;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** D5: a property of a block is counted as it is before the run, whatever the run makes of the values around it. */
class D5PropertiesOfBlocksTest {
    private static final String BLOCK = "@ContentType(kind = ContentKind.BLOCK)";

    @TempDir
    Path folder;

    private StepSite site;

    @BeforeEach
    void startAfresh() {
        site = new StepSite(folder);
    }

    @OnEveryDatabase
    void aPropertyOfABlockThatLivesOnGoesOneRunAfterItsLastValueBecameText(Product product) {
        Node node = Node.on(product);
        node.start(site.jar(
                "1.0",
                annotatedType(BLOCK, "Card", "title", "note"),
                type("Page").replace("{", "{" + property("Card", "card"))));
        Editor editor = Editor.of(node);
        UUID item = editor.writes(
                "Page", Map.of("card", Block.empty().with("title", "hello").with("note", "lost?")));
        Path next = site.jar(
                "1.1",
                annotatedType(BLOCK, "Card", "title"),
                type("Page")
                        .replace(
                                "{",
                                "{" + property("@Property(type = DataType.TEXT) String", "card")
                                        + property("Card", "other")));

        assertThat(note(node.start(next).plan()).blockedBy()).hasSize(1);
        assertThat(editor.reads(item)).containsEntry("card", "{\"note\":\"lost?\",\"title\":\"hello\"}");
        assertThat(note(node.start(next).plan()).action()).isEqualTo(Action.DELETE);
        assertThat(node.dryRun(next).hasWork()).isFalse();
    }

    private static PropertyPlan note(SyncPlan plan) {
        return type(plan, "Card").properties().stream()
                .filter(property -> property.name().equals("note"))
                .findFirst()
                .orElseThrow();
    }
}
