package dev.synchronizer.persistence;

import dev.synchronizer.persistence.DatabaseProblems.Phase;
import java.sql.SQLException;

/** The steps of one transaction: none is taken after its end, and what the database reports is said in plain words. */
final class Steps {
    private final OpenDatabase database;
    private final Phase phase;
    private boolean over;

    Steps(OpenDatabase database, Phase phase) {
        this.database = database;
        this.phase = phase;
    }

    OpenDatabase database() {
        return database;
    }

    <T> T get(Step<T> step) {
        if (over) {
            throw new IllegalStateException("the transaction is over");
        }
        try {
            return step.take();
        } catch (SQLException e) {
            throw database.problems().of(phase, e);
        }
    }

    void run(OpenDatabase.SqlAction action) {
        get(() -> {
            action.run();
            return this;
        });
    }

    /** From here on, none can be taken any more. */
    void end() {
        over = true;
    }

    /** Something that is done in the transaction. */
    interface Step<T> {
        T take() throws SQLException;
    }
}
