package dev.synchronizer.behaviour;

import static dev.synchronizer.behaviour.Desk.refused;
import static dev.synchronizer.behaviour.ImportLines.deletedWith;
import static dev.synchronizer.behaviour.ImportLines.export;
import static dev.synchronizer.behaviour.ImportLines.id;
import static dev.synchronizer.behaviour.ImportLines.importInto;
import static dev.synchronizer.behaviour.ImportLines.page;
import static dev.synchronizer.behaviour.ImportLines.revision;
import static dev.synchronizer.behaviour.ImportLines.title;
import static org.assertj.core.api.Assertions.assertThat;

import dev.synchronizer.content.Item;
import dev.synchronizer.content.NewItem;
import dev.synchronizer.problem.Problem;
import dev.synchronizer.problem.ProblemCode;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.io.TempDir;

/** Who has read an item notices when an import has made another one of it: its revision rises with whatever saves it. */
class ImportedRevisionsTest {
    @TempDir
    Path folder;

    private Site start(Product product) {
        return Site.start(product, ImportLines.models(folder));
    }

    @OnEveryDatabase
    void nothingElseComesInUnderTheSameRevision(Product product) {
        try (Site site = start(product)) {
            Item read = site.items()
                    .create("Ada", NewItem.of("Page", "A").with("title", "T").with("number", 1));
            String exported = export(site);

            Problem problem = refused(() -> importInto(site, exported.replace("\"T\"", "\"Other\"")))
                    .get(0);

            assertThat(problem.code()).isEqualTo(ProblemCode.IMPORT_CONFLICT);
            assertThat(problem.message())
                    .startsWith("the item there is otherwise than the line, and both are revision 1: Ada saved that");
            assertThat(problem.fix()).isEqualTo("leave the line out, or give it a higher revision or none");
            assertThat(refused(
                            () -> importInto(site, exported.replace("\"createdBy\":\"Ada\"", "\"createdBy\":\"Eve\""))))
                    .extracting(Problem::code)
                    .containsExactly(ProblemCode.IMPORT_CONFLICT);
            assertThat(importInto(site, exported).unchanged()).isEqualTo(1);
            assertThat(site.items().get(read.id())).isEqualTo(read);
        }
    }

    @OnEveryDatabase
    void aLineThatNamesNoRevisionIsASaveAsAnyOther(Product product) {
        try (Site site = start(product)) {
            importInto(site, page(1, title("T"), "'createdAt':'2026-01-31T12:00:00Z','createdBy':'Eve'"));
            Item read = site.items().get(id(1));
            String line = page(1, title("Other"));

            assertThat(importInto(site, line).replaced()).isEqualTo(1);

            Item saved = site.items().get(id(1));
            assertThat(saved.revision()).isEqualTo(2);
            assertThat(saved.get("title")).contains("Other");
            assertThat(saved.createdBy()).isEqualTo("Eve");
            assertThat(saved.createdAt()).isEqualTo(read.createdAt());
            assertThat(saved.savedBy()).isEqualTo("Importer");
            assertThat(saved.savedAt()).isAfter(read.savedAt());
            assertThat(refused(() -> site.items().save("Ada", read.with("number", 1))))
                    .extracting(Problem::code)
                    .containsExactly(ProblemCode.ITEM_CHANGED);
            assertThat(importInto(site, line).unchanged())
                    .as("the same file again")
                    .isEqualTo(1);
            assertThat(site.items().get(id(1))).isEqualTo(saved);
        }
    }

    @OnEveryDatabase
    void whatIsKeptOfAnItemBesideWhatItSaysDoesNotMakeItAnotherOne(Product product) {
        try (Site site = start(product)) {
            importInto(site, page(1, title("T")));
            site.database().execute("update ct_item set findings = 2, checksum = 7");

            assertThat(importInto(site, page(1, title("T"))).unchanged()).isEqualTo(1);
            assertThat(importInto(site, export(site)).unchanged()).isEqualTo(1);

            assertThat(site.items().get(id(1)).revision()).isEqualTo(1);
        }
    }

    @OnEveryDatabase
    void aHigherRevisionReplacesAndKeepsWhatTheLineLeavesOpen(Product product) {
        try (Site site = start(product)) {
            importInto(site, page(1, title("T"), "'createdBy':'Eve'"));
            String line = page(1, revision(7), title("Other"), "'savedBy':'Bob','savedAt':'2026-01-31T12:00:00Z'");

            importInto(site, line);

            Item saved = site.items().get(id(1));
            assertThat(saved.revision()).isEqualTo(7);
            assertThat(saved.createdBy()).isEqualTo("Eve");
            assertThat(saved.savedBy()).isEqualTo("Bob");
            assertThat(saved.savedAt()).hasToString("2026-01-31T12:00:00Z");
            assertThat(importInto(site, line).unchanged()).isEqualTo(1);
        }
    }

    @OnEveryDatabase
    void theRecycleBinHasNoPartInIt(Product product) {
        try (Site site = start(product)) {
            importInto(site, page(1, title("T")));
            String living = export(site);

            assertThat(importInto(site, page(1, title("T"), deletedWith(1))).replaced())
                    .isEqualTo(1);
            assertThat(site.items().get(id(1)).revision()).isEqualTo(1);
            assertThat(importInto(site, living).replaced()).isEqualTo(1);
            assertThat(export(site)).isEqualTo(living);
        }
    }

    @OnEveryDatabase
    void anotherTypeUnderTheSameIdIsAConflict(Product product) {
        Path models =
                Site.jar(folder, "1.0", "@ContentType public class Page {}", "@ContentType public class Other {}");
        try (Site site = Site.start(product, models)) {
            UUID other = site.create("Other", "O").id();

            assertThat(refused(() -> importInto(site, page(1).replace(id(1).toString(), other.toString()))))
                    .extracting(Problem::message)
                    .containsExactly("the item there is of the type Other");
        }
    }
}
