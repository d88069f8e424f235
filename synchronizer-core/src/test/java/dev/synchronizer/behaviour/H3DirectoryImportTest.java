package dev.synchronizer.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import dev.synchronizer.content.Item;
import dev.synchronizer.content.ItemQuery;
import dev.synchronizer.content.NewItem;
import dev.synchronizer.saving.SaveOrigin;
import dev.synchronizer.saving.Serves;
import dev.synchronizer.saving.SubjectKind;
import dev.synchronizer.staging.directory.DeletionLimit;
import dev.synchronizer.staging.directory.DirectoryImportOptions;
import dev.synchronizer.staging.directory.ImportAction;
import dev.synchronizer.staging.directory.ImportMode;
import dev.synchronizer.staging.directory.ImportPlan;
import dev.synchronizer.staging.directory.ImportReport;
import dev.synchronizer.staging.directory.ImportedThing.Outcome;
import dev.synchronizer.staging.directory.PlannedChange;
import dev.synchronizer.staging.directory.ThingFilter;
import dev.synchronizer.store.ItemFilter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.io.TempDir;

/** H: what files say is imported, as far as filters and modes allow it. */
class H3DirectoryImportTest {
    private static final DirectoryImportOptions STANDARD = DirectoryImportOptions.standard();
    private static final DirectoryImportOptions ALL = STANDARD.in(ImportMode.CREATE_UPDATE_AND_DELETE);

    @TempDir
    Path folder;

    private final List<SaveOrigin> origins = new ArrayList<>();
    private final Listener listener = Listener.of(
                    "listener", Serves.stores("main").kinds(SubjectKind.ITEM))
            .onSaving(event -> origins.add(event.origin()));

    private FolderFiles files() {
        return new FolderFiles(folder.resolve("content"));
    }

    private Site start(Product product) {
        return Site.start(product, FolderFiles.models(folder));
    }

    private static List<String> said(ImportPlan plan) {
        return plan.changes().stream()
                .map(change -> change.action() + " " + change.path())
                .toList();
    }

    @OnEveryDatabase
    void aFileThatWasEditedByHandComesIntoAnotherStoreByThePathOfSaves(Product product) {
        try (Site a = start(product);
                Site b = Site.start(product, builder -> builder.saveHandler(listener), FolderFiles.models(folder))) {
            Item item = a.items().create("Ada", NewItem.of("Article", "One").with("title", "First"));
            files().of(a).export();
            files().of(b).importFrom("Eve", STANDARD);
            files().edit(FolderFiles.path(item), "\"First\"", "\"By hand\"");

            ImportReport report = files().of(b).importFrom("Eve", STANDARD);

            assertThat(report.isComplete()).isTrue();
            assertThat(report.count(Outcome.DONE)).isOne();
            assertThat(b.items().get(item.id()).get("title")).contains("By hand");
            assertThat(b.items().get(item.id()).savedBy()).isEqualTo("Eve");
            assertThat(origins).hasSize(2).containsOnly(SaveOrigin.STAGING);
        }
    }

    @OnEveryDatabase
    void aPlanWritesNothingAndSaysWhatEachModeWouldDo(Product product) {
        try (Site site = start(product)) {
            Item kept = site.create("Article", "Kept");
            Item gone = site.create("Article", "Gone");
            Item edited = site.create("Article", "Edited");
            files().of(site).export();
            site.items().purge("Ada", delete(site, gone).id());
            site.items().rename("Ada", edited.id(), "Otherwise");
            Item extra = site.create("Article", "Extra");
            String[] lines = {
                "CREATE " + FolderFiles.path(gone),
                "UPDATE " + FolderFiles.path(edited),
                "DELETE " + FolderFiles.path(extra)
            };

            assertThat(said(files().of(site).plan(STANDARD.in(ImportMode.CREATE_ONLY))))
                    .containsExactly(lines[0]);
            assertThat(said(files().of(site).plan(STANDARD))).containsExactlyInAnyOrder(lines[0], lines[1]);
            ImportPlan plan = files().of(site).plan(ALL);
            assertThat(said(plan)).containsExactlyInAnyOrder(lines).endsWith(lines[2]);
            assertThat(site.items().get(extra.id()).name()).isEqualTo("Extra");
            assertThat(plan.explain(FolderFiles.path(kept)).action()).isEqualTo(ImportAction.NONE);

            assertThat(files().of(site).carryOut("Eve", plan, thing -> {}).isComplete())
                    .isTrue();
            assertThat(files().of(site).plan(ALL).changes()).isEmpty();
            assertThat(site.items().list(ItemQuery.all().in(ItemFilter.Bin.INSIDE)))
                    .extracting(each -> each.id())
                    .contains(extra.id());
        }
    }

    private static Item delete(Site site, Item item) {
        site.items().delete("Ada", item.id());
        return item;
    }

