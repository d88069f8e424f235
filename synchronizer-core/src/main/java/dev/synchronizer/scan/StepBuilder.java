package dev.synchronizer.scan;

import dev.synchronizer.annotation.Migration;
import dev.synchronizer.archive.Container;
import dev.synchronizer.archive.EntryReader;
import dev.synchronizer.model.StepModel;
import dev.synchronizer.problem.Problem;
import dev.synchronizer.problem.ProblemCode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.objectweb.asm.Opcodes;

/** Makes migration steps of annotated classes, none of which is loaded. */
final class StepBuilder {
    /** What a step implements. Its room lies above this one, and it need not be on the path of a scan. */
    static final String STEP = "dev.synchronizer.migration.MigrationStep";

    private final ClassLookup lookup;
    private final EntryReader reader;
    private final Collection<Problem> problems;

    /** @param reader the calling thread's own */
    StepBuilder(ClassLookup lookup, EntryReader reader, Collection<Problem> problems) {
        this.lookup = lookup;
        this.reader = reader;
        this.problems = problems;
    }

    /** The step, or nothing if the class cannot be one, which is reported. */
    Optional<DeclaredStep> build(DeclaredClass declared, Container container) {
        ClassBytes bytes = className -> container.readClass(className, reader);
        try {
            List<String> faults = faults(declared, bytes);
            if (faults.isEmpty()) {
                return step(declared, bytes);
            }
            problems.add(Problem.of(
                    ProblemCode.NOT_A_MIGRATION_STEP,
                    declared.name(),
                    "it is annotated with @Migration, and " + String.join(", and ", faults)));
        } catch (IOException e) {
            problems.add(
                    Problem.of(ProblemCode.CLASS_UNREADABLE, declared.name(), "it cannot be read: " + e.getMessage()));
        }
        return Optional.empty();
    }

    private List<String> faults(DeclaredClass declared, ClassBytes bytes) throws IOException {
        if (declared.isInterface() || declared.isEnum() || declared.is(Opcodes.ACC_ABSTRACT)) {
            return List.of("no instance of it can be made");
        }
        List<String> faults = new ArrayList<>();
        if (declared.needsInstance()) {
            faults.add("it is an inner class that is not static, or is declared in a method");
        } else if (!declared.is(Opcodes.ACC_PUBLIC)) {
            faults.add("it is not public");
        } else if (!ClassCode.read(bytes.read(declared.name().replace('.', '/')))
                .isMadeOfNothing()) {
            faults.add("it has no public constructor without parameters");
        }
        if (!isStep(declared, new HashSet<>())) {
            faults.add("it does not implement " + STEP);
        }
        return faults;
    }

    /** Whether it is one by itself or by a supertype that was found. */
    private boolean isStep(DeclaredClass declared, Set<String> seen) {
        for (JavaType.Named superType : declared.superTypes()) {
            if (superType.name().equals(STEP)) {
                return true;
            }
            DeclaredClass found = seen.add(superType.name()) ? lookup.declared(superType.name()) : null;
            if (found != null && isStep(found, seen)) {
                return true;
            }
        }
        return false;
    }

    private Optional<DeclaredStep> step(DeclaredClass declared, ClassBytes bytes) throws IOException {
        Annotation annotation = declared.annotation(OurAnnotations.MIGRATION).orElseThrow();
        String phase = annotation.says("phase") ? annotation.text("phase") : Migration.Phase.AFTER.name();
        if (Arrays.stream(Migration.Phase.values())
                .noneMatch(known -> known.name().equals(phase))) {
            problems.add(unknownPhase(declared, phase));
            return Optional.empty();
        }
        String name = annotation.text("name");
        Number order = annotation.number("order");
        StepModel model = new StepModel(
                name.isEmpty() ? declared.simpleName() : name,
                declared.name(),
                annotation.text("version"),
                order == null ? 0 : order.intValue(),
                Migration.Phase.valueOf(phase),
                CodeChecksum.of(declared.name(), bytes));
        return Optional.of(new DeclaredStep(
                model,
                annotation.annotations("renames").stream()
                        .map(DeclaredStep.Rename::of)
                        .toList()));
    }

    /** Whoever compiled it had newer annotations than ours. */
    private static Problem unknownPhase(DeclaredClass declared, String phase) {
        return new Problem(
                ProblemCode.CLASS_UNREADABLE,
                declared.name(),
                "its phase " + phase + " is not among those that are known: "
                        + Arrays.toString(Migration.Phase.values()),
                "use a release of the synchronizer as new as the annotations that the class was compiled with");
    }
}
