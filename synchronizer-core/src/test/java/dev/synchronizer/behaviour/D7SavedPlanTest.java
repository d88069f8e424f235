package dev.synchronizer.behaviour;

import static dev.synchronizer.behaviour.Sources.type;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.synchronizer.SyncRefusedException;
import dev.synchronizer.SyncReport;
import dev.synchronizer.diff.Scope;
import dev.synchronizer.fixtures.ModelJar;
import dev.synchronizer.plan.PlanFile;
import dev.synchronizer.plan.Policy;
import dev.synchronizer.problem.ProblemCode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;

/** D7: a saved plan is carried out later, without the models, unless what is stored has moved. */
class D7SavedPlanTest {
    @TempDir
    Path folder;

    @OnEveryDatabase
    void itIsCarriedOutWithoutTheModels(Product product) throws Exception {
        Node node = Node.on(product);
        node.start(site("1.0", type("Article", "teaser")));
        Path models = site("1.1", type("Article", "teaser", "body"));
        Path saved = folder.resolve("plan");
        node.analyze(models).toPlanFile().write(saved);
        Files.delete(models);

        SyncReport report = node.call(synchronizer -> synchronizer.apply(PlanFile.read(saved)));

        assertThat(report.committed()).isTrue();
        assertThat(report.plan().summary().rowsWritten()).isEqualTo(1);
        assertThat(node.stored().types().get(0).properties()).hasSize(2);
    }

    @OnEveryDatabase
    void itIsStaleOnceWhatIsStoredHasMoved(Product product) {
        Node node = Node.on(product);
        Path saved = folder.resolve("plan");
        node.analyze(site("1.1", type("Article", "teaser", "body")))
                .toPlanFile()
                .write(saved);
        node.start(site("1.0", type("Article", "teaser")));

        assertThatThrownBy(() -> node.call(synchronizer -> synchronizer.apply(PlanFile.read(saved))))
                .isInstanceOfSatisfying(
                        SyncRefusedException.class,
                        e -> assertThat(e.plan().refusals().asList())
                                .extracting(problem -> problem.code())
                                .containsExactly(ProblemCode.PLAN_STALE));

        assertThat(node.stored().types().get(0).properties()).hasSize(1);
    }

    @OnEveryDatabase
    void itIsCarriedOutOnce(Product product) {
        Node node = Node.on(product);
        Path saved = folder.resolve("plan");
        node.analyze(site("1.0", type("Article", "teaser"))).toPlanFile().write(saved);
        node.call(synchronizer -> synchronizer.apply(PlanFile.read(saved)));

        assertThatThrownBy(() -> node.call(synchronizer -> synchronizer.apply(PlanFile.read(saved))))
                .isInstanceOf(SyncRefusedException.class);
    }

    @OnEveryDatabase
    void itIsStaleTooWhereTheTypeThatItWasMadeForIsGone(Product product) {
        Node node = Node.on(product);
        node.start(site("1.0", type("Article"), type("Dropped")));
        PlanFile plan = node.with(builder -> builder.policy(
                        Policy.standard().withScope(Scope.everything().onlyTypes(List.of("Dropped")))))
                .analyze(site("1.1", type("Article")))
                .toPlanFile();
        node.call(synchronizer -> synchronizer.apply(plan));

        assertThatThrownBy(() -> node.call(synchronizer -> synchronizer.apply(plan)))
                .isInstanceOfSatisfying(
                        SyncRefusedException.class,
                        e -> assertThat(e.plan().problems().asList())
                                .extracting(problem -> problem.code())
                                .containsExactly(ProblemCode.PLAN_STALE));
    }

    @OnEveryDatabase
    void whereItIsStaleNotATableIsMade(Product product) {
        Path models = site("1.0", type("Article"));
        Node elsewhere = Node.on(product);
        elsewhere.start(models);
        PlanFile plan = elsewhere.analyze(models).toPlanFile();
        Node empty = Node.onEmpty(product);

        assertThatThrownBy(() -> empty.call(synchronizer -> synchronizer.apply(plan)))
                .isInstanceOf(SyncRefusedException.class);
        assertThat(elsewhere.tables()).isPositive();
        assertThat(empty.tables()).isZero();
    }

    private Path site(String version, String... sources) {
        return ModelJar.of(sources).version("site", version).jar(folder.resolve("site-" + version + ".jar"));
    }
}
