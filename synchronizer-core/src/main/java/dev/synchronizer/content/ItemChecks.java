package dev.synchronizer.content;

import dev.synchronizer.saving.SaveOperation;
import dev.synchronizer.value.Values;
import java.util.List;

/** Holds a draft against its type: all that is wrong at once, or the rows to write. */
final class ItemChecks {
    private final ItemUnit items;
    private final Violations found;

    /** @param found what is wrong anyway, in what was asked for */
    ItemChecks(ItemUnit items, Violations found) {
        this.items = items;
        this.found = found;
    }

    /** Nobody is bothered with what cannot be read, but whoever asked for it is told of all that is wrong. */
    void requireReadable(ItemDraft draft) {
        if (!found.isEmpty()) {
            check(draft);
        }
    }

    /**
     * Checks what is made or changed; where only the name or the place is another one, there is nothing to find.
     *
     * @throws InvalidItemException if anything is wrong
     */
    void check(ItemDraft draft) {
        HeldItem held = draft.held();
        if (held != null && draft.operation() != SaveOperation.UPDATE && holdsTheSame(draft, held)) {
            return;
        }
        if (draft.operation() == SaveOperation.RENAME || draft.operation() == SaveOperation.MOVE) {
            TypesInUse.keep(List.of(draft.type()), items.transaction(), items.types());
        }
        Violations violations = found.copy();
        if (held == null) {
            Places.check(draft.type(), draft.row().parent(), items.transaction(), items.types(), violations);
        }
        checkValues(draft, held == null ? Values.none() : held.own(), violations);
    }

    /**
     * Checks a copy, which may refer to what its original refers to, and stands where that is known to be right.
     *
     * @throws InvalidItemException if anything is wrong
     */
    void checkCopy(ItemDraft draft, HeldItem original) {
        checkValues(draft, original.own(), found.copy());
    }

    private static boolean holdsTheSame(ItemDraft draft, HeldItem held) {
        return held.own().equals(draft.wanted().own())
                && held.orphaned().equals(draft.wanted().orphaned());
    }

    /** @param known what is taken for granted */
    private void checkValues(ItemDraft draft, Values known, Violations violations) {
        ItemType type = draft.type();
        TypeView types = items.types();
        HeldItem wanted = draft.wanted();
        ItemRules.check(type, wanted.own(), types, violations);
        KeptParts.check(type, known, wanted.own(), types, violations);
        References.check(References.added(type, known, wanted.own(), types), items.transaction(), types, violations);
        HeldItem before = draft.held() == null ? wanted.empty() : draft.held();
        draft.rows(Changes.between(before, wanted.own(), wanted.orphaned(), types, violations));
        violations.throwIfAny();
    }
}
