package dev.synchronizer.settings;

import dev.synchronizer.lookup.KnownType;
import dev.synchronizer.lookup.SettingOwner;
import dev.synchronizer.model.Address;
import dev.synchronizer.model.Origin;
import dev.synchronizer.model.SettingOverride;
import dev.synchronizer.model.SettingValue;
import dev.synchronizer.model.Settings;
import dev.synchronizer.model.StoredModel;
import dev.synchronizer.model.StoredProperty;
import dev.synchronizer.model.StoredType;
import dev.synchronizer.model.Usage;
import dev.synchronizer.plan.ContentInUse;
import dev.synchronizer.plan.UsageQuestions;
import dev.synchronizer.problem.Problem;
import dev.synchronizer.problem.ProblemCode;
import dev.synchronizer.problem.Problems;
import dev.synchronizer.problem.ProblemsException;
import dev.synchronizer.saving.Change;
import dev.synchronizer.saving.ChangeSet;
import dev.synchronizer.saving.SaveOperation;
import dev.synchronizer.store.ChangeRecord;
import dev.synchronizer.store.RowChanges;
import dev.synchronizer.store.SyncTransaction;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Something that an administrator made on its way to be deleted, unless somebody needs it. Not thread-safe. */
final class Deletion implements PartDraft.Whole {
    private final Address address;
    private final SyncTransaction transaction;
    private final ContentJudgement judgement;
    private final String actor;
    private final Instant at;
    private Found found;

    /** What is there to be deleted. */
    private record Found(
            StoredModel stored, KnownType type, List<DeletedPart> parts, List<StandingOverride> overrides) {}

    /**
     * Prepares to delete: what is being saved is counted, and what would be saved later finds nothing to be saved for (D5).
     *
     * @throws ProblemsException if there is no such thing, if code declares it, or if it is in use
     */
    Deletion(Address address, SyncTransaction transaction, ContentJudgement judgement, String actor, Instant at) {
        this.address = address;
        this.transaction = transaction;
        this.judgement = judgement;
        this.actor = actor;
        this.at = at;
        found = read();
        transaction.lockTypes(List.of(found.type().stored().id()));
        refuseIfInUse();
    }

    private Found read() {
        StoredModel stored = transaction.load();
        KnownType type = KnownType.read(transaction, address.type());
        SettingOwner owner = type.owner(address);
        refuseIfDeclared(address, type, owner);
        List<StandingOverride> overrides = transaction.overrides(type.stored().id()).stream()
                .filter(override -> isOf(owner, override))
                .map(override -> StandingOverride.of(override, type.ownerOf(override)))
                .sorted(Comparator.comparing(StandingOverride::address))
                .toList();
        return new Found(stored, type, parts(owner), overrides);
    }

    /** Looks once more at what there is to be deleted. */
    void readAgain() {
        found = read();
    }

    private SettingOwner owner() {
        return found.type().owner(address);
    }

    /** @throws ProblemsException if others refer to it, or if there is content of it */
    void refuseIfInUse() {
        Usage usage = judgement.count(questions(owner()), found.stored(), transaction.content());
        Problems.of(inUse(address, found.type(), owner(), found.stored(), usage))
                .throwIfErrors();
    }

    List<PartDraft> drafts() {
        return found.parts().stream()
                .map(part -> new PartDraft(part.address(), actor, this))
                .toList();
    }

    @Override
    public SaveOperation operation(Address part) {
        return SaveOperation.DELETE;
    }

    @Override
    public ChangeSet changes(Address part) {
        List<Change> overrides = found.overrides().stream()
                .filter(override -> override.owner().equals(part))
                .map(PartChanges::removed)
                .toList();
        return found.parts().stream()
                .filter(deleted -> deleted.address().equals(part))
                .findFirst()
                .map(deleted -> PartChanges.of(part, deleted.before(), null, overrides))
                .orElseGet(ChangeSet::none);
    }

    @Override
    public boolean isOpen() {
        return false;
    }

    @Override
    public void set(Address part, String setting, SettingValue value) {
        throw new IllegalStateException(part + " is deleted, and nothing can be said of it");
    }

    /** Deletes it, and gives the number of the last change that is logged. */
    long write() {
        transaction.write(deleted(owner()), (rows, total) -> {});
        long type = found.type().stored().id();
        Stream<ChangeRecord> reverted = found.overrides().stream().map(override -> override.reverted(actor, at));
        Stream<ChangeRecord> undefined = found.parts().stream().map(part -> part.record(type, actor, at));
        return transaction.log(Stream.concat(reverted, undefined).toList());
    }

    Undefined done(long number) {
        return new Undefined(number, found.parts(), found.overrides());
    }

    private static void refuseIfDeclared(Address address, KnownType type, SettingOwner owner) {
        if (address.setting() != null) {
            throw new ProblemsException(
                    new Problem(
                            ProblemCode.MALFORMED_ADDRESS,
                            address.toString(),
                            "it names a setting, and what is wanted is a type or property",
                            "take a setting back with revert"),
                    null);
        }
        Instant outOfUse = owner.outOfUseSince();
        if (owner.isDeclared() && outOfUse != null) {
            throw new ProblemsException(outOfUse(address, type.stored(), outOfUse), null);
        }
        if (owner.isDeclared()) {
            throw new ProblemsException(DefinitionProblems.notDeletable(owner), null);
        }
    }

    /** All content that would go with it. */
    private static UsageQuestions questions(SettingOwner owner) {
        StoredType type = owner.type();
        StoredProperty property = owner.property();
        List<StoredProperty> properties = property == null ? type.properties() : List.of(property);
        return new UsageQuestions(
                property == null
                        ? List.of(new UsageQuestions.OfType(type.id(), Address.ofType(type.name())))
                        : List.of(),
                properties.stream()
                        .map(each -> UsageQuestions.OfProperty.counted(
                                type.id(), each.id(), Address.ofProperty(type.name(), each.name())))
                        .toList());
    }

    private static List<Problem> inUse(
            Address address, KnownType type, SettingOwner owner, StoredModel stored, Usage usage) {
        StoredProperty property = owner.property();
        List<String> places = property == null
                ? TypeReferences.to(address.type(), stored)
                : TypeReferences.predecessors(type, property);
        List<Problem> problems = new ArrayList<>();
        if (!places.isEmpty()) {
            problems.add(DefinitionProblems.inUse(address, places));
        }
        List<String> items = property == null ? ContentInUse.of(usage.itemsOf(owner.id())) : List.of();
        items.forEach(content -> problems.add(ContentProblems.ofType(address, content)));
        // Values of items that are named go with these.
        if (items.isEmpty()) {
            (property == null ? owner.type().properties() : List.of(property))
                    .forEach(each -> ContentInUse.of(usage.valuesOf(each.id()))
                            .forEach(content -> problems.add(ContentProblems.ofProperty(
                                    Address.ofProperty(owner.type().name(), each.name()), content))));
        }
        return problems;
    }

    private static Problem outOfUse(Address address, StoredType type, Instant since) {
        return type.origin() == Origin.ADMIN
                ? SettingProblems.outOfUse(address, since)
                : SettingProblems.outOfUse(
                        address, since, "synchronize with --orphans delete, and it goes unless it is in use");
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
}
