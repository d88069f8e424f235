package dev.synchronizer.saving;

import org.jspecify.annotations.Nullable;

/**
 * A step of the pipeline.
 *
 * @param name its name
 * @param processor what an application has put there; null for a built-in step
 * @param on whether it is taken
 */
public record PipelineStep(String name, @Nullable SaveProcessor processor, boolean on) {
    static PipelineStep builtIn(String name) {
        return new PipelineStep(name, null, true);
    }

    static PipelineStep of(SaveProcessor processor) {
        return new PipelineStep(processor.name(), processor, true);
    }

    PipelineStep switched(boolean other) {
        return new PipelineStep(name, processor, other);
    }

    public boolean isBuiltIn() {
        return processor == null;
    }
}
