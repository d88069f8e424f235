package dev.synchronizer.staging.directory;

import java.io.IOException;
import java.io.Serial;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.LongConsumer;

/** One export of a store into a directory. Not thread-safe. */
final class Exporting {
    private static final int TOLD_EVERY = 500;

    private final StoreListing listing;
    private final DirectoryFiles files;
    private final ThingFilter filter;
    private final DeletionLimit deletions;
    private final LongConsumer progress;
    private final Set<String> exported = new HashSet<>();
    private long written;
    private long removed;

    Exporting(StoreListing listing, Path root, ThingFilter filter, DeletionLimit deletions, LongConsumer progress) {
        this.listing = listing;
        this.filter = filter;
        this.deletions = deletions;
        this.progress = progress;
        files = new DirectoryFiles(root, ThingFinding.LONGEST);
    }

    ExportReport run(Duration patience) throws IOException {
        Files.createDirectories(files.root());
        Ground ground = new Ground(files.root());
        ground.prepare();
        return ground.locked(patience, () -> {
            exportAll();
            removeOthers();
            progress.accept(exported.size());
            return new ExportReport(written, exported.size() - written, removed);
        });
    }

    private void exportAll() throws IOException {
        try {
            listing.each(filter.root().orElse(null), told -> ThingFiles.of(told).ifPresent(this::export));
        } catch (Unwritten e) {
            throw e.failure;
        }
    }

    /** A file cannot be written. */
    private static final class Unwritten extends RuntimeException {
        @Serial
        private static final long serialVersionUID = 1;

        private final transient IOException failure;

        Unwritten(IOException failure) {
            super(failure);
            this.failure = failure;
        }
    }

    private void export(ThingFile file) {
        String path = file.path();
        if (filter.leavesOut(file.key(), file.about().type(), path).isPresent()) {
            return;
        }
        try {
            written += files.write(path, file.bytes(), false) ? 1 : 0;
        } catch (IOException e) {
            throw new Unwritten(e);
        }
        if (exported.add(path) && exported.size() % TOLD_EVERY == 0) {
            progress.accept(exported.size());
        }
    }

    /** Files of things that are chosen, and were not exported. What is no file of a thing is not touched. */
    private void removeOthers() throws IOException {
        Map<UUID, UUID> parents = new HashMap<>();
        Map<String, Optional<UUID>> others = new HashMap<>();
        for (String path : files.paths()) {
            if (!exported.contains(path) || filter.root().isPresent()) {
                look(path, parents, others);
            }
        }
        ItemTree tree = new ItemTree(parents::get);
        others.values().removeIf(item -> !isChosen(item, tree));
        long all = (long) exported.size() + others.size();
        if (deletions.isExceededBy(others.size(), all)) {
            throw DirectoryProblems.massRemoval(files.root(), others.size(), all);
        }
        for (String other : others.keySet()) {
            removed += files.delete(other, false) ? 1 : 0;
        }
    }

    private boolean isChosen(Optional<UUID> item, ItemTree tree) {
        return filter.root()
                .map(root -> item.filter(id -> tree.isWithin(id, root)).isPresent())
                .orElse(true);
    }

    private void look(String path, Map<UUID, UUID> parents, Map<String, Optional<UUID>> others) throws IOException {
        Optional<ThingFile> read = thing(path);
        if (read.isEmpty()) {
            return;
        }
        ThingFile file = read.get();
        Optional<UUID> item = ThingPaths.item(path);
        item.ifPresent(id -> file.parent().ifPresent(parent -> parents.put(id, parent)));
        if (!exported.contains(path)
                && filter.leavesOut(file.key(), file.about().type(), path).isEmpty()) {
            others.put(path, item);
        }
    }

    private Optional<ThingFile> thing(String path) throws IOException {
        try {
            return files.read(path).map(bytes -> ThingReading.read(path, bytes));
        } catch (BrokenFileException e) {
            // Somebody else's, or cut short by hand: an import says so.
            return Optional.empty();
        }
    }
}
