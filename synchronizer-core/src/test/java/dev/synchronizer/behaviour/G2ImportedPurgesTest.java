package dev.synchronizer.behaviour;

import static dev.synchronizer.behaviour.ImportLines.id;
import static dev.synchronizer.behaviour.ImportLines.importInto;
import static dev.synchronizer.behaviour.ImportLines.linesOf;
import static dev.synchronizer.behaviour.ImportLines.page;
import static dev.synchronizer.behaviour.ImportLines.revision;
import static dev.synchronizer.behaviour.ImportLines.title;
import static dev.synchronizer.behaviour.NestedBatches.assertSound;
import static dev.synchronizer.behaviour.NestedBatches.before;
import static dev.synchronizer.behaviour.NestedBatches.refusedImport;
import static dev.synchronizer.behaviour.NestedBatches.titled;
import static dev.synchronizer.behaviour.Sources.property;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.synchronizer.content.Item;
import dev.synchronizer.content.Items;
import dev.synchronizer.content.StaleRevisionException;
import dev.synchronizer.problem.Problem;
import dev.synchronizer.saving.SaveOperation;
import dev.synchronizer.saving.Serves;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.io.TempDir;

/** Lines whose items a handler of the same import has purged (G). */
class G2ImportedPurgesTest {
    @TempDir
    Path folder;

    /** Something is done with the second page before the first one is made. */
    private static Listener first(Consumer<Items> deed) {
        return before(SaveOperation.CREATE, "N1", (event, items) -> deed.accept(items));
    }

    private static Listener purging() {
        return first(items -> {
            items.delete("handler", id(2));
            items.purge("handler", id(2));
        });
    }

    @OnEveryDatabase
    void anItemThatIsMadeAnewTakesNoRevisionThatWasTaken(Product product) {
        try (Site site = NestedBatches.start(product, folder, purging())) {
            importInto(site, page(2, title("there")));
            Item read = titled(site.items(), id(2), "newer");

            importInto(site, page(1), page(2, title("other")));

            assertThat(site.items().get(id(2)).revision()).isEqualTo(3);
            assertThatThrownBy(() -> site.items().save("Ada", read.with("title", "mine")))
                    .isInstanceOf(StaleRevisionException.class);
            assertSound(site);
        }
    }

    @OnEveryDatabase
    void aLineOverWhichSomebodyElseHasSavedIsAConflictStill(Product product) {
        try (Site site = NestedBatches.start(product, folder, purging())) {
            importInto(site, page(2, title("there")));
            titled(site.items(), id(2), "newer");

            for (String line : List.of(page(2, revision(1), title("there")), page(2, revision(2), title("other")))) {
                assertThat(linesOf(refusedImport(() -> importInto(site, page(1), line))))
                        .containsExactly("line 2 IMPORT_CONFLICT");
            }
            assertThat(site.items().get(id(2)).get("title")).contains("newer");
        }
    }

    @OnEveryDatabase
    void ofWhatIsNotSealedNobodyKnowsWhetherALineChangesIt(Product product) {
        for (Listener handler : List.of(purging(), first(items -> items.delete("handler", id(2))))) {
            try (Site site = NestedBatches.start(product, folder, builder -> builder.strict(false), handler)) {
                importInto(site, page(2, title("there")));
                String there = ImportLines.export(site).strip();
                site.database().execute("update ct_item set checksum = null");

                for (String line : List.of(there, page(2, title("there")))) {
                    List<Problem> problems = refusedImport(() -> importInto(site, page(1), line));

                    assertThat(linesOf(problems)).containsExactly("line 2 IMPORT_CONFLICT");
                    assertThat(problems.get(0).message()).contains("had no seal");
                }
                assertThat(importInto(site, page(1), page(2, revision(2), title("other")))
                                .left())
                        .isZero();
                assertThat(site.items().get(id(2)).get("title")).contains("other");
            }
        }
    }

    /** Nobody looks at pages, whose values are not read where one is purged out of the recycle bin. */
    @OnEveryDatabase
    void aLineOfAnItemThatIsPurgedOutOfTheBinIsHeldAgainstWhatWasThereToo(Product product) {
        Path models = Site.jar(
                folder,
                "1.0",
                "@ContentType public class Page {" + property("String", "title") + "}",
                "@ContentType public class Book {" + property("String", "title") + "}");
        Listener handler = Listener.of(
                        "nested", Serves.stores("main").types("Book").operations(SaveOperation.CREATE))
                .onSaving(event -> event.via(Items.class).purge("handler", id(2)));
        String book = page(1).replace("\"Page\"", "\"Book\"");
        try (Site site = Site.start(product, builder -> builder.saveHandler(handler), models)) {
            importInto(site, page(2, title("there")));
            site.items().delete("Ada", id(2));
            String there = ImportLines.export(site).strip();

            String other = there.replace("\"there\"", "\"other\"");
            String empty = there.replaceAll("\"values\":\\{.*}}?", "\"values\":{}}");
            for (String line : List.of(other, empty)) {
                assertThat(linesOf(refusedImport(() -> importInto(site, book, line))))
                        .as(line)
                        .containsExactly("line 2 IMPORT_CONFLICT");
            }
            assertThat(importInto(site, book, there).unchanged()).isEqualTo(1);
            assertThat(site.items().find(id(2))).isEmpty();
        }
    }
}
