package dev.synchronizer.usage;

import dev.synchronizer.databases.H2Server;
import dev.synchronizer.databases.MariaDbServer;
import dev.synchronizer.databases.PostgresServer;
import org.junit.jupiter.api.Nested;

class UsageCountingTest {
    @Nested
    class OnH2 extends UsageContract {
        OnH2() {
            super(new H2Server());
        }
    }

    @Nested
    class OnPostgreSql extends UsageContract {
        OnPostgreSql() {
            super(new PostgresServer());
        }
    }

    @Nested
    class OnMariaDb extends UsageContract {
        OnMariaDb() {
            super(new MariaDbServer());
        }
    }
}
