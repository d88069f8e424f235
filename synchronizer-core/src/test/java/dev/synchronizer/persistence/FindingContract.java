package dev.synchronizer.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.synchronizer.databases.TestServer;
import dev.synchronizer.store.ItemFilter;
import dev.synchronizer.store.StoredFinding;
import dev.synchronizer.store.StoredItem;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** What validators found is kept beside the items, and what items were sealed with in their rows. */
abstract class FindingContract extends ContentTests {
    FindingContract(TestServer server) {
        super(server);
    }

    @Test
    void findingsComeBackInTheOrderInWhichTheyWereFoundAndAreCountedInTheItemsRow() {
        StoredFinding first = finding(2, "ERROR", "too long: ä😀");
        StoredFinding second = new StoredFinding(id(2), "a", "WARNING", "", "", "x".repeat(20_000), AT);
        StoredFinding other = finding(1, "ERROR", "no");
        insert(List.of(item(1, ARTICLE), item(2, ARTICLE), item(3, ARTICLE)));

        write(content -> content.replaceFindings(List.of(id(2), id(1)), List.of(first, other, second)));

        assertThat(list(content -> content.findings(List.of(id(3), id(2), id(1)))))
                .containsExactly(other, first, second);
        assertThat(list(content -> content.page(ItemFilter.ALL, null, 9)))
                .extracting(StoredItem::findings)
                .containsExactly(1, 2, 0);
        assertThat(map(content -> content.countFindings())).isEqualTo(Map.of("ERROR", 2L, "WARNING", 1L));
    }

    @Test
    void findingsAreReplacedForTheseItemsAloneAndGoWhereThereAreNoneAnyMore() {
        insert(List.of(item(1, ARTICLE), item(2, ARTICLE), item(3, ARTICLE)));
        replace(
                List.of(id(1), id(2), id(3)),
                finding(1, "ERROR", "a"),
                finding(2, "ERROR", "b"),
                finding(3, "ERROR", "c"));

        StoredFinding later = finding(1, "WARNING", "d");
        replace(List.of(id(1), id(2)), later);

        assertThat(list(content -> content.findings(List.of(id(1), id(2), id(3)))))
                .containsExactly(later, finding(3, "ERROR", "c"));
        assertThat(stored(2)).get().extracting(StoredItem::findings).isEqualTo(0);
    }

    @Test
    void anItemThatIsWrittenAnewKeepsItsFindingsAndTheirNumber() {
        insert(List.of(item(1, ARTICLE)));
        replace(List.of(id(1)), finding(1, "ERROR", "a"), finding(1, "ERROR", "b"));

        write(content -> content.updateItems(List.of(item(1, ARTICLE))));

        assertThat(stored(1)).get().extracting(StoredItem::findings).isEqualTo(2);
        write(content -> assertThat(content.lockItems(List.of(id(1))))
                .extracting(StoredItem::findings)
                .containsExactly(2));
    }

    @Test
    void findingsGoWithTheirItem() {
        insert(List.of(item(1, ARTICLE)));
        replace(List.of(id(1)), finding(1, "ERROR", "a"));
        write(content -> content.deleteItems(List.of(id(1))));
        assertThat(map(content -> content.countFindings())).isEmpty();
    }

    @Test
    void whatOneValidatorFoundIsTakenAwayAndTheRestIsCounted() {
        insert(List.of(item(1, ARTICLE), item(2, ARTICLE)));
        StoredFinding other = new StoredFinding(id(1), "länge", "ERROR", "", "", "no", AT);
        replace(List.of(id(1), id(2)), finding(1, "ERROR", "a"), other, finding(2, "ERROR", "b"));

        write(content -> {
            assertThat(content.foundBy("Länge", null, 1)).containsExactly(id(1));
            assertThat(content.foundBy("Länge", id(1), 2)).containsExactly(id(2));
            assertThat(content.lockForFindings(List.of(id(2), id(1)), false)).containsExactly(id(1), id(2));
            content.deleteFindings("Länge", List.of(id(1), id(2)));
            assertThat(content.foundBy("Länge", null, 1)).isEmpty();
        });

        assertThat(list(content -> content.findings(List.of(id(1), id(2))))).containsExactly(other);
        assertThat(stored(1)).get().extracting(StoredItem::findings).isEqualTo(1);
        assertThat(stored(2)).get().extracting(StoredItem::findings).isEqualTo(0);
    }

    @Test
    void itemsWithFindingsArePagedInTheOrderOfTheirIds() {
        List<UUID> ids =
                LongStream.rangeClosed(1, 1_100).mapToObj(ContentTests::id).toList();
        insert(LongStream.rangeClosed(1, 1_101).mapToObj(i -> item(i, ARTICLE)).toList());
        StoredFinding[] findings = LongStream.rangeClosed(1, 1_100)
                .mapToObj(i -> finding(i, "ERROR", "no"))
                .toArray(StoredFinding[]::new);
        replace(ids, findings);

        assertThat(list(content -> content.pageOfFindings(null, 2_000)))
                .extracting(StoredItem::id)
                .isEqualTo(ids);
        assertThat(list(content -> content.pageOfFindings(id(600), 2)))
                .extracting(StoredItem::id)
                .containsExactly(id(601), id(602));
        assertThat(list(content -> content.findings(ids))).hasSize(1_100);
    }

    @Test
    void itemsAreSealedAndLoseTheSealWithWhatChangesTheirRow() {
        StoredItem sealed = item(1, ARTICLE).withChecksum(Long.MIN_VALUE);
        insert(List.of(sealed, item(2, ARTICLE)));
        assertThat(stored(1)).contains(sealed);
        assertThat(stored(2)).get().extracting(StoredItem::checksum).isNull();

        StoredItem saved = sealed.saved("other", null, AT, "bob");
        write(content -> content.updateItems(List.of(saved, item(2, ARTICLE).withChecksum(7L))));

        assertThat(List.of(saved, sealed.below(id(2)), sealed.withDeleted(null)))
                .extracting(StoredItem::checksum)
                .containsOnlyNulls();
        assertThat(stored(1)).contains(saved);
        assertThat(stored(2)).contains(item(2, ARTICLE).withChecksum(7L));
    }

    private void replace(List<UUID> items, StoredFinding... findings) {
        write(content -> content.replaceFindings(items, List.of(findings)));
    }

    private static StoredFinding finding(long item, String severity, String message) {
        return new StoredFinding(id(item), "Länge", severity, "body[2].text", "de", message, AT);
    }
}
