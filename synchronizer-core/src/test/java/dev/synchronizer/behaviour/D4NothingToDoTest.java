package dev.synchronizer.behaviour;

import static dev.synchronizer.behaviour.Sources.type;
import static org.assertj.core.api.Assertions.assertThat;

import dev.synchronizer.Progress;
import dev.synchronizer.SyncReport;
import dev.synchronizer.diff.ChangeState;
import dev.synchronizer.fixtures.ModelJar;
import dev.synchronizer.model.StoredModel;
import dev.synchronizer.plan.Policy;
import dev.synchronizer.plan.SyncPlan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.io.TempDir;

/** D4: a run with nothing pending takes no lock and writes no row. */
class D4NothingToDoTest {
    @TempDir
    Path folder;

    @OnEveryDatabase
    void theNextStartReportsTheSameNumbersWithoutComparingAnything(Product product) {
        Path models = site(0);
        Node node = Node.on(product);
        node.start(models);

        SyncReport second = node.start(models);
        SyncReport compared = node.with(builder -> builder.forceScan(true)).start(models);

        assertThat(second.committed()).isFalse();
        assertThat(second.run()).isEmpty();
        assertThat(second.plan().types()).as("nothing was compared").isEmpty();
        assertThat(compared.plan().types()).hasSize(2);
        assertThat(second.plan().summary()).isEqualTo(compared.plan().summary());
        assertThat(second.plan().modules()).isEqualTo(compared.plan().modules());
        assertThat(second.plan().summary().types(ChangeState.IDENTICAL)).isEqualTo(2);
    }

    @OnEveryDatabase
    void itWaitsForNobodyAndWritesNothing(Product product) throws SQLException {
        Path models = site(0);
        Path rebuilt = site(4711);
        Node node = Node.on(product);
        node.start(models);
        StoredModel before = node.stored();
        long remembered = node.count("ct_start");

        try (Connection connection = node.database().connect();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("select * from ct_state for update");
            assertThat(node.start(models).committed()).isFalse();
            assertThat(node.with(b -> b.forceScan(true)).start(models).committed())
                    .isFalse();
            assertThat(node.start(rebuilt).committed()).isFalse();
            connection.rollback();
        }

        assertThat(node.stored()).isEqualTo(before);
        assertThat(node.count("ct_start")).isEqualTo(remembered);
        assertThat(node.runs()).hasSize(1);
    }

    @OnEveryDatabase
    void aUserWhoMayOnlyReadCanStartWhereNothingIsPending(Product product) {
        Path models = site(0);
        Node node = Node.on(product);
        node.start(models);

        Node reader = Node.on(product.server().readOnly(node.database()));

        assertThat(reader.start(models).committed()).isFalse();
        assertThat(reader.with(b -> b.forceScan(true)).start(models).committed())
                .isFalse();
    }

    @OnEveryDatabase
    void aChangeThatWasMadeElsewhereIsSeen(Product product) {
        Path models = site(0);
        Path other = ModelJar.of(type("Other", "text")).version("other", "1.0").jar(folder.resolve("other.jar"));
        Node node = Node.on(product);
        node.start(models);
        node.start(other);

        SyncReport report = node.start(models);

        assertThat(report.plan().summary().types(ChangeState.ABSENT)).isEqualTo(1);
        assertThat(report.committed()).isFalse();
    }

    @OnEveryDatabase
    void aPolicyComparesInFull(Product product) {
        Path models = site(0);
        Node node = Node.on(product);
        node.start(models);

        SyncReport report = node.with(builder ->
                        builder.policy(Policy.standard().withOrphans(new dev.synchronizer.plan.OrphanPolicy.Keep())))
                .start(models);

        assertThat(report.plan().types()).hasSize(2);
    }

    @OnEveryDatabase
    void aStartDuringWhichItsJarWasReplacedIsNotRemembered(Product product) throws IOException {
        byte[] newer = Files.readAllBytes(ModelJar.of(type("Article"), type("Added"))
                .version("site", "1.1")
                .jar(folder.resolve("newer.jar")));
        Path jar = site(0);
        byte[] older = Files.readAllBytes(jar);
        Node node = Node.on(product);
        node.with(builder -> builder.progress(whenScanning(() -> Files.write(jar, newer))))
                .start(jar);

        SyncPlan plan = node.start(Files.write(jar, older)).plan();

        assertThat(plan.types()).as("it was compared").isNotEmpty();
        assertThat(plan.summary().types(ChangeState.GATED)).isEqualTo(2);
    }

    private static Progress whenScanning(Callable<?> action) {
        return new Progress() {
            @Override
            public void begins(Stage stage) {
                try {
                    if (stage == Stage.SCAN) {
                        action.call();
                    }
                } catch (Exception e) {
                    throw new IllegalStateException(e);
                }
            }
        };
    }

    private Path site(long seed) {
        return ModelJar.of(type("Article", "teaser"), type("Person", "name"))
                .version("site", "1.0")
                .entry("unrelated-" + seed + ".class", "changes the fingerprint of the jar")
                .jar(folder.resolve("site" + seed + ".jar"));
    }
}
