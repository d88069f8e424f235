package dev.synchronizer.databases;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;

/** A real PostgreSQL, started when it is first asked for and stopped with the JVM. */
public final class PostgresServer implements TestServer {
    private static final String OWNER = "postgres";
    private static final LastDatabases LAST =
            new LastDatabases(done -> database(OWNER).execute("drop database " + done.name() + " with (force)"));

    @Override
    public TestDatabase fresh() {
        NewDatabases.assumeBinariesOf("PostgreSQL");
        return kept("");
    }

    @Override
    public TestDatabase prepared() {
        NewDatabases.assumeBinariesOf("PostgreSQL");
        return kept(" template " + Template.NAME);
    }

    private static TestDatabase kept(String from) {
        return LAST.keep(made(NewDatabases.next(), from));
    }

    private static TestDatabase made(String name, String from) {
        database(OWNER).execute("create database " + name + from);
        return database(name);
    }

    @Override
    public TestDatabase readOnly(TestDatabase database) {
        String reader = "reader_" + database.name();
        database.execute(
                "create user " + reader + " password 'read'",
                "grant select on all tables in schema public to " + reader);
        return database.withUser(reader, "read");
    }

    @Override
    public TestDatabase impatient(TestDatabase database) {
        // Nobody limits the waiting by default, and who does so has asked for it.
        return database;
    }

    @Override
    public void killConnections(TestDatabase database) {
        database(OWNER)
                .execute("select pg_terminate_backend(pid) from pg_stat_activity where datname = '" + database.name()
                        + "'");
    }

    private static TestDatabase database(String name) {
        return new TestDatabase("jdbc:postgresql://localhost:" + Running.SERVER.getPort() + "/" + name, OWNER, OWNER);
    }

    private static final class Template {
        static final String NAME =
                NewDatabases.prepare(made(NewDatabases.TEMPLATE, "")).name();
    }

    private static final class Running {
        static final EmbeddedPostgres SERVER = start();

        private static EmbeddedPostgres start() {
            try {
                // The tests end clients, never the machine: nothing has to reach the disk.
                return EmbeddedPostgres.builder()
                        .setServerConfig("fsync", "off")
                        .setServerConfig("full_page_writes", "off")
                        .setDataDirectoryCustomizer(Running::askForPasswords)
                        .start();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        /** Everybody but the owner has to give a password. */
        private static void askForPasswords(File data) {
            try {
                Files.write(
                        data.toPath().resolve("pg_hba.conf"),
                        List.of(
                                "local all all trust",
                                "host all " + OWNER + " localhost trust",
                                "host all all localhost scram-sha-256"));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
