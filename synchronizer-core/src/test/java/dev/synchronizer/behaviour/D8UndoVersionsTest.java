package dev.synchronizer.behaviour;

import static dev.synchronizer.behaviour.Sources.property;
import static dev.synchronizer.behaviour.UndoSite.declaring;
import static dev.synchronizer.behaviour.UndoSite.run;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.synchronizer.SyncReport;
import dev.synchronizer.diff.ChangeState;
import dev.synchronizer.diff.ModuleState;
import dev.synchronizer.diff.Scope;
import dev.synchronizer.model.StoredModule;
import dev.synchronizer.plan.ModulePlan;
import dev.synchronizer.plan.Policy;
import dev.synchronizer.plan.SyncPlan;
import dev.synchronizer.plan.TypePlan;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** D8 and C3: a module's version goes back with a run only where nothing of a later one would stand under it. */
class D8UndoVersionsTest {
    @TempDir
    Path folder;

    private UndoSite site;
    private Path old;
    private Path newer;

    @BeforeEach
    void beginAnew() {
        site = new UndoSite(folder);
        old = site.jar(
                "1.0",
                declaring("", "Article", property("String", "p")),
                declaring("", "Page", property("String", "p")));
        newer = site.jar(
                "1.1",
                declaring("", "Article", property("int", "p")),
                declaring("", "Page", property("int", "p"), property("String", "added")));
    }

    private static Node only(Node node, String type) {
        return node.with(builder ->
                builder.policy(Policy.standard().withScope(Scope.everything().onlyTypes(List.of(type)))));
    }

    @OnEveryDatabase
    void whatALaterRunOfThatVersionDidStaysOutOfReachOfOlderNodes(Product product) {
        Node node = Node.on(product);
        node.start(old);
        Editor editor = Editor.of(node);
        UUID article = editor.writes("Article", Map.of("p", "1"));
        UUID page = editor.writes("Page", Map.of("p", "1"));
        long partial = run(only(node, "Article").start(newer));
        node.start(newer);
        UUID added = editor.writes("Page", Map.of("added", "v"));

        node.call(synchronizer -> synchronizer.undo(partial));

        assertThat(editor.reads(article)).isEqualTo(Map.of("p", "1"));
        assertThat(versions(node)).containsExactly("1.1");
        SyncPlan older = node.start(old).plan();
        assertThat(older.types()).extracting(TypePlan::state).containsOnly(ChangeState.GATED);
        assertThat(editor.reads(page)).isEqualTo(Map.of("p", 1L));
        assertThat(editor.reads(added)).isEqualTo(Map.of("added", "v"));
    }

    @OnEveryDatabase
    void onceTheLaterRunIsUndoneTooTheVersionGoesBack(Product product) {
        Node node = Node.on(product);
        node.start(old);
        long partial = run(only(node, "Article").start(newer));
        long rest = run(node.start(newer));

        node.call(synchronizer -> synchronizer.undo(rest));
        node.call(synchronizer -> synchronizer.undo(partial));

        assertThat(versions(node)).containsExactly("1.0");
        assertThat(node.with(builder -> builder.forceScan(true)).start(old).committed())
                .isFalse();
    }

    @OnEveryDatabase
    void theReportSaysOfAModuleWhetherItGoesWithItsRunOrToWhichVersionItGoesBack(Product product) {
        Node node = Node.on(product);
        long first = run(node.start(old));
        long second = run(node.start(newer));

        SyncReport back = node.call(synchronizer -> synchronizer.undo(second));
        assertModule(back.plan(), ModuleState.OLDER, "1.0", "1.1");
        assertModule(node.call(synchronizer -> synchronizer.planUndo(first)), ModuleState.UNDONE, null, "1.0");
        SyncReport again = node.call(synchronizer -> synchronizer.undo(run(back)));
        assertModule(again.plan(), ModuleState.NEWER, "1.1", "1.0");
    }

    private static void assertModule(SyncPlan plan, ModuleState state, @Nullable String version, String stored) {
        assertThat(plan.modules())
                .extracting(ModulePlan::state, ModulePlan::version, ModulePlan::storedVersion)
                .containsExactly(tuple(state, version, stored));
    }

    private static List<String> versions(Node node) {
        return node.stored().modules().stream().map(StoredModule::version).toList();
    }
}