    @OnEveryDatabase
    void modesAndFiltersDecideByPathAndExplainWhatTheyDecide(Product product) {
        try (Site site = start(product)) {
            Item page = site.create("LandingPage", "Home");
            Item article = site.create("Article", "One");
            files().of(site).export();
            files().edit(FolderFiles.path(page), "\"Home\"", "\"Start\"");
            files().edit(FolderFiles.path(article), "\"One\"", "\"Two\"");
            Item extra = site.create("LandingPage", "Extra");
            DirectoryImportOptions options = STANDARD.at("items", ImportMode.CREATE_ONLY)
                    .at("items/landing-page/**", ImportMode.CREATE_UPDATE_AND_DELETE)
                    .only(ThingFilter.everything().excluding("rules"));

            ImportPlan plan = files().of(site).plan(options);

            explains(plan, "item:" + page.id(), ImportAction.UPDATE, "items/landing-page/**");
            explains(plan, FolderFiles.path(extra), ImportAction.DELETE, "items/landing-page/**");
            explains(plan, FolderFiles.path(article), ImportAction.SKIP, "items is imported by CREATE_ONLY");
            explains(plan, "rules/one.json", ImportAction.SKIP, "excludes rules");
            explains(plan, "overrides/one.json", ImportAction.SKIP, "neither a file nor anything");
            assertThat(said(plan))
                    .containsExactly("UPDATE " + FolderFiles.path(page), "DELETE " + FolderFiles.path(extra));
            ThingFilter below = ThingFilter.everything().below(article.id());
            assertThat(said(files().of(site).plan(STANDARD.only(below))))
                    .containsExactly("UPDATE " + FolderFiles.path(article));
        }
    }

    private static void explains(ImportPlan plan, String what, ImportAction action, String why) {
        PlannedChange explained = plan.explain(what);
        assertThat(explained.action()).isEqualTo(action);
        assertThat(explained.reason()).contains(why);
    }

    @OnEveryDatabase
    void aMassDeletionIsRefusedUntilSomebodyConsents(Product product) {
        try (Site site = start(product)) {
            files().of(site).export();
            for (int item = 0; item < 11; item++) {
                site.create("Article", "A" + item);
            }

            ImportPlan plan = files().of(site).plan(ALL);
            assertThat(ContentProblems.of(() -> files().of(site).carryOut("Eve", plan, thing -> {})))
                    .singleElement()
                    .satisfies(problem -> {
                        assertThat(problem.code().id()).isEqualTo("CT1021");
                        assertThat(problem.message()).contains("11 of 11");
                        assertThat(problem.fix()).contains("allow 11 deletions");
                    });
            assertThat(ContentProblems.of(() -> files().of(site).importFrom("Eve", ALL.allowDeletes(10))))
                    .hasSize(1);
            assertThat(site.items().count(ItemQuery.all())).isEqualTo(11);
            assertThat(files().of(site)
                            .plan(ALL.limiting(new DeletionLimit(11, 0, 0)))
                            .problems()
                            .isEmpty())
                    .isTrue();

            assertThat(files().of(site).importFrom("Eve", ALL.allowDeletes(11)).count(Outcome.DONE))
                    .isEqualTo(11);
            assertThat(site.items().count(ItemQuery.all())).isZero();
            assertThat(site.items().list(ItemQuery.all().in(ItemFilter.Bin.INSIDE)))
                    .hasSize(11);
        }
    }

    @OnEveryDatabase
    void brokenFilesAreAllNamedAndNothingIsWritten(Product product) {
        try (Site site = start(product)) {
            Item item = site.create("Article", "One");
            Item other = site.create("Article", "Two");
            files().of(site).export();
            files().edit(FolderFiles.path(item), "\"One\"", "\"By hand\"");
            files().write("items/article/foreign.json", "{\"a\":1}");
            files().write("rules/cut.json", "{\"key\": ");
            files().edit(FolderFiles.path(other), "\"name\"", "\"parent\": \"" + other.id() + "\", \"name\"");

            TreeMap<String, String> wrong = new TreeMap<>();
            ContentProblems.of(() -> files().of(site).importFrom("Eve", STANDARD))
                    .forEach(problem -> {
                        assertThat(problem.code().id()).isEqualTo("CT1022");
                        wrong.put(problem.subject(), problem.message());
                    });

            assertThat(wrong).hasSize(3);
            assertThat(wrong.get("items/article/foreign.json")).contains("has no state");
            assertThat(wrong.get("rules/cut.json")).contains("line 1");
            assertThat(wrong.get(FolderFiles.path(other))).contains("stands below itself");
            assertThat(site.items().get(item.id()).name()).isEqualTo("One");
            files().delete(FolderFiles.path(other));
            ThingFilter filter = ThingFilter.everything().excluding("rules").excluding("items/article/foreign.json");
            assertThat(files().of(site).importFrom("Eve", STANDARD.only(filter)).isComplete())
                    .isTrue();
            assertThat(site.items().get(item.id()).name()).isEqualTo("By hand");
        }
    }

    @OnEveryDatabase
    void aPathThatIsNoDirectoryIsNotTakenForAnEmptyOne(Product product) {
        try (Site site = start(product)) {
            files().write("README.md", "no directory");
            assertThat(ContentProblems.of(() -> files().of(site).plan(ALL)))
                    .singleElement()
                    .satisfies(problem -> assertThat(problem.code().id()).isEqualTo("CT1023"));
            files().write("synchronizer-directory.json", "{\"format\": \"synchronizer-directory/2\"}");
            assertThat(ContentProblems.of(() -> files().of(site).export()))
                    .singleElement()
                    .satisfies(problem -> assertThat(problem.message()).contains("synchronizer-directory/2"));
            FolderFiles below = new FolderFiles(files().file("README.md").resolve("below"));
            assertThat(ContentProblems.of(() -> below.of(site).export()))
                    .singleElement()
                    .satisfies(problem -> assertThat(problem.code().id()).isEqualTo("CT1024"));
        }
    }
}
