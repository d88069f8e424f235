package dev.synchronizer.model;

import dev.synchronizer.annotation.Migration;
import java.util.Comparator;

/**
 * A migration step as its class declares it.
 *
 * @param name its name, unique in its module
 * @param className the class, in the form of {@link Class#getName}
 * @param version the version of the module that needs it
 * @param order its position among the steps of that version
 * @param phase when it runs
 * @param checksum tells whether its code changed; nothing else of its class has a part in it
 */
public record StepModel(
        String name, String className, String version, int order, Migration.Phase phase, String checksum) {
    /** The order in which steps run. */
    public static final Comparator<StepModel> ORDER = Comparator.comparing(
                    StepModel::version, ModuleVersion::compareInFull)
            .thenComparingInt(StepModel::order)
            .thenComparing(StepModel::name);
}
