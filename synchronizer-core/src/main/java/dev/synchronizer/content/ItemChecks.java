package dev.synchronizer.content;

import dev.synchronizer.saving.Looked;
import dev.synchronizer.saving.SaveOperation;
import dev.synchronizer.value.Values;
import java.util.List;
import java.util.Objects;

/** Holds a draft against its type: all that is wrong at once, or the rows to write. */
final class ItemChecks implements ItemCheck {
    private final ItemUnit items;
    private final Violations found;
    private final Spared spared;

    /** @param found what is wrong anyway, in what was asked for */
    ItemChecks(ItemUnit items, Violations found) {
        this(items, found, Spared.NOTHING);
    }

    /** @param spared what its references are excused from */
    ItemChecks(ItemUnit items, Violations found, Spared spared) {
        this.items = items;
        this.found = found;
        this.spared = spared;
    }

    /** Nobody is bothered with what cannot be read, but whoever asked for it is told of all that is wrong. */
    void requireReadable(ItemDraft draft) {
        if (!found.isEmpty()) {
            items.judge(draft, this).throwIfAny();
        }
    }

    /** Checks what is made or changed; where only the name or the place is another one, there is nothing to find in it. */
    @Override
    public Looked find(ItemDraft draft, Violations violations) {
        violations.addAll(found);
        HeldItem held = draft.held();
        // What comes into the recycle bin stands nowhere.
        boolean placed = draft.row().deleted() == null
                && (held == null
                        || draft.operation() == SaveOperation.MOVE
                        || !Objects.equals(held.row().parent(), draft.row().parent()));
        if (placed) {
            Places.check(draft.type(), draft.row().parent(), items.transaction(), items.types(), violations);
        }
        if (held != null && draft.operation() != SaveOperation.UPDATE && holdsTheSame(draft, held)) {
            draft.rows(new Changes());
            return placed ? Looked.PLACE : Looked.NOWHERE;
        }
        if (draft.operation() == SaveOperation.RENAME || draft.operation() == SaveOperation.MOVE) {
            TypesInUse.keep(List.of(draft.type()), items);
        }
        checkValues(draft, held == null ? Values.none() : held.own(), violations);
        return placed ? Looked.EVERYWHERE : Looked.VALUES;
    }

    /** Checks a copy, which may refer to what its original refers to, and whose place was looked at before. */
    Looked findInCopy(ItemDraft draft, HeldItem original, Violations violations) {
        violations.addAll(found);
        checkValues(draft, original.own(), violations);
        return Looked.EVERYWHERE;
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
        checkReferences(type, known, wanted.own(), violations);
        HeldItem before = draft.held() == null ? wanted.empty() : draft.held();
        draft.rows(Changes.between(before, wanted.own(), wanted.orphaned(), types, violations));
    }

    /** What an item referred to before need not be there any more; a target of a wrong type goes on being found. */
    private void checkReferences(ItemType type, Values known, Values now, Violations violations) {
        TypeView types = items.types();
        List<Reference> added = References.added(type, known, now, types);
        References.check(added, spared, items.transaction(), types, violations);
        items.checkFormer(type, added, now, violations);
    }
}
