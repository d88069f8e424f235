package dev.synchronizer.benchmarks.program;

import java.io.OutputStream;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.Map;
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
import liquibase.resource.ClassLoaderResourceAccessor;
import liquibase.resource.CompositeResourceAccessor;
import liquibase.resource.DirectoryResourceAccessor;

/** Liquibase's own start. */
public final class LiquibaseStart {
    private LiquibaseStart() {}

    public static void main(String[] arguments) throws Exception {
        update(arguments[0], arguments[2], "databasechangelog", Path.of(arguments[1]));
    }

    static void update(String url, String changeLog, String table, Path... folders) throws Exception {
        CompositeResourceAccessor resources =
                new CompositeResourceAccessor(new ClassLoaderResourceAccessor(LiquibaseStart.class.getClassLoader()));
        for (Path folder : folders) {
            resources.addResourceAccessor(new DirectoryResourceAccessor(folder));
        }
        Map<String, Object> scope =
                Map.of(Scope.Attr.resourceAccessor.name(), resources, AnalyticsArgs.ENABLED.getKey(), false);
        Scope.child(scope, () -> {
            try (Connection connection = DriverManager.getConnection(url)) {
                Database database =
                        DatabaseFactory.getInstance().findCorrectDatabaseImplementation(new JdbcConnection(connection));
                database.setDatabaseChangeLogTableName(table);
                database.setDatabaseChangeLogLockTableName(table + "_lock");
                new CommandScope(UpdateCommandStep.COMMAND_NAME)
                        .addArgumentValue(DbUrlConnectionArgumentsCommandStep.DATABASE_ARG, database)
                        .addArgumentValue(UpdateCommandStep.CHANGELOG_FILE_ARG, changeLog)
                        .addArgumentValue(ShowSummaryArgument.SHOW_SUMMARY, UpdateSummaryEnum.OFF)
                        .setOutput(OutputStream.nullOutputStream())
                        .execute();
            }
        });
    }
}
