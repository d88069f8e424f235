package dev.synchronizer.behaviour;

import static dev.synchronizer.behaviour.ImportLines.below;
import static dev.synchronizer.behaviour.ImportLines.id;
import static dev.synchronizer.behaviour.ImportLines.importInto;
import static dev.synchronizer.behaviour.ImportLines.importWhatCanBe;
import static dev.synchronizer.behaviour.ImportLines.linesOf;
import static dev.synchronizer.behaviour.ImportLines.page;
import static dev.synchronizer.behaviour.ImportLines.refersTo;
import static dev.synchronizer.behaviour.ImportLines.revision;
import static dev.synchronizer.behaviour.ImportLines.title;
import static dev.synchronizer.behaviour.ImportLines.values;
import static dev.synchronizer.behaviour.NestedBatches.assertSound;
import static dev.synchronizer.behaviour.NestedBatches.before;
import static dev.synchronizer.behaviour.NestedBatches.refusedImport;
import static dev.synchronizer.behaviour.NestedBatches.saving;
import static dev.synchronizer.behaviour.NestedBatches.titled;
import static org.assertj.core.api.Assertions.assertThat;

import dev.synchronizer.content.Item;
import dev.synchronizer.content.ItemQuery;
import dev.synchronizer.content.Items;
import dev.synchronizer.problem.Problem;
import dev.synchronizer.saving.SaveOperation;
import dev.synchronizer.saving.SaveOrigin;
import dev.synchronizer.saving.Serves;
import dev.synchronizer.transfer.ImportReport;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.io.TempDir;

/** Imports whose handlers save items of other lines (G). */
class G2ImportedBatchesTest {
    @TempDir
    Path folder;

    @OnEveryDatabase
    void theItemOfAnEarlierLineIsSavedOnceMore(Product product) {
        for (boolean continued : List.of(false, true)) {
            try (Site site = NestedBatches.start(product, folder, saving(2, 1))) {
                String[] lines = {page(1, title("file")), page(2), page(3)};

                ImportReport report = continued ? importWhatCanBe(site, lines) : importInto(site, lines);

                assertThat(report.created()).isEqualTo(3);
                Item first = site.items().get(id(1));
                assertThat(first.get("title")).contains("nested");
                assertThat(first.revision()).isEqualTo(2);
                assertSound(site);
            }
        }
    }

    @OnEveryDatabase
    void theLineOfAnItemThatAHandlerHasSavedBeforeIsNoConflict(Product product) {
        for (String line : List.of(page(2, title("file")), page(2, revision(2), title("file")))) {
            try (Site site = NestedBatches.start(product, folder, saving(1, 2))) {
                importInto(site, page(2, title("old")));

                ImportReport report = importInto(site, page(1), line);

                assertThat(report.created()).isEqualTo(1);
                assertThat(report.replaced()).isEqualTo(1);
                Item second = site.items().get(id(2));
                assertThat(second.get("title")).contains("file");
                assertThat(second.revision())
                        .as("no revision stands for two states")
                        .isEqualTo(3);
                assertSound(site);
            }
        }
    }

    @OnEveryDatabase
    void aLineThatChangesNothingLeavesWhatAHandlerHasSaved(Product product) {
        try (Site site = NestedBatches.start(product, folder, saving(1, 2))) {
            importInto(site, page(2, title("old")));
            String there = ImportLines.export(site).strip();

            ImportReport report = importInto(site, page(1), there);

            assertThat(report.unchanged()).isEqualTo(1);
            assertThat(site.items().get(id(2)).get("title")).contains("nested");
            assertSound(site);
        }
    }

    @OnEveryDatabase
    void norDoesItWhereTheItemWasNotSealedOrWasSealedOtherwise(Product product) {
        for (String seal : List.of("null", "checksum + 1")) {
            try (Site site = NestedBatches.start(product, folder, builder -> builder.strict(false), saving(1, 2))) {
                importInto(site, page(2, title("old")));
                String there = ImportLines.export(site).strip();
                site.database().execute("update ct_item set checksum = " + seal);

                ImportReport report = importInto(site, page(1), there);

                assertThat(report.unchanged()).isEqualTo(1);
                assertThat(site.items().get(id(2)).get("title")).contains("nested");
            }
        }
    }

