package dev.synchronizer.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.synchronizer.databases.TestServer;
import dev.synchronizer.problem.ProblemCode;
import dev.synchronizer.store.ContentReads;
import dev.synchronizer.store.ContentTransaction;
import dev.synchronizer.store.ItemFilter;
import dev.synchronizer.store.StoredItem;
import dev.synchronizer.store.StoredReads;
import dev.synchronizer.value.StoredValue;
import dev.synchronizer.value.ValueColumn;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Items and values are kept, changed and deleted, all or nothing. */
abstract class ContentContract extends ContentTests {
    ContentContract(TestServer server) {
        super(server);
    }

    @Test
    void itemsComeBackAsTheyWereWritten() {
        StoredItem child = inBin(below(item(2, PAGE), 1), 1);
        insert(List.of(item(1, ARTICLE), child));

        assertThat(stored(2)).contains(child);
        assertThat(stored(3)).isEmpty();
        assertThat(map(content -> content.items(List.of(id(2), id(3), id(1)))).values())
                .containsExactly(item(1, ARTICLE), child);
        assertThat(map(content -> content.names(Set.of(id(1), id(2)))))
                .isEqualTo(Map.of(id(1), "item 1", id(2), "item 2"));
    }

    @Test
    void itemsAreWrittenAnew() {
        insert(List.of(item(1, ARTICLE), item(2, ARTICLE)));
        StoredItem changed = inBin(below(item(2, PAGE), 1), 2);
        write(content -> content.updateItems(List.of(changed)));
        assertThat(stored(2)).contains(changed);
        assertThat(stored(1)).contains(item(1, ARTICLE));
    }

    @Test
    void idsAreSortedByTheirBytesOnEveryDatabase() {
        List<UUID> ids = List.of(
                new UUID(0, 1),
                new UUID(0, -1),
                new UUID(0x7fffffffffffffffL, 0),
                new UUID(Long.MIN_VALUE, 5),
                new UUID(-1, Long.MAX_VALUE),
                new UUID(-1, -1));
        StoredItem item = item(1, ARTICLE);
        for (UUID id : ids) {
            insert(List.of(
                    new StoredItem(id, ARTICLE, "x", null, 1, item.createdAt(), "ann", item.savedAt(), "ann", null)));
        }
        assertThat(list(content -> List.copyOf(content.items(ids).keySet()))).isEqualTo(ids);
        assertThat(list(content -> content.page(ItemFilter.ALL, null, 10)))
                .extracting(StoredItem::id)
                .isEqualTo(ids);
    }

    @Test
    void valuesAreInsertedReplacedAndDeletedByItemPropertyAndLanguage() {
        insert(
                List.of(item(1, ARTICLE), item(2, ARTICLE)),
                text(1, TITLE, "", "a"),
                text(1, TITLE, "de", "b"),
                text(2, TITLE, "de", "c"));
        StoredValue long1 = document(1, TITLE, "de", Map.of(TEXT, 2));
        write(content -> {
            content.saveValues(List.of(long1, text(2, BODY, "", "new")));
            content.deleteValues(List.of(text(2, TITLE, "de", "whatever"), text(2, TITLE, "fr", "not there")));
        });
        assertThat(list(content -> content.values(List.of(id(2), id(1)))))
                .containsExactly(text(1, TITLE, "", "a"), long1, text(2, BODY, "", "new"));
    }

    @Test
    void partsOfDocumentsAreReplacedWithThem() {
        insert(
                List.of(item(1, ARTICLE)),
                document(1, BODY, "", Map.of(TEXT, 3, LINK, 1)),
                document(1, BODY, "de", Map.of()));
        StoredValue other = document(1, BODY, "", Map.of(LINK, 7));
        write(content -> content.saveValues(List.of(other)));
        assertThat(valuesOf(1)).containsExactly(other, document(1, BODY, "de", Map.of()));

        write(content -> content.saveValues(List.of(text(1, BODY, "", "a text"))));
        write(content -> content.deleteValues(List.of(other)));
        assertThat(list(content -> content.countValues(List.of(LINK, TEXT)))).isEmpty();
    }

    @Test
    void valuesAreUpdatedWhereTheyStandWithWhatIsSaidOfTheirParts() {
        StoredValue before = document(1, BODY, "", Map.of(TEXT, 3, LINK, 1));
        StoredValue number = value(1, TITLE, "", ValueColumn.WHOLE, 1L);
        StoredValue other = text(1, TITLE, "de", "b");
        insert(List.of(item(1, ARTICLE)), before, number, other);

        StoredValue after = document(1, BODY, "", Map.of(LINK, 7));
        StoredValue text = text(1, TITLE, "", "a");
        write(content -> content.updateValues(List.of(after, text, text(1, TITLE, "fr", "not there"))));

        assertThat(valuesOf(1)).containsExactlyInAnyOrder(after, text, other);
        assertThat(list(content -> content.countValues(List.of(LINK, TEXT))))
                .containsExactly(new ContentReads.ValueCount(LINK, "", 7));
    }

