package dev.synchronizer.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import dev.synchronizer.content.Item;
import dev.synchronizer.content.NewItem;
import dev.synchronizer.model.Address;
import dev.synchronizer.settings.NewSettings;
import dev.synchronizer.settings.RevertScope;
import dev.synchronizer.staging.Resolution;
import dev.synchronizer.staging.StagedTask;
import dev.synchronizer.staging.Staging;
import dev.synchronizer.staging.Subtree;
import dev.synchronizer.store.DeliveryState;
import dev.synchronizer.task.ConflictPolicy;
import dev.synchronizer.task.RunSummary;
import dev.synchronizer.task.ServerChannel;
import dev.synchronizer.task.TaskKey;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.io.TempDir;

/** H: a directory is told changes as a server is. */
class H3DirectoryTargetTest {
    @TempDir
    Path folder;

    private FolderFiles files() {
        return new FolderFiles(folder.resolve("content"));
    }

    private Site start(Product product) {
        Site site = Site.start(product, FolderFiles.models(folder));
        staging(site).servers().save("Ada", ServerChannel.target("files", "dir:" + files().root()));
        return site;
    }

    private static Staging staging(Site site) {
        return site.synchronizer().staging();
    }

    private static RunSummary run(Site site) {
        return staging(site).runAll("files", result -> {});
    }

    private static List<StagedTask> tasks(Site site, DeliveryState... states) {
        return staging(site).tasks(Optional.of("files"), Set.of(states), 0, 100);
    }

    @OnEveryDatabase
    void whatIsToldIsWhatAnExportWouldWrite(Product product) {
        try (Site site = start(product)) {
            Item page = FolderFiles.fill(site);
            run(site);
            Item child = site.createBelow(page.id(), "Article", "Child");
            site.items().rename("Bob", child.id(), "Renamed");
            site.synchronizer()
                    .overrides()
                    .set(
                            "Ada",
                            Address.parse("Article.teaser"),
                            NewSettings.none().with("order", 4));
            site.synchronizer().overrides().revert("Ada", RevertScope.at(Address.parse("Article..icon")));
            site.items().delete("Ada", site.create("Article", "Soon gone").id());
            run(site);
            assertThat(tasks(site).stream().filter(task -> task.delivery().waiting()))
                    .isEmpty();

            Map<String, String> told = files().all();
            assertThat(files().of(site).export().written()).isZero();
            assertThat(files().all()).isEqualTo(told);
            assertThat(told).containsKey("synchronizer-identity.json").doesNotContainKey("overrides/article.json");
            assertThat(staging(site).test("files")).isEqualTo(staging(site).test("files"));

            site.items().delete("Ada", page.id());
            run(site);
            assertThat(files().all()).doesNotContainKey(FolderFiles.path(child));
            site.items().restore("Ada", page.id());
            run(site);
            assertThat(files().all()).isEqualTo(told);
        }
    }

    @OnEveryDatabase
    void whatWasEditedByHandIsNotOverwrittenUntilSomebodyDecides(Product product) {
        try (Site site = start(product)) {
            Item item = site.items()
                    .create(
                            "Ada",
                            NewItem.of("Article", "One").with("title", "a").with("teaser", "b"));
            run(site);
            files().edit(FolderFiles.path(item), "\"a\"", "\"by hand\"");
            Item saved = site.items().save("Ada", item.with("title", "c"));

            assertThat(run(site).count(DeliveryState.CONFLICT)).isOne();

            assertThat(files().read(FolderFiles.path(item))).contains("by hand");
            StagedTask task = tasks(site, DeliveryState.CONFLICT).get(0);
            assertThat(task.answer().orElseThrow().clashes())
                    .extracting(clash -> clash.place() + " " + clash.there().orElse(""))
                    .containsExactly("values.title \"by hand\"");
            staging(site).resolve(task.task().id(), "files", Resolution.OURS);
            assertThat(files().read(FolderFiles.path(item))).contains("\"c\"").doesNotContain("by hand");

            files().write(FolderFiles.path(item), "<<<<<<< mine");
            site.items().save("Ada", saved.with("title", "d"));
            assertThat(run(site).count(DeliveryState.CONFLICT)).isOne();
            assertThat(files().read(FolderFiles.path(item))).isEqualTo("<<<<<<< mine");
        }
    }

