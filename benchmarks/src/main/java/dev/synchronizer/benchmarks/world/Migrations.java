package dev.synchronizer.benchmarks.world;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Small steps of the kind that tools for schema migrations run: each inserts one row. */
public final class Migrations {
    public static final String CHANGE_LOG = "changelog.sql";

    private static final String INSERT = "insert into marker (id) values (%d);%n";

    private Migrations() {}

    /** Writes one file for each step, as Flyway reads them. */
    public static Path writeFiles(Path folder, int steps) throws IOException {
        for (int i = 1; i <= steps; i++) {
            String table = i == 1 ? "create table marker (id int primary key);%n".formatted() : "";
            Files.writeString(
                    folder.resolve("V" + i + "__step.sql"), table + INSERT.formatted(i), StandardCharsets.UTF_8);
        }
        return folder;
    }

    /** Writes one change log, {@link #CHANGE_LOG}, of as many change sets, as Liquibase reads it. */
    public static Path writeChangeLog(Path folder, int steps) throws IOException {
        StringBuilder log = new StringBuilder("--liquibase formatted sql\n");
        for (int i = 1; i <= steps; i++) {
            log.append("\n--changeset benchmark:").append(i).append('\n');
            log.append(i == 1 ? "create table marker (id int primary key);\n" : "");
            log.append(INSERT.formatted(i));
        }
        Files.writeString(folder.resolve(CHANGE_LOG), log, StandardCharsets.UTF_8);
        return folder;
    }
}
