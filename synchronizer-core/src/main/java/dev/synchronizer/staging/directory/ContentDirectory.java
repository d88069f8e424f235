package dev.synchronizer.staging.directory;

import dev.synchronizer.content.StagedItems;
import dev.synchronizer.model.Actor;
import dev.synchronizer.saving.StagedSubjects;
import dev.synchronizer.store.SyncStore;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import java.util.function.Supplier;

/**
 * A directory that holds what a store does, one file for each thing: items, overrides, and the definitions and rules that
 * administrators have made. The same content makes the same bytes on any machine and any database. Safe for use by many
 * threads and processes.
 *
 * <p>What is in the way ends in a {@link dev.synchronizer.problem.ProblemsException} that holds all of it.
 */
public final class ContentDirectory {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Path root;
    private final Supplier<Map<String, StagedSubjects>> kinds;
    private final StoreListing listing;

    /** @param kinds what reads and saves things, by their kind */
    public ContentDirectory(
            Path root, SyncStore store, Supplier<Map<String, StagedSubjects>> kinds, Supplier<StagedItems> items) {
        this.root = root;
        this.kinds = kinds;
        listing = new StoreListing(store, kinds, items);
    }

    /**
     * Writes all things that a filter chooses, as of one moment, and removes the files of those that are gone. Other files
     * are not touched, and files that are the same already are not written.
     *
     * @param deletions how many files may be removed; where that is exceeded, none is, and what there is has been written
     * @param progress is told now and then how many things were exported, on the calling thread
     * @throws dev.synchronizer.problem.ProblemsException if files cannot be written, or too many would be removed; those that
     *     were written are whole
     */
    public ExportReport export(ThingFilter filter, DeletionLimit deletions, LongConsumer progress) {
        return within(() -> new Exporting(listing, root, filter, deletions, progress).run(PATIENCE));
    }

    /** The same of everything. */
    public ExportReport export() {
        return export(ThingFilter.everything(), DeletionLimit.STANDARD, exported -> {});
    }

    /**
     * Reads all files, and says what an import would do. Nothing is written.
     *
     * @throws dev.synchronizer.problem.ProblemsException if it is no such directory, or with all files that are not what they
     *     should be
     */
    public ImportPlan plan(DirectoryImportOptions options) {
        return within(() -> {
            Ground ground = new Ground(root);
            ground.requireFormat();
            FileIndex index = ground.unchanged(PATIENCE, () -> FileIndex.of(files(), options.filter()));
            return Planning.plan(listing, root, index, options);
        });
    }

    /**
     * Carries out a plan: each thing in a unit of work of its own, through the path of all saves. Where it is ended, another
     * import goes on.
     *
     * @param told is told of each thing on the calling thread
     * @throws dev.synchronizer.problem.ProblemsException if it would delete too much, and nothing was written; or if the
     *     database or the disk fails
     */
    public ImportReport carryOut(String actor, ImportPlan plan, Consumer<ImportedThing> told) {
        String who = Actor.checked(actor);
        plan.problems().throwIfErrors();
        ImportSaving saving = new ImportSaving(kinds.get(), files(), who);
        return within(() -> new ImportRun(saving, told).run(plan.steps()));
    }

    /**
     * Plans an import, and carries it out.
     *
     * @throws dev.synchronizer.problem.ProblemsException see {@link #plan} and {@link #carryOut}
     */
    public ImportReport importFrom(String actor, DirectoryImportOptions options) {
        return carryOut(actor, plan(options), thing -> {});
    }

    private DirectoryFiles files() {
        return new DirectoryFiles(root, ThingFinding.LONGEST);
    }

    private <T> T within(FolderLock.Work<T> work) {
        try {
            return work.get();
        } catch (BrokenFileException e) {
            throw DirectoryProblems.none(root, e);
        } catch (IOException e) {
            throw DirectoryProblems.failed(root, e);
        }
    }
}