    @OnEveryDatabase
    void whereTheNewestWinsAnEditByHandIsKeptOrShown(Product product) {
        try (Site site = start(product)) {
            ServerChannel newest = staging(site).servers().get("files").on(ConflictPolicy.NEWEST);
            staging(site).servers().save("Ada", newest);
            Item item = site.items()
                    .create(
                            "Ada",
                            NewItem.of("Article", "One").with("title", "a").with("teaser", "b"));
            run(site);
            files().edit(FolderFiles.path(item), "\"b\"", "\"by hand\"");
            Item saved = site.items().save("Ada", item.with("title", "c"));
            run(site);

            assertThat(files().read(FolderFiles.path(item))).contains("by hand").contains("\"c\"");

            files().edit(FolderFiles.path(item), "\"c\"", "\"by hand too\"");
            site.items().save("Ada", saved.with("title", "d"));
            assertThat(run(site).count(DeliveryState.CONFLICT)).isOne();
            assertThat(files().read(FolderFiles.path(item))).contains("by hand too");
        }
    }

    @OnEveryDatabase
    void aRepeatedTaskWritesNothing(Product product) {
        try (Site site = start(product)) {
            Item item = site.create("Article", "One");
            run(site);
            files().write("items/keep.txt", "");
            Map<String, String> before = files().all();
            staging(site).enqueue("Ada", List.of(TaskKey.item(item.id())), Optional.empty());

            assertThat(run(site).count(DeliveryState.DONE)).isOne();

            assertThat(files().all()).isEqualTo(before);
        }
    }

    @OnEveryDatabase
    void aDirectoryThatCannotBeWrittenLosesNothingAndIsNamed(Product product) {
        try (Site site = start(product)) {
            Item item = site.create("Article", "One");
            files().write("items", "in the way");

            assertThat(run(site).count(DeliveryState.RETRY)).isOne();

            StagedTask task = tasks(site, DeliveryState.RETRY).get(0);
            assertThat(task.answer().orElseThrow().messages().get(0))
                    .contains(files().file("items").toString())
                    .contains("cannot be written");
            assertThat(files().all().keySet()).noneMatch(path -> path.contains("unfinished"));
            files().delete("items");
            assertThat(staging(site).run(task.task().id(), "files").isDone()).isTrue();
            assertThat(files().all()).containsKey(FolderFiles.path(item));
        }
    }

    @OnEveryDatabase
    void aDirectoryThatIsNotThereIsNotMadeAnewInItsPlace(Product product) {
        try (Site site = start(product)) {
            site.create("Article", "One");
            run(site);
            String identity = staging(site).test("files");
            staging(site)
                    .servers()
                    .save(
                            "Ada",
                            ServerChannel.target("files", "dir:" + folder.resolve("other"))
                                    .known(identity));
            site.create("Article", "Two");

            assertThat(run(site).count(DeliveryState.RETRY)).isOne();

            assertThat(folder.resolve("other")).doesNotExist();
        }
    }

    @OnEveryDatabase
    void aCompleteSubtreeRemovesTheFilesOfWhatIsNotInIt(Product product) {
        try (Site site = start(product)) {
            Item page = site.create("LandingPage", "Home");
            Item child = site.createBelow(page.id(), "Article", "Child");
            run(site);
            String extra = UUID.randomUUID().toString();
            String path = "items/article/" + extra.substring(34) + "/" + extra + ".json";
            files().write(
                            path,
                            files().read(FolderFiles.path(child))
                                    .replace(child.id().toString(), extra));

            staging(site).enqueueSubtree("Ada", page.id(), Subtree.INCREMENTAL, Optional.empty());
            run(site);
            assertThat(files().all()).containsKey(path);
            staging(site).enqueueSubtree("Ada", page.id(), Subtree.COMPLETE, Optional.empty());
            run(site);

            assertThat(files().all()).doesNotContainKey(path).containsKey(FolderFiles.path(child));
            assertThat(tasks(site).stream().filter(task -> task.delivery().waiting()))
                    .isEmpty();
        }
    }
}
