package dev.synchronizer.usage;

import dev.synchronizer.annotation.DataType;
import dev.synchronizer.databases.TestDatabase;
import dev.synchronizer.model.Origin;
import dev.synchronizer.model.PropertyType;
import dev.synchronizer.model.PropertyType.Cardinality;
import dev.synchronizer.model.SettingKey;
import dev.synchronizer.model.SettingValue;
import dev.synchronizer.model.Settings;
import dev.synchronizer.model.StoredModel;
import dev.synchronizer.model.StoredProperty;
import dev.synchronizer.model.StoredType;
import dev.synchronizer.model.Usage;
import dev.synchronizer.model.UsedItem;
import dev.synchronizer.persistence.JdbcStore;
import dev.synchronizer.persistence.Watched;
import dev.synchronizer.plan.UsageQuestions;
import dev.synchronizer.store.ContentUsage;
import dev.synchronizer.store.RowChanges;
import dev.synchronizer.store.StoredItem;
import dev.synchronizer.value.Block;
import dev.synchronizer.value.StoredForm;
import dev.synchronizer.value.StoredParts;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/** Articles with teasers, which have links, in a store of their own. */
final class UsedContent implements AutoCloseable {
    static final long ARTICLE = 1;
    static final long PAGE = 2;
    static final long TITLE = 11;
    static final long PLACE = 12;
    static final long TEASERS = 13;
    static final long ASIDES = 14;
    static final long LINKS = 31;
    static final long NUMBER = 41;

    private static final PropertyType STRING = PropertyType.single(DataType.STRING);
    private static final Map<Long, PropertyType> TYPES = Map.of(
            TITLE,
            STRING,
            PLACE,
            STRING,
            TEASERS,
            listOf("Teaser"),
            ASIDES,
            listOf("Teaser"),
            LINKS,
            listOf("Link"),
            NUMBER,
            STRING);
    private static final Map<Long, String> NAMES = Map.of(
            TITLE, "title", PLACE, "place", TEASERS, "teasers", ASIDES, "asides", LINKS, "links", NUMBER, "number");
    private static final StoredModel MODEL = new StoredModel(
            1,
            List.of(),
            List.of(
                    type(ARTICLE, "Article", TITLE, PLACE, TEASERS, ASIDES),
                    type(PAGE, "Page"),
                    type(3, "Teaser", LINKS),
                    type(4, "Link", NUMBER)));

    private final JdbcStore store;
    private final Watched watched;

    UsedContent(TestDatabase database) {
        watched = new Watched(database.dataSource());
        store = new JdbcStore(watched.dataSource());
        RowChanges rows = new RowChanges(
                MODEL.types(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of());
        store.inTransaction(transaction -> transaction.write(rows, (done, total) -> {}));
    }

    private static PropertyType listOf(String block) {
        return PropertyType.block(block).withCardinality(Cardinality.LIST);
    }

    private static StoredType type(long id, String name, Long... properties) {
        return new StoredType(
                id,
                new UUID(1, id),
                name,
                null,
                null,
                Origin.ADMIN,
                false,
                null,
                Stream.of(properties).map(UsedContent::property).toList());
    }

    private static StoredProperty property(long id) {
        PropertyType type = TYPES.get(id);
        Settings said = Settings.none().with(SettingKey.DATA_TYPE, SettingValue.of(type.toString()));
        return new StoredProperty(id, NAMES.get(id), type.storedForm(), Origin.ADMIN, false, null, said);
    }

    PropertyType typeOf(long property) {
        return TYPES.getOrDefault(property, STRING);
    }

    String nameOf(long property) {
        return NAMES.getOrDefault(property, "property" + property);
    }

    UsedItem used(long item) {
        return new UsedItem(new UUID(0, item), "article " + item);
    }

    /** So many articles, numbered from 1. */
    void articles(long count) {
        for (long item = 1; item <= count; item++) {
            insert(item, null);
        }
    }

    void inBin(long item) {
        insert(item, new StoredItem.Deleted(Instant.EPOCH, "ann", new UUID(0, item)));
    }

    private void insert(long number, StoredItem.Deleted deleted) {
        UsedItem used = used(number);
        StoredItem item = new StoredItem(
                used.id(), ARTICLE, used.name(), null, 1, Instant.EPOCH, "ann", Instant.EPOCH, "ann", deleted);
        store.writingContent(content -> {
            content.insertItems(List.of(item));
            return item;
        });
    }

    void title(long item, String language, String text) {
        save(item, TITLE, language, text);
    }

    /** A list of teasers, each of which has a list of links with such numbers, between which there are commas. */
    void teasers(long property, long item, String language, String... numbers) {
        save(
                item,
                property,
                language,
                Stream.of(numbers).map(UsedContent::teaser).toList());
    }

    private static Block teaser(String numbers) {
        List<Block> links = Stream.of(numbers.split(","))
                .filter(number -> !number.isEmpty())
                .map(number -> Block.empty().with("number", number))
                .toList();
        return Block.empty().with("links", links.isEmpty() ? null : links);
    }

    private void save(long item, long property, String language, Object value) {
        StoredParts parts = new StoredParts(MODEL);
        store.writingContent(content -> {
            content.saveValues(
                    List.of(StoredForm.toStored(used(item).id(), property, language, typeOf(property), value, parts)));
            return value;
        });
    }

    Usage count(UsageQuestions questions, ContentUsage application) {
        return store.readingContent(content -> UsageCounting.count(questions, MODEL, content, application));
    }

    /** What an action sends to the database. */
    List<String> executed(Runnable action) {
        int before = watched.executions().size();
        action.run();
        List<String> all = watched.executions();
        return all.subList(before, all.size());
    }

    @Override
    public void close() {
        store.close();
    }
}
