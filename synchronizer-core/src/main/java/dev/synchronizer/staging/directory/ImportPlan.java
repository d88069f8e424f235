package dev.synchronizer.staging.directory;

import dev.synchronizer.problem.Problems;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** What an import is to do, in the order in which it is done. Nothing has been written. Immutable. */
public final class ImportPlan {
    private final Path root;
    private final DirectoryImportOptions options;
    private final List<ImportStep> steps;
    private final long deletable;

    /** @param deletable how many things there are that the import may delete, with a file or without one */
    ImportPlan(Path root, DirectoryImportOptions options, List<ImportStep> steps, long deletable) {
        this.root = root;
        this.options = options;
        this.steps = List.copyOf(steps);
        this.deletable = deletable;
    }

    Path root() {
        return root;
    }

    /** What is to be created, updated and deleted. */
    public List<PlannedChange> changes() {
        return steps.stream()
                .map(ImportStep::change)
                .filter(PlannedChange::isChange)
                .toList();
    }

    List<ImportStep> steps() {
        return steps.stream().filter(step -> step.change().isChange()).toList();
    }

    /** What is said of each thing that has a file or is in the store, be it that nothing is done to it. */
    public List<PlannedChange> all() {
        return steps.stream().map(ImportStep::change).toList();
    }

    public long count(ImportAction action) {
        return steps.stream().filter(step -> step.change().action() == action).count();
    }

    /**
     * What is done to one thing and why.
     *
     * @param pathOrKey the path of a file below the directory, with slashes, or a key such as {@code item:ID}
     */
    public PlannedChange explain(String pathOrKey) {
        return steps.stream()
                .filter(step -> step.change().path().equals(pathOrKey)
                        || step.key().toString().equals(pathOrKey))
                .map(ImportStep::change)
                .findFirst()
                .orElseGet(() -> new PlannedChange(
                        pathOrKey,
                        Optional.empty(),
                        ImportAction.SKIP,
                        options.filter()
                                .leavesOut(pathOrKey)
                                .orElse("there is neither a file nor anything in the store at " + pathOrKey)));
    }

    /** What keeps it from being carried out: that it would delete too much. */
    public Problems problems() {
        long deletions = count(ImportAction.DELETE);
        return options.deletions().isExceededBy(deletions, deletable)
                ? Problems.of(DirectoryProblems.massDeletion(root, deletions, deletable))
                : Problems.none();
    }
}
