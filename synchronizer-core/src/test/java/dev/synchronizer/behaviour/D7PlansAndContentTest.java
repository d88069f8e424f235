package dev.synchronizer.behaviour;

import static dev.synchronizer.behaviour.Sources.type;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.synchronizer.SyncRefusedException;
import dev.synchronizer.fixtures.ModelJar;
import dev.synchronizer.model.StoredType;
import dev.synchronizer.plan.PlanFile;
import dev.synchronizer.problem.Problem;
import dev.synchronizer.problem.ProblemCode;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;

/** D7: content that comes and goes makes a saved plan stale only where it changes what the plan does. */
class D7PlansAndContentTest {
    @TempDir
    Path folder;

    @OnEveryDatabase
    void moreItemsOfATypeThatIsKeptAnywayChangeNothing(Product product) {
        Node node = Node.on(product);
        node.start(site("1.0", type("Article", "teaser"), type("Page")));
        Editor editor = Editor.of(node);
        editor.writes("Article", Map.of("teaser", "first"));
        PlanFile file = node.analyze(site("1.1", type("Page"))).toPlanFile();
        editor.writes("Article", Map.of("teaser", "hello"));

        assertThat(node.call(synchronizer -> synchronizer.apply(file)).committed())
                .isTrue();
        assertThat(Editor.type(node.stored(), "Article").orphanedSince()).isNotNull();
    }

    @OnEveryDatabase
    void anItemOfATypeThatWasToGoMakesItStale(Product product) {
        Node node = Node.on(product);
        node.start(site("1.0", type("Article", "teaser"), type("Page")));
        PlanFile file = node.analyze(site("1.1", type("Page"))).toPlanFile();
        Editor.of(node).writes("Article", Map.of());

        SyncRefusedException refused = catchThrowableOfType(
                SyncRefusedException.class, () -> node.call(synchronizer -> synchronizer.apply(file)));

        assertThat(refused.plan().refusals().asList())
                .extracting(Problem::code)
                .containsExactly(ProblemCode.PLAN_STALE);
        assertThat(node.stored().types()).extracting(StoredType::orphanedSince).containsOnlyNulls();
    }

    private Path site(String version, String... sources) {
        return ModelJar.of(sources).version("site", version).jar(folder.resolve("site-" + version + ".jar"));
    }
}
