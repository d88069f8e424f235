package dev.synchronizer.persistence;

import dev.synchronizer.databases.MariaDbServer;
import org.junit.jupiter.api.Nested;

class MariaDbStoreTest {
    @Nested
    class Schemas extends SchemaContract {
        Schemas() {
            super(new MariaDbServer());
        }
    }

    @Nested
    class StoredRows extends RowsContract {
        StoredRows() {
            super(new MariaDbServer());
        }
    }

    @Nested
    class Transactions extends TransactionContract {
        Transactions() {
            super(new MariaDbServer());
        }
    }

    @Nested
    class Failures extends FailureContract {
        Failures() {
            super(new MariaDbServer());
        }
    }
}
