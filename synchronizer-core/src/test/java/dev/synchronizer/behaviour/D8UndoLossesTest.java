package dev.synchronizer.behaviour;

import static dev.synchronizer.behaviour.Sources.property;
import static dev.synchronizer.behaviour.UndoSite.declaring;
import static dev.synchronizer.behaviour.UndoSite.refused;
import static dev.synchronizer.behaviour.UndoSite.run;
import static org.assertj.core.api.Assertions.assertThat;

import dev.synchronizer.plan.Policy;
import dev.synchronizer.problem.Problem;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** D8: what a run lost keeps it from being undone, however much it is. */
class D8UndoLossesTest {
    @TempDir
    Path folder;

    @Test
    void aLossBehindTenThousandOthersIsAConflictToo() {
        UndoSite site = new UndoSite(folder);
        Node node = Node.on(Product.H2);
        node.start(site.jar("1.0", declaring("", "Article", property("String", "a"), property("String", "b"))));
        List<Map<String, String>> items = new ArrayList<>();
        for (int i = 0; i < 10_000; i++) {
            items.add(Map.of("a", "n/a"));
        }
        items.add(Map.of("b", "n/a"));
        Editor.of(node).writes("Article", items);
        long run = run(node.with(builder -> builder.policy(Policy.standard().allowingLossy()))
                .start(site.jar("1.1", declaring("", "Article", property("int", "a"), property("int", "b")))));

        assertThat(refused(node, run)).extracting(Problem::subject).containsExactly("Article.a", "Article.b");
    }
}
