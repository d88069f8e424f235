package dev.synchronizer.persistence;

import dev.synchronizer.databases.TestDatabase;
import dev.synchronizer.databases.TestServer;

/** A new database with a store for each test; its tables are there already. */
abstract class PreparedStoreTests extends StoreTests {
    PreparedStoreTests(TestServer server) {
        super(server);
    }

    @Override
    TestDatabase newDatabase() {
        return server.prepared();
    }
}
