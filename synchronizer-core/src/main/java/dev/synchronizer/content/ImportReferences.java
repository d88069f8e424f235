package dev.synchronizer.content;

import dev.synchronizer.content.References.Reference;
import dev.synchronizer.store.ContentTransaction;
import dev.synchronizer.store.StoredItem;
import dev.synchronizer.value.Values;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What items of an import refer to: it may come later, but it has to come. */
final class ImportReferences {
    private static final int FEW = 1_000;

    private final ContentTransaction transaction;
    private final TypeView types;
    private final ImportProblems problems;
    private final List<Expected> fresh = new ArrayList<>();
    private final List<Expected> missing = new ArrayList<>();
    /** What was there before, by id. */
    private final Map<UUID, Optional<HeldItem>> wrong = new LinkedHashMap<>();

    private record Expected(
            long line, UUID item, String type, @Nullable HeldItem before, Reference reference) {}

    ImportReferences(ContentTransaction transaction, TypeView types, ImportProblems problems) {
        this.transaction = transaction;
        this.types = types;
        this.problems = problems;
    }

    void expect(ImportedItem item, @Nullable HeldItem before) {
        Values known = before == null ? Values.none() : before.own();
        References.added(item.type(), known, item.own(), types)
                .forEach(reference -> fresh.add(
                        new Expected(item.line(), item.row().id(), item.type().name(), before, reference)));
    }

    /** Looks for what a batch refers to. */
    void look() {
        missing.addAll(look(fresh));
        fresh.clear();
    }

    private List<Expected> look(List<Expected> expected) {
        List<Expected> absent = new ArrayList<>();
        Set<UUID> targets = new HashSet<>();
        expected.forEach(each -> targets.add(each.reference().target()));
        Map<UUID, StoredItem> there = targets.isEmpty() ? Map.of() : transaction.items(targets);
        for (Expected each : expected) {
            StoredItem target = there.get(each.reference().target());
            if (target == null) {
                absent.add(each);
            } else {
                Violations violations = new Violations(each.type());
                References.checkType(
                        each.reference(), "\"" + target.name() + "\"", types.type(target.type()), violations);
                report(each, violations);
            }
        }
        return absent;
    }

    private void report(Expected expected, Violations violations) {
        if (!violations.isEmpty()) {
            problems.add(expected.line(), violations);
            wrong.put(expected.item(), Optional.ofNullable(expected.before()));
        }
    }

    /**
     * Looks once more for what was not there yet.
     *
     * @param arrived items that came, be it that nothing is written any more
     */
    void end(Set<UUID> arrived) {
        for (int from = 0; from < missing.size(); from += FEW) {
            for (Expected each : look(missing.subList(from, Math.min(from + FEW, missing.size())))) {
                if (arrived.contains(each.reference().target())) {
                    continue;
                }
                Violations violations = new Violations(each.type());
                References.wrong(
                        each.reference(), "there is no item " + each.reference().target(), "exists", violations);
                report(each, violations);
            }
        }
    }

    /** The items of lines that turned out to be wrong when they were written already. */
    Map<UUID, Optional<HeldItem>> writtenInVain() {
        return wrong;
    }
}
