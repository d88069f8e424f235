package dev.synchronizer.persistence;

import dev.synchronizer.databases.PostgresServer;
import org.junit.jupiter.api.Nested;

class PostgresStoreTest {
    @Nested
    class Schemas extends SchemaContract {
        Schemas() {
            super(new PostgresServer());
        }
    }

    @Nested
    class StoredRows extends RowsContract {
        StoredRows() {
            super(new PostgresServer());
        }
    }

    @Nested
    class Transactions extends TransactionContract {
        Transactions() {
            super(new PostgresServer());
        }
    }

    @Nested
    class Failures extends FailureContract {
        Failures() {
            super(new PostgresServer());
        }
    }
}
