package dev.synchronizer.settings;

import dev.synchronizer.lookup.KnownType;
import dev.synchronizer.lookup.SettingOwner;
import dev.synchronizer.model.Address;
import dev.synchronizer.model.Origin;
import dev.synchronizer.model.SettingOverride;
import dev.synchronizer.model.Settings;
import dev.synchronizer.model.StoredModel;
import dev.synchronizer.model.StoredProperty;
import dev.synchronizer.model.StoredType;
import dev.synchronizer.problem.Problem;
import dev.synchronizer.problem.ProblemCode;
import dev.synchronizer.problem.ProblemsException;
import dev.synchronizer.store.ChangeRecord;
import dev.synchronizer.store.RowChanges;
import dev.synchronizer.store.SyncTransaction;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Deletes what an administrator made, unless somebody needs it. */
final class Deletion {
    private Deletion() {}

    static Undefined of(Address address, SyncTransaction transaction, String actor, Instant now) {
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
        Stream<ChangeRecord> reverted = overrides.stream().map(override -> override.reverted(actor, now));
        Stream<ChangeRecord> undefined =
                parts.stream().map(part -> part.record(type.stored().id(), actor, now));
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
        Instant outOfUse = owner.outOfUseSince();
        if (owner.isDeclared() && outOfUse != null) {
            throw new ProblemsException(outOfUse(address, type.stored(), outOfUse), null);
        }
        if (owner.isDeclared()) {
            throw new ProblemsException(DefinitionProblems.notDeletable(owner), null);
        }
        List<String> places = property == null
                ? TypeReferences.to(address.type(), stored)
                : TypeReferences.predecessors(type, property);
        if (!places.isEmpty()) {
            throw new ProblemsException(DefinitionProblems.inUse(address, places), null);
        }
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
