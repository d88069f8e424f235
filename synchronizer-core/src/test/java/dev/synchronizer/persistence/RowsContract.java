package dev.synchronizer.persistence;

import static dev.synchronizer.persistence.Rows.inModule;
import static dev.synchronizer.persistence.Rows.module;
import static dev.synchronizer.persistence.Rows.property;
import static dev.synchronizer.persistence.Rows.type;
import static dev.synchronizer.persistence.Rows.withGuid;
import static org.assertj.core.api.Assertions.assertThat;

import dev.synchronizer.annotation.DataType;
import dev.synchronizer.databases.TestServer;
import dev.synchronizer.model.ModuleModel;
import dev.synchronizer.model.Origin;
import dev.synchronizer.model.PropertyModel;
import dev.synchronizer.model.PropertyType;
import dev.synchronizer.model.SettingKey;
import dev.synchronizer.model.SettingOverride;
import dev.synchronizer.model.SettingValue;
import dev.synchronizer.model.Settings;
import dev.synchronizer.model.StoredModel;
import dev.synchronizer.model.StoredModule;
import dev.synchronizer.model.StoredProperty;
import dev.synchronizer.model.StoredType;
import dev.synchronizer.model.TypeModel;
import dev.synchronizer.store.ChangeRecord;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TimeZone;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

abstract class RowsContract extends PreparedStoreTests {
    /** On this morning, clocks in Berlin leave out the hour from two to three. */
    private static final Instant SKIPPED_IN_BERLIN = Instant.parse("2026-03-29T02:30:00.123456Z");

    RowsContract(TestServer server) {
        super(server);
    }

    @Test
    void allThatIsReadIsOfTheMomentAtWhichReadingBegan() {
        new Rows().insert(Rows.type(1, "Article")).writeTo(store);
        long number = store.changeNumber();
        store.reading(reads -> {
            assertThat(reads.changeNumber()).isEqualTo(number);
            new Rows().insert(Rows.type(2, "News")).writeTo(store);
            store.inTransaction(transaction -> {
                transaction.saveOverrides(List.of(new SettingOverride(
                        1, null, "displayName", SettingValue.of("Mine"), "ann", Instant.EPOCH, null)));
                return transaction.log(List.of(ChangeRecord.ofRun(1, Instant.EPOCH, "ann")));
            });

            assertThat(reads.load().types()).extracting(StoredType::name).containsExactly("Article");
            assertThat(reads.overrides(1)).isEmpty();
            assertThat(reads.type("News")).isEmpty();
            assertThat(reads.changesAfter(number, 10)).isEmpty();
            return number;
        });
        assertThat(store.changeNumber()).isGreaterThan(number);
        assertThat(store.load().overrides()).hasSize(1);
    }

    @Test
    void everythingComesBackAsItWasWritten() {
        StoredModule module = new StoredModule(
                new ModuleModel("acme-site", "2.3.0-ä", List.of(typeModel())), "0123456789abcdef0123456789abcdef");
        StoredType article = new StoredType(
                1,
                UUID.fromString("f81d4fae-7dec-11d0-a765-00a0c91e6bf6"),
                "Article",
                "com.acme.Article",
                "acme-site",
                Origin.CODE,
                true,
                SKIPPED_IN_BERLIN,
                List.of(
                        new StoredProperty(2, "teaser", "LIST<STRING>", Origin.CODE, false, null),
                        new StoredProperty(3, "title", "TEXT", Origin.ADMIN, true, SKIPPED_IN_BERLIN)));
        StoredType custom =
                new StoredType(9, new UUID(-1, -1), "Custom", null, null, Origin.ADMIN, false, null, List.of());
        new Rows().save(module).insert(custom, article).writeTo(store);
        assertThat(store.load()).isEqualTo(new StoredModel(1, List.of(module), List.of(article, custom)));
    }

    private static TypeModel typeModel() {
        Settings settings = Settings.of(Map.of(SettingKey.DISPLAY_NAME, SettingValue.of("Artikel 😀 “x”")));
        PropertyModel teaser = new PropertyModel("teaser", PropertyType.list(DataType.STRING), "com.acme.Article")
                .withSettings(settings);
        return new TypeModel(
                "Article",
                "com.acme.Article",
                null,
                settings,
                List.of(teaser),
                List.of("News"),
                List.of("CT303"),
                List.of("com.acme.Page"),
                List.of());
    }

    @Test
    void momentsAreExactWhateverTheTimeZone() {
        TimeZone before = TimeZone.getDefault();
        try {
            TimeZone.setDefault(TimeZone.getTimeZone("Europe/Berlin"));
            new Rows().insert(orphaned(SKIPPED_IN_BERLIN)).writeTo(store);
            assertThat(store.load().types()).containsExactly(orphaned(SKIPPED_IN_BERLIN));
            TimeZone.setDefault(TimeZone.getTimeZone("Asia/Kolkata"));
            assertThat(store.load().types()).containsExactly(orphaned(SKIPPED_IN_BERLIN));
        } finally {
            TimeZone.setDefault(before);
        }
    }

    @Test
    void nanosecondsAreCutOff() {
        new Rows()
                .insert(orphaned(Instant.parse("2026-01-01T00:00:00.123456999Z")))
                .writeTo(store);
        assertThat(store.load().types()).containsExactly(orphaned(Instant.parse("2026-01-01T00:00:00.123456Z")));
    }

    private static StoredType orphaned(Instant since) {
        return new StoredType(1, new UUID(1, 1), "Old", "com.acme.Old", null, Origin.CODE, false, since, List.of());
    }

