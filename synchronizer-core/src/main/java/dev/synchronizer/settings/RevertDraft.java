package dev.synchronizer.settings;

import dev.synchronizer.lookup.KnownType;
import dev.synchronizer.lookup.SettingOwner;
import dev.synchronizer.model.Address;
import dev.synchronizer.saving.ChangeSet;
import dev.synchronizer.saving.Draft;
import dev.synchronizer.saving.SaveOperation;
import dev.synchronizer.saving.Subject;
import dev.synchronizer.saving.SubjectKind;
import dev.synchronizer.store.StoredReads;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Overrides of one type or property on their way to be taken back. Not thread-safe. */
final class RevertDraft implements Draft {
    private final Address owner;
    private final String actor;
    private List<StandingOverride> overrides;

    private RevertDraft(Address owner, String actor, List<StandingOverride> overrides) {
        this.owner = owner;
        this.actor = actor;
        this.overrides = List.copyOf(overrides);
    }

    /** One for each type and property that is concerned, sorted by address. */
    static List<RevertDraft> of(List<StandingOverride> meant, String actor) {
        SortedMap<Address, List<StandingOverride>> owners = new TreeMap<>();
        for (StandingOverride override : meant) {
            owners.computeIfAbsent(override.owner(), any -> new ArrayList<>()).add(override);
        }
        return owners.entrySet().stream()
                .map(entry -> new RevertDraft(entry.getKey(), actor, entry.getValue()))
                .toList();
    }

    /** Leaves what is no longer saved, and takes what is saved by now. */
    void readAgain(StoredReads reads) {
        KnownType type = KnownType.read(reads, owner.type());
        SettingOwner now = type.owner(owner);
        overrides = reads.overrides(type.stored().id()).stream()
                .filter(override -> override.ownerId() == now.id())
                .map(override -> StandingOverride.of(override, now))
                .filter(override ->
                        overrides.stream().anyMatch(meant -> meant.address().equals(override.address())))
                .toList();
    }

    /** Those that are taken back. */
    List<StandingOverride> overrides() {
        return overrides;
    }

    @Override
    public Subject subject() {
        return Subject.of(SubjectKind.OVERRIDES, owner);
    }

    @Override
    public SaveOperation operation() {
        return SaveOperation.DELETE;
    }

    @Override
    public String actor() {
        return actor;
    }

    @Override
    public ChangeSet changes() {
        return ChangeSet.of(overrides.stream().map(StandingOverride::reset).toList());
    }
}
