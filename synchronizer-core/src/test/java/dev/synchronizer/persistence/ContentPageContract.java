package dev.synchronizer.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.synchronizer.databases.TestServer;
import dev.synchronizer.store.ItemFilter;
import dev.synchronizer.store.ItemFilter.Bin;
import dev.synchronizer.store.ItemFilter.Comparison;
import dev.synchronizer.store.ItemFilter.Condition;
import dev.synchronizer.store.ItemFilter.Place;
import dev.synchronizer.store.StoredItem;
import dev.synchronizer.value.StoredValue;
import dev.synchronizer.value.ValueColumn;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Items and values are chosen, and read page by page or one by one. */
abstract class ContentPageContract extends ContentTests {
    ContentPageContract(TestServer server) {
        super(server);
    }

    @Test
    void itemsAreChosenByTypePlaceAndRecycleBin() {
        insert(List.of(
                item(1, PAGE),
                below(item(2, ARTICLE), 1),
                inBin(below(item(3, ARTICLE), 1), 3),
                inBin(item(4, ARTICLE), 4),
                below(item(5, ARTICLE), 2)));
        assertChosen(ItemFilter.ALL, 1, 2, 3, 4, 5);
        assertChosen(filter(Set.of(PAGE), Place.anywhere(), Bin.ANY), 1);
        assertChosen(filter(Set.of(PAGE, ARTICLE), Place.anywhere(), Bin.OUTSIDE), 1, 2, 5);
        assertChosen(filter(Set.of(), Place.anywhere(), Bin.INSIDE), 3, 4);
        assertChosen(filter(Set.of(), Place.below(id(1)), Bin.ANY), 2, 3);
        assertChosen(filter(Set.of(ARTICLE), Place.below(null), Bin.ANY), 4);
        assertThat(list(content -> content.children(List.of(id(2), id(1)))))
                .extracting(StoredItem::id)
                .containsExactly(id(2), id(3), id(5));
    }

    @Test
    void itemsAreCountedByTheMicrosecondInWhichTheyWereLastSaved() {
        insert(List.of(item(1, PAGE), inBin(item(2, ARTICLE), 2), savedAt(AT.plusNanos(1_000))));
        assertThat(store.<Long>readingContent(content -> content.countSavedAt(AT)))
                .isEqualTo(2);
        assertThat(store.<Long>readingContent(content -> content.countSavedAt(AT.plusNanos(1_999))))
                .isEqualTo(1);
        assertThat(store.<Long>readingContent(content -> content.countSavedAt(AT.plusSeconds(1))))
                .isZero();
    }

    private static StoredItem savedAt(Instant moment) {
        return new StoredItem(id(3), PAGE, "item 3", null, 1, AT, "ann", moment, "ann", null);
    }

    @Test
    void whatWasDeletedTogetherIsFoundByIt() {
        insert(List.of(
                inBin(item(1, PAGE), 1),
                inBin(below(item(2, ARTICLE), 1), 1),
                inBin(below(item(3, ARTICLE), 1), 3),
                item(4, ARTICLE)));
        assertThat(list(content -> content.deletedWith(id(1))))
                .extracting(StoredItem::id)
                .containsExactly(id(1), id(2));
    }

    @Test
    void itemsAreChosenByThePropertiesThatHaveAValueBeItWithinABlock() {
        insert(
                List.of(item(1, ARTICLE), item(2, ARTICLE), item(3, ARTICLE), item(4, PAGE)),
                text(1, TITLE, "", "a"),
                text(1, TITLE, "de", "a"),
                document(2, BODY, "", Map.of(TEXT, 1)),
                text(4, HEADING, "", "h"));
        assertChosen(having(TITLE), 1);
        assertChosen(having(TEXT), 2);
        assertChosen(having(LINK));
    }

    @Test
    void itemsHaveAValueOfEachOfThePropertiesThatAreAskedFor() {
        insert(
                List.of(item(1, ARTICLE), item(2, ARTICLE), item(3, ARTICLE)),
                text(1, TITLE, "", "a"),
                text(2, TITLE, "de", "a"),
                document(2, BODY, "", Map.of(TEXT, 1)),
                document(3, BODY, "", Map.of(TEXT, 1, LINK, 1)));
        assertChosen(having(TITLE, BODY), 2);
        assertChosen(having(TEXT, TITLE), 2);
        assertChosen(having(TEXT, LINK), 3);
        assertChosen(having(TEXT, LINK, TITLE));
    }

