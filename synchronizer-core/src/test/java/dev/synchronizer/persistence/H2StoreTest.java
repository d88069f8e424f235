package dev.synchronizer.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.synchronizer.databases.H2Server;
import dev.synchronizer.databases.TestDatabase;
import dev.synchronizer.store.ItemFilter;
import dev.synchronizer.store.SchemaState;
import dev.synchronizer.store.StoredItem;
import dev.synchronizer.value.StoredValue;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class H2StoreTest {
    @Nested
    class Schemas extends SchemaContract {
        Schemas() {
            super(new H2Server());
        }
    }

    @Nested
    class Upgrades extends UpgradeContract {
        Upgrades() {
            super(new H2Server());
        }
    }

    @Nested
    class ThirdVersion extends ThirdVersionContract {
        ThirdVersion() {
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
    class Records extends RecordsContract {
        Records() {
            super(new H2Server());
        }
    }

    @Nested
    class Content extends ContentContract {
        Content() {
            super(new H2Server());
        }
    }

    @Nested
    class StoredValues extends ValueContract {
        StoredValues() {
            super(new H2Server());
        }
    }

    @Nested
    class ContentLocks extends ContentLockContract {
        ContentLocks() {
            super(new H2Server());
        }
    }

    @Nested
    class ContentPages extends ContentPageContract {
        ContentPages() {
            super(new H2Server());
        }
    }

    @Nested
    class Usages extends UsageCountContract {
        Usages() {
            super(new H2Server());
        }
    }

    @Nested
    class Findings extends FindingContract {
        Findings() {
            super(new H2Server());
        }
    }

    @Nested
    class Rules extends RuleContract {
        Rules() {
            super(new H2Server());
        }
    }

    @Nested
    class NodeEvents extends NodeEventContract {
        NodeEvents() {
            super(new H2Server());
        }
    }

    @Nested
    class Tasks extends TaskQueueContract {
        Tasks() {
            super(new H2Server());
        }
    }

    @Nested
    class StoredStamps extends StampContract {
        StoredStamps() {
            super(new H2Server());
        }
    }

    @Nested
    class Failures extends FailureContract {
        Failures() {
            super(new H2Server());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH",
                ";MODE=MariaDB",
                ";DATABASE_TO_UPPER=FALSE",
                ";CASE_INSENSITIVE_IDENTIFIERS=TRUE"
            })
    void theModesOfH2MakeNoDifference(String mode) {
        TestDatabase database = new H2Server().fresh();
        try (JdbcStore store =
                new JdbcStore(database.withUrl(database.url() + mode).dataSource())) {
            assertThat(store.status("key").schema()).isEqualTo(SchemaState.MISSING);
            store.prepare();
            new Rows().insert(Rows.type(1, "A", Rows.property(2, "x"))).writeTo(store);
            assertThat(store.status("key").schema()).isEqualTo(SchemaState.CURRENT);
            assertThat(store.load().types()).containsExactly(Rows.type(1, "A", Rows.property(2, "x")));
            keepsContent(store);
        }
    }

    private static void keepsContent(JdbcStore store) {
        StoredItem item = ContentTests.item(1, 1);
        StoredValue value = ContentTests.document(1, 2, "de", Map.of(2L, 7));
        store.writingContent(content -> {
            content.keepTypes(List.of(1L));
            content.insertItems(List.of(item));
            content.insertValues(List.of(value));
            content.saveValues(List.of(value));
            long run = content.beginRuleRun(ContentTests.ruleRun("ann", List.of(), List.of()));
            assertThat(content.lockRuleRun(run)).isPresent();
            return true;
        });
        store.readingContent(content -> {
            assertThat(content.page(ItemFilter.ALL, null, 5)).containsExactly(item);
            assertThat(content.values(List.of(item.id()))).containsExactly(value);
            assertThat(content.firstItemsWith(List.of(2L), 3)).hasSize(1);
            return true;
        });
    }
}
