package dev.synchronizer.staging.directory;

import dev.synchronizer.problem.Problem;
import dev.synchronizer.problem.Problems;
import dev.synchronizer.staging.directory.KnownThings.KnownThing;
import dev.synchronizer.task.TaskKey;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Plans one import by all files and by the store as of one moment behind that; writes nothing. Not thread-safe. */
final class Planning {
    /** What comes later may need what comes before. */
    private static final List<String> ORDER =
            List.of(TaskKey.DEFINITION, TaskKey.OVERRIDES, TaskKey.RULE, TaskKey.ITEM);

    private final Path root;
    private final DirectoryImportOptions options;
    private final FileIndex index;
    private final KnownThings known = new KnownThings();
    private final ItemTree tree = new ItemTree(this::above);

    private Planning(StoreListing listing, Path root, FileIndex index, DirectoryImportOptions options) {
        this.root = root;
        this.index = index;
        this.options = options;
        listing.each(null, known::add);
    }

    /** @throws dev.synchronizer.problem.ProblemsException if items would come to stand below themselves */
    static ImportPlan plan(StoreListing listing, Path root, FileIndex index, DirectoryImportOptions options) {
        return new Planning(listing, root, index, options).plan();
    }

    private @Nullable UUID above(UUID item) {
        boolean hasFile = index.file(TaskKey.item(item)) != null;
        return hasFile ? index.parent(item) : known.parent(item);
    }

    private ImportPlan plan() {
        ImportDecision decision = new ImportDecision(options, tree);
        List<ImportStep> steps = new ArrayList<>();
        for (IndexedFile file : index.all()) {
            steps.add(decision.of(file, known.thing(file.key())));
        }
        long deletable = 0;
        for (KnownThing thing : known.all()) {
            deletable += decision.mayDelete(thing) ? 1 : 0;
            if (index.file(thing.key()) == null) {
                steps.add(decision.of(thing));
            }
        }
        checkCircles(steps);
        List<ImportStep> settled = new Deletions(index, known, steps).settled(steps);
        settled.sort(inOrder());
        return new ImportPlan(root, options, settled, deletable);
    }

    /** Files and items that stay as they are may come to a circle together. */
    private void checkCircles(List<ImportStep> steps) {
        Map<UUID, ImportStep> applied = new HashMap<>();
        for (ImportStep step : steps) {
            if (step.isItem() && step.change().isChange() && !step.isDeletion()) {
                applied.put(UUID.fromString(step.key().id()), step);
            }
        }
        ItemTree after = new ItemTree(item -> applied.containsKey(item) ? index.parent(item) : known.parent(item));
        List<Problem> problems = new ArrayList<>();
        applied.forEach((item, step) -> {
            if (after.isInCircle(item)) {
                problems.add(DirectoryProblems.broken(
                        step.change().path(), new BrokenFileException("has an item come to stand below itself")));
            }
        });
        Problems.of(problems).throwIfErrors();
    }

    /** What is made and changed from above to below; then what goes, from below to above. */
    private Comparator<ImportStep> inOrder() {
        Comparator<ImportStep> downwards = Comparator.<ImportStep>comparingInt(
                        step -> ORDER.indexOf(step.key().kind()))
                .thenComparingInt(this::depth)
                .thenComparing(step -> step.key().id());
        return (one, other) -> {
            if (one.isDeletion() != other.isDeletion()) {
                return one.isDeletion() ? 1 : -1;
            }
            return one.isDeletion() ? downwards.compare(other, one) : downwards.compare(one, other);
        };
    }

    private int depth(ImportStep step) {
        return step.isItem() ? tree.depth(UUID.fromString(step.key().id())) : 0;
    }
}
