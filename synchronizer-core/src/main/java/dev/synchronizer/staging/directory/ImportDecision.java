package dev.synchronizer.staging.directory;

import dev.synchronizer.staging.directory.DirectoryImportOptions.Decided;
import dev.synchronizer.staging.directory.KnownThings.KnownThing;
import dev.synchronizer.task.TaskKey;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Decides what an import does to a thing, by filter and mode. A pure function of what there is. */
final class ImportDecision {
    private final DirectoryImportOptions options;
    private final ItemTree tree;

    /** @param tree how items stand below each other once all is imported */
    ImportDecision(DirectoryImportOptions options, ItemTree tree) {
        this.options = options;
        this.tree = tree;
    }

    /** Of what has a file, be it in the store or not. */
    ImportStep of(IndexedFile file, @Nullable KnownThing thing) {
        String there = thing == null ? null : thing.digest();
        PlannedChange change = leftOut(file.key(), file.type(), file.path())
                .map(reason -> change(file.path(), file.key(), ImportAction.SKIP, reason))
                .orElseGet(() -> change(file, thing, options.modeAt(file.path())));
        return new ImportStep(change, file.key(), file.type(), file.digest(), there, null);
    }

    private static PlannedChange change(IndexedFile file, @Nullable KnownThing thing, Decided mode) {
        if (thing == null || thing.digest() == null) {
            return change(file.path(), file.key(), ImportAction.CREATE, "it is not there, and " + mode.by());
        }
        if (file.digest().equals(thing.digest())) {
            return change(file.path(), file.key(), ImportAction.NONE, "it is what its file says");
        }
        String how = thing.binned() ? "it is in the recycle bin" : "it is otherwise than its file";
        ImportAction action = mode.mode() == ImportMode.CREATE_ONLY ? ImportAction.SKIP : ImportAction.UPDATE;
        return change(file.path(), file.key(), action, how + ", and " + mode.by());
    }

    /** Of what is in the store and has no file. */
    ImportStep of(KnownThing thing) {
        Decided mode = options.modeAt(thing.path());
        Optional<String> leftOut = leftOut(thing.key(), thing.type(), thing.path());
        boolean goes = leftOut.isEmpty() && mode.mode() == ImportMode.CREATE_UPDATE_AND_DELETE && thing.isLiving();
        String why = thing.isLiving() ? "it has no file, and " + mode.by() : "it is not there, and has no file";
        PlannedChange change =
                change(thing.path(), thing.key(), goes ? ImportAction.DELETE : ImportAction.SKIP, leftOut.orElse(why));
        return new ImportStep(change, thing.key(), thing.type(), null, thing.digest(), null);
    }

    /** Whether a thing of the store could be deleted, had it no file. */
    boolean mayDelete(KnownThing thing) {
        return thing.isLiving()
                && options.modeAt(thing.path()).mode() == ImportMode.CREATE_UPDATE_AND_DELETE
                && leftOut(thing.key(), thing.type(), thing.path()).isEmpty();
    }

    private Optional<String> leftOut(TaskKey key, String type, String path) {
        return options.filter().leavesOut(key, type, path).or(() -> elsewhere(key));
    }

    private Optional<String> elsewhere(TaskKey key) {
        return options.filter()
                .root()
                .filter(root -> !tree.isWithin(UUID.fromString(key.id()), root))
                .map(root -> "the filter chooses items at and below " + root);
    }

    private static PlannedChange change(String path, TaskKey key, ImportAction action, String reason) {
        return new PlannedChange(path, Optional.of(key), action, reason);
    }
}
