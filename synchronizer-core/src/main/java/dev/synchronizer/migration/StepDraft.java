package dev.synchronizer.migration;

import dev.synchronizer.model.ColumnText;
import dev.synchronizer.problem.Problem;
import dev.synchronizer.problem.ProblemCode;
import dev.synchronizer.problem.ProblemsException;
import dev.synchronizer.saving.ChangeSet;
import dev.synchronizer.saving.ChangedPlace;
import dev.synchronizer.saving.Draft;
import dev.synchronizer.saving.SaveOperation;
import dev.synchronizer.saving.Subject;
import dev.synchronizer.value.UnfitValueException;
import dev.synchronizer.value.Values;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An item that a migration step changed, on its way to be saved; by the names under which the step sees it. */
final class StepDraft implements Draft {
    private final StepItem item;
    private final String actor;
    private final Subject subject;
    private @Nullable ChangeSet changes;

    StepDraft(StepItem item, String actor) {
        this.item = item;
        this.actor = actor;
        subject = Subject.ofItem(item.id(), item.type(), item.name());
    }

    StepItem item() {
        return item;
    }

    @Override
    public Subject subject() {
        return subject;
    }

    @Override
    public SaveOperation operation() {
        return SaveOperation.UPDATE;
    }

    @Override
    public String actor() {
        return actor;
    }

    @Override
    public long revision() {
        return item.revision() + 1;
    }

    @Override
    public Values before() {
        return item.before();
    }

    @Override
    public Values after() {
        return item.values();
    }

    @Override
    public ChangeSet changes() {
        ChangeSet known = changes;
        if (known == null) {
            ChangeSet values = ChangeSet.between(before(), after());
            known = ChangeSet.at(ChangedPlace.NAME, subject.name(), item.name())
                    .map(name -> values.and(List.of(name)))
                    .orElse(values);
            changes = known;
        }
        return known;
    }

    @Override
    public boolean isJudged() {
        return false;
    }

    @Override
    public boolean isOpen() {
        return true;
    }

    @Override
    public void set(ChangedPlace place, @Nullable Object value) {
        if (place.equals(ChangedPlace.NAME) && value instanceof String name) {
            item.rename(checked(name));
        } else if (place.kind() == ChangedPlace.Kind.VALUE) {
            setValue(place, value);
        } else {
            throw new IllegalArgumentException("an item's " + place + " cannot be set to " + value);
        }
        changes = null;
    }

    private void setValue(ChangedPlace place, @Nullable Object value) {
        if (!item.hasProperty(place.name())) {
            throw refusal(ProblemCode.UNKNOWN_VALUE, place, item.type() + " has no property of this name");
        }
        try {
            item.set(place.name(), place.language(), value);
        } catch (UnfitValueException e) {
            throw refusal(ProblemCode.UNFIT_VALUE, place, String.valueOf(e.getMessage()));
        }
    }

    private static String checked(String name) {
        Optional<String> fault = name.isBlank() ? Optional.of("is blank") : ColumnText.fault(name, ColumnText.MAX_NAME);
        fault.ifPresent(flaw -> {
            throw refusal(
                    ProblemCode.WRONG_ITEM_NAME, ChangedPlace.NAME, "the name " + ColumnText.quoted(name) + " " + flaw);
        });
        return name;
    }

    private static ProblemsException refusal(ProblemCode code, ChangedPlace place, String message) {
        return new ProblemsException(Problem.of(code, place.toString(), message), null);
    }
}
