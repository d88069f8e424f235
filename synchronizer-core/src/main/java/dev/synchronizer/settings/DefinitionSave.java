package dev.synchronizer.settings;

import dev.synchronizer.diff.TypeDiff;
import dev.synchronizer.model.Address;
import dev.synchronizer.model.SettingOverride;
import dev.synchronizer.model.SettingValue;
import dev.synchronizer.model.StoredModel;
import dev.synchronizer.saving.Change;
import dev.synchronizer.saving.ChangeSet;
import dev.synchronizer.saving.SaveOperation;
import dev.synchronizer.store.ChangeRecord;
import dev.synchronizer.store.SyncTransaction;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A definition on its way to be saved. Not thread-safe. */
final class DefinitionSave implements PartDraft.Whole {
    private final SyncTransaction transaction;
    private final @Nullable UUID guid;
    private final String actor;
    private final Instant at;
    private final Set<Address> drafted = new HashSet<>();
    private Definition definition;
    private Planned planned;

    /** What a definition makes of what is stored. */
    private record Planned(StoredModel stored, long firstId, DefinitionPlan plan, List<SavedSetting> overrides) {}

    /** @throws dev.synchronizer.problem.ProblemsException if anything is in its way */
    DefinitionSave(SyncTransaction transaction, Definition definition, @Nullable UUID guid, String actor, Instant at) {
        this.transaction = transaction;
        this.guid = guid;
        this.actor = actor;
        this.at = at;
        this.definition = definition;
        planned = read();
    }

    private Planned read() {
        StoredModel stored = transaction.load();
        Definitions.check(stored, definition).throwIfErrors();
        int newRows = DefinitionPlan.newRows(stored, definition);
        return planned(stored, newRows == 0 ? 0 : transaction.reserveIds(newRows), definition);
    }

    private Planned planned(StoredModel stored, long firstId, Definition wanted) {
        DefinitionPlan plan = new DefinitionPlan(stored, wanted, guid, firstId);
        plan.problems().throwIfErrors();
        List<SavedSetting> overrides = plan.checkedOverrides().stream()
                .flatMap(checked -> checked.over(stored.overrides(), actor, at).stream())
                .toList();
        return new Planned(stored, firstId, plan, overrides);
    }

    /** Compares it once more with what is stored. */
    void readAgain() {
        planned = read();
    }

    /** The next part that is made or changed, and was not given before. */
    Optional<PartDraft> nextDraft() {
        Optional<Address> next = plan().parts().stream()
                .map(DefinedPart::address)
                .filter(part -> !drafted.contains(part) && !changes(part).isEmpty())
                .findFirst();
        next.ifPresent(drafted::add);
        return next.map(part -> new PartDraft(part, actor, this));
    }

    private @Nullable DefinedPart part(Address address) {
        return plan().parts().stream()
                .filter(part -> part.address().equals(address))
                .findFirst()
                .orElse(null);
    }

    @Override
    public SaveOperation operation(Address part) {
        DefinedPart defined = part(part);
        return defined != null && defined.isNew() ? SaveOperation.CREATE : SaveOperation.UPDATE;
    }

    @Override
    public ChangeSet changes(Address part) {
        DefinedPart defined = part(part);
        List<Change> beside = changedOverrides().stream()
                .filter(saved -> saved.owner().equals(part))
                .map(SavedSetting::change)
                .toList();
        return defined == null ? ChangeSet.of(beside) : PartChanges.of(part, defined.before(), defined.after(), beside);
    }

    @Override
    public boolean isOpen() {
        return true;
    }

    @Override
    public void set(Address part, String setting, SettingValue value) {
        Definition wanted = definition.withSetting(part, setting, value);
        planned = planned(planned.stored(), planned.firstId(), wanted);
        definition = wanted;
    }

    StoredModel stored() {
        return planned.stored();
    }

    DefinitionPlan plan() {
        return planned.plan();
    }

    /** The settings that are saved beside it. */
    List<SavedSetting> overrides() {
        return planned.overrides();
    }

    List<DefinedPart> changedParts() {
        return plan().parts().stream().filter(DefinedPart::isChange).toList();
    }

    List<SavedSetting> changedOverrides() {
        return overrides().stream().filter(SavedSetting::isChange).toList();
    }

    /** The overrides that are to be saved. */
    List<SettingOverride> overridesAfter() {
        return changedOverrides().stream().map(SavedSetting::after).toList();
    }

    /** How the type changes; empty where it is new. */
    Optional<TypeDiff> change() {
        return plan().change(stored().overrides(), overridesAfter());
    }

    List<ChangeRecord> records() {
        long type = plan().after().id();
        return Stream.concat(
                        changedParts().stream().map(part -> part.record(type, actor, at)),
                        changedOverrides().stream().map(SavedSetting::record))
                .toList();
    }
}
