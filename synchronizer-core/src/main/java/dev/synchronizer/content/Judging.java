package dev.synchronizer.content;

import dev.synchronizer.catalog.EffectiveType;
import dev.synchronizer.model.SettingKey;
import dev.synchronizer.problem.ProblemCode;
import dev.synchronizer.saving.Checked;
import dev.synchronizer.saving.DraftCheck;
import dev.synchronizer.saving.Finding;
import dev.synchronizer.saving.Looked;
import dev.synchronizer.saving.SaveOptions;
import dev.synchronizer.saving.Validators;
import java.util.Collections;
import java.util.List;
import java.util.Set;

/** Judges one draft by what its type asks for: who may save it, and all that a check finds. */
final class Judging implements DraftCheck {
    private final ItemDraft draft;
    private final ItemCheck check;
    private final SaveOptions options;
    private final Validators validators;
    private Violations fatal;

    Judging(ItemDraft draft, ItemCheck check, SaveOptions options, Validators validators) {
        this.draft = draft;
        this.check = check;
        this.options = options;
        this.validators = validators;
        fatal = new Violations(draft.type().name());
    }

    @Override
    public Checked check() {
        Violations found = new Violations(draft.type().name());
        options.roles().ifPresent(roles -> checkAccess(draft.type(), roles, found));
        Looked looked = check.find(draft, found);
        if (found.isClean()) {
            fatal = found;
            return Checked.clean(looked);
        }
        fatal = found.fatal(validators);
        return new Checked(fatal.isEmpty(), looked, found.lowered(validators));
    }

    /** What the last check found to be in the way. */
    Violations fatal() {
        return fatal;
    }

    private static void checkAccess(ItemType type, Set<String> roles, Violations violations) {
        EffectiveType effective = type.effective();
        List<String> allowed =
                effective == null ? List.of() : effective.settings().texts(SettingKey.ACCESS);
        if (!allowed.isEmpty() && Collections.disjoint(allowed, roles)) {
            violations.add(
                    ProblemCode.ACCESS_DENIED,
                    SettingKey.ACCESS.label(),
                    "items of the type " + type.name() + " are saved by those who have one of the roles "
                            + String.join(", ", allowed),
                    ProblemCode.ACCESS_DENIED.fix());
        }
    }

    /** @throws InvalidItemException with what is fatal by itself, and what was found besides */
    @Override
    public void refuse(List<Finding> refused) {
        Violations all = fatal.copy();
        all.addAll(refused);
        throw new InvalidItemException(all.all());
    }
}
