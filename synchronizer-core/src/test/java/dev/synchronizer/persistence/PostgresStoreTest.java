package dev.synchronizer.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.synchronizer.databases.PostgresServer;
import dev.synchronizer.problem.Problem;
import dev.synchronizer.problem.ProblemCode;
import dev.synchronizer.store.SchemaState;
import dev.synchronizer.store.SyncTransaction;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PostgresStoreTest {
    @Nested
    class Schemas extends SchemaContract {
        Schemas() {
            super(new PostgresServer());
        }
    }

    @Nested
    class Upgrades extends UpgradeContract {
        Upgrades() {
            super(new PostgresServer());
        }
    }

    @Nested
    class ThirdVersion extends ThirdVersionContract {
        ThirdVersion() {
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
    class Records extends RecordsContract {
        Records() {
            super(new PostgresServer());
        }
    }

    @Nested
    class Content extends ContentContract {
        Content() {
            super(new PostgresServer());
        }
    }

    @Nested
    class StoredValues extends ValueContract {
        StoredValues() {
            super(new PostgresServer());
        }
    }

    @Nested
    class ContentLocks extends ContentLockContract {
        ContentLocks() {
            super(new PostgresServer());
        }

        @Test
        void thoseWhoSaveContentOfOneTypeDoNotWaitForEachOther() {
            write(content -> {
                content.keepTypes(List.of(ARTICLE));
                insert(List.of(item(1, ARTICLE)), text(1, TITLE, "", "a"));
                write(other -> assertThat(other.keepTypes(List.of(ARTICLE))).containsExactly(ARTICLE));
            });
        }
    }

    @Nested
    class ContentPages extends ContentPageContract {
        ContentPages() {
            super(new PostgresServer());
        }
    }

    @Nested
    class Usages extends UsageCountContract {
        Usages() {
            super(new PostgresServer());
        }
    }

    @Nested
    class Findings extends FindingContract {
        Findings() {
            super(new PostgresServer());
        }
    }

    @Nested
    class Rules extends RuleContract {
        Rules() {
            super(new PostgresServer());
        }
    }

    @Nested
    class NodeEvents extends NodeEventContract {
        NodeEvents() {
            super(new PostgresServer());
        }
    }

    @Nested
    class Tasks extends TaskQueueContract {
        Tasks() {
            super(new PostgresServer());
        }
    }

    @Nested
    class StoredStamps extends StampContract {
        StoredStamps() {
            super(new PostgresServer());
        }
    }

    @Nested
    class Failures extends FailureContract {
        Failures() {
            super(new PostgresServer());
        }
    }

    @Nested
    class CurrentSchemas extends StoreTests {
        CurrentSchemas() {
            super(new PostgresServer());
        }

        @Test
        void theSchemaIsMadeAndFoundWhereTheConnectionsOwnSearchPathPoints() {
            database.execute("create schema site", "create schema shop");
            JdbcStore site = new JdbcStore(
                    database.withUrl(database.url() + "?currentSchema=site").dataSource());
            JdbcStore shop = new JdbcStore(
                    database.withUrl(database.url() + "?currentSchema=shop").dataSource());
            site.prepare();
            new Rows().insert(Rows.type(1, "A")).writeTo(site);
            assertThat(shop.status("key").schema()).isEqualTo(SchemaState.MISSING);
            assertThat(store.status("key").schema()).isEqualTo(SchemaState.MISSING);
            shop.prepare();
            assertThat(shop.load().types()).isEmpty();
            assertThat(site.load().types()).containsExactly(Rows.type(1, "A"));
            site.close();
        }

        @Test
        void nothingIsLeftWithTheSessionForBehindAPoolerItMayBeSomebodyElses() {
            Watched watched = new Watched(database.dataSource());
            JdbcStore pooled = new JdbcStore(watched.dataSource());
            pooled.prepare();
            new Rows().insert(Rows.type(1, "A")).writeTo(pooled);
            pooled.load();
            pooled.close();
            assertThat(watched.executions())
                    .anyMatch(sql -> sql.contains("pg_advisory_xact_lock"))
                    .noneMatch(sql -> sql.contains("pg_advisory_lock") || sql.startsWith("set session"));
        }

        @Test
        void aMakingThatFailsLeavesNothingBehind() {
            database.execute(
                    "create function refuse() returns event_trigger language plpgsql as"
                            + " $$ begin if exists (select 1 from pg_class where relname = 'ct_property') then"
                            + " raise exception 'not this one'; end if; end $$",
                    "create event trigger refusing on ddl_command_end execute function refuse()");
            assertThat(problemOf(store::prepare).message()).startsWith("not this one");
            database.execute("drop event trigger refusing");
            assertThat(store.status("key").schema()).isEqualTo(SchemaState.MISSING);
            store.prepare();
            assertThat(store.status("key").schema()).isEqualTo(SchemaState.CURRENT);
        }

        @Test
        void aSearchPathThatLeadsNowhereIsToldAndTablesOfOtherSchemasAreNotTakenForItsOwn() {
            store.prepare();
            DataSource nowhere =
                    database.withUrl(database.url() + "?currentSchema=nowhere").dataSource();
            Stream.<ThrowingCallable>of(
                            () -> new JdbcStore(nowhere).status("key"),
                            new JdbcStore(nowhere)::load,
                            new JdbcStore(nowhere)::prepare)
                    .map(StoreTests::problemOf)
                    .forEach(problem -> {
                        assertThat(problem.code()).isEqualTo(ProblemCode.CONNECTION_FAILED);
                        assertThat(problem.fix()).contains("currentSchema");
                    });
        }

        @ParameterizedTest
        @ValueSource(strings = {"lock_timeout", "statement_timeout"})
        void aLimitOfTheAdministratorsEndsTheWaitingAndIsNamed(String limit) {
            store.prepare();
            String limited = database.url() + "?options=-c%20" + limit + "=100";
            JdbcStore impatient = new JdbcStore(database.withUrl(limited).dataSource());
            Problem problem =
                    store.inTransaction(transaction -> problemOf(() -> impatient.inTransaction(SyncTransaction::load)));
            assertThat(problem.code()).isEqualTo(ProblemCode.DATABASE_TIMEOUT);
            assertThat(problem.message()).contains(limit.replace('_', ' '));
        }

        @Test
        void aServerThatOnlyReadsRefusesToWrite() {
            store.prepare();
            String readOnly = database.url() + "?options=-c%20default_transaction_read_only=on";
            try (JdbcStore standby = new JdbcStore(database.withUrl(readOnly).dataSource())) {
                assertThat(standby.load().types()).isEmpty();
                assertThat(problemOf(() -> new Rows().insert(Rows.type(1, "A")).writeTo(standby))
                                .code())
                        .isEqualTo(ProblemCode.DATABASE_READ_ONLY);
            }
        }
    }
}
