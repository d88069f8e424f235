package dev.synchronizer.settings;

import dev.synchronizer.model.Address;
import dev.synchronizer.model.SettingValue;
import dev.synchronizer.saving.ChangeSet;
import dev.synchronizer.saving.ChangedPlace;
import dev.synchronizer.saving.Draft;
import dev.synchronizer.saving.SaveOperation;
import dev.synchronizer.saving.Subject;
import dev.synchronizer.saving.SubjectKind;
import org.jspecify.annotations.Nullable;

/**
 * A type or property of administrators on its way to be made, changed or deleted.
 *
 * @param address the type or property
 * @param actor who does it
 * @param save what is saved as a whole, of which this is a part
 */
record PartDraft(Address address, String actor, Whole save) implements Draft {
    /** What is saved as a whole. */
    interface Whole {
        SaveOperation operation(Address part);

        /** All that is different about a part, as it is now. */
        ChangeSet changes(Address part);

        /** Whether handlers may set what is said of a part. */
        boolean isOpen();

        /** Says something else of a part. */
        void set(Address part, String setting, SettingValue value);
    }

    @Override
    public Subject subject() {
        return Subject.of(SubjectKind.DEFINITION, address);
    }

    @Override
    public SaveOperation operation() {
        return save.operation(address);
    }

    @Override
    public ChangeSet changes() {
        return save.changes(address);
    }

    @Override
    public boolean isOpen() {
        return save.isOpen();
    }

    @Override
    public void set(ChangedPlace place, @Nullable Object value) {
        if (place.kind() != ChangedPlace.Kind.SETTING || value == null) {
            throw new IllegalArgumentException(place + " of a definition cannot be set to " + value);
        }
        save.set(address, place.name(), SettingValue.ofPlain(value));
    }
}
