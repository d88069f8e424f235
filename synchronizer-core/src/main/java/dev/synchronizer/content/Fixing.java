package dev.synchronizer.content;

import dev.synchronizer.content.FixedItem.FixedValue;
import dev.synchronizer.problem.ProblemCode;
import dev.synchronizer.problem.ProblemsException;
import dev.synchronizer.saving.ChangeSet;
import dev.synchronizer.saving.ChangedPlace;
import dev.synchronizer.saving.Finding;
import dev.synchronizer.saving.SaveOperation;
import dev.synchronizer.saving.SaveOptions;
import dev.synchronizer.saving.SaveVetoedException;
import dev.synchronizer.value.ValueKey;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.LongConsumer;

/** Does what validators offer to do about items, each item in a save of its own. */
final class Fixing {
    /** What one validator offers may be what another one finds something in, and so on; but not forever. */
    private static final int MOST_ROUNDS = 10;

    private final Work work;
    private final Reading reading;
    private final SaveOptions options;
    private final Validating validating;

    Fixing(Work work, Reading reading, Validating validating, SaveOptions options) {
        this.work = work;
        this.reading = reading;
        this.validating = validating;
        this.options = options;
    }

    long fix(String actor, ItemQuery query, Consumer<FixedItem> listener, LongConsumer progress) {
        return validating.examine(query, judged -> fix(actor, judged).ifPresent(listener), progress);
    }

    /** Again, where somebody else saves it in between; nothing where it is gone. */
    private Optional<FixedItem> fix(String actor, Validating.Judged first) {
        UUID id = first.examined().item().id();
        Optional<Validating.Judged> judged = Optional.of(first);
        while (judged.isPresent()) {
            ExaminedItem examined = judged.get().examined();
            if (judged.get().offers().isEmpty() || examined.item().isDeleted()) {
                return Optional.of(
                        new FixedItem(examined.item(), List.of(), examined.violations(), examined.findings()));
            }
            try {
                return Optional.of(new Attempt(actor, examined).save());
            } catch (ProblemsException e) {
                requireOvertaken(e);
                judged = reading.one(id, validating::judge);
            }
        }
        return Optional.empty();
    }

    private static void requireOvertaken(ProblemsException failure) {
        boolean overtaken = failure.problems().stream()
                .map(problem -> problem.code())
                .allMatch(code -> code == ProblemCode.ITEM_CHANGED
                        || code == ProblemCode.NO_SUCH_ITEM
                        || code == ProblemCode.ITEM_IN_BIN);
        if (!overtaken) {
            throw failure;
        }
    }

    /** The fixes of one item. */
    private final class Attempt {
        private final String actor;
        private final ExaminedItem examined;
        private final Map<ChangedPlace, String> authors = new TreeMap<>();
        private final List<Finding> left = new ArrayList<>();

        Attempt(String actor, ExaminedItem examined) {
            this.actor = actor;
            this.examined = examined;
        }

        FixedItem save() {
            Item before = examined.item();
            SaveOptions telling = options.telling((subject, finding) -> {
                if (subject.key().equals(before.id().toString())) {
                    left.add(finding);
                }
                options.findings().found(subject, finding);
            });
            try {
                Item after = new Saving(work, telling)
                        .save(actor, before.id(), before.revision(), before.type(), this::edited);
                boolean same = after.revision() == before.revision();
                return new FixedItem(
                        after,
                        same ? List.of() : fixed(before, after),
                        List.of(),
                        same ? examined.findings() : left.stream().sorted().toList());
            } catch (InvalidItemException e) {
                return new FixedItem(before, List.of(), e.violations(), examined.findings());
            } catch (SaveVetoedException e) {
                return new FixedItem(before, List.of(), List.of(vetoed(e)), examined.findings());
            }
        }

        private Saving.Edited edited(HeldItem held, TypeView types, Violations violations) {
            authors.clear();
            left.clear();
            ItemDraft draft = new ItemDraft(SaveOperation.UPDATE, actor, types, held, held);
            for (int round = 1; round <= MOST_ROUNDS; round++) {
                ChangeSet before = draft.changes();
                apply(validating.judge(draft, types).offers(), draft);
                if (draft.changes().equals(before)) {
                    return new Saving.Edited(
                            draft.wanted().own(), draft.wanted().orphaned());
                }
            }
            String names = String.join(", ", new TreeSet<>(authors.values()));
            violations.add(
                    ProblemCode.FATAL_FINDING,
                    names,
                    "what these validators offer to do about it comes to no end: " + names,
                    "let them offer what they accept");
            return new Saving.Edited(held.own(), held.orphaned());
        }

        /** Where several offer something for a place, the first one has it; the others look at it in the next round. */
        private void apply(List<Offer> offers, ItemDraft draft) {
            Set<ChangedPlace> done = new HashSet<>();
            for (Offer offer : offers) {
                offer.fix().values().forEach((place, value) -> {
                    if (done.add(place)) {
                        draft.set(place, value.orElse(null));
                        authors.put(place, offer.validator());
                    }
                });
            }
        }

        private List<FixedValue> fixed(Item before, Item after) {
            List<FixedValue> fixed = new ArrayList<>();
            authors.forEach((place, validator) -> {
                ValueKey key = new ValueKey(place.name(), place.language());
                ChangeSet.at(
                                place,
                                before.values().get(key).orElse(null),
                                after.values().get(key).orElse(null))
                        .ifPresent(change -> fixed.add(new FixedValue(validator, change)));
            });
            return fixed;
        }

        private Violation vetoed(SaveVetoedException veto) {
            return new Violation(
                    ProblemCode.SAVE_VETOED,
                    examined.item().type(),
                    "",
                    "",
                    "",
                    veto.vetoedBy(),
                    veto.reason(),
                    ProblemCode.SAVE_VETOED.fix());
        }
    }
}
