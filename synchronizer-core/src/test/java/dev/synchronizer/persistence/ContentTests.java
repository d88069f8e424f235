package dev.synchronizer.persistence;

import dev.synchronizer.databases.TestServer;
import dev.synchronizer.model.StoredType;
import dev.synchronizer.store.ContentReads;
import dev.synchronizer.store.ContentTransaction;
import dev.synchronizer.store.RuleRunRecord;
import dev.synchronizer.store.StoredItem;
import dev.synchronizer.store.StoredItem.Deleted;
import dev.synchronizer.value.StoredValue;
import dev.synchronizer.value.ValueColumn;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;

/** A store with two types of items, and one of blocks. */
abstract class ContentTests extends PreparedStoreTests {
    static final long ARTICLE = 1;
    static final long PAGE = 2;
    static final long TEASER = 3;
    static final long TITLE = 11;
    static final long BODY = 12;
    static final long HEADING = 21;
    static final long TEXT = 31;
    static final long LINK = 32;

    static final StoredType ARTICLE_TYPE =
            Rows.type(ARTICLE, "Article", Rows.property(BODY, "body"), Rows.property(TITLE, "title"));

    static final Instant AT = Instant.parse("2026-03-29T02:30:00.123456Z");

    ContentTests(TestServer server) {
        super(server);
    }

    @BeforeEach
    void prepare() {
        new Rows()
                .insert(
                        ARTICLE_TYPE,
                        Rows.type(PAGE, "Page", Rows.property(HEADING, "heading")),
                        Rows.type(TEASER, "Teaser", Rows.property(LINK, "link"), Rows.property(TEXT, "text")))
                .writeTo(store);
    }

    /** An id that sorts by its number. */
    static UUID id(long number) {
        return new UUID(0, number);
    }

    /** An application of rules of the store {@code main} that is yet to begin. */
    static RuleRunRecord ruleRun(String actor, List<String> rules, List<String> types) {
        return RuleRunRecord.of("main", actor, AT, rules, types, new TreeMap<>());
    }

    static StoredItem item(long number, long type) {
        return new StoredItem(id(number), type, "item " + number, null, 1, AT, "ann", AT, "Zoë 😀", null);
    }

    static StoredItem below(StoredItem item, long parent) {
        return with(item, id(parent), item.deleted());
    }

    /** In the recycle bin. */
    static StoredItem inBin(StoredItem item, long with) {
        return with(item, item.parent(), new Deleted(AT.plusSeconds(1), "bob", id(with)));
    }

    private static StoredItem with(StoredItem item, UUID parent, Deleted deleted) {
        return new StoredItem(
                item.id(),
                item.type(),
                item.name(),
                parent,
                item.revision(),
                item.createdAt(),
                item.createdBy(),
                item.savedAt(),
                item.savedBy(),
                deleted);
    }

    static StoredValue text(long item, long property, String language, String text) {
        return value(item, property, language, ValueColumn.SHORT_TEXT, text);
    }

    static StoredValue value(long item, long property, String language, ValueColumn column, Object value) {
        return new StoredValue(id(item), property, language, column, value, Collections.emptySortedMap());
    }

    /** A document that embeds blocks. */
    static StoredValue document(long item, long property, String language, Map<Long, Integer> parts) {
        return new StoredValue(
                id(item), property, language, ValueColumn.DOCUMENT, "{\"31\":\"x\"}", new TreeMap<>(parts));
    }

    void write(Consumer<ContentTransaction> work) {
        store.writingContent(content -> {
            work.accept(content);
            return true;
        });
    }

    void insert(List<StoredItem> items, StoredValue... values) {
        write(content -> {
            content.insertItems(items);
            content.insertValues(List.of(values));
        });
    }

    <T> List<T> list(Function<ContentReads, List<T>> reading) {
        return store.readingContent(reading);
    }

    <K, V> Map<K, V> map(Function<ContentReads, Map<K, V>> reading) {
        return store.readingContent(reading);
    }

    Optional<StoredItem> stored(long item) {
        return store.readingContent(content -> content.item(id(item)));
    }

    List<StoredValue> valuesOf(long item) {
        return list(content -> content.values(List.of(id(item))));
    }
}
