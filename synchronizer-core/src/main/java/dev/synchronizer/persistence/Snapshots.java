package dev.synchronizer.persistence;

import dev.synchronizer.store.SchemaState;
import dev.synchronizer.store.StoredReads;
import java.sql.SQLException;
import java.util.Optional;
import java.util.function.Function;
import javax.sql.DataSource;

/** Reads as of one moment, of a schema of whatever version; where there is none, there is nothing to read. */
final class Snapshots {
    private final DataSource dataSource;
    private final StateQuery state;

    Snapshots(DataSource dataSource, StateQuery state) {
        this.dataSource = dataSource;
        this.state = state;
    }

    <T> T reading(Function<StoredReads, T> reading) {
        try (OpenDatabase database = OpenDatabase.open(dataSource)) {
            return database.snapshot(open -> {
                Optional<StoredReader> reader = begin(open);
                return reading.apply(reader.isPresent() ? reader.get() : new NothingStored());
            });
        }
    }

    /** Begins by reading the state, so that a schema of a newer release is refused; nothing where there is none. */
    private Optional<StoredReader> begin(OpenDatabase open) throws SQLException {
        try {
            return StoredReader.begin(open, state);
        } catch (SQLException e) {
            if (!SqlErrors.isOutdatedPlan(e)) {
                state.failed(e);
            }
            open.beginSnapshotAgain();
            return StoredReader.begin(open, state);
        }
    }

    /** Reads as of one moment; where there is no complete schema, the answer is {@code nothing}. */
    <T> T read(T nothing, Reading<T> work) {
        try (OpenDatabase database = OpenDatabase.open(dataSource)) {
            return database.snapshot(open -> {
                Optional<StoredReader> reader = begin(open);
                return reader.isEmpty() ? nothing : orNothing(open, nothing, () -> work.with(open, reader.get()));
            });
        }
    }

    private static <T> T orNothing(OpenDatabase open, T nothing, SqlStep<T> step) throws SQLException {
        try {
            return step.run();
        } catch (SQLException e) {
            // A statement that failed may have ended the transaction's usefulness.
            open.connection().rollback();
            if (!SqlErrors.isOutdatedPlan(e) && StatusQuery.afterFailure(open, e) != SchemaState.CURRENT) {
                return nothing;
            }
            open.beginSnapshotAgain();
            return step.run();
        }
    }

    /** As {@link #read}; an older schema, which knows of no rules, has nothing either. */
    <T> T readRules(T nothing, SqlWork<T> work) {
        return read(nothing, (open, reader) -> reader.hasRules() ? work.with(open) : nothing);
    }

    /** As {@link #read}; an older schema, which knows of no tasks, has nothing either. */
    <T> T readTasks(T nothing, SqlWork<T> work) {
        return read(nothing, (open, reader) -> reader.hasTasks() ? work.with(open) : nothing);
    }

    /** Writes in a transaction of its own; false where the schema is an older one, in which there is nothing to change. */
    boolean writeRules(SqlWork<Integer> work) {
        boolean there = readRules(false, open -> true);
        if (there) {
            try (OpenDatabase database = OpenDatabase.open(dataSource)) {
                database.save(work);
            }
        }
        return there;
    }

    private interface SqlStep<T> {
        T run() throws SQLException;
    }

    /** Reads with what has been read of the state. */
    interface Reading<T> {
        T with(OpenDatabase open, StoredReader reader) throws SQLException;
    }
}
