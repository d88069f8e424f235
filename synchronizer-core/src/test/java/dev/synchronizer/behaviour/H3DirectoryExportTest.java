package dev.synchronizer.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import dev.synchronizer.content.Item;
import dev.synchronizer.content.ItemQuery;
import dev.synchronizer.staging.directory.DeletionLimit;
import dev.synchronizer.staging.directory.DirectoryImportOptions;
import dev.synchronizer.staging.directory.ExportReport;
import dev.synchronizer.staging.directory.ImportAction;
import dev.synchronizer.staging.directory.ImportPlan;
import dev.synchronizer.staging.directory.ImportReport;
import dev.synchronizer.staging.directory.ThingFilter;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;

/** H: what a store holds is exported to files, the same bytes whenever and wherever that is done. */
class H3DirectoryExportTest {
    @TempDir
    Path folder;

    private FolderFiles files(String name) {
        return new FolderFiles(folder.resolve(name));
    }

    private Site start(Product product) {
        return Site.start(product, FolderFiles.models(folder));
    }

    private static ExportReport export(FolderFiles files, Site site, ThingFilter filter) {
        return files.of(site).export(filter, DeletionLimit.STANDARD, exported -> {});
    }

    @OnEveryDatabase
    void twoExportsAreTheSameByteByByte(Product product) {
        try (Site site = start(product)) {
            FolderFiles.fill(site);
            ExportReport first = files("one").of(site).export();

            assertThat(files("two").of(site).export()).isEqualTo(first);
            assertThat(files("one").of(site).export()).isEqualTo(new ExportReport(0, first.written(), 0));

            assertThat(files("two").all()).isEqualTo(files("one").all());
            assertThat(files("one").all().keySet())
                    .contains(
                            "synchronizer-directory.json",
                            "definitions/shop.json",
                            "definitions/shop/note.json",
                            "overrides/article.json",
                            "overrides/article/teaser.json",
                            "rules/default-teaser.json")
                    .hasSize((int) first.written() + 1);
        }
    }

    @OnEveryDatabase
    void whatIsImportedIntoAnEmptyStoreIsExportedAsTheSameBytesOnAnyDatabase(Product product) {
        try (Site from = start(Product.H2);
                Site to = start(product)) {
            FolderFiles.fill(from);
            files("from").of(from).export();

            ImportReport report = files("from").of(to).importFrom("Eve", DirectoryImportOptions.standard());

            assertThat(report.failures()).isEmpty();
            files("to").of(to).export();
            assertThat(files("to").all()).isEqualTo(files("from").all());
            ImportPlan again = files("from").of(to).plan(DirectoryImportOptions.standard());
            assertThat(again.changes()).isEmpty();
            assertThat(again.count(ImportAction.NONE))
                    .isEqualTo(files("from").all().size() - 1L);
        }
    }

    @OnEveryDatabase
    void filesOfWhatIsGoneAreRemovedAndThoseOfOthersStay(Product product) {
        try (Site site = start(product)) {
            Item page = FolderFiles.fill(site);
            FolderFiles files = files("one");
            files.of(site).export();
            files.write("README.md", "ours");
            files.write(".git/config", "git's");
            files.write("items/note.txt", "a note");
            files.write("items/article/other.json", "{}");
            site.items().delete("Ada", page.id());
            site.synchronizer().rules().remove("Ada", "defaultTeaser");
            Map<String, String> before = files.all();

            assertThat(files.of(site).export().removed()).isEqualTo(4);

            Map<String, String> after = files.all();
            assertThat(after).hasSize(before.size() - 4).doesNotContainKey(FolderFiles.path(page));
            assertThat(after.keySet())
                    .contains("README.md", ".git/config", "items/note.txt", "items/article/other.json")
                    .doesNotContain("rules/default-teaser.json");
            assertThat(files.file("rules")).doesNotExist();
        }
    }

    @OnEveryDatabase
    void filtersChooseByKindTypeSubtreeAndPath(Product product) {
        try (Site site = start(product)) {
            Item page = FolderFiles.fill(site);
            ThingFilter all = ThingFilter.everything();

            assertThat(export(files("a"), site, all.ofKinds("ITEM")).written()).isEqualTo(4);
            assertThat(export(files("b"), site, all.ofTypes("Article")).written())
                    .isEqualTo(4);
            assertThat(export(files("c"), site, all.below(page.id())).written()).isEqualTo(3);
            assertThat(export(files("d"), site, all.including("items/*/**").excluding("**/shop"))
                            .written())
                    .isEqualTo(3);
            assertThat(files("d").all().keySet()).noneMatch(path -> path.contains("shop"));
        }
    }

    @OnEveryDatabase
    void aFilteredExportRemovesNothingThatItDoesNotChoose(Product product) {
        try (Site site = start(product)) {
            Item page = FolderFiles.fill(site);
            FolderFiles files = files("one");
            files.of(site).export();
            Item child = site.items().list(ItemQuery.all().below(page.id())).get(0);
            Item other = site.create("Article", "Other");
            files.of(site).export();
            site.items().delete("Ada", child.id());
            site.items().delete("Ada", other.id());
            site.synchronizer().rules().remove("Ada", "defaultTeaser");

            ExportReport report = export(files, site, ThingFilter.everything().below(page.id()));

            assertThat(report.removed()).isOne();
            assertThat(files.all().keySet())
                    .doesNotContain(FolderFiles.path(child))
                    .contains(FolderFiles.path(other), "rules/default-teaser.json");
        }
    }
}
