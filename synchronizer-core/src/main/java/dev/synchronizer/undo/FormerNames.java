package dev.synchronizer.undo;

import dev.synchronizer.model.Origin;
import dev.synchronizer.model.StoredModel;
import dev.synchronizer.model.StoredProperty;
import dev.synchronizer.model.StoredType;
import dev.synchronizer.problem.Problem;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The names that types and properties had before a run, some of which are those of something else by now. */
final class FormerNames {
    private final BeforeRun run;
    private final List<LaterRun> later;
    private final StoredModel now;

    FormerNames(BeforeRun run, List<LaterRun> later, StoredModel now) {
        this.run = run;
        this.later = later;
        this.now = now;
    }

    /** Who else has the name that something had before the run, and keeps it when the run is undone. */
    private record Holder(
            String name, long typeId, @Nullable Long propertyId, Origin origin) {
        static Holder of(StoredType type) {
            return new Holder(type.name(), type.id(), null, type.origin());
        }

        static Holder of(StoredType type, StoredProperty property) {
            return new Holder(property.name(), type.id(), property.id(), property.origin());
        }

        boolean is(BeforeRun.Touched touched) {
            return touched.typeId() == typeId && Objects.equals(touched.propertyId(), propertyId);
        }
    }

    Optional<Problem> conflict(BeforeRun.Touched touched) {
        if (touched.deed() == BeforeRun.Deed.CREATED || touched.orphaned()) {
            return Optional.empty();
        }
        Optional<String> present = presentName(touched);
        boolean comesBack = present.isPresent() || touched.deed() == BeforeRun.Deed.DELETED;
        return comesBack && !present.equals(Optional.of(formerName(touched)))
                ? holder(touched)
                        .filter(holder -> !givesUp(holder))
                        .map(holder -> problem(touched, present.orElse(null), holder))
                : Optional.empty();
    }

    private static String formerName(BeforeRun.Touched touched) {
        return touched.property() == null ? touched.type() : touched.property();
    }

    private Optional<String> presentName(BeforeRun.Touched touched) {
        Optional<StoredType> type = now.types().stream()
                .filter(each -> each.id() == touched.typeId())
                .findFirst();
        return touched.isType()
                ? type.map(StoredType::name)
                : type.flatMap(each -> each.properties().stream()
                        .filter(property -> Objects.equals(property.id(), touched.propertyId()))
                        .map(StoredProperty::name)
                        .findFirst());
    }

    private Optional<Holder> holder(BeforeRun.Touched touched) {
        return touched.isType()
                ? now.types().stream()
                        .filter(type -> type.name().equals(touched.type()))
                        .map(Holder::of)
                        .findFirst()
                : now.types().stream()
                        .filter(type -> type.id() == touched.typeId())
                        .flatMap(type -> type.property(formerName(touched)).map(each -> Holder.of(type, each)).stream())
                        .findFirst();
    }

    /** What the run made goes with it, and what it renamed gets its own former name. */
    private boolean givesUp(Holder holder) {
        return run.touched().stream()
                .filter(holder::is)
                .anyMatch(each -> each.deed() == BeforeRun.Deed.CREATED
                        || !each.orphaned() && !formerName(each).equals(holder.name()));
    }

    private Problem problem(BeforeRun.Touched touched, @Nullable String present, Holder holder) {
        String what = touched.isType() ? "type" : "property";
        return UndoConflicts.problem(
                touched.address(),
                present == null
                        ? "it went, and %s has given its name to another %s".formatted(giver(holder), what)
                        : "it is called %s now, and %s has given its former name to another %s"
                                .formatted(present, giver(holder), what),
                "rename that first, or " + UndoConflicts.BY_HAND);
    }

    private String giver(Holder holder) {
        String unknown = holder.origin() == Origin.ADMIN ? "an administrator" : "a later run";
        return later.stream()
                .filter(each -> each.touched().stream()
                        .filter(holder::is)
                        .anyMatch(touched -> touched.deed() == BeforeRun.Deed.CREATED
                                || !formerName(touched).equals(holder.name())))
                .reduce((earlier, last) -> last)
                .map(each -> "run " + each.id())
                .orElse(unknown);
    }
}
