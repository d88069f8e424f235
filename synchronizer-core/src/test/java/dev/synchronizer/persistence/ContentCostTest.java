package dev.synchronizer.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.synchronizer.databases.H2Server;
import dev.synchronizer.store.StoredItem;
import dev.synchronizer.value.StoredValue;
import java.util.List;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** How many times an item's saving and loading go to the database and back. */
class ContentCostTest extends ContentTests {
    private static final List<StoredValue> TWENTY = LongStream.range(0, 20)
            .mapToObj(i -> text(1, TITLE, "x-%02d".formatted(i), "value " + i))
            .toList();

    ContentCostTest() {
        super(new H2Server());
    }

    @Test
    void loadingAnItemTakesAQueryForItAndOneForAllOfItsValues() {
        insert(List.of(item(1, ARTICLE)), TWENTY.toArray(StoredValue[]::new));
        Watched watched = new Watched(database.dataSource());
        JdbcStore node = new JdbcStore(watched.dataSource());

        assertThat(node.<List<StoredValue>>readingContent(content -> {
                    assertThat(content.item(id(1))).isPresent();
                    return content.values(List.of(id(1)));
                }))
                .isEqualTo(TWENTY);

        assertThat(watched.executions())
                .satisfiesExactly(
                        sql -> assertThat(sql).contains("ct_state"),
                        sql -> assertThat(sql).contains("from ct_item"),
                        sql -> assertThat(sql).contains("from ct_value"));
    }

    @Test
    void savingAnItemSendsItsValuesInOneBatchAndNeverTouchesTheStoresLock() {
        insert(List.of(item(1, ARTICLE)));
        Watched watched = new Watched(database.dataSource());
        JdbcStore node = new JdbcStore(watched.dataSource());
        node.writingContent(content -> content.changeNumber());
        int before = watched.executions().size();

        node.writingContent(content -> {
            content.keepTypes(List.of(ARTICLE));
            content.state();
            StoredItem item = content.lockItems(List.of(id(1))).get(0);
            List<UUID> ids = List.of(item.id());
            assertThat(content.values(ids)).isEmpty();
            content.updateItems(List.of(item));
            content.insertValues(TWENTY);
            content.updateValues(TWENTY);
            content.saveValues(TWENTY);
            return true;
        });

        List<String> sent =
                watched.executions().subList(before, watched.executions().size());
        assertThat(sent)
                .satisfiesExactly(
                        sql -> assertThat(sql).startsWith("select id from ct_type"),
                        sql -> assertThat(sql)
                                .contains("ct_state")
                                .contains("remote_until")
                                .doesNotContain("for update"),
                        sql -> assertThat(sql).contains("from ct_item").contains("for update"),
                        sql -> assertThat(sql).contains("from ct_value"),
                        sql -> assertThat(sql).startsWith("update ct_item"),
                        sql -> assertThat(sql).startsWith("insert into ct_value"),
                        sql -> assertThat(sql).startsWith("update ct_value"),
                        sql -> assertThat(sql).startsWith("delete from ct_value"),
                        sql -> assertThat(sql).startsWith("insert into ct_value"));
    }
}
