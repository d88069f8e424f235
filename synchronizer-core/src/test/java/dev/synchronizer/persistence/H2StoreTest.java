package dev.synchronizer.persistence;

import dev.synchronizer.databases.H2Server;
import org.junit.jupiter.api.Nested;

class H2StoreTest {
    @Nested
    class Schemas extends SchemaContract {
        Schemas() {
            super(new H2Server());
        }
    }

    @Nested
    class StoredRows extends RowsContract {
        StoredRows() {
            super(new H2Server());
        }
    }

    @Nested
    class Transactions extends TransactionContract {
        Transactions() {
            super(new H2Server());
        }
    }

    @Nested
    class Failures extends FailureContract {
        Failures() {
            super(new H2Server());
        }
    }
}
