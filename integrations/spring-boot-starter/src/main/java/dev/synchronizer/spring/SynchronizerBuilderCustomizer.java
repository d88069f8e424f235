package dev.synchronizer.spring;

import dev.synchronizer.SynchronizerBuilder;

/** A bean that has the last word on how the application's synchronizer is built; several are asked in their order. */
@FunctionalInterface
public interface SynchronizerBuilderCustomizer {
    /** Changes what was taken from the application's properties. */
    void customize(SynchronizerBuilder builder);
}
