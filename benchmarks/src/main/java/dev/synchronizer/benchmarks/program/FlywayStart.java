package dev.synchronizer.benchmarks.program;

import org.flywaydb.core.Flyway;

/** Flyway's own start. */
public final class FlywayStart {
    private FlywayStart() {}

    public static void main(String[] arguments) {
        int run = Flyway.configure()
                .dataSource(arguments[0], "postgres", "")
                .locations("filesystem:" + arguments[1])
                .load()
                .migrate()
                .migrationsExecuted;
        System.out.println(run + " migrations");
    }
}
