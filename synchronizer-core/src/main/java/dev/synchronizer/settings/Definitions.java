package dev.synchronizer.settings;

import dev.synchronizer.model.Actor;
import dev.synchronizer.model.Address;
import dev.synchronizer.model.Origin;
import dev.synchronizer.model.SettingOverride;
import dev.synchronizer.model.Settings;
import dev.synchronizer.model.StoredModel;
import dev.synchronizer.model.StoredProperty;
import dev.synchronizer.model.StoredType;
import dev.synchronizer.problem.Problem;
import dev.synchronizer.problem.ProblemCode;
import dev.synchronizer.problem.Problems;
import dev.synchronizer.problem.ProblemsException;
import dev.synchronizer.store.ChangeRecord;
import dev.synchronizer.store.RowChanges;
import dev.synchronizer.store.RowChanges.OwnedProperty;
import dev.synchronizer.store.SyncStore;
import dev.synchronizer.store.SyncTransaction;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Makes, changes and deletes types and properties of administrators (E7). Safe for use by many threads. */
public final class Definitions {
    private final Writing writing;
    private final KnownNames application;

    /**
     * Administers the definitions of a store.
     *
     * @param application groups and roles that the application knows
     * @param afterSave is given the number of the last change once it is committed, on the saving thread
     */
    public Definitions(SyncStore store, Clock clock, KnownNames application, LongConsumer afterSave) {
        this.writing = new Writing(store, clock, afterSave);
        this.application = application;
    }

    /**
     * Says what is wrong with a definition where this is stored; without problems, it could be carried out.
     *
     * @return all that is in the way, and warnings
     */
    public static Problems check(StoredModel stored, Definition definition) {
        return new DefinitionPlan(stored, definition, 1).problems();
    }

    /**
     * Makes or changes a type of the administrators, or properties that they add to a type of code: all of it or
     * nothing. Where all of it is so already, nothing is written.
     *
     * @param actor who does it
     * @throws ProblemsException if anything is in the way; it holds all that is, and nothing was written
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
        if (!changed.isEmpty()) {
            transaction.write(rows(plan, changed), (rows, total) -> {});
        }
        if (changed.isEmpty() && saved.isEmpty()) {
            return defined;
        }
        transaction.saveOverrides(saved.stream().map(SavedSetting::after).toList());
        Stream<ChangeRecord> definitions = changed.stream()
                .map(part -> record(
                        ChangeRecord.Kind.DEFINE,
                        part.address(),
                        defined.type().id(),
                        part.before(),
                        part.after(),
                        actor,
                        now));
        return defined.withChangeNumber(transaction.log(
                Stream.concat(definitions, saved.stream().map(Writing::set)).toList()));
    }

    private DefinedType defined(DefinitionPlan plan, StoredModel stored, String actor, Instant now) {
        List<SavedSetting> saved = new ArrayList<>();
        List<Problem> warnings = new ArrayList<>(plan.problems().asList());
        for (CheckedSettings checked : plan.checkedOverrides()) {
            List<SavedSetting> these = checked.over(stored.overrides(), actor, now);
            List<Address> replaced = these.stream().map(SavedSetting::address).toList();
            warnings.addAll(checked.warnings(application.and(stored, replaced)));
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
     * @throws ProblemsException if there is no such thing, if code declares it, or if others refer to it
     */
    public Undefined undefine(String actor, Address address) {
        String who = Actor.checked(actor);
        writing.requireStore();
        return writing.inTransaction(transaction -> undefine(transaction, address, who));
    }

    private Undefined undefine(SyncTransaction transaction, Address address, String actor) {
        StoredModel stored = transaction.load();
        KnownType type = KnownType.read(transaction, address.type());
        SettingOwner owner = type.owner(address);
        refuseIfKept(address, type, owner, stored);
        List<StandingOverride> overrides = transaction.overrides(type.stored().id()).stream()
                .filter(override -> isOf(owner, override))
                .map(override -> StandingOverride.of(override, type.ownerOf(override)))
                .sorted(Comparator.comparing(StandingOverride::address))
                .toList();
        List<DeletedPart> parts = parts(owner);
        transaction.write(deleted(owner), (rows, total) -> {});
        Instant now = writing.now();
        Stream<ChangeRecord> reverted = overrides.stream().map(override -> Writing.reverted(override, actor, now));
        Stream<ChangeRecord> undefined = parts.stream()
                .map(part -> record(
                        ChangeRecord.Kind.UNDEFINE,
                        part.address(),
                        type.stored().id(),
                        part.before(),
                        null,
                        actor,
                        now));
        long number = transaction.log(Stream.concat(reverted, undefined).toList());
        return new Undefined(number, parts, overrides);
    }

    private static void refuseIfKept(Address address, KnownType type, SettingOwner owner, StoredModel stored) {
        if (address.setting() != null) {
            throw new ProblemsException(
                    new Problem(
                            ProblemCode.MALFORMED_ADDRESS,
                            address.toString(),
                            "it names a setting, and what is wanted is a type or property",
                            "take a setting back with revert"),
                    null);
        }
        StoredProperty property = owner.property();
        if (owner.isDeclared()) {
            boolean adopted = property == null ? type.stored().adopted() : property.adopted();
            throw new ProblemsException(DefinitionProblems.notDeletable(address, type.stored(), adopted), null);
        }
        List<String> places = property == null
                ? TypeReferences.to(address.type(), stored)
                : TypeReferences.predecessors(type, property);
        if (!places.isEmpty()) {
            throw new ProblemsException(DefinitionProblems.inUse(address, places), null);
        }
    }

    private static boolean isOf(SettingOwner owner, SettingOverride override) {
        return owner.property() == null || override.ownerId() == owner.id();
    }

    private static List<DeletedPart> parts(SettingOwner owner) {
        StoredProperty property = owner.property();
        if (property != null) {
            return List.of(new DeletedPart(owner.address(), DefinedPart.said(property)));
        }
        Stream<DeletedPart> properties = owner.type().properties().stream()
                .map(own -> new DeletedPart(
                        Address.ofProperty(owner.type().name(), own.name()),
                        own.origin() == Origin.ADMIN ? DefinedPart.said(own) : Settings.none()));
        return Stream.concat(
                        Stream.of(new DeletedPart(owner.address(), owner.type().ownSettings())), properties)
                .toList();
    }

    private static RowChanges deleted(SettingOwner owner) {
        StoredProperty property = owner.property();
        return new RowChanges(
                List.of(),
                List.of(),
                property == null ? List.of(owner.type()) : List.of(),
                List.of(),
                List.of(),
                property == null ? List.of() : List.of(property.id()),
                List.of(),
                List.of());
    }

    private static ChangeRecord record(
            ChangeRecord.Kind kind,
            Address address,
            long typeId,
            @Nullable Settings before,
            @Nullable Settings after,
            String actor,
            Instant at) {
        return new ChangeRecord(
                0,
                at,
                actor,
                kind,
                null,
                typeId,
                address.type(),
                address.property(),
                null,
                before == null ? null : DefinedPart.json(before),
                after == null ? null : DefinedPart.json(after));
    }
}
