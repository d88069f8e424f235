package dev.synchronizer.diff;

import dev.synchronizer.model.Origin;
import dev.synchronizer.model.PropertyModel;
import dev.synchronizer.model.StoredProperty;
import dev.synchronizer.model.StoredType;
import dev.synchronizer.model.TypeModel;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** Finds what stored types are that no scanned class declares. */
final class UndeclaredTypes {
    private final StoredIndex index;
    private final Modules modules;
    private final Scope scope;

    UndeclaredTypes(StoredIndex index, Modules modules, Scope scope) {
        this.index = index;
        this.modules = modules;
        this.scope = scope;
    }

    /** Nothing where the type is none of this run's business. */
    Optional<TypeDiff> find(StoredType stored) {
        ModuleState module = modules.stateOf(stored.module());
        if (stored.origin() == Origin.ADMIN) {
            return withOrphans(stored);
        }
        if (module == ModuleState.GATED) {
            return Optional.empty();
        }
        if (module == ModuleState.ABSENT) {
            return Optional.of(absent(stored, Reason.MODULE_ABSENT));
        }
        if (module != ModuleState.GONE && !scope.covers(stored.className())) {
            return Optional.of(absent(stored, Reason.PACKAGE_NOT_SCANNED));
        }
        if (stored.adopted()) {
            return Optional.of(returned(stored));
        }
        return Optional.of(orphan(stored, module == ModuleState.GONE ? Reason.MODULE_GONE : Reason.NO_LONGER_DECLARED));
    }

    /** What only code made of a type that went back to the administrators was kept, and may be due now. */
    private Optional<TypeDiff> withOrphans(StoredType adminMade) {
        boolean keepsOrphans = adminMade.properties().stream().anyMatch(property -> property.origin() == Origin.CODE);
        return keepsOrphans
                ? Optional.of(diff(
                        adminMade,
                        ChangeState.IDENTICAL,
                        List.of(),
                        Grade.COMPATIBLE,
                        (property, before) -> leftOver(
                                property, before, ChangeState.ORPHANED, Reason.NO_LONGER_DECLARED, Grade.BREAKING)))
                : Optional.empty();
    }

    private TypeDiff absent(StoredType stored, Reason reason) {
        return diff(
                stored,
                ChangeState.ABSENT,
                List.of(reason),
                Grade.COMPATIBLE,
                (property, before) -> leftOver(property, before, ChangeState.ABSENT, reason, Grade.COMPATIBLE));
    }

    /** The type goes back to the administrators with what they made of it; what code added to it is orphaned. */
    private TypeDiff returned(StoredType stored) {
        return diff(
                stored,
                ChangeState.UPDATED,
                List.of(Reason.RETURNED_TO_ADMINISTRATORS),
                Grade.COMPATIBLE,
                PropertyComparison::notDeclared);
    }

    /** What administrators added to the type goes back to them. */
    private TypeDiff orphan(StoredType stored, Reason reason) {
        return diff(
                stored,
                ChangeState.ORPHANED,
                List.of(reason),
                Grade.BREAKING,
                (property, before) -> property.adopted()
                        ? PropertyComparison.notDeclared(property, before)
                        : leftOver(property, before, ChangeState.ORPHANED, reason, Grade.BREAKING));
    }

    private static PropertyDiff leftOver(
            StoredProperty property, @Nullable PropertyModel before, ChangeState state, Reason reason, Grade grade) {
        return new PropertyDiff(property.name(), state, List.of(reason), grade, property, before, null, List.of());
    }

    private TypeDiff diff(
            StoredType stored,
            ChangeState state,
            List<Reason> reasons,
            Grade grade,
            BiFunction<StoredProperty, @Nullable PropertyModel, PropertyDiff> propertyDiff) {
        TypeModel before = index.committed(stored);
        List<PropertyDiff> properties = stored.properties().stream()
                .filter(property -> property.origin() == Origin.CODE)
                .map(property -> propertyDiff.apply(property, committed(property, before)))
                .toList();
        return new TypeDiff(
                stored.name(),
                Objects.requireNonNullElse(stored.module(), ""),
                state,
                reasons,
                grade.and(Grading.worst(List.of(), properties)),
                stored,
                before,
                null,
                List.of(),
                properties);
    }

    private static @Nullable PropertyModel committed(StoredProperty property, @Nullable TypeModel before) {
        return before == null ? null : before.property(property.name()).orElse(null);
    }
}
