package dev.synchronizer.persistence;

import dev.synchronizer.persistence.DatabaseProblems.Phase;
import dev.synchronizer.problem.ProblemCode;
import dev.synchronizer.store.SchemaState;
import java.io.OutputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.logging.Level;
import liquibase.GlobalConfiguration;
import liquibase.Scope;
import liquibase.UpdateSummaryEnum;
import liquibase.analytics.configuration.AnalyticsArgs;
import liquibase.command.CommandScope;
import liquibase.command.core.UpdateCommandStep;
import liquibase.command.core.helpers.DbUrlConnectionArgumentsCommandStep;
import liquibase.command.core.helpers.ShowSummaryArgument;
import liquibase.database.Database;
import liquibase.database.DatabaseFactory;
import liquibase.database.jvm.JdbcConnection;
import liquibase.exception.LiquibaseException;
import liquibase.exception.LockException;
import liquibase.lockservice.LockService;
import liquibase.lockservice.LockServiceFactory;
import liquibase.resource.ClassLoaderResourceAccessor;
import liquibase.ui.LoggerUIService;

/** Makes or completes the schema by Liquibase, without a word and without its analytics. */
final class SchemaMaker {
    private static final String CHANGE_LOG = "dev/synchronizer/schema/changelog.xml";

    /** Each that fails tells of a step of somebody else, and there are not many steps. */
    private static final int ATTEMPTS = 100;

    private static final long PAUSE_MILLISECONDS = 100;

    private SchemaMaker() {}

    /** Makes the schema, unless somebody else has done so while this waited for the lock. */
    static SchemaState make(OpenDatabase database) throws SQLException {
        requireRight(database);
        return SchemaLock.hold(database, locked -> {
            complete(locked);
            SchemaState state = Schema.look(locked);
            if (state != SchemaState.CURRENT) {
                throw database.problems()
                        .problem(
                                ProblemCode.SCHEMA_FOREIGN,
                                Schema.CHANGE_LOG_TABLE + " says that all tables were made, and "
                                        + Schema.missing(locked),
                                null);
            }
            return state;
        });
    }

    /**
     * Finds out whether tables may be made, for Liquibase takes seconds to. The statement is none that can succeed, so it
     * leaves nothing behind, wherever it ends; rights are looked at before the columns.
     */
    private static void requireRight(OpenDatabase database) throws SQLException {
        try (Statement statement = database.connection().createStatement()) {
            statement.execute("create table ct_right (twice int, twice int)");
        } catch (SQLException e) {
            if (SqlErrors.isReadOnly(e)) {
                throw database.problems().of(Phase.WRITING, e);
            }
        }
    }

    /**
     * Makes what is missing. Where no lock keeps other processes away, it is tried again until all that they make at the
     * same time is there.
     */
    private static void complete(OpenDatabase database) throws SQLException {
        boolean alone = database.product().lockSchema() != null;
        for (int attempt = 1; Schema.look(database) != SchemaState.CURRENT; attempt++) {
            try {
                inTransaction(database);
                return;
            } catch (Exception e) {
                if (alone || attempt == ATTEMPTS || !isOvertaken(e) || !pause()) {
                    throw database.problems().of(Phase.WRITING, e);
                }
            }
        }
    }

    private static boolean isOvertaken(Exception thrown) {
        return thrown instanceof LockException
                || thrown.getCause() instanceof LockException
                || SqlErrors.isConflict(thrown)
                || SqlErrors.isFault(thrown)
                || SqlErrors.isTimeout(thrown);
    }

    /** Answers whether to go on after it. */
    private static boolean pause() {
        try {
            Thread.sleep(PAUSE_MILLISECONDS);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static void inTransaction(OpenDatabase database) throws Exception {
        Connection connection = database.connection();
        if (database.product().definesInTransaction()) {
            Scope.child(quiet(), () -> update(new OneTransaction(connection)));
            return;
        }
        connection.setAutoCommit(false);
        try {
            Scope.child(quiet(), () -> update(new JdbcConnection(connection)));
        } finally {
            // What Liquibase left uncommitted would block the release of the lock, or be committed with it.
            OpenDatabase.restore(connection::rollback);
            OpenDatabase.restore(() -> connection.setAutoCommit(true));
        }
    }

    static Map<String, Object> quiet() {
        LoggerUIService ui = new LoggerUIService();
        ui.setStandardLogLevel(Level.FINE);
        ui.setErrorLogLevel(Level.FINE);
        return Map.of(
                Scope.Attr.logService.name(),
                new QuietLog(),
                Scope.Attr.ui.name(),
                ui,
                Scope.Attr.resourceAccessor.name(),
                new ClassLoaderResourceAccessor(SchemaMaker.class.getClassLoader()),
                AnalyticsArgs.ENABLED.getKey(),
                false,
                GlobalConfiguration.SHOW_BANNER.getKey(),
                false);
    }

    private static void update(JdbcConnection connection) throws LiquibaseException {
        Database database = DatabaseFactory.getInstance().findCorrectDatabaseImplementation(connection);
        database.setDatabaseChangeLogTableName(Schema.CHANGE_LOG_TABLE);
        database.setDatabaseChangeLogLockTableName(Schema.CHANGE_LOG_LOCK_TABLE);
        LockService lock = LockServiceFactory.getInstance().getLockService(database);
        // Under the database's lock nobody else is at work: a lock in the table is that of a process that died. Where
        // there is none, it may be that of a living one, and whoever fails of the two tries again.
        lock.forceReleaseLock();
        // Where there is no session's lock, Liquibase would wait for whoever was quicker, and write to standard output.
        if (!lock.acquireLock()) {
            throw new LockException("another process makes the schema");
        }
        new CommandScope(UpdateCommandStep.COMMAND_NAME)
                .addArgumentValue(DbUrlConnectionArgumentsCommandStep.DATABASE_ARG, database)
                .addArgumentValue(UpdateCommandStep.CHANGELOG_FILE_ARG, CHANGE_LOG)
                .addArgumentValue(ShowSummaryArgument.SHOW_SUMMARY, UpdateSummaryEnum.OFF)
                .setOutput(OutputStream.nullOutputStream())
                .execute();
    }
}
