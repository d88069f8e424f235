package dev.synchronizer.behaviour;

import dev.synchronizer.databases.H2Server;
import dev.synchronizer.databases.MariaDbServer;
import dev.synchronizer.databases.PostgresServer;
import dev.synchronizer.databases.TestDatabase;
import dev.synchronizer.databases.TestServer;

/** The databases on which every promise holds (I4). */
enum Product {
    H2(new H2Server()),
    POSTGRESQL(new PostgresServer()),
    MARIADB(new MariaDbServer());

    private final TestServer server;

    Product(TestServer server) {
        this.server = server;
    }

    TestServer server() {
        return server;
    }

    /** A new database, in which the library has made its tables and nothing else. */
    TestDatabase freshDatabase() {
        return server.prepared();
    }

    /** A new database in which there is nothing at all. */
    TestDatabase emptyDatabase() {
        return server.fresh();
    }
}
