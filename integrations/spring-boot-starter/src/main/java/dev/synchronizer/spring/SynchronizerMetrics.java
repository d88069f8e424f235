package dev.synchronizer.spring;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.concurrent.TimeUnit;
import java.util.function.ToIntFunction;

/** How the content types stand, and what the application's runs did, as meters. */
final class SynchronizerMetrics implements MeterBinder {
    private final ApplicationSynchronizer synchronizer;

    SynchronizerMetrics(ApplicationSynchronizer synchronizer) {
        this.synchronizer = synchronizer;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        types("in-sync", TypeCounts::inSync, registry);
        types("pending", TypeCounts::pending, registry);
        types("gated", TypeCounts::gated, registry);
        types("conflict", TypeCounts::conflict, registry);
        types("orphaned", TypeCounts::orphaned, registry);
        types("absent", TypeCounts::absent, registry);
        TimeGauge.builder(
                        "synchronizer.run.duration",
                        synchronizer,
                        TimeUnit.MILLISECONDS,
                        s -> s.state().duration().toMillis())
                .description("How long the last run took")
                .register(registry);
        FunctionCounter.builder("synchronizer.runs.committed", synchronizer, ApplicationSynchronizer::committedRuns)
                .description("Runs of this application that committed anything")
                .register(registry);
        FunctionCounter.builder("synchronizer.runs.failed", synchronizer, ApplicationSynchronizer::failedRuns)
                .description("Runs of this application that failed or were refused")
                .register(registry);
    }

    private void types(String state, ToIntFunction<TypeCounts> count, MeterRegistry registry) {
        Gauge.builder("synchronizer.types", synchronizer, s -> number(s.state(), count))
                .description("Content types as of the last run; not a number where it ended before they were compared")
                .tag("state", state)
                .register(registry);
    }

    private static double number(SynchronizationState state, ToIntFunction<TypeCounts> count) {
        TypeCounts counts = state.counts();
        return counts == null ? Double.NaN : count.applyAsInt(counts);
    }
}
