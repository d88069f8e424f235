package dev.synchronizer.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.synchronizer.databases.TestServer;
import dev.synchronizer.model.UsedItem;
import dev.synchronizer.store.ContentReads;
import dev.synchronizer.store.ContentReads.ItemCount;
import dev.synchronizer.store.ContentReads.ValueCount;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How much content there is, by as many queries for thousands of types as for one. */
abstract class UsageCountContract extends ContentTests {
    /** So many that they are not named one by one. */
    private static final List<Long> MANY = LongStream.range(0, 3_000).boxed().toList();

    UsageCountContract(TestServer server) {
        super(server);
    }

    @BeforeEach
    void fill() {
        insert(
                List.of(
                        item(1, ARTICLE),
                        item(2, ARTICLE),
                        inBin(item(3, ARTICLE), 3),
                        item(4, PAGE),
                        item(5, ARTICLE)),
                text(1, TITLE, "", "a"),
                text(1, TITLE, "de", "b"),
                text(2, TITLE, "de", "c"),
                text(5, TITLE, "de", "c"),
                document(3, BODY, "", Map.of(TEXT, 3, LINK, 1)),
                document(3, BODY, "de", Map.of(TEXT, 2)),
                document(1, BODY, "", Map.of(TEXT, 4)),
                text(4, HEADING, "", "h"));
    }

    @Test
    void itemsAreCountedByTypeWithThoseInTheRecycleBin() {
        assertThat(map(content -> content.countItems(List.of(ARTICLE, TEASER))))
                .isEqualTo(Map.of(ARTICLE, new ItemCount(4, 1)));
        assertThat(map(content -> content.countItems(MANY)))
                .isEqualTo(Map.of(ARTICLE, new ItemCount(4, 1), PAGE, new ItemCount(1, 0)));
    }

    @Test
    void theFirstFewItemsOfEachTypeAreNamed() {
        assertThat(map(content -> content.firstItems(List.of(ARTICLE), 3)))
                .isEqualTo(Map.of(ARTICLE, List.of(used(1), used(2), used(3))));
        assertThat(map(content -> content.firstItems(MANY, 1)))
                .isEqualTo(Map.of(ARTICLE, List.of(used(1)), PAGE, List.of(used(4))));
    }

    @Test
    void valuesAreCountedByPropertyAndLanguageWithThoseWithinDocuments() {
        assertThat(list(content -> content.countValues(List.of(TEXT, TITLE))))
                .containsExactly(
                        new ValueCount(TITLE, "", 1),
                        new ValueCount(TITLE, "de", 3),
                        new ValueCount(TEXT, "", 7),
                        new ValueCount(TEXT, "de", 2));
        assertThat(list(content -> content.countValues(MANY)))
                .containsExactly(
                        new ValueCount(TITLE, "", 1),
                        new ValueCount(TITLE, "de", 3),
                        new ValueCount(BODY, "", 2),
                        new ValueCount(BODY, "de", 1),
                        new ValueCount(HEADING, "", 1),
                        new ValueCount(TEXT, "", 7),
                        new ValueCount(TEXT, "de", 2),
                        new ValueCount(LINK, "", 1));
    }

    @Test
    void itemsThatHoldAValueAreCountedOnceWhateverTheLanguage() {
        assertThat(map(content -> content.countItemsWith(List.of(TITLE, TEXT)))).isEqualTo(Map.of(TITLE, 3L, TEXT, 2L));
        assertThat(map(content -> content.countItemsWith(MANY)))
                .isEqualTo(Map.of(TITLE, 3L, BODY, 2L, HEADING, 1L, TEXT, 2L, LINK, 1L));
    }

    @Test
    void anItemThatHoldsAPropertyItselfAndWithinABlockIsCountedOnce() {
        write(content -> content.insertValues(
                List.of(document(1, BODY, "en", Map.of(TITLE, 1)), document(4, BODY, "en", Map.of(TITLE, 2)))));
        assertThat(map(content -> content.countItemsWith(List.of(TITLE)))).isEqualTo(Map.of(TITLE, 4L));
        assertThat(map(content -> content.firstItemsWith(List.of(TITLE), 2)))
                .isEqualTo(Map.of(TITLE, List.of(used(1), used(2))));
    }

    @Test
    void theFirstFewItemsThatHoldAValueAreNamed() {
        assertThat(map(content -> content.firstItemsWith(List.of(TITLE, TEXT), 2)))
                .isEqualTo(Map.of(TITLE, List.of(used(1), used(2)), TEXT, List.of(used(1), used(3))));
        assertThat(map(content -> content.firstItemsWith(MANY, 1)))
                .isEqualTo(Map.of(
                        TITLE, List.of(used(1)),
                        BODY, List.of(used(1)),
                        HEADING, List.of(used(4)),
                        TEXT, List.of(used(1)),
                        LINK, List.of(used(3))));
    }

    private static UsedItem used(long item) {
        return new UsedItem(id(item), "item " + item);
    }

    @Test
    void countingForThousandsCostsAsManyQueriesAsForOneAndForNothingNone() {
        for (List<Long> ids : List.of(List.of(ARTICLE), MANY)) {
            assertThat(queries(content -> content.countItems(ids))).isEqualTo(1);
            assertThat(queries(content -> content.firstItems(ids, 3))).isEqualTo(1);
            assertThat(queries(content -> content.countValues(ids))).isEqualTo(2);
            assertThat(queries(content -> content.countItemsWith(ids))).isEqualTo(1);
            assertThat(queries(content -> content.firstItemsWith(ids, 3))).isEqualTo(1);
            assertThat(queries(content -> content.eachValue(ids, value -> {}))).isEqualTo(1);
            assertThat(queries(content -> content.eachDocumentWith(ids, value -> {})))
                    .isEqualTo(1);
        }
        assertThat(queries(content -> {
                    content.countItems(List.of());
                    content.firstItems(List.of(), 3);
                    content.countValues(List.of());
                    content.countItemsWith(List.of());
                    content.firstItemsWith(List.of(), 3);
                    content.eachValue(List.of(), value -> {});
                    content.eachDocumentWith(List.of(), value -> {});
                    content.names(List.of());
                    content.values(List.of());
                }))
                .isZero();
    }

    /** How many beside that for the state. */
    private int queries(Consumer<ContentReads> reading) {
        Watched watched = new Watched(database.dataSource());
        new JdbcStore(watched.dataSource()).readingContent(content -> {
            reading.accept(content);
            return true;
        });
        return (int) watched.executions().stream()
                .filter(sql -> sql.contains("ct_") && !sql.contains("ct_state"))
                .count();
    }
}
