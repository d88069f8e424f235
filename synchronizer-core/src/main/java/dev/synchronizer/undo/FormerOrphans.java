package dev.synchronizer.undo;

import dev.synchronizer.model.PropertyModel;
import dev.synchronizer.model.StoredModel;
import dev.synchronizer.model.StoredProperty;
import dev.synchronizer.model.StoredType;
import dev.synchronizer.model.TypeModel;
import dev.synchronizer.problem.Problem;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What no code declared before a run. It is marked again, or given back to the administrators, as it stands: no code
 * would give it the name or the data type that it had, and under others, code that declares it again would not find it.
 */
final class FormerOrphans {
    private static final String ONCE_MORE =
            "synchronize models that declare it as it was, and then those that do not declare it";

    private final BeforeRun run;
    private final StoredModel now;

    FormerOrphans(BeforeRun run, StoredModel now) {
        this.run = run;
        this.now = now;
    }

    Optional<Problem> conflict(BeforeRun.Touched touched) {
        return now.types().stream()
                .filter(type -> type.id() == touched.typeId())
                .findFirst()
                .flatMap(type -> touched.isType() ? ofType(touched, type) : ofProperty(touched, type));
    }

    private Optional<Problem> ofType(BeforeRun.Touched touched, StoredType type) {
        boolean declared = !touched.orphaned() && touched.module() != null;
        if (touched.deed() != BeforeRun.Deed.CHANGED || declared) {
            return Optional.empty();
        }
        if (!type.name().equals(touched.type())) {
            return Optional.of(lost(touched, "under its name of then, as it is called " + type.name() + " now,"));
        }
        return touched.orphaned() && !Objects.equals(type.module(), touched.module())
                ? Optional.of(lost(touched, "in its module of then, " + touched.module() + ","))
                : Optional.empty();
    }

    private Optional<Problem> ofProperty(BeforeRun.Touched touched, StoredType type) {
        BeforeRun.Touched owner = run.type(type.id());
        boolean withItsType = owner != null && owner.orphaned();
        if (withItsType && touched.deed() != BeforeRun.Deed.CHANGED) {
            return Optional.of(UndoConflicts.problem(
                    touched.address(),
                    "its type was out of use before the run, and cannot be marked again with the properties of then",
                    UndoConflicts.BY_HAND));
        }
        return withItsType || touched.orphaned()
                ? type.properties().stream()
                        .filter(property -> Objects.equals(property.id(), touched.propertyId()))
                        .findFirst()
                        .flatMap(property -> ofProperty(touched, property))
                : Optional.empty();
    }

    private Optional<Problem> ofProperty(BeforeRun.Touched touched, StoredProperty property) {
        if (!property.name().equals(touched.property())) {
            return Optional.of(lost(touched, "under its name of then, as it is called " + property.name() + " now,"));
        }
        PropertyModel was = code(touched);
        return was == null || was.type().storedForm().equals(property.dataType())
                ? Optional.empty()
                : Optional.of(lost(touched, "with its data type of then, " + was.type() + ","));
    }

    private @Nullable PropertyModel code(BeforeRun.Touched touched) {
        TypeModel type = run.code(touched);
        return type == null
                ? null
                : type.property(String.valueOf(touched.property())).orElse(null);
    }

    private static Problem lost(BeforeRun.Touched touched, String how) {
        String was = touched.module() == null ? "an administrator's" : "out of use";
        String again = touched.module() == null ? "given back" : "marked again";
        return UndoConflicts.problem(
                touched.address(),
                "it was %s before the run, and %s it cannot be %s".formatted(was, how, again),
                ONCE_MORE);
    }
}
