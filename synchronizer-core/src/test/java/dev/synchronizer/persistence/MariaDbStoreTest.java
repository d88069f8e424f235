package dev.synchronizer.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.synchronizer.databases.MariaDbServer;
import dev.synchronizer.problem.ProblemCode;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

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

    @Nested
    class Urls extends StoreTests {
        Urls() {
            super(new MariaDbServer());
        }

        @Test
        void aUrlWithoutADatabaseIsToldSo() {
            String url = database.url().substring(0, database.url().lastIndexOf('/') + 1);
            JdbcStore nowhere = new JdbcStore(database.withUrl(url).dataSource());
            Stream.<ThrowingCallable>of(() -> nowhere.status("key"), nowhere::load, nowhere::prepare)
                    .map(StoreTests::problemOf)
                    .forEach(problem -> {
                        assertThat(problem.code()).isEqualTo(ProblemCode.CONNECTION_FAILED);
                        assertThat(problem.message()).isEqualTo("the URL names no database of the server");
                    });
        }
    }
}