    @Test
    void itemsGoWithAllOfTheirValues() {
        insert(
                List.of(item(1, ARTICLE), below(item(2, ARTICLE), 1)),
                text(1, TITLE, "", "a"),
                document(2, BODY, "", Map.of(TEXT, 3)));
        write(content -> content.deleteItems(List.of(id(2), id(1))));
        assertThat(list(content -> content.values(List.of(id(1), id(2))))).isEmpty();
        assertThat(stored(1)).isEmpty();
        assertThat(list(content -> content.countValues(List.of(TEXT, TITLE)))).isEmpty();
    }

    @Test
    void anItemThatOthersStandBelowCannotBeDeletedBeforeThem() {
        insert(List.of(item(1, ARTICLE), below(item(2, ARTICLE), 1)));
        assertThat(problemOf(() -> write(content -> content.deleteItems(List.of(id(1)))))
                        .code())
                .isEqualTo(ProblemCode.DATABASE_FAILED);
        assertThat(stored(1)).isPresent();
    }

    @Test
    void whatFailsLeavesNothing() {
        IllegalStateException failure = new IllegalStateException("veto");
        assertThatThrownBy(() -> write(content -> {
                    content.insertItems(List.of(item(1, ARTICLE)));
                    content.insertValues(List.of(text(1, TITLE, "", "a")));
                    throw failure;
                }))
                .isSameAs(failure);
        assertThat(stored(1)).isEmpty();
    }

    @Test
    void nothingCanBeDoneWithATransactionThatIsOver() {
        ContentTransaction over = store.writingContent(content -> content);
        assertThatThrownBy(() -> over.item(id(1))).isInstanceOf(IllegalStateException.class);
        ContentTransaction locked = store.inTransaction(transaction -> transaction.content());
        assertThatThrownBy(() -> locked.deleteItems(List.of(id(1)))).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void typesAreReadByTheirIdsAndByThoseOfTheirProperties() {
        assertThat(list(content -> content.types(List.of(99L, ARTICLE)))).containsExactly(ARTICLE_TYPE);
        assertThat(list(content -> content.typesOfProperties(List.of(TITLE, 99L, BODY))))
                .containsExactly(ARTICLE_TYPE);
        assertThat(list(content -> content.types(List.of()))).isEmpty();
    }

    @Test
    void contentIsReadOfTheMomentAtWhichReadingBegan() {
        insert(List.of(item(1, ARTICLE)), text(1, TITLE, "", "before"));
        List<StoredValue> values = list(content -> {
            assertThat(content.item(id(1))).isPresent();
            write(other -> {
                other.saveValues(List.of(text(1, TITLE, "", "after")));
                other.insertItems(List.of(item(2, ARTICLE)));
            });
            assertThat(content.item(id(2))).isEmpty();
            return content.values(List.of(id(1)));
        });
        assertThat(values).containsExactly(text(1, TITLE, "", "before"));
    }

    @Test
    void savingContentNeitherWaitsForTheStoresLockNorRaisesItsRevision() {
        long revision = store.load().revision();
        store.inTransaction(transaction -> {
            insert(List.of(item(1, ARTICLE)), text(1, TITLE, "", "a"));
            assertThat(transaction.content().values(List.of(id(1)))).hasSize(1);
            return true;
        });
        assertThat(store.load().revision()).isEqualTo(revision);
    }

    @Test
    void whatIsWrittenUnderTheStoresLockIsPartOfItsTransaction() {
        assertThatThrownBy(() -> store.inTransaction(transaction -> {
                    transaction.content().insertItems(List.of(item(1, ARTICLE)));
                    assertThat(transaction.content().item(id(1))).isPresent();
                    throw new IllegalStateException("veto");
                }))
                .isInstanceOf(IllegalStateException.class);
        assertThat(stored(1)).isEmpty();
    }

    @Test
    void contentKnowsTheNumberOfTheLastChange() {
        long number = store.inTransaction(transaction -> {
            long logged = transaction.log(List.of(Rows.change()));
            assertThat(transaction.content().changeNumber()).isEqualTo(logged);
            return logged;
        });
        assertThat(store.<Long>reading(StoredReads::changeNumber)).isEqualTo(number);
        write(content -> {
            assertThat(content.changeNumber()).isEqualTo(number);
            store.inTransaction(transaction -> transaction.log(List.of(Rows.change())));
            assertThat(content.changeNumber()).isEqualTo(number + 1);
        });
    }

    @Test
    void aTypeOrPropertyInUseCannotBeDeletedPastUs() {
        insert(List.of(item(1, ARTICLE)), text(1, TITLE, "", "a"), document(1, BODY, "", Map.of(TEXT, 1)));
        for (String deletion : List.of(
                "delete from ct_property where id = " + TITLE,
                "delete from ct_property where id = " + BODY,
                "delete from ct_property where id = " + TEXT,
                "delete from ct_type where id = " + ARTICLE)) {
            assertThatThrownBy(() -> database.execute(deletion))
                    .as(deletion)
                    .hasRootCauseInstanceOf(SQLException.class);
        }
        database.execute("delete from ct_property where id = " + LINK);
        assertThat(valuesOf(1)).hasSize(2);
    }
}
