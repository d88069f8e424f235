package dev.synchronizer.content;

import dev.synchronizer.content.FixedItem.FixedValue;
import dev.synchronizer.problem.Problem;
import dev.synchronizer.problem.ProblemCode;
import dev.synchronizer.problem.ProblemsException;
import dev.synchronizer.saving.ChangeSet;
import dev.synchronizer.saving.ChangedPlace;
import dev.synchronizer.saving.Finding;
import dev.synchronizer.saving.SaveOperation;
import dev.synchronizer.saving.SaveOptions;
import dev.synchronizer.value.ValueKey;
import java.io.Serial;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import java.util.stream.Stream;

/** Does what validators offer to do about items, each item in a save of its own. */
final class Fixing {
    /** What one validator offers may be what another one finds something in, and so on; but not forever. */
    private static final int MOST_ROUNDS = 10;

    private static final Set<ProblemCode> OVERTAKEN =
            EnumSet.of(ProblemCode.ITEM_CHANGED, ProblemCode.NO_SUCH_ITEM, ProblemCode.ITEM_IN_BIN);

    private final Work work;
    private final Reading reading;
    private final ReadingFindings kept;
    private final SaveOptions options;
    private final Validating validating;

    Fixing(Work work, Reading reading, Validating validating, ReadingFindings kept, SaveOptions options) {
        this.work = work;
        this.reading = reading;
        this.validating = validating;
        this.kept = kept;
        this.options = options;
    }

    long fix(String actor, ItemQuery query, Consumer<FixedItem> listener, LongConsumer progress) {
        return validating.examine(query, examined -> fix(actor, examined).ifPresent(listener), progress);
    }

    /** Again, where somebody else saves it in between; nothing where it is gone. */
    private Optional<FixedItem> fix(String actor, ExaminedItem first) {
        ExaminedItem examined = first;
        while (!examined.offers().isEmpty()) {
            try {
                return Optional.of(new Attempt(actor, examined).save());
            } catch (Throwable e) {
                if (!ItemFailure.isOfSaved(e)) {
                    throw e;
                }
                Optional<ExaminedItem> now =
                        isOvertaken(e) ? reading.one(examined.item().id(), validating::judge) : Optional.of(examined);
                if (now.isEmpty()) {
                    return Optional.empty();
                }
                if (now.get().item().equals(examined.item())) {
                    return Optional.of(asItIs(examined, ItemFailure.violations(examined.item(), e)));
                }
                examined = now.get();
            }
        }
        return Optional.of(asItIs(examined, examined.violations()));
    }

    private static FixedItem asItIs(ExaminedItem examined, List<Violation> violations) {
        return new FixedItem(examined.item(), List.of(), violations, examined.findings(), examined.kept());
    }

    /** Whether somebody may have saved or deleted it meanwhile: this item, or another one that a handler was to save. */
    private static boolean isOvertaken(Throwable failure) {
        return failure instanceof ProblemsException problems
                && problems.problems().stream().map(Problem::code).allMatch(OVERTAKEN::contains);
    }

    /** What was offered does not last, and is taken back. */
    private static final class Undone extends RuntimeException {
        @Serial
        private static final long serialVersionUID = 1;

        Undone() {
            super(null, null, false, false);
        }
    }

    /** The fixes of one item. */
    private final class Attempt implements Saving.Edit {
        private final String actor;
        private final ExaminedItem examined;
        private final Item before;
        private final boolean alone = !work.isInUnit();
        private final Map<ChangedPlace, String> authors = new TreeMap<>();
        private final List<Finding> left = new ArrayList<>();

        Attempt(String actor, ExaminedItem examined) {
            this.actor = actor;
            this.examined = examined;
            before = examined.item();
        }

        FixedItem save() {
            SaveOptions telling = options.telling((subject, finding) -> {
                if (subject.key().equals(before.id().toString())) {
                    left.add(finding);
                }
                options.findings().found(subject, finding);
            });
            Item after;
            try {
                after = new Saving(work, telling).save(actor, before.id(), before.revision(), before.type(), this);
            } catch (Undone e) {
                return undone();
            }
            if (authors.isEmpty()) {
                return asItIs(examined, List.of());
            }
            List<FixedValue> fixed = fixed(after);
            return fixed.isEmpty()
                    ? undone()
                    : new FixedItem(
                            after, fixed, List.of(), left.stream().sorted().toList(), kept.ofItem(after.id()));
        }

        /** Within somebody else's unit there is nothing that could be taken back alone. */
        @Override
        public void saved(Item after) {
            if (alone && after.revision() != before.revision() && fixed(after).isEmpty()) {
                throw new Undone();
            }
        }

        private FixedItem undone() {
            String names = names();
            Violations violations = new Violations(before.type());
            violations.add(
                    ProblemCode.FATAL_FINDING,
                    names,
                    "what is offered to do about it does not last, as a rule or a handler sets it back: "
                            + new TreeSet<>(authors.keySet()) + ", offered by " + names,
                    "let the rule or the handler accept what is offered, or the validator offer what they accept");
            return asItIs(
                    examined,
                    Stream.concat(examined.violations().stream(), violations.all().stream())
                            .toList());
        }

        private String names() {
            return String.join(", ", new TreeSet<>(authors.values()));
        }

        @Override
        public Saving.Edited edit(HeldItem held, TypeView types, Violations violations) {
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
            String names = names();
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

        private List<FixedValue> fixed(Item after) {
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
    }
}
