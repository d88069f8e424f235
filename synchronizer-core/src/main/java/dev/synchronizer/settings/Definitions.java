package dev.synchronizer.settings;

import dev.synchronizer.model.Actor;
import dev.synchronizer.model.Address;
import dev.synchronizer.model.SettingOverride;
import dev.synchronizer.model.StoredModel;
import dev.synchronizer.model.StoredProperty;
import dev.synchronizer.model.StoredType;
import dev.synchronizer.problem.Problem;
import dev.synchronizer.problem.Problems;
import dev.synchronizer.problem.ProblemsException;
import dev.synchronizer.store.ChangeRecord;
import dev.synchronizer.store.ContentProgress;
import dev.synchronizer.store.ContentUsage;
import dev.synchronizer.store.RowChanges;
import dev.synchronizer.store.RowChanges.OwnedProperty;
import dev.synchronizer.store.SyncStore;
import dev.synchronizer.store.SyncTransaction;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;
import java.util.stream.Stream;

/** Makes, changes and deletes types and properties of administrators (E7). Safe for use by many threads. */
public final class Definitions {
    /** The first of many ids that no row has. */
    private static final long NOBODYS_ID = Long.MIN_VALUE;

    private final Writing writing;
    private final KnownNames application;
    private final ContentJudgement judgement;
    private final ContentProgress progress;

    /**
     * Administers the definitions of a store.
     *
     * @param application groups and roles that the application knows
     * @param usage counts the content that the application keeps in a store of its own
     * @param progress is told how far the conversion of values has come
     * @param afterSave is given the number of the last change once it is committed, on the saving thread
     */
    public Definitions(
            SyncStore store,
            Clock clock,
            KnownNames application,
            ContentUsage usage,
            ContentProgress progress,
            LongConsumer afterSave) {
        this.writing = new Writing(store, clock, afterSave);
        this.application = application;
        judgement = new ContentJudgement(usage);
        this.progress = progress;
    }

    /**
     * Says what is wrong with a definition where this is stored; without problems, it could be carried out.
     *
     * @return all that is in the way, and warnings
     */
    public static Problems check(StoredModel stored, Definition definition) {
        return new DefinitionPlan(stored, definition, NOBODYS_ID).problems();
    }

    /**
     * Makes or changes a type of the administrators, or properties that they add to a type of code: all of it or
     * nothing. Where all of it is so already, nothing is written. Values of a property whose data type changes are
     * converted (D6); content that is no longer valid afterwards stays as it is, and is warned of.
     *
     * @param actor who does it
     * @throws ProblemsException if anything is in the way, or if values would be lost; nothing was written
     */
    public DefinedType define(String actor, Definition definition) {
        String who = Actor.checked(actor);
        // What would be refused makes no tables.
        if (writing.isMissing()) {
            check(StoredModel.empty(), definition).throwIfErrors();
        }
        return writing.inTransaction(transaction -> define(transaction, definition, who));
    }

    private DefinedType define(SyncTransaction transaction, Definition definition, String actor) {
        StoredModel stored = transaction.load();
        int newRows = DefinitionPlan.newRows(stored, definition);
        check(stored, definition).throwIfErrors();
        long firstId = newRows == 0 ? 0 : transaction.reserveIds(newRows);
        DefinitionPlan plan = new DefinitionPlan(stored, definition, firstId);
        Instant now = writing.now();
        DefinedType defined = defined(plan, stored, actor, now);
        List<DefinedPart> changed =
                defined.parts().stream().filter(DefinedPart::isChange).toList();
        List<SavedSetting> saved =
                defined.overrides().stream().filter(SavedSetting::isChange).toList();
        List<ChangeRecord> records = Stream.concat(
                        changed.stream().map(part -> part.record(defined.type().id(), actor, now)),
                        saved.stream().map(SavedSetting::record))
                .toList();
        if (records.isEmpty()) {
            return defined;
        }
        Optional<StructureChange> change = changeContent(plan, saved, stored, transaction);
        if (!changed.isEmpty()) {
            transaction.write(rows(plan, changed), (rows, total) -> {});
        }
        transaction.saveOverrides(saved.stream().map(SavedSetting::after).toList());
        return change.map(defined::with).orElse(defined).withChangeNumber(transaction.log(records));
    }

    private Optional<StructureChange> changeContent(
            DefinitionPlan plan, List<SavedSetting> saved, StoredModel stored, SyncTransaction transaction) {
        List<SettingOverride> overrides =
                saved.stream().map(SavedSetting::after).toList();
        Optional<StructureChange> change = plan.change(stored.overrides(), overrides)
                .map(diff -> StructureChange.judge(diff, stored, transaction, judgement));
        change.ifPresent(judged -> judged.convert(transaction, progress));
        return change;
    }

    private DefinedType defined(DefinitionPlan plan, StoredModel stored, String actor, Instant now) {
        List<SavedSetting> saved = new ArrayList<>();
        List<Problem> warnings = new ArrayList<>(plan.problems().asList());
        for (CheckedSettings checked : plan.checkedOverrides()) {
            List<SavedSetting> these = checked.over(stored.overrides(), actor, now);
            if (checked.namesGroupOrRoles()) {
                List<Address> replaced =
                        these.stream().map(SavedSetting::address).toList();
                warnings.addAll(checked.warnings(application.and(stored, replaced)));
            }
            saved.addAll(these);
        }
        return new DefinedType(0, plan.after(), plan.parts(), saved, Problems.of(warnings));
    }

    private static RowChanges rows(DefinitionPlan plan, List<DefinedPart> changed) {
        StoredType before = plan.before();
        StoredType after = plan.after();
        List<OwnedProperty> added = new ArrayList<>();
        List<OwnedProperty> updated = new ArrayList<>();
        boolean ofType = false;
        for (DefinedPart part : changed) {
            Optional<StoredProperty> property =
                    Optional.ofNullable(part.address().property()).flatMap(after::property);
            property.ifPresent(row -> (part.isNew() ? added : updated).add(new OwnedProperty(after.id(), row)));
            ofType = ofType || property.isEmpty();
        }
        return new RowChanges(
                before == null ? List.of(after) : List.of(),
                before != null && ofType ? List.of(after) : List.of(),
                List.of(),
                before == null ? List.of() : added,
                updated,
                List.of(),
                List.of(),
                List.of());
    }

    /**
     * Deletes a type of the administrators with all of its properties, or a property that they made, with what was saved
     * for them.
     *
     * @param actor who does it
     * @throws ProblemsException if there is no such thing, if code declares it, if others refer to it, or if there is
     *     content of it
     */
    public Undefined undefine(String actor, Address address) {
        String who = Actor.checked(actor);
        writing.requireStore();
        return writing.inTransaction(transaction -> Deletion.of(address, transaction, judgement, who, writing.now()));
    }
}
