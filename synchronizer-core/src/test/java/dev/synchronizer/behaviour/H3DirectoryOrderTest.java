package dev.synchronizer.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import dev.synchronizer.annotation.ContentReference;
import dev.synchronizer.content.Item;
import dev.synchronizer.content.ItemQuery;
import dev.synchronizer.content.NewItem;
import dev.synchronizer.settings.Definition;
import dev.synchronizer.settings.NewSettings;
import dev.synchronizer.staging.directory.DirectoryImportOptions;
import dev.synchronizer.staging.directory.ImportMode;
import dev.synchronizer.staging.directory.ImportPlan;
import dev.synchronizer.staging.directory.ImportReport;
import dev.synchronizer.staging.directory.ImportedThing;
import dev.synchronizer.staging.directory.ImportedThing.Outcome;
import dev.synchronizer.store.ItemFilter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.io.TempDir;

/** H: an import puts things in the order in which they can be saved, and goes on where it was ended. */
class H3DirectoryOrderTest {
    private static final DirectoryImportOptions STANDARD = DirectoryImportOptions.standard();
    private static final DirectoryImportOptions ALL = STANDARD.in(ImportMode.CREATE_UPDATE_AND_DELETE);

    @TempDir
    Path folder;

    private FolderFiles files() {
        return new FolderFiles(folder.resolve("content"));
    }

    private Site start(Product product) {
        return Site.start(product, FolderFiles.models(folder));
    }

    private static Item refer(Site site, Item from, Item to) {
        return site.items().save("Ada", from.with("related", new ContentReference(to.id())));
    }

    @OnEveryDatabase
    void referencesInCirclesAreSavedOnceEverythingIsThere(Product product) {
        try (Site a = start(product);
                Site b = start(product)) {
            Item one = a.create("Article", "One");
            Item two = a.createBelow(one.id(), "Article", "Two");
            Item three = a.createBelow(two.id(), "Article", "Three");
            refer(a, one, two);
            refer(a, two, three);
            refer(a, three, one);
            files().of(a).export();

            assertThat(files().of(b).importFrom("Eve", STANDARD).failures()).isEmpty();

            assertThat(files().of(b).plan(STANDARD).changes()).isEmpty();
            assertThat(b.items().get(one.id()).get("related")).contains(new ContentReference(two.id()));
        }
    }

    @OnEveryDatabase
    void parentsThatChangePlacesAreMovedFromAboveToBelow(Product product) {
        try (Site a = start(product);
                Site b = start(product)) {
            Item above = a.create("Article", "Above");
            Item below = a.createBelow(above.id(), "Article", "Below");
            files().of(a).export();
            files().of(b).importFrom("Eve", STANDARD);
            a.items().move("Ada", below.id(), null);
            a.items().move("Ada", above.id(), below.id());
            files().of(a).export();

            assertThat(files().of(b).importFrom("Eve", STANDARD).failures()).isEmpty();

            assertThat(b.items().get(above.id()).parent()).isEqualTo(below.id());
        }
    }

    @OnEveryDatabase
    void aSubtreeGoesIntoTheRecycleBinAsOneAndNothingThatStaysStandsBelowIt(Product product) {
        try (Site a = start(product);
                Site b = start(product)) {
            Item top = a.create("Article", "Top");
            Item middle = a.createBelow(top.id(), "Article", "Middle");
            Item leaf = a.createBelow(middle.id(), "Article", "Leaf");
            Item moved = a.createBelow(middle.id(), "Article", "Moved");
            files().of(a).export();
            files().of(b).importFrom("Eve", STANDARD);
            a.items().move("Ada", moved.id(), null);
            a.items().delete("Ada", top.id());
            files().of(a).export();
            Item page = b.createBelow(middle.id(), "LandingPage", "Only here");

            ImportPlan kept = files().of(b).plan(ALL.at("items/landing-page", ImportMode.CREATE_ONLY));
            assertThat(kept.explain("item:" + top.id()).reason()).contains("something below it stays");
            assertThat(kept.explain("item:" + leaf.id()).action().name()).isEqualTo("DELETE");
            assertThat(files().of(b).importFrom("Eve", ALL).failures()).isEmpty();

            assertThat(b.items().list(ItemQuery.all().in(ItemFilter.Bin.INSIDE)))
                    .extracting(each -> each.id())
                    .containsExactlyInAnyOrder(top.id(), middle.id(), leaf.id(), page.id());
            b.items().restore("Eve", top.id());
            assertThat(b.items().get(leaf.id()).parent()).isEqualTo(middle.id());
        }
    }

    @OnEveryDatabase
    void whatIsMissingIsNamedAndTheRestIsImported(Product product) {
        try (Site a = start(product);
                Site b = start(product)) {
            Item one = a.create("Article", "One");
            Item two = a.createBelow(one.id(), "Article", "Two");
            Item three = a.create("Article", "Three");
            files().of(a).export();
            files().delete(FolderFiles.path(one));

            ImportReport report = files().of(b).importFrom("Eve", STANDARD);

            assertThat(report.failures()).singleElement().satisfies(thing -> {
                assertThat(thing.change().path()).isEqualTo(FolderFiles.path(two));
                assertThat(thing.outcome()).isEqualTo(Outcome.BLOCKED);
                assertThat(thing.messages().get(0)).contains("item:" + one.id());
            });
            assertThat(b.items().get(three.id()).name()).isEqualTo("Three");
        }
    }

