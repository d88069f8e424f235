package dev.synchronizer.settings;

import dev.synchronizer.lookup.KnownType;
import dev.synchronizer.lookup.SettingOwner;
import dev.synchronizer.model.Address;
import dev.synchronizer.model.SettingKey;
import dev.synchronizer.model.Standing;
import dev.synchronizer.model.StoredModel;
import dev.synchronizer.problem.Problem;
import dev.synchronizer.problem.Problems;
import dev.synchronizer.problem.ProblemsException;
import dev.synchronizer.store.StoredReads;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The overrides that are meant by a scope, sorted by address (E3). */
final class MeantOverrides {
    private MeantOverrides() {}

    static List<StandingOverride> of(RevertScope scope, StoredReads reads) {
        if (scope instanceof RevertScope.At at) {
            return named(reads, at.addresses());
        }
        return all(reads).stream()
                .filter(override ->
                        scope instanceof RevertScope.Everything || override.standing() == Standing.REDUNDANT)
                .toList();
    }

    static List<StandingOverride> all(StoredReads reads) {
        StoredModel stored = reads.load();
        Map<Long, KnownType> types = KnownType.all(stored);
        return sorted(stored.overrides().stream()
                .map(override -> StandingOverride.of(
                        override,
                        Objects.requireNonNull(types.get(override.typeId())).ownerOf(override)))
                .toList());
    }

    static List<StandingOverride> sorted(List<StandingOverride> overrides) {
        return overrides.stream()
                .distinct()
                .sorted(Comparator.comparing(StandingOverride::address))
                .toList();
    }

    private static List<StandingOverride> named(StoredReads reads, List<Address> addresses) {
        List<StandingOverride> found = new ArrayList<>();
        List<Problem> problems = new ArrayList<>();
        for (Address address : addresses) {
            try {
                found.addAll(at(reads, address));
            } catch (ProblemsException e) {
                problems.addAll(e.problems().asList());
            }
        }
        Problems.of(problems).throwIfErrors();
        return sorted(found);
    }

    private static List<StandingOverride> at(StoredReads reads, Address given) {
        KnownType type = KnownType.read(reads, given.type());
        Address address = given.resolve(type.stored());
        SettingOwner owner = type.owner(address);
        List<StandingOverride> found = reads.overrides(type.stored().id()).stream()
                .filter(override ->
                        address.property() == null && address.setting() == null || override.ownerId() == owner.id())
                .filter(override ->
                        address.setting() == null || override.setting().equals(address.setting()))
                .map(override -> StandingOverride.of(override, type.ownerOf(override)))
                .toList();
        SettingKey key = address.setting() == null ? null : SettingKey.byLabel(address.setting());
        boolean exists = address.setting() == null || key != null && key.appliesTo(owner.scope());
        if (found.isEmpty() && !exists) {
            throw new ProblemsException(SettingProblems.unknownSetting(address, owner.scope()), null);
        }
        return found;
    }
}
