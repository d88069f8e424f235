package dev.synchronizer.saving;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A step of the pipeline.
 *
 * @param name its name
 * @param processor what an application has put there; null for a built-in step
 * @param kinds what it is called for; everything, where it is a built-in step
 * @param on whether it is taken
 */
public record PipelineStep(String name, @Nullable SaveProcessor processor, Set<SubjectKind> kinds, boolean on) {
    public PipelineStep {
        kinds = Set.copyOf(kinds);
    }

    static PipelineStep builtIn(String name) {
        return new PipelineStep(name, null, Set.of(SubjectKind.values()), true);
    }

    static PipelineStep of(SaveProcessor processor) {
        return new PipelineStep(processor.name(), processor, processor.kinds(), true);
    }

    PipelineStep switched(boolean other) {
        return new PipelineStep(name, processor, kinds, other);
    }

    /** Whether it is a processor that is called for things of a kind. */
    boolean isCalledFor(SubjectKind kind) {
        return on && kinds.contains(kind);
    }

    public boolean isBuiltIn() {
        return processor == null;
    }
}
