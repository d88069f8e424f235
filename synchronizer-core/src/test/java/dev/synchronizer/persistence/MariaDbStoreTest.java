package dev.synchronizer.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.synchronizer.databases.MariaDbServer;
import dev.synchronizer.databases.TestDatabase;
import dev.synchronizer.model.StoredProperty;
import dev.synchronizer.problem.ProblemCode;
import dev.synchronizer.value.StoredValue;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
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
    class Upgrades extends UpgradeContract {
        Upgrades() {
            super(new MariaDbServer());
        }
    }

    @Nested
    class ThirdVersion extends ThirdVersionContract {
        ThirdVersion() {
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
    class Records extends RecordsContract {
        Records() {
            super(new MariaDbServer());
        }
    }

    @Nested
    class Content extends ContentContract {
        Content() {
            super(new MariaDbServer());
        }
    }

    @Nested
    class StoredValues extends ValueContract {
        StoredValues() {
            super(new MariaDbServer());
        }
    }

    @Nested
    class ContentLocks extends ContentLockContract {
        ContentLocks() {
            super(new MariaDbServer());
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
    class TypeLocking extends PreparedStoreTests {
        TypeLocking() {
            super(new MariaDbServer());
        }

        @Test
        void manyTypesAreLockedInTheOrderOfTheirIdsThoughAnotherIndexIsSmaller() throws SQLException {
            List<Long> ids = LongStream.rangeClosed(1, 100).boxed().toList();
            Rows rows = new Rows();
            ids.forEach(id -> rows.insert(Rows.type(id, "Type" + id)));
            rows.writeTo(store);
            database.execute("analyze table ct_type");
            Watched watched = new Watched(database.dataSource());

            new JdbcStore(watched.dataSource()).inTransaction(transaction -> {
                transaction.lockTypes(ids);
                return ids;
            });

            String locking = watched.executions().stream()
                    .filter(sql -> sql.contains("from ct_type"))
                    .findFirst()
                    .orElseThrow();
            assertThat(index(locking, ids)).isEqualTo("PRIMARY");
        }

        private String index(String sql, List<Long> ids) throws SQLException {
            try (Connection connection = database.connect();
                    PreparedStatement explain = connection.prepareStatement("explain " + sql)) {
                for (int i = 1; i <= explain.getParameterMetaData().getParameterCount(); i++) {
                    explain.setLong(i, ids.get(Math.min(i, ids.size()) - 1));
                }
                try (ResultSet row = explain.executeQuery()) {
                    row.next();
                    return row.getString("key");
                }
            }
        }
    }

    @Nested
    class ContentPages extends ContentPageContract {
        ContentPages() {
            super(new MariaDbServer());
        }
    }

    @Nested
    class Usages extends UsageCountContract {
        Usages() {
            super(new MariaDbServer());
        }
    }

    @Nested
    class Findings extends FindingContract {
        Findings() {
            super(new MariaDbServer());
        }
    }

    @Nested
    class Rules extends RuleContract {
        Rules() {
            super(new MariaDbServer());
        }
    }

    @Nested
    class NodeEvents extends NodeEventContract {
        NodeEvents() {
            super(new MariaDbServer());
        }
    }

    @Nested
    class Tasks extends TaskQueueContract {
        Tasks() {
            super(new MariaDbServer());
        }
    }

    @Nested
    class StoredStamps extends StampContract {
        StoredStamps() {
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
        void aDatabaseOfAnotherCharacterSetAndUnderAStricterModeHoldsEverything() {
            String name = database.url().substring(database.url().lastIndexOf('/') + 1);
            database.execute("alter database " + name + " character set latin1");
            String mode =
                    "?sessionVariables=sql_mode='ANSI,NO_BACKSLASH_ESCAPES,TRADITIONAL',tx_isolation='SERIALIZABLE'";
            try (JdbcStore strict =
                    new JdbcStore(database.withUrl(database.url() + mode).dataSource())) {
                strict.prepare();
                Rows rows =
                        new Rows().save(Rows.module("s\uD83D\uDE00te\\", "1.0")).insert(Rows.type(1, "A"));
                rows.writeTo(strict);
                assertThat(strict.load().modules()).extracting(m -> m.name()).containsExactly("s\uD83D\uDE00te\\");
                assertThat(strict.load().types()).containsExactly(Rows.type(1, "A"));
            }
        }

        @Test
        void whichPropertiesStandInADocumentIsReadWholeWhateverLengthTheServerAllowsForJoinedTexts() {
            TestDatabase narrow = database.withUrl(database.url() + "?sessionVariables=group_concat_max_len=4");
            store.prepare();
            StoredProperty[] parts = LongStream.range(100, 400)
                    .mapToObj(id -> Rows.property(id, "p" + id))
                    .toArray(StoredProperty[]::new);
            new Rows()
                    .insert(ContentTests.ARTICLE_TYPE, Rows.type(ContentTests.TEASER, "Teaser", parts))
                    .writeTo(store);
            Map<Long, Integer> uses = LongStream.range(100, 400).boxed().collect(Collectors.toMap(id -> id, id -> 12));
            StoredValue document = ContentTests.document(1, ContentTests.BODY, "", uses);
            try (JdbcStore narrowed = new JdbcStore(narrow.dataSource())) {
                narrowed.writingContent(content -> {
                    content.insertItems(List.of(ContentTests.item(1, ContentTests.ARTICLE)));
                    content.insertValues(List.of(document));
                    return true;
                });
                List<StoredValue> streamed = new ArrayList<>();
                List<List<StoredValue>> read = narrowed.readingContent(content -> {
                    content.eachDocumentWith(List.of(150L), streamed::add);
                    return List.of(
                            content.values(List.of(ContentTests.id(1))),
                            content.valuesOf(ContentTests.BODY, null, 10),
                            content.documentsWith(150, null, 10));
                });
                assertThat(read).containsOnly(List.of(document));
                assertThat(streamed).containsExactly(document);
            }
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
