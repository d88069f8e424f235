package dev.synchronizer.transfer;

import dev.synchronizer.content.BulkWriting;
import dev.synchronizer.content.Reference;
import dev.synchronizer.content.Violations;
import dev.synchronizer.problem.ProblemsException;
import dev.synchronizer.saving.Subject;
import dev.synchronizer.store.StoredItem;
import dev.synchronizer.transfer.Arrivals.Fate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What items of an import refer to: it may come later, but it has to come, and to stay. */
final class ImportReferences {
    private static final int FEW = 1_000;

    private final BulkWriting content;
    private final Arrivals arrivals;
    private final ImportProblems problems;
    private final boolean continueOnError;
    private final List<Expected> fresh = new ArrayList<>();
    private final List<Expected> missing = new ArrayList<>();
    /** Those to items that this import made, by their ids: they may be taken back. */
    private final Map<UUID, List<Expected>> toCreated = new HashMap<>();

    private final Set<UUID> wrong = new LinkedHashSet<>();

    private record Expected(long line, Subject subject, Reference reference) {
        UUID item() {
            return UUID.fromString(subject.key());
        }

        UUID target() {
            return reference.target();
        }
    }

    ImportReferences(BulkWriting content, Arrivals arrivals, ImportProblems problems, boolean continueOnError) {
        this.content = content;
        this.arrivals = arrivals;
        this.problems = problems;
        this.continueOnError = continueOnError;
    }

    /** @param added what an item refers to, and did not before */
    void expect(ImportedItem item, List<Reference> added) {
        Subject subject =
                Subject.ofItem(item.row().id(), item.type().name(), item.row().name());
        added.forEach(reference -> fresh.add(new Expected(item.line(), subject, reference)));
    }

    /** Looks for what a batch refers to. */
    void look() {
        missing.addAll(look(fresh));
        fresh.clear();
    }

    private List<Expected> look(List<Expected> expected) {
        List<Expected> absent = new ArrayList<>();
        Set<UUID> targets = new HashSet<>();
        expected.forEach(each -> targets.add(each.target()));
        Map<UUID, StoredItem> there = content.transaction().items(targets);
        for (Expected each : expected) {
            StoredItem target = there.get(each.target());
            if (target == null) {
                absent.add(each);
            } else {
                found(each, target);
            }
        }
        return absent;
    }

    private void found(Expected expected, StoredItem target) {
        report(expected, target);
        if (continueOnError && arrivals.fate(target.id()) == Fate.CREATED) {
            toCreated.computeIfAbsent(target.id(), id -> new ArrayList<>()).add(expected);
        }
    }

    private void report(Expected expected, @Nullable StoredItem target) {
        Violations violations = check(expected, target);
        if (!violations.isEmpty()) {
            problems.add(expected.line(), violations);
            wrong.add(expected.item());
        }
    }

    /** Looks once more for what was not there yet, and gives the items of all lines that refer to what they cannot. */
    Set<UUID> wrong() {
        for (int from = 0; from < missing.size(); from += FEW) {
            look(missing.subList(from, Math.min(from + FEW, missing.size()))).forEach(this::reportMissing);
        }
        missing.clear();
        return takeWrong();
    }

    /** The items of lines that refer to items which were taken back. */
    Set<UUID> to(Collection<UUID> takenBack) {
        for (UUID target : takenBack) {
            List<Expected> expected = toCreated.remove(target);
            if (expected != null) {
                expected.forEach(this::reportMissing);
            }
        }
        return takeWrong();
    }

    /** That the line of what it refers to is wrong is said there, and nothing is imported before that is mended. */
    private void reportMissing(Expected expected) {
        if (continueOnError || !arrivals.isWrong(expected.target())) {
            report(expected, null);
        }
    }

    /** Where somebody who is told of it fails, be it that they have caught that, the import ends at its line. */
    private Violations check(Expected expected, @Nullable StoredItem target) {
        try {
            Violations found = content.checkTarget(expected.subject(), expected.reference(), target);
            content.requireWhole();
            return found;
        } catch (ProblemsException e) {
            throw ImportProblems.ending(expected.line(), e);
        }
    }

    private Set<UUID> takeWrong() {
        Set<UUID> found = new LinkedHashSet<>(wrong);
        wrong.clear();
        return found;
    }
}
