package dev.synchronizer.behaviour;

import static dev.synchronizer.behaviour.Validated.validator;
import static org.assertj.core.api.Assertions.assertThat;

import dev.synchronizer.content.ExaminedItem;
import dev.synchronizer.content.Item;
import dev.synchronizer.content.ItemQuery;
import dev.synchronizer.content.NewItem;
import dev.synchronizer.databases.TestDatabase;
import dev.synchronizer.persistence.Watched;
import dev.synchronizer.problem.FindingSeverity;
import dev.synchronizer.saving.SaveValidator;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;

/** What is kept of many items takes no statement for each of them (G3). */
class G3ManyFindingsTest {
    private static final int NOTES = 40;
    /** The first page is a short one. */
    private static final int PAGES = 2;

    @TempDir
    Path folder;

    private static SaveValidator odd() {
        return validator("odd", (item, findings) -> {
            if (!item.subject().name().equals("Fine")) {
                findings.report(FindingSeverity.ERROR, "it is odd");
            }
        });
    }

    private static long askedForFindings(Watched watched) {
        return watched.executions().stream()
                .filter(sql -> sql.contains("from ct_finding"))
                .count();
    }

    @OnEveryDatabase
    void whatIsKeptIsReadForWholePages(Product product) {
        TestDatabase database = product.freshDatabase();
        Watched watched = new Watched(database.dataSource());
        try (Validated site = Validated.start(
                database,
                folder,
                builder -> builder.dataSource(watched.dataSource()).saveValidator(odd()))) {
            List<Item> notes = new ArrayList<>();
            for (int number = 1; number <= NOTES; number++) {
                notes.add(site.items().create("Ada", NewItem.of("Note", "Odd " + number)));
            }
            site.items().create("Ada", NewItem.of("Note", "Fine"));
            long before = askedForFindings(watched);

            List<ExaminedItem> examined = new ArrayList<>();
            assertThat(site.items().validation().examine(ItemQuery.all(), examined::add, looked -> {}))
                    .isEqualTo(NOTES + 1);

            assertThat(examined).extracting(ExaminedItem::item).isEqualTo(notes);
            assertThat(examined)
                    .allSatisfy(each -> assertThat(Validated.lines(each.kept())).containsExactly("ERROR  odd"));
            assertThat(askedForFindings(watched) - before).isEqualTo(PAGES);
        }
    }
}