    @Test
    void itemsAreChosenByWhatTheirValuesAre() {
        insert(
                List.of(item(1, ARTICLE), item(2, ARTICLE), item(3, ARTICLE)),
                value(1, TITLE, "", ValueColumn.WHOLE, 5L),
                value(2, TITLE, "", ValueColumn.WHOLE, 7L),
                value(2, BODY, "", ValueColumn.DECIMAL, new BigDecimal("0.10")),
                value(3, BODY, "de", ValueColumn.DAY, LocalDate.of(2026, 1, 1)),
                value(3, TITLE, "", ValueColumn.FLAG, true),
                value(3, TITLE, "de", ValueColumn.IDENTIFIER, new UUID(-1, 4)),
                value(3, TITLE, "en", ValueColumn.LONG_TEXT, "a text"));
        assertChosen(where(TITLE, ValueColumn.WHOLE, Comparison.EQUAL, 7L), 2);
        assertChosen(where(TITLE, ValueColumn.WHOLE, Comparison.LESS, 7L), 1);
        assertChosen(where(TITLE, ValueColumn.WHOLE, Comparison.AT_MOST, 7L), 1, 2);
        assertChosen(where(TITLE, ValueColumn.WHOLE, Comparison.GREATER, 7L));
        assertChosen(where(TITLE, ValueColumn.WHOLE, Comparison.AT_LEAST, 6L), 2);
        assertChosen(where(BODY, ValueColumn.WHOLE, Comparison.AT_LEAST, 6L));
        assertChosen(where(BODY, ValueColumn.DECIMAL, Comparison.EQUAL, new BigDecimal("0.1")), 2);
        assertChosen(where(BODY, ValueColumn.DAY, Comparison.LESS, LocalDate.of(2026, 1, 2)), 3);
        assertChosen(where(TITLE, ValueColumn.FLAG, Comparison.EQUAL, true), 3);
        assertChosen(where(TITLE, ValueColumn.FLAG, Comparison.EQUAL, false));
        assertChosen(where(TITLE, ValueColumn.IDENTIFIER, Comparison.EQUAL, new UUID(-1, 4)), 3);
        assertChosen(where(TITLE, ValueColumn.LONG_TEXT, Comparison.EQUAL, "a text"), 3);
    }

    @Test
    void textsAreComparedByTheirCharactersWhateverTheLanguageOfTheDatabase() {
        List<String> texts = List.of("", " ", "A", "Z", "a", "a ", "a-b", "ab", "ä");
        for (int i = 0; i < texts.size(); i++) {
            insert(List.of(item(i, ARTICLE)), text(i, TITLE, "", texts.get(i)));
        }
        for (int i = 0; i < texts.size(); i++) {
            assertChosen(
                    where(TITLE, ValueColumn.SHORT_TEXT, Comparison.LESS, texts.get(i)),
                    LongStream.range(0, i).toArray());
            assertChosen(where(TITLE, ValueColumn.SHORT_TEXT, Comparison.EQUAL, texts.get(i)), i);
        }
    }

    @Test
    void everyConditionHasToBeMet() {
        insert(
                List.of(item(1, ARTICLE), item(2, ARTICLE)),
                text(1, TITLE, "", "a"),
                text(1, BODY, "", "b"),
                text(2, TITLE, "", "a"));
        ItemFilter both = new ItemFilter(
                Set.of(),
                Place.anywhere(),
                Bin.ANY,
                Set.of(),
                List.of(
                        new Condition(TITLE, ValueColumn.SHORT_TEXT, Comparison.EQUAL, "a"),
                        new Condition(BODY, ValueColumn.SHORT_TEXT, Comparison.GREATER, "a")));
        assertChosen(both, 1);
    }

    private static ItemFilter filter(Set<Long> types, Place place, Bin bin) {
        return new ItemFilter(types, place, bin, Set.of(), List.of());
    }

    private static ItemFilter having(Long... properties) {
        return new ItemFilter(Set.of(), Place.anywhere(), Bin.ANY, Set.of(properties), List.of());
    }

    private static ItemFilter where(long property, ValueColumn column, Comparison comparison, Object value) {
        Condition condition = new Condition(property, column, comparison, value);
        return new ItemFilter(Set.of(), Place.anywhere(), Bin.ANY, Set.of(), List.of(condition));
    }

    /** By pages of two. */
    private void assertChosen(ItemFilter filter, long... items) {
        List<UUID> found = new ArrayList<>();
        @Nullable UUID after = null;
        for (List<StoredItem> page = page(filter, after); !page.isEmpty(); page = page(filter, after)) {
            assertThat(page).hasSizeLessThanOrEqualTo(2);
            page.forEach(item -> found.add(item.id()));
            after = found.get(found.size() - 1);
        }
        assertThat(found)
                .isEqualTo(Arrays.stream(items).mapToObj(ContentTests::id).toList());
        assertThat(store.<Long>readingContent(content -> content.count(filter))).isEqualTo(items.length);
    }

