package dev.synchronizer.behaviour;

import dev.synchronizer.Analysis;
import dev.synchronizer.SyncReport;
import dev.synchronizer.Synchronizer;
import dev.synchronizer.SynchronizerBuilder;
import dev.synchronizer.databases.TestDatabase;
import dev.synchronizer.model.StoredModel;
import dev.synchronizer.plan.SyncPlan;
import dev.synchronizer.plan.TypePlan;
import dev.synchronizer.store.RunRecord;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Function;
import javax.sql.DataSource;

/** An application on a database: each call is a start of its own, as in a new process. */
final class Node {
    private final TestDatabase database;
    private final DataSource dataSource;
    private final Consumer<SynchronizerBuilder> configuration;

    private Node(TestDatabase database, DataSource dataSource, Consumer<SynchronizerBuilder> configuration) {
        this.database = database;
        this.dataSource = dataSource;
        this.configuration = configuration;
    }

    static Node on(Product product) {
        return on(product.freshDatabase());
    }

    /** On a database in which there are no tables yet. */
    static Node onEmpty(Product product) {
        return on(product.emptyDatabase());
    }

    static Node on(TestDatabase database) {
        return new Node(database, database.dataSource(), builder -> {});
    }

    /** The same application, configured in another way. */
    Node with(Consumer<SynchronizerBuilder> more) {
        return new Node(database, dataSource, configuration.andThen(more));
    }

    /** The same application, its database seen through another data source. */
    Node through(DataSource other) {
        return new Node(database, other, configuration);
    }

    SyncReport start(Path... models) {
        return call(Synchronizer::synchronize, models);
    }

    SyncPlan dryRun(Path... models) {
        return analyze(models).plan();
    }

    Analysis analyze(Path... models) {
        return call(Synchronizer::analyze, models);
    }

    StoredModel stored() {
        return call(Synchronizer::stored);
    }

    List<RunRecord> runs() {
        return call(synchronizer -> synchronizer.runs(100));
    }

    <T> T call(Function<Synchronizer, T> call, Path... models) {
        SynchronizerBuilder builder =
                Synchronizer.builder().dataSource(dataSource).models(models);
        configuration.accept(builder);
        try (Synchronizer synchronizer = builder.build()) {
            return call.apply(synchronizer);
        }
    }

    TestDatabase database() {
        return database;
    }

    /** Asks the database itself, past the synchronizer. */
    long count(String from) {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select count(*) from " + from)) {
            row.next();
            return row.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** How many of the synchronizer's tables there are. */
    long tables() {
        try (Connection connection = database.connect();
                ResultSet tables = connection.getMetaData().getTables(connection.getCatalog(), null, "%", null)) {
            long count = 0;
            while (tables.next()) {
                count += tables.getString("TABLE_NAME").toLowerCase(Locale.ROOT).startsWith("ct_") ? 1 : 0;
            }
            return count;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    static TypePlan type(SyncPlan plan, String name) {
        return plan.types().stream()
                .filter(type -> type.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("the plan has no type " + name));
    }
}
