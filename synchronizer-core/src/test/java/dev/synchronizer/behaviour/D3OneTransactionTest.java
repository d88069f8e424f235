package dev.synchronizer.behaviour;

import static dev.synchronizer.behaviour.Sources.type;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.synchronizer.Progress;
import dev.synchronizer.SyncReport;
import dev.synchronizer.fixtures.ModelJar;
import dev.synchronizer.problem.ProblemCode;
import dev.synchronizer.problem.ProblemsException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.io.TempDir;

/** D3: a run is all or nothing, and of many nodes that start at once exactly one commits. */
class D3OneTransactionTest {
    private static final int NODES = 12;

    @TempDir
    Path folder;

    @OnEveryDatabase
    void ofManyNodesThatStartAtOnceOneCommitsAndTheOthersFindNothingToDo(Product product) throws Exception {
        Path models = manyTypes();
        Node node = Node.on(product);
        ExecutorService nodes = Executors.newFixedThreadPool(NODES);
        try {
            List<Callable<SyncReport>> starts = new ArrayList<>();
            for (int i = 0; i < NODES; i++) {
                starts.add(() -> node.start(models));
            }
            List<SyncReport> reports = new ArrayList<>();
            for (Future<SyncReport> start : nodes.invokeAll(starts)) {
                reports.add(start.get());
            }

            assertThat(reports).filteredOn(SyncReport::committed).hasSize(1);
            assertThat(reports)
                    .filteredOn(report -> !report.committed())
                    .allMatch(report -> !report.plan().hasWork());
            assertThat(node.count("ct_type")).isEqualTo(40);
            assertThat(node.count("ct_property")).isEqualTo(40);
            assertThat(node.runs()).hasSize(1);
        } finally {
            nodes.shutdown();
        }
    }

    @OnEveryDatabase
    void aRunThatFailsHalfWayLeavesNothing(Product product) {
        Path models = manyTypes();
        Node node = Node.on(product);
        Node failing = node.with(builder -> builder.progress(new Progress() {
            @Override
            public void written(int rows, int total) {
                throw new IllegalStateException("the power went out");
            }
        }));

        assertThatThrownBy(() -> failing.start(models)).hasMessageContaining("the power went out");

        assertThat(node.stored().types()).isEmpty();
        assertThat(node.stored().modules()).isEmpty();
        assertThat(node.runs()).isEmpty();
        assertThat(node.start(models).committed()).isTrue();
    }

    @OnEveryDatabase
    void aDatabaseThatVanishesHalfWayIsNamedAndHoldsNothingOfTheRun(Product product) {
        Path models = manyTypes();
        Node node = Node.on(product);
        Node cutOff = node.with(builder -> builder.progress(new Progress() {
            @Override
            public void written(int rows, int total) {
                product.server().killConnections(node.database());
            }
        }));

        assertThatThrownBy(() -> cutOff.start(models))
                .isInstanceOfSatisfying(
                        ProblemsException.class,
                        e -> assertThat(e.problems().asList())
                                .extracting(problem -> problem.code())
                                .containsExactly(ProblemCode.DATABASE_LOST));

        assertThat(node.stored().types()).isEmpty();
        assertThat(node.start(models).committed()).isTrue();
    }

    private Path manyTypes() {
        String[] sources = new String[40];
        for (int i = 0; i < sources.length; i++) {
            sources[i] = type("Type" + i, "text");
        }
        return ModelJar.of(sources).version("site", "1.0").jar(folder.resolve("site.jar"));
    }
}
