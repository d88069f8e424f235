package dev.synchronizer.settings;

import dev.synchronizer.model.Actor;
import dev.synchronizer.model.Address;
import dev.synchronizer.model.StoredModel;
import dev.synchronizer.model.StoredProperty;
import dev.synchronizer.model.StoredType;
import dev.synchronizer.problem.Problem;
import dev.synchronizer.problem.Problems;
import dev.synchronizer.problem.ProblemsException;
import dev.synchronizer.saving.SaveOptions;
import dev.synchronizer.saving.SaveWay;
import dev.synchronizer.saving.SubjectKind;
import dev.synchronizer.saving.Unit;
import dev.synchronizer.store.ChangeRecord;
import dev.synchronizer.store.ContentProgress;
import dev.synchronizer.store.ContentUsage;
import dev.synchronizer.store.RowChanges;
import dev.synchronizer.store.RowChanges.OwnedProperty;
import dev.synchronizer.store.StoredReads;
import dev.synchronizer.store.SyncStore;
import dev.synchronizer.store.SyncTransaction;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

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
        this(store, SaveWay.unobserved(store), clock, application, usage, progress, afterSave);
    }

    /**
     * Does so where others look at what is saved.
     *
     * @param way what all saves of the store go through
     */
    public Definitions(
            SyncStore store,
            SaveWay way,
            Clock clock,
            KnownNames application,
            ContentUsage usage,
            ContentProgress progress,
            LongConsumer afterSave) {
        this(
                new Writing(store, way, way.options(), clock, afterSave),
                application,
                new ContentJudgement(usage),
                progress);
    }

    private Definitions(Writing writing, KnownNames application, ContentJudgement judgement, ContentProgress progress) {
        this.writing = writing;
        this.application = application;
        this.judgement = judgement;
        this.progress = progress;
    }

    /**
     * The same definitions, saved otherwise.
     *
     * @throws IllegalArgumentException if they are to be saved from an origin of the synchronizer's own
     */
    public Definitions with(SaveOptions options) {
        return new Definitions(writing.with(options), application, judgement, progress);
    }

    /**
     * Says what is wrong with a definition where this is stored; without problems, it could be carried out.
     *
     * @return all that is in the way, and warnings
     */
    public static Problems check(StoredModel stored, Definition definition) {
        return new DefinitionPlan(stored, definition, null, NOBODYS_ID).problems();
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
        return define(actor, definition, null);
    }

    /**
     * The same of what is defined elsewhere too.
     *
     * @param guid the GUID that the type has there, and gets here where it is new; null where that is not known
     */
    DefinedType define(String actor, Definition definition, @Nullable UUID guid) {
        String who = Actor.checked(actor);
        // What would be refused makes no tables.
        if (writing.isMissing()) {
            check(StoredModel.empty(), definition).throwIfErrors();
        }
        return writing.inUnit(unit -> {
            DefinitionSave save = new DefinitionSave(unit.definitions(), definition, guid, who, writing.now());
            return define(unit, save, ask(unit, save));
        });
    }

    /** Works on definitions, in one unit under the store's lock. */
    <T> T inUnit(Function<Unit, T> work) {
        return writing.inUnit(work);
    }

    <T> T reading(Function<StoredReads, T> work) {
        return writing.reading(work);
    }

    private List<PartDraft> ask(Unit unit, DefinitionSave save) {
        List<PartDraft> drafts = new ArrayList<>();
        if (writing.isObserved(SubjectKind.DEFINITION, save.plan().after().name())) {
            // Handlers may save items, and types are locked before them.
            save.change().ifPresent(diff -> StructureChange.lock(diff, unit.definitions()));
        }
        for (Optional<PartDraft> next = save.nextDraft(); next.isPresent(); next = save.nextDraft()) {
            drafts.add(next.get());
            writing.saving(unit, next.get(), save::readAgain);
        }
        return drafts;
    }

    private DefinedType define(Unit unit, DefinitionSave save, List<PartDraft> drafts) {
        SyncTransaction transaction = unit.definitions();
        DefinedType defined =
                new DefinedType(0, save.plan().after(), save.plan().parts(), save.overrides(), warnings(save));
        List<ChangeRecord> records = save.records();
        Optional<StructureChange> change = records.isEmpty() ? Optional.empty() : changeContent(save, transaction);
        long number = writing.write(unit, drafts, () -> records.isEmpty() ? 0 : write(save, records, transaction));
        return change.map(defined::with).orElse(defined).withChangeNumber(number);
    }

    private static long write(DefinitionSave save, List<ChangeRecord> records, SyncTransaction transaction) {
        List<DefinedPart> changed = save.changedParts();
        if (!changed.isEmpty()) {
            transaction.write(rows(save.plan(), changed), (rows, total) -> {});
        }
        transaction.saveOverrides(save.overridesAfter());
        return transaction.log(records);
    }

    private Optional<StructureChange> changeContent(DefinitionSave save, SyncTransaction transaction) {
        Optional<StructureChange> change =
                save.change().map(diff -> StructureChange.judge(diff, save.stored(), transaction, judgement));
        change.ifPresent(judged -> judged.convert(transaction, progress));
        return change;
    }

    private Problems warnings(DefinitionSave save) {
        List<Problem> warnings = new ArrayList<>(save.plan().problems().asList());
        for (CheckedSettings checked : save.plan().checkedOverrides()) {
            if (checked.namesGroupOrRoles()) {
                warnings.addAll(checked.warnings(application.and(save.stored(), checked.addresses())));
            }
        }
        return Problems.of(warnings);
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
        return writing.inUnit(unit -> {
            Deletion deletion = new Deletion(address, unit.definitions(), judgement, who, writing.now());
            List<PartDraft> drafts = deletion.drafts();
            drafts.forEach(draft -> writing.saving(unit, draft, deletion::readAgain));
            if (writing.isFollowed(unit, drafts)) {
                deletion.refuseIfInUse();
            }
            long number = writing.write(unit, drafts, deletion::write);
            return deletion.done(number);
        });
    }
}
