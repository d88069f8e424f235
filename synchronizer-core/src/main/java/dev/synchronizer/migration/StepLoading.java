package dev.synchronizer.migration;

import dev.synchronizer.plan.StepPlan;
import dev.synchronizer.problem.Problem;
import dev.synchronizer.problem.ProblemCode;
import dev.synchronizer.problem.ProblemsException;
import dev.synchronizer.scan.CodeChecksum;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** Makes a migration step's class an object, which is the one place where code of the models is run (F2). */
final class StepLoading {
    private final ClassLoader loader;

    StepLoading(ClassLoader loader) {
        this.loader = loader;
    }

    /** @throws ProblemsException if there is no such class, or not the one that the plan was made of */
    MigrationStep load(StepPlan plan) {
        try {
            String className = plan.step().className();
            requireSame(plan, loader, "its code is another one than that which was read for the plan");
            Class<?> found = Class.forName(className, false, loader);
            // A parent may come first for classes, and have one of an older release.
            requireSame(
                    plan,
                    found.getClassLoader(),
                    "its class loader has another one than that which was read for the plan");
            return found.asSubclass(MigrationStep.class).getConstructor().newInstance();
        } catch (IOException | ReflectiveOperationException | ClassCastException | LinkageError e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            throw failure(plan, "it cannot be loaded: " + cause, e);
        }
    }

    private static void requireSame(StepPlan plan, ClassLoader from, String otherwise) throws IOException {
        String found = CodeChecksum.of(plan.step().className(), name -> bytes(name, from));
        if (!found.equals(plan.step().checksum())) {
            throw failure(plan, otherwise, null);
        }
    }

    private static byte[] bytes(String className, ClassLoader from) throws IOException {
        try (InputStream stream = from.getResourceAsStream(className + ".class")) {
            if (stream == null) {
                throw new FileNotFoundException("the class " + className.replace('/', '.') + " is not there");
            }
            return stream.readAllBytes();
        }
    }

    private static ProblemsException failure(StepPlan plan, String why, @Nullable Throwable e) {
        return new ProblemsException(
                Problem.of(
                        ProblemCode.STEP_NOT_LOADED,
                        plan.step().className(),
                        "the class of the migration step " + plan + ": " + why),
                e);
    }
}
