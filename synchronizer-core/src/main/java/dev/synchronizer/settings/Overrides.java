package dev.synchronizer.settings;

import dev.synchronizer.lookup.KnownType;
import dev.synchronizer.lookup.SettingOwner;
import dev.synchronizer.model.Actor;
import dev.synchronizer.model.Address;
import dev.synchronizer.model.SettingKey;
import dev.synchronizer.model.SettingOverride;
import dev.synchronizer.model.Standing;
import dev.synchronizer.model.StoredModel;
import dev.synchronizer.problem.Problem;
import dev.synchronizer.problem.ProblemCode;
import dev.synchronizer.problem.Problems;
import dev.synchronizer.problem.ProblemsException;
import dev.synchronizer.settings.ContentJudgement.ChangedOverrides;
import dev.synchronizer.store.ContentUsage;
import dev.synchronizer.store.StoredReads;
import dev.synchronizer.store.SyncStore;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;

/** Saves settings over what code says, and takes them back (E1, E3 to E5). Safe for use by many threads. */
public final class Overrides {
    private final Writing writing;
    private final KnownNames application;
    private final ContentJudgement judgement;

    /**
     * Administers the overrides of a store.
     *
     * @param application groups and roles that the application knows
     * @param usage counts the content that the application keeps in a store of its own
     * @param afterSave is given the number of the last change once it is committed, on the saving thread
     */
    public Overrides(SyncStore store, Clock clock, KnownNames application, ContentUsage usage, LongConsumer afterSave) {
        this.writing = new Writing(store, clock, afterSave);
        this.application = application;
        judgement = new ContentJudgement(usage);
    }

    /**
     * Saves settings of one type or property, all of them or none. What says the same as before, over the same default,
     * is left as it is.
     *
     * @param actor who saves them
     * @throws ProblemsException if anything is in the way; it holds all that is, and nothing was written
     */
    public SavedSettings set(String actor, Address address, NewSettings settings) {
        String who = Actor.checked(actor);
        requireOwner(address);
        if (settings.isEmpty()) {
            throw new IllegalArgumentException("no setting is named that could be saved");
        }
        writing.requireStore();
        KnownNames known = known(address, settings);
        return writing.inTransaction(transaction -> {
            KnownType type = KnownType.read(transaction, address.type());
            CheckedSettings checked = CheckedSettings.overriding(type.owner(address), settings);
            Problems.of(checked.problems()).throwIfErrors();
            List<SettingOverride> overrides =
                    transaction.overrides(type.stored().id());
            List<SavedSetting> saved = checked.over(overrides, who, writing.now());
            List<SavedSetting> changed =
                    saved.stream().filter(SavedSetting::isChange).toList();
            Problems warnings = Problems.of(checked.warnings(known));
            if (changed.isEmpty()) {
                return new SavedSettings(0, saved, warnings);
            }
            List<SettingOverride> wanted =
                    changed.stream().map(SavedSetting::after).toList();
            Problems ofContent = judgement.warnings(
                    List.of(new ChangedOverrides(type, overrides, SavedSetting.over(overrides, wanted))), transaction);
            transaction.saveOverrides(wanted);
            long number =
                    transaction.log(changed.stream().map(SavedSetting::record).toList());
            return new SavedSettings(number, saved, warnings.and(ofContent));
        });
    }

    private static void requireOwner(Address address) {
        if (address.setting() != null) {
            throw new ProblemsException(
                    new Problem(
                            ProblemCode.MALFORMED_ADDRESS,
                            address.toString(),
                            "it names a setting, and what is wanted is a type or property",
                            "write NAME or NAME.property, and the setting as setting=value"),
                    null);
        }
    }

    /** All that is stored is looked at only for names that the application does not know, and not under the lock. */
    private KnownNames known(Address address, NewSettings settings) {
        boolean named = settings.values().containsKey(SettingKey.GROUP_NAME.label())
                || settings.values().containsKey(SettingKey.ACCESS.label());
        if (!named) {
            return application;
        }
        StoredModel stored = writing.reading(StoredReads::load);
        List<Address> replaced =
                settings.values().keySet().stream().map(address::withSetting).toList();
        return application.and(stored, replaced);
    }

    /**
     * Says what {@link #revert} would take back, and what would be effective without it. Writes nothing.
     *
     * @throws ProblemsException if something is named that does not exist
     */
    public RevertedSettings planRevert(RevertScope scope) {
        writing.requireStore();
        return writing.reading(reads -> {
            List<StandingOverride> meant = meant(reads, scope);
            return new RevertedSettings(0, meant, warnings(meant, reads));
        });
    }

    /**
     * Takes back overrides, all of them or none. Where nothing is saved, nothing is written.
     *
     * @param actor who takes them back
     * @throws ProblemsException if something is named that does not exist; nothing was written
     */
    public RevertedSettings revert(String actor, RevertScope scope) {
        String who = Actor.checked(actor);
        writing.requireStore();
        return writing.inTransaction(transaction -> {
            List<StandingOverride> meant = meant(transaction, scope);
            Problems warnings = warnings(meant, transaction);
            long number = 0;
            if (!meant.isEmpty()) {
                Instant now = writing.now();
                transaction.deleteOverrides(
                        meant.stream().map(StandingOverride::override).toList());
                number = transaction.log(meant.stream()
                        .map(override -> override.reverted(who, now))
                        .toList());
            }
            return new RevertedSettings(number, meant, warnings);
        });
    }

    /** What content no longer satisfies once these are taken back. */
    private Problems warnings(List<StandingOverride> meant, StoredReads reads) {
        Set<String> types = meant.stream()
                .filter(override -> override.override().key() == SettingKey.REQUIRED)
                .map(override -> override.address().type())
                .collect(Collectors.toCollection(TreeSet::new));
        Set<SettingOverride> reverted =
                meant.stream().map(StandingOverride::override).collect(Collectors.toSet());
        List<ChangedOverrides> changes = new ArrayList<>();
        for (String name : types) {
            KnownType type = KnownType.read(reads, name);
            List<SettingOverride> before = reads.overrides(type.stored().id());
            List<SettingOverride> after = before.stream()
                    .filter(override -> !reverted.contains(override))
                    .toList();
            changes.add(new ChangedOverrides(type, before, after));
        }
        return judgement.warnings(changes, reads);
    }

    /** All overrides with their standing, sorted by address. */
    public List<StandingOverride> list() {
        return writing.reading(Overrides::all);
    }

    private static List<StandingOverride> meant(StoredReads reads, RevertScope scope) {
        if (scope instanceof RevertScope.At at) {
            return named(reads, at.addresses());
        }
        return all(reads).stream()
                .filter(override ->
                        scope instanceof RevertScope.Everything || override.standing() == Standing.REDUNDANT)
                .toList();
    }

    private static List<StandingOverride> all(StoredReads reads) {
        StoredModel stored = reads.load();
        Map<Long, KnownType> types = KnownType.all(stored);
        return sorted(stored.overrides().stream()
                .map(override -> StandingOverride.of(
                        override,
                        Objects.requireNonNull(types.get(override.typeId())).ownerOf(override)))
                .toList());
    }

    private static List<StandingOverride> sorted(List<StandingOverride> overrides) {
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