    private List<StoredItem> page(ItemFilter filter, @Nullable UUID after) {
        return list(content -> content.page(filter, after, 2));
    }

    @Test
    void valuesOfAPropertyAreReadPageByPageInTheOrderOfItemAndLanguage() {
        List<StoredValue> values = List.of(
                text(1, TITLE, "", "1"),
                text(1, TITLE, "de", "2"),
                text(1, TITLE, "de-CH", "3"),
                text(1, TITLE, "den", "4"),
                text(2, TITLE, "de", "5"),
                text(3, TITLE, "", "6"),
                text(3, TITLE, "en", "7"));
        insert(List.of(item(1, ARTICLE), item(2, ARTICLE), item(3, ARTICLE)), values.toArray(StoredValue[]::new));
        write(content -> content.insertValues(List.of(text(2, BODY, "", "of another property"))));

        for (int size = 1; size <= 8; size++) {
            int limit = size;
            List<StoredValue> read = new ArrayList<>();
            List<StoredValue> page = list(content -> content.valuesOf(TITLE, null, limit));
            while (!page.isEmpty()) {
                read.addAll(page);
                StoredValue last = page.get(page.size() - 1);
                page = list(content -> content.valuesOf(TITLE, last, limit));
            }
            assertThat(read).isEqualTo(values);
        }
    }

    @Test
    void documentsAreReadPageByPageInTheOrderOfPropertyItemAndLanguage() {
        List<StoredValue> documents = List.of(
                document(1, TITLE, "de", Map.of(TEXT, 1)),
                document(1, TITLE, "en", Map.of(TEXT, 1, LINK, 4)),
                document(2, TITLE, "", Map.of(TEXT, 2)),
                document(1, BODY, "", Map.of(TEXT, 3)),
                document(3, BODY, "", Map.of(TEXT, 3)));
        insert(List.of(item(1, ARTICLE), item(2, ARTICLE), item(3, ARTICLE)), documents.toArray(StoredValue[]::new));
        write(content -> content.insertValues(List.of(document(2, BODY, "", Map.of(LINK, 1)))));

        for (int size = 1; size <= 6; size++) {
            int limit = size;
            List<StoredValue> read = new ArrayList<>();
            List<StoredValue> page = list(content -> content.documentsWith(TEXT, null, limit));
            while (!page.isEmpty()) {
                read.addAll(page);
                StoredValue last = page.get(page.size() - 1);
                page = list(content -> content.documentsWith(TEXT, last, limit));
            }
            assertThat(read).isEqualTo(documents);
        }
    }

    @Test
    void valuesAreToldOneByOneByOneQueryHoweverManyPropertiesTheyAreOf() {
        List<StoredValue> values = List.of(
                text(1, TITLE, "", "1"),
                text(2, TITLE, "de", "2"),
                document(1, BODY, "", Map.of(TEXT, 3)),
                text(2, HEADING, "", "3"));
        insert(List.of(item(1, ARTICLE), item(2, PAGE)), values.toArray(StoredValue[]::new));

        assertThat(told(List.of(HEADING, TITLE))).containsExactly(values.get(0), values.get(1), values.get(3));
        assertThat(told(List.of())).isEmpty();
        List<Long> many = LongStream.range(BODY, 2_000).boxed().toList();
        assertThat(told(many)).containsExactly(values.get(2), values.get(3));
    }

    private List<StoredValue> told(List<Long> properties) {
        return list(content -> {
            List<StoredValue> told = new ArrayList<>();
            content.eachValue(properties, told::add);
            return told;
        });
    }

    @Test
    void documentsAreToldOnceEach() {
        StoredValue both = document(1, BODY, "", Map.of(TEXT, 3, LINK, 1));
        StoredValue link = document(2, BODY, "", Map.of(LINK, 1));
        insert(List.of(item(1, ARTICLE), item(2, ARTICLE)), both, link, document(2, TITLE, "", Map.of()));
        assertThat(toldDocuments(List.of(TEXT, LINK))).containsExactly(both, link);
        assertThat(toldDocuments(List.of(TEXT))).containsExactly(both);
        assertThat(toldDocuments(LongStream.range(LINK, 2_000).boxed().toList()))
                .containsExactly(both, link);
    }

    private List<StoredValue> toldDocuments(List<Long> parts) {
        return list(content -> {
            List<StoredValue> told = new ArrayList<>();
            content.eachDocumentWith(parts, told::add);
            return told;
        });
    }
}
