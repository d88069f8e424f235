package dev.synchronizer.staging.directory;

import dev.synchronizer.problem.Problem;
import dev.synchronizer.problem.Problems;
import dev.synchronizer.task.TaskKey;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** All files of a directory, each of which is what it should be. */
final class FileIndex {
    private final Map<String, IndexedFile> byKey = new TreeMap<>();
    private final List<Problem> problems = new ArrayList<>();

    private FileIndex() {}

    /**
     * Reads all of them.
     *
     * @param filter what it leaves out by its path may be broken
     * @throws dev.synchronizer.problem.ProblemsException with all that are not what they should be
     */
    static FileIndex of(DirectoryFiles files, ThingFilter filter) throws IOException {
        FileIndex index = new FileIndex();
        for (String path : files.paths()) {
            try {
                byte[] bytes = files.read(path).orElse(null);
                if (bytes != null) {
                    index.add(IndexedFile.of(path, ThingReading.read(path, bytes)));
                }
            } catch (BrokenFileException e) {
                if (filter.leavesOut(path).isEmpty()) {
                    index.problems.add(DirectoryProblems.broken(path, e));
                }
            }
        }
        index.checkCircles();
        Problems.of(index.problems).throwIfErrors();
        return index;
    }

    private void add(IndexedFile file) {
        IndexedFile other = byKey.putIfAbsent(file.key().toString(), file);
        if (other != null) {
            throw new BrokenFileException("holds " + file.key() + ", and so does " + other.path());
        }
    }

    private void checkCircles() {
        ItemTree tree = new ItemTree(this::parent);
        for (IndexedFile file : byKey.values()) {
            if (file.above() != null && file.item().filter(tree::isInCircle).isPresent()) {
                problems.add(DirectoryProblems.broken(
                        file.path(), new BrokenFileException("holds an item that stands below itself")));
            }
        }
    }

    @Nullable
    UUID parent(UUID item) {
        IndexedFile file = byKey.get(TaskKey.item(item).toString());
        return file == null ? null : file.above();
    }

    @Nullable
    IndexedFile file(TaskKey key) {
        return byKey.get(key.toString());
    }

    /** Sorted by key. */
    Collection<IndexedFile> all() {
        return Collections.unmodifiableCollection(byKey.values());
    }
}
