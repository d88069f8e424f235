package dev.synchronizer.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import dev.synchronizer.content.Item;
import dev.synchronizer.content.ItemQuery;
import dev.synchronizer.problem.Problem;
import dev.synchronizer.staging.directory.DeletionLimit;
import dev.synchronizer.staging.directory.DirectoryImportOptions;
import dev.synchronizer.staging.directory.ImportMode;
import dev.synchronizer.staging.directory.ImportPlan;
import dev.synchronizer.staging.directory.ImportReport;
import dev.synchronizer.staging.directory.ImportedThing.Outcome;
import dev.synchronizer.staging.directory.ThingFilter;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.io.TempDir;

/** H: a directory is taken for no more than it is, and what looks like a mistake deletes nothing. */
class H3DirectoryTrustTest {
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

    @Test
    void aFileThatIsALinkIsNotReadAndWrittenInItsOwnPlace() throws IOException {
        try (Site site = start(Product.H2)) {
            Item item = site.create("Article", "One");
            files().of(site).export();
            Path outside = Files.move(files().file(FolderFiles.path(item)), folder.resolve("outside.json"));
            Files.createSymbolicLink(files().file(FolderFiles.path(item)), outside);
            String before = Files.readString(outside);

            assertThat(ContentProblems.of(() -> files().of(site).plan(ALL)))
                    .singleElement()
                    .satisfies(problem -> says(problem, "CT1022", FolderFiles.path(item), "is a link"));
            site.items().rename("Ada", item.id(), "Two");
            files().of(site).export();

            assertThat(outside).hasContent(before);
            assertThat(files().file(FolderFiles.path(item))).isRegularFile().isNotEqualTo(outside);
            assertThat(Files.isSymbolicLink(files().file(FolderFiles.path(item))))
                    .isFalse();
            assertThat(files().of(site).plan(ALL).changes()).isEmpty();
        }
    }

    private static void says(Problem problem, String code, String subject, String message) {
        assertThat(problem.code().id()).isEqualTo(code);
        assertThat(problem.subject()).endsWith(subject);
        assertThat(problem.message()).contains(message);
    }

    @Test
    void aFolderThatIsALinkLeadsNobodyOutside() throws IOException {
        for (String linked : new String[] {"items", "items/article"}) {
            FolderFiles files = new FolderFiles(folder.resolve(linked.replace('/', '-')));
            try (Site site = start(Product.H2)) {
                Item item = site.create("Article", "One");
                files.of(site).export();
                Path outside = Files.move(files.file(linked), folder.resolve("outside-" + linked.replace('/', '-')));
                Files.createSymbolicLink(files.file(linked), outside);
                Map<String, String> before = FolderFiles.all(outside);

                assertThat(ContentProblems.of(() -> files.of(site).importFrom("Eve", ALL)))
                        .singleElement()
                        .satisfies(problem -> says(problem, "CT1022", linked, "is a link"));
                site.create("Article", "Two");
                assertThat(ContentProblems.of(() -> files.of(site).export()))
                        .singleElement()
                        .satisfies(problem -> says(problem, "CT1024", linked, "it is a link"));

                assertThat(FolderFiles.all(outside)).isEqualTo(before);
                assertThat(site.items().get(item.id()).name()).isEqualTo("One");
            }
        }
    }

    @Test
    @Timeout(value = 60, threadMode = ThreadMode.SEPARATE_THREAD)
    void whatIsNoRegularFileAndWhatIsTooLongIsNotRead() throws Exception {
        try (Site site = start(Product.H2)) {
            files().of(site).export();
            files().write("rules/long.json", "");
            try (RandomAccessFile file =
                    new RandomAccessFile(files().file("rules/long.json").toFile(), "rw")) {
                file.setLength((1 << 26) + 1);
            }
            assertThat(ContentProblems.of(() -> files().of(site).plan(ALL)))
                    .singleElement()
                    .satisfies(problem -> says(problem, "CT1022", "rules/long.json", "has more than 67108864 bytes"));
            files().delete("rules/long.json");
            try (ServerSocketChannel socket = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
                socket.bind(UnixDomainSocketAddress.of(files().file("rules/socket.json")));
                assertThat(ContentProblems.of(() -> files().of(site).plan(ALL)))
                        .singleElement()
                        .satisfies(problem -> says(problem, "CT1022", "rules/socket.json", "is no regular file"));
            }
        }
    }

    @OnEveryDatabase
    void whatHasAFileAgainIsNotDeleted(Product product) {
        try (Site site = start(product)) {
            Item item = site.create("Article", "One");
            files().of(site).export();
            String file = files().read(FolderFiles.path(item));
            files().delete(FolderFiles.path(item));
            ImportPlan plan = files().of(site).plan(ALL);
            assertThat(plan.changes()).hasSize(1);

            files().write(FolderFiles.path(item), file);
            ImportReport report = files().of(site).carryOut("Eve", plan, thing -> {});

            assertThat(report.count(Outcome.CHANGED)).isOne();
            assertThat(report.count(Outcome.DONE)).isZero();
            assertThat(site.items().get(item.id()).name()).isEqualTo("One");
        }
    }

    @Test
    @Timeout(value = 60, threadMode = ThreadMode.SEPARATE_THREAD)
    void aPlanWaitsForWhoeverIsWriting() throws Exception {
        try (Site site = start(Product.H2)) {
            Item item = site.create("Article", "One");
            files().of(site).export();
            String file = files().read(FolderFiles.path(item));
            FutureTask<ImportPlan> planning =
                    new FutureTask<>(() -> files().of(site).plan(ALL));
            Thread planner = new Thread(planning, "planner");
            try (FileChannel channel =
                            FileChannel.open(files().file("synchronizer-directory.json"), StandardOpenOption.WRITE);
                    FileLock writing = channel.lock(Long.MAX_VALUE - 1, 1, false)) {
                assertThat(writing.isValid()).isTrue();
                files().delete(FolderFiles.path(item));
                planner.start();
                while (planner.getState() != Thread.State.TIMED_WAITING && planner.isAlive()) {
                    Thread.onSpinWait();
                }
                files().write(FolderFiles.path(item), file);
            }

            assertThat(planning.get().changes()).isEmpty();
        }
    }

    @OnEveryDatabase
    void anExportFromAnotherStoreRemovesNothingUntilSomebodyConsents(Product product) {
        try (Site site = start(product);
                Site empty = start(product)) {
            for (int item = 0; item < 11; item++) {
                site.create("Article", "A" + item);
            }
            files().of(site).export();
            Map<String, String> before = files().all();

            assertThat(ContentProblems.of(() -> files().of(empty).export()))
                    .singleElement()
                    .satisfies(problem -> {
                        says(problem, "CT1021", "content", "11 of 11 files would be removed");
                        assertThat(problem.fix()).contains("allow 11 deletions");
                    });
            assertThat(files().all()).isEqualTo(before);

            DeletionLimit consent = DeletionLimit.STANDARD.allowing(11);
            assertThat(files().of(empty)
                            .export(ThingFilter.everything(), consent, exported -> {})
                            .removed())
                    .isEqualTo(11);
            assertThat(files().all()).containsOnlyKeys("synchronizer-directory.json");
            assertThat(site.items().count(ItemQuery.all())).isEqualTo(11);
        }
    }
}
