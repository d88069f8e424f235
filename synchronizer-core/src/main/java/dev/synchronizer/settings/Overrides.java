package dev.synchronizer.settings;

import dev.synchronizer.lookup.KnownType;
import dev.synchronizer.model.Actor;
import dev.synchronizer.model.Address;
import dev.synchronizer.model.SettingKey;
import dev.synchronizer.model.SettingOverride;
import dev.synchronizer.model.StoredModel;
import dev.synchronizer.problem.Problem;
import dev.synchronizer.problem.ProblemCode;
import dev.synchronizer.problem.Problems;
import dev.synchronizer.problem.ProblemsException;
import dev.synchronizer.saving.SaveOptions;
import dev.synchronizer.saving.SaveWay;
import dev.synchronizer.saving.Unit;
import dev.synchronizer.settings.ContentJudgement.ChangedOverrides;
import dev.synchronizer.store.ContentUsage;
import dev.synchronizer.store.StoredReads;
import dev.synchronizer.store.SyncStore;
import dev.synchronizer.store.SyncTransaction;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.LongConsumer;
import java.util.function.Supplier;
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
        this(store, SaveWay.unobserved(store), clock, application, usage, afterSave);
    }

    /**
     * Does so where others look at what is saved.
     *
     * @param way what all saves of the store go through
     */
    public Overrides(
            SyncStore store,
            SaveWay way,
            Clock clock,
            KnownNames application,
            ContentUsage usage,
            LongConsumer afterSave) {
        this(new Writing(store, way, way.options(), clock, afterSave), application, new ContentJudgement(usage));
    }

    private Overrides(Writing writing, KnownNames application, ContentJudgement judgement) {
        this.writing = writing;
        this.application = application;
        this.judgement = judgement;
    }

    /**
     * The same overrides, saved otherwise.
     *
     * @throws IllegalArgumentException if they are to be saved from an origin of the synchronizer's own
     */
    public Overrides with(SaveOptions options) {
        return new Overrides(writing.with(options), application, judgement);
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
        KnownNames known = known(address, settings, () -> writing.reading(StoredReads::load));
        return writing.inUnit(unit -> {
            SyncTransaction transaction = unit.definitions();
            OverridesDraft draft = new OverridesDraft(address, settings, who, writing.now(), transaction);
            writing.saving(unit, draft, () -> draft.readAgain(transaction));
            boolean sameNames =
                    draft.settings().values().keySet().equals(settings.values().keySet());
            return set(unit, draft, sameNames ? known : known(address, draft.settings(), transaction::load));
        });
    }

    private SavedSettings set(Unit unit, OverridesDraft draft, KnownNames known) {
        SyncTransaction transaction = unit.definitions();
        List<SavedSetting> changed = draft.changed();
        Problems ofContent =
                changed.isEmpty() ? Problems.none() : judgement.warnings(List.of(draft.ofType()), transaction);
        long number = writing.write(unit, List.of(draft), () -> changed.isEmpty() ? 0 : save(changed, transaction));
        return new SavedSettings(
                number, draft.saved(), Problems.of(draft.warnings(known)).and(ofContent));
    }

    private static long save(List<SavedSetting> changed, SyncTransaction transaction) {
        transaction.saveOverrides(changed.stream().map(SavedSetting::after).toList());
        return transaction.log(changed.stream().map(SavedSetting::record).toList());
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

    /** All that is stored is looked at only for names that the application does not know, and not under the lock unless a handler names some. */
    private KnownNames known(Address address, NewSettings settings, Supplier<StoredModel> load) {
        boolean named = settings.values().containsKey(SettingKey.GROUP_NAME.label())
                || settings.values().containsKey(SettingKey.ACCESS.label());
        if (!named) {
            return application;
        }
        List<Address> replaced =
                settings.values().keySet().stream().map(address::withSetting).toList();
        return application.and(load.get(), replaced);
    }

    /**
     * Says what {@link #revert} would take back, and what would be effective without it. Writes nothing.
     *
     * @throws ProblemsException if something is named that does not exist
     */
    public RevertedSettings planRevert(RevertScope scope) {
        writing.requireStore();
        return writing.reading(reads -> {
            List<StandingOverride> meant = MeantOverrides.of(scope, reads);
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
        return writing.inUnit(unit -> {
            SyncTransaction transaction = unit.definitions();
            List<RevertDraft> drafts = RevertDraft.of(MeantOverrides.of(scope, transaction), who);
            drafts.forEach(draft -> writing.saving(unit, draft, () -> draft.readAgain(transaction)));
            List<StandingOverride> meant = MeantOverrides.sorted(
                    drafts.stream().flatMap(draft -> draft.overrides().stream()).toList());
            Problems warnings = warnings(meant, transaction);
            long number = writing.write(unit, drafts, () -> meant.isEmpty() ? 0 : revert(meant, who, transaction));
            return new RevertedSettings(number, meant, warnings);
        });
    }

    private long revert(List<StandingOverride> meant, String actor, SyncTransaction transaction) {
        Instant now = writing.now();
        transaction.deleteOverrides(
                meant.stream().map(StandingOverride::override).toList());
        return transaction.log(
                meant.stream().map(override -> override.reverted(actor, now)).toList());
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

    /**
     * Saves some settings of one type or property and takes others back, in one save.
     *
     * @param unwanted the names of the settings that are taken back
     * @throws ProblemsException if anything is in the way; nothing was written
     */
    void become(String actor, Address address, NewSettings saved, Set<String> unwanted) {
        String who = Actor.checked(actor);
        writing.inUnit(unit -> {
            SyncTransaction transaction = unit.definitions();
            OverridesDraft draft = new OverridesDraft(address, saved, unwanted, who, writing.now(), transaction);
            writing.saving(unit, draft, () -> draft.readAgain(transaction));
            return writing.write(unit, List.of(draft), () -> {
                long reverted = draft.reverted().isEmpty() ? 0 : revert(draft.reverted(), who, transaction);
                return draft.changed().isEmpty() ? reverted : save(draft.changed(), transaction);
            });
        });
    }

    /** Works on what is saved, in one unit under the store's lock. */
    <T> T inUnit(Function<Unit, T> work) {
        return writing.inUnit(work);
    }

    <T> T reading(Function<StoredReads, T> work) {
        return writing.reading(work);
    }

    /** All overrides with their standing, sorted by address. */
    public List<StandingOverride> list() {
        return writing.reading(MeantOverrides::all);
    }
}
