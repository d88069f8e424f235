package dev.synchronizer.content;

import dev.synchronizer.problem.ProblemCode;
import dev.synchronizer.saving.ChangeSet;
import dev.synchronizer.saving.ChangedPlace;
import dev.synchronizer.saving.SaveOperation;
import dev.synchronizer.saving.SaveOptions;
import java.io.Serial;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Sets in one save of an item what validators offer, and takes that back where nothing of it lasts. Not thread-safe. */
final class FixAttempt implements Saving.Edit {
    /** What one validator offers may be what another one finds something in, and so on; but not forever. */
    private static final int MOST_ROUNDS = 10;

    private final Work work;
    private final Validating validating;
    private final String actor;
    private final ExaminedItem examined;
    private final boolean alone;
    private final Fixes fixes = new Fixes();
    private final List<Runnable> found = new ArrayList<>();
    private @Nullable ExaminedItem now;

    FixAttempt(Work work, Validating validating, String actor, ExaminedItem examined) {
        this.work = work;
        this.validating = validating;
        this.actor = actor;
        this.examined = examined;
        alone = !work.isInUnit();
    }

    /** Nothing of what was offered lasts, and all of it is taken back. */
    private static final class Undone extends RuntimeException {
        @Serial
        private static final long serialVersionUID = 1;

        Undone() {
            super(null, null, false, false);
        }
    }

    /** What was set, be it that it does not last. */
    Fixes fixes() {
        return fixes;
    }

    /** The item as it is by then, with what validators say of it; what is found is told once the save stays. */
    ExaminedItem save(SaveOptions options) {
        Item before = examined.item();
        SaveOptions later = options.telling(
                (subject, finding) -> found.add(() -> options.findings().found(subject, finding)));
        try {
            Item after = new Saving(work, later).save(actor, before.id(), before.revision(), before.type(), this);
            found.forEach(Runnable::run);
            ExaminedItem looked = now;
            return looked == null ? unexamined(after) : looked;
        } catch (Undone e) {
            return examined;
        }
    }

    /** One that is part of a save which is still under way is looked at by that. */
    private ExaminedItem unexamined(Item after) {
        return new ExaminedItem(after, List.of(), List.of(), examined.kept(), List.of());
    }

    /** Within somebody else's unit there is nothing that could be taken back alone. */
    @Override
    public void saved(Item after) {
        boolean written = after.revision() != examined.item().revision();
        // Who was asked about it has said yes by now, or it would not be written.
        Validating behind = written ? validating.confirmed() : validating;
        ExaminedItem looked = behind.one(after.id()).orElseGet(() -> unexamined(after));
        now = looked;
        if (alone && written && fixes.lasting(examined.item(), looked).isEmpty()) {
            throw new Undone();
        }
    }

    @Override
    public Saving.Edited edit(HeldItem held, TypeView types, Violations violations) {
        fixes.clear();
        found.clear();
        now = null;
        ItemDraft draft = new ItemDraft(SaveOperation.UPDATE, actor, types, held, held);
        for (int round = 1; round <= MOST_ROUNDS; round++) {
            ChangeSet before = draft.changes();
            apply(validating.judge(draft, types).offers(), draft);
            if (draft.changes().equals(before)) {
                return new Saving.Edited(draft.wanted().own(), draft.wanted().orphaned());
            }
        }
        String names = fixes.names();
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
                    fixes.add(place, offer.validator());
                }
            });
        }
    }
}
