package dev.synchronizer.settings;

import dev.synchronizer.lookup.KnownType;
import dev.synchronizer.lookup.SettingOwner;
import dev.synchronizer.model.Address;
import dev.synchronizer.model.SettingOverride;
import dev.synchronizer.model.SettingValue;
import dev.synchronizer.problem.Problem;
import dev.synchronizer.problem.Problems;
import dev.synchronizer.saving.ChangeSet;
import dev.synchronizer.saving.ChangedPlace;
import dev.synchronizer.saving.Draft;
import dev.synchronizer.saving.SaveOperation;
import dev.synchronizer.saving.Subject;
import dev.synchronizer.saving.SubjectKind;
import dev.synchronizer.settings.ContentJudgement.ChangedOverrides;
import dev.synchronizer.store.StoredReads;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Settings of one type or property on their way to be saved over what code says, or some saved and others taken back. Not thread-safe. */
final class OverridesDraft implements Draft {
    private final Address address;
    private final String actor;
    private final Instant at;
    private final Set<String> unwanted;
    private NewSettings settings;
    private Checked checked;

    /** What the settings make of what is saved. */
    private record Checked(
            KnownType type, List<SettingOverride> before, CheckedSettings settings, List<SavedSetting> saved) {}

    OverridesDraft(Address address, NewSettings settings, String actor, Instant at, StoredReads reads) {
        this(address, settings, Set.of(), actor, at, reads);
    }

    /** @param unwanted the names of settings that are taken back in the same save */
    OverridesDraft(
            Address address, NewSettings settings, Set<String> unwanted, String actor, Instant at, StoredReads reads) {
        this.address = address;
        this.unwanted = unwanted;
        this.settings = settings;
        this.actor = actor;
        this.at = at;
        checked = read(reads);
    }

    private Checked read(StoredReads reads) {
        KnownType type = KnownType.read(reads, address.type());
        CheckedSettings good = good(type, settings);
        return checked(type, reads.overrides(type.stored().id()), good);
    }

    /** @throws dev.synchronizer.problem.ProblemsException if anything is in the way of settings */
    private CheckedSettings good(KnownType type, NewSettings some) {
        CheckedSettings good = CheckedSettings.overriding(type.owner(address), some);
        Problems.of(good.problems()).throwIfErrors();
        return good;
    }

    private Checked checked(KnownType type, List<SettingOverride> before, CheckedSettings good) {
        return new Checked(type, before, good, good.over(before, actor, at));
    }

    /** Compares them once more with what is saved. */
    void readAgain(StoredReads reads) {
        checked = read(reads);
    }

    @Override
    public Subject subject() {
        return Subject.of(SubjectKind.OVERRIDES, address);
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
    public ChangeSet changes() {
        return ChangeSet.of(Stream.concat(
                        changed().stream().map(SavedSetting::change),
                        reverted().stream().map(StandingOverride::reset))
                .toList());
    }

    @Override
    public boolean isOpen() {
        return true;
    }

    @Override
    public void set(ChangedPlace place, @Nullable Object value) {
        if (place.kind() != ChangedPlace.Kind.SETTING || value == null) {
            throw new IllegalArgumentException(place + " of an override cannot be set to " + value);
        }
        NewSettings wanted = settings.with(place.name(), SettingValue.ofPlain(value));
        checked = checked(checked.type(), checked.before(), good(checked.type(), wanted));
        settings = wanted;
    }

    /** The settings that are to be saved, with those that handlers have set. */
    NewSettings settings() {
        return settings;
    }

    /** What becomes of each, sorted by address. */
    List<SavedSetting> saved() {
        return checked.saved();
    }

    List<SavedSetting> changed() {
        return saved().stream().filter(SavedSetting::isChange).toList();
    }

    /** What is saved and taken back, unless a handler has saved it anew. */
    List<StandingOverride> reverted() {
        SettingOwner owner = checked.type().owner(address);
        return checked.before().stream()
                .filter(override -> override.ownerId() == owner.id() && unwanted.contains(override.setting()))
                .filter(override -> !settings.values().containsKey(override.setting()))
                .map(override -> StandingOverride.of(override, owner))
                .toList();
    }

    List<Problem> warnings(KnownNames known) {
        return checked.settings().warnings(known);
    }

    /** What they make of the overrides of the type. */
    ChangedOverrides ofType() {
        List<SettingOverride> wanted =
                changed().stream().map(SavedSetting::after).toList();
        return new ChangedOverrides(checked.type(), checked.before(), SavedSetting.over(checked.before(), wanted));
    }
}