    @OnEveryDatabase
    void anImportThatWasEndedGoesOn(Product product) {
        try (Site a = start(product);
                Site b = start(product)) {
            for (int item = 0; item < 5; item++) {
                a.create("Article", "A" + item);
            }
            files().of(a).export();
            List<ImportedThing> seen = new ArrayList<>();
            ImportPlan plan = files().of(b).plan(STANDARD);
            try {
                files().of(b).carryOut("Eve", plan, thing -> {
                    seen.add(thing);
                    if (seen.size() == 2) {
                        throw new IllegalStateException("ended");
                    }
                });
            } catch (IllegalStateException e) {
                assertThat(e).hasMessage("ended");
            }

            assertThat(files().of(b).plan(STANDARD).changes()).hasSize(3);
            assertThat(files().of(b).importFrom("Eve", STANDARD).count(Outcome.DONE))
                    .isEqualTo(3);
        }
    }

    @OnEveryDatabase
    void whatHasChangedSinceThePlanIsNotOverwritten(Product product) {
        try (Site site = start(product)) {
            Item one = site.items().create("Ada", NewItem.of("Article", "One"));
            Item two = site.items().create("Ada", NewItem.of("Article", "Two"));
            files().of(site).export();
            files().edit(FolderFiles.path(one), "\"One\"", "\"By hand\"");
            files().edit(FolderFiles.path(two), "\"Two\"", "\"By hand\"");
            ImportPlan plan = files().of(site).plan(STANDARD);
            site.items().rename("Bob", one.id(), "Meanwhile");
            files().edit(FolderFiles.path(two), "\"By hand\"", "\"By another hand\"");

            ImportReport report = files().of(site).carryOut("Eve", plan, thing -> {});

            assertThat(report.count(Outcome.CHANGED)).isEqualTo(2);
            assertThat(name(site, one.id())).isEqualTo("Meanwhile");
            assertThat(name(site, two.id())).isEqualTo("Two");
        }
    }

    private static String name(Site site, UUID id) {
        return site.items().get(id).name();
    }

    @OnEveryDatabase
    void definitionsThatNameEachOtherAreMadeOneAfterTheOther(Product product) {
        try (Site a = start(product);
                Site b = start(product)) {
            a.synchronizer().definitions().define("Ada", Definition.of("Shelf"));
            NewSettings parents = NewSettings.none().with("allowedParents", List.of("Shelf"));
            a.synchronizer().definitions().define("Ada", Definition.of("Box").withSettings(parents));
            NewSettings children = NewSettings.none().with("allowedChildren", List.of("Box"));
            a.synchronizer().definitions().define("Ada", Definition.of("Shelf").withSettings(children));
            files().of(a).export();

            assertThat(files().of(b).importFrom("Eve", STANDARD).failures()).isEmpty();

            assertThat(files().of(b).plan(STANDARD).changes()).isEmpty();
        }
    }

    @OnEveryDatabase
    void itemsThatCannotBeWithoutEachOtherAreNamed(Product product) {
        try (Site a = start(product);
                Site b = start(product)) {
            Item article = a.create("Article", "One");
            Item one = a.items().create("Ada", chapter("One", article));
            Item two = a.items().create("Ada", chapter("Two", one));
            a.items().save("Ada", one.with("next", new ContentReference(two.id())));
            files().of(a).export();

            ImportReport report = files().of(b).importFrom("Eve", STANDARD);

            assertThat(report.failures()).hasSize(2);
            assertThat(report.failures().get(0).outcome()).isEqualTo(Outcome.REFUSED);
            assertThat(String.join(" ", report.failures().get(0).messages())).contains("needs it in turn");
            assertThat(report.failures().get(1).outcome()).isEqualTo(Outcome.BLOCKED);
            assertThat(b.items().find(article.id())).isPresent();
        }
    }

    private static NewItem chapter(String name, Item next) {
        return NewItem.of("Chapter", name).with("next", new ContentReference(next.id()));
    }

    @OnEveryDatabase
    void whatIsDeletedIsDeletedFromBelowToAbove(Product product) {
        try (Site a = start(product);
                Site b = start(product)) {
            files().of(a).export();
            FolderFiles.fill(b);

            ImportReport report = files().of(b).importFrom("Eve", ALL.allowDeletes(100));

            assertThat(report.failures())
                    .allMatch(thing -> thing.change().path().startsWith("definitions/shop"));
            assertThat(b.synchronizer().rules().list()).isEmpty();
            assertThat(b.synchronizer().overrides().list()).isEmpty();
            assertThat(b.items().count(ItemQuery.all())).isZero();
        }
    }

    @OnEveryDatabase
    void nothingIsMovedBelowItselfByAFileAndAnItemThatHasNone(Product product) {
        try (Site site = start(product)) {
            Item above = site.create("Article", "Above");
            Item below = site.createBelow(above.id(), "Article", "Below");
            files().of(site).export();
            files().delete(FolderFiles.path(below));
            files().edit(FolderFiles.path(above), "\"Above\"", "\"Above\", \"parent\": \"" + below.id() + "\"");

            assertThat(ContentProblems.of(() -> files().of(site).importFrom("Eve", STANDARD)))
                    .singleElement()
                    .satisfies(problem -> {
                        assertThat(problem.subject()).isEqualTo(FolderFiles.path(above));
                        assertThat(problem.message()).contains("below itself");
                    });
            assertThat(site.items().get(above.id()).parent()).isNull();
        }
    }
}