    @OnEveryDatabase
    void aLineOverWhichSomebodyElseHasSavedIsAConflictStill(Product product) {
        try (Site site = NestedBatches.start(product, folder, saving(1, 2))) {
            importInto(site, page(2, title("old")));

            List<Problem> problems =
                    refusedImport(() -> importInto(site, page(1), page(2, revision(1), title("file"))));

            assertThat(linesOf(problems)).containsExactly("line 2 IMPORT_CONFLICT");
        }
    }

    @OnEveryDatabase
    void whatARuleSetsInABatchDoesNotWriteOverWhatHandlersSave(Product product) {
        Listener handler = Listener.of("nested", Serves.stores("main").operations(SaveOperation.UPDATE))
                .onSaving(event -> {
                    if (event.origin() == SaveOrigin.RULE
                            && event.subject().name().equals("N1")) {
                        titled(event.via(Items.class), id(2), "nested");
                    }
                });
        try (Site site = NestedBatches.start(product, folder, handler)) {
            KeptRules.in(site).add("numbers", "!has(item.number)", "set number=7");

            importInto(site, page(1), page(2, title("file")));

            Item second = site.items().get(id(2));
            assertThat(second.get("title")).contains("nested");
            assertThat(second.get("number")).hasToString("Optional[7]");
            assertSound(site);
        }
    }

    @OnEveryDatabase
    void whatIsReadInAnImportIsAsIfLinesWereSavedOneByOne(Product product) {
        AtomicReference<Object> read = new AtomicReference<>();
        Listener handler = before(SaveOperation.CREATE, "N3", (event, items) -> read.set(items.count(ItemQuery.all())));
        try (Site site = NestedBatches.start(product, folder, handler)) {

            importInto(site, page(1), page(2, values("'number':4")), page(3), page(4));

            assertThat(read.get()).isEqualTo(2L);
            assertThat(site.items().count(ItemQuery.all())).isEqualTo(4);
        }
    }

    @OnEveryDatabase
    void aLineThatChangesNothingDoesNotBringBackWhatAHandlerHasPurged(Product product) {
        Listener handler = before(SaveOperation.CREATE, "N1", (event, items) -> {
            items.delete("handler", id(2));
            items.purge("handler", id(2));
        });
        try (Site site = NestedBatches.start(product, folder, handler)) {
            importInto(site, page(2, title("there")));
            String there = ImportLines.export(site).strip();

            ImportReport report = importInto(site, page(1), there);

            assertThat(report.unchanged()).isEqualTo(1);
            assertThat(site.items().find(id(2))).isEmpty();

            handler.forget();
            importInto(site, page(2, title("there")));
            site.items().delete("Ada", id(1));
            site.items().purge("Ada", id(1));
            assertThat(importInto(site, page(1), page(2, title("other"))).created())
                    .as("one that changes something does")
                    .isEqualTo(2);
            assertSound(site);
        }
    }

    @OnEveryDatabase
    void norMayOtherLinesReferToIt(Product product) {
        Listener handler = before(SaveOperation.CREATE, "N1", (event, items) -> {
            items.delete("handler", id(2));
            items.purge("handler", id(2));
        });
        try (Site site = NestedBatches.start(product, folder, handler)) {
            importInto(site, page(2, title("there")));
            String there = ImportLines.export(site).strip();

            assertThat(linesOf(refusedImport(() -> importInto(site, page(1), there, page(3, refersTo(2))))))
                    .containsExactly("line 3 WRONG_TARGET");
            assertThat(linesOf(refusedImport(() -> importInto(site, page(1), there, page(3, below(2))))))
                    .containsExactly("line 3 WRONG_PLACE");
        }
    }
}