    @Test
    void typeNamesThatDifferInCaseOnlyAreTwo() {
        new Rows()
                .insert(type(1, "Article"), type(2, "ARTICLE"), type(3, "article"))
                .writeTo(store);
        assertThat(store.load().types()).extracting(StoredType::name).containsExactly("ARTICLE", "Article", "article");
    }

    @Test
    void everyGuidThatMayBeDeclaredIsKept() {
        StoredType odd = withGuid(type(1, "Odd"), UUID.fromString("189c6082-da52-e6b2-78b3-6bea80783fbb"));
        new Rows().insert(odd).writeTo(store);
        assertThat(store.load().types()).containsExactly(odd);
    }

    @Test
    void typesSwapNamesAndGuids() {
        StoredType one = type(1, "One");
        StoredType two = type(2, "Two");
        new Rows().insert(one, two).writeTo(store);
        List<StoredType> swapped = List.of(withGuid(type(2, "One"), one.guid()), withGuid(type(1, "Two"), two.guid()));
        new Rows().update(swapped.get(0), swapped.get(1)).writeTo(store);
        assertThat(store.load().types()).isEqualTo(swapped);
    }

    @Test
    void typesPassTheirNamesOnInAChainToANewOne() {
        new Rows().insert(type(1, "A"), type(2, "B"), type(3, "C")).writeTo(store);
        new Rows()
                .delete(type(3, "C"))
                .update(type(1, "B"), type(2, "C"))
                .insert(withGuid(type(4, "A"), new UUID(1, 3)))
                .writeTo(store);
        assertThat(store.load().types())
                .containsExactly(withGuid(type(4, "A"), new UUID(1, 3)), type(1, "B"), type(2, "C"));
    }

    @Test
    void propertiesOfATypeSwapNamesAndThoseOfOthersAreNotInTheWay() {
        new Rows()
                .insert(type(1, "A", property(2, "x"), property(3, "y")), type(4, "B", property(5, "x")))
                .writeTo(store);
        new Rows()
                .update(1, property(2, "y"))
                .update(1, property(3, "x"))
                .update(4, property(5, "y"))
                .writeTo(store);
        assertThat(store.load().types())
                .containsExactly(type(1, "A", property(3, "x"), property(2, "y")), type(4, "B", property(5, "y")));
    }

    @Test
    void aPropertyTakesTheNameOfADeletedOneAndANewOneTakesIts() {
        new Rows().insert(type(1, "A", property(2, "x"), property(3, "y"))).writeTo(store);
        new Rows()
                .delete(2)
                .update(1, property(3, "x"))
                .insert(1, property(4, "y"))
                .writeTo(store);
        assertThat(store.load().types()).containsExactly(type(1, "A", property(3, "x"), property(4, "y")));
    }

    @Test
    void deletedTypesGoWithTheirProperties() {
        StoredType gone = type(1, "Gone", property(2, "x"));
        StoredType kept = type(3, "Kept", property(4, "x"));
        new Rows().insert(gone, kept).writeTo(store);
        new Rows().delete(gone).writeTo(store);
        assertThat(store.load().types()).containsExactly(kept);
    }

    @Test
    void aTypeMovesToANewModuleWhileItsFormerOneIsDeleted() {
        new Rows()
                .save(module("old", "1.0"))
                .insert(inModule(type(1, "A"), "old"))
                .writeTo(store);
        new Rows()
                .save(module("new", "1.0"))
                .update(inModule(type(1, "A"), "new"))
                .deleteModule("old")
                .writeTo(store);
        assertThat(store.load())
                .isEqualTo(new StoredModel(2, List.of(module("new", "1.0")), List.of(inModule(type(1, "A"), "new"))));
    }

    @Test
    void aSavedModuleReplacesItsFormerSelf() {
        new Rows().save(module("site", "1.0"), module("blog", "3")).writeTo(store);
        new Rows().save(module("site", "1.1"), module("shop", "2")).writeTo(store);
        assertThat(store.load().modules())
                .containsExactly(module("blog", "3"), module("shop", "2"), module("site", "1.1"));
    }

    @Test
    void anUpdatedTypeKeepsItsProperties() {
        new Rows().insert(type(1, "A", property(2, "x"))).writeTo(store);
        new Rows().update(type(1, "B")).writeTo(store);
        assertThat(store.load().types()).containsExactly(type(1, "B", property(2, "x")));
    }

    @Test
    void tenThousandTypesTakeTwentyBatchesAndEachIsReported() {
        Watched watched = new Watched(database.dataSource());
        List<String> progress = new ArrayList<>();
        Rows rows = new Rows()
                .insert(LongStream.rangeClosed(1, 10_000)
                        .mapToObj(id -> type(id, "Type" + id))
                        .toList());
        try (JdbcStore watchedStore = new JdbcStore(watched.dataSource())) {
            watchedStore.inTransaction(
                    transaction -> transaction.write(rows.changes(), (n, total) -> progress.add(n + "/" + total)));
        }
        assertThat(watched.executions().stream().filter(sql -> sql.startsWith("insert")))
                .hasSize(20);
        assertThat(watched.executions()).hasSizeLessThan(32);
        assertThat(progress).hasSize(20).startsWith("500/10000").endsWith("10000/10000");
        assertThat(store.load().types()).hasSize(10_000);
    }

    @Test
    void readingTakesAsManyStatementsForManyTypesAsForNone() {
        int statements = statementsOfLoading();
        new Rows().insert(type(1, "A", property(2, "x")), type(3, "B")).writeTo(store);
        assertThat(statementsOfLoading()).isEqualTo(statements);
    }

    private int statementsOfLoading() {
        Watched watched = new Watched(database.dataSource());
        new JdbcStore(watched.dataSource()).load();
        return watched.executions().size();
    }
}
