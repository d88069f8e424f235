package dev.synchronizer.benchmarks;

import dev.synchronizer.Synchronizer;
import dev.synchronizer.benchmarks.world.ModelJar;
import dev.synchronizer.benchmarks.world.WorkFolder;
import dev.synchronizer.diff.ModelComparison;
import dev.synchronizer.diff.ModelDiff;
import dev.synchronizer.model.ContentModel;
import dev.synchronizer.model.StoredModel;
import dev.synchronizer.model.Usage;
import dev.synchronizer.plan.Planner;
import dev.synchronizer.plan.Policy;
import dev.synchronizer.plan.SyncPlan;
import dev.synchronizer.validate.Validation;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Point 4: one changed type among many, with both models in memory, in a warm process. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
public class DiffBenchmark {
    @Param({"100", "1000", "10000"})
    private int types;

    private StoredModel stored = StoredModel.empty();
    private ContentModel declared = ContentModel.of();

    @Setup
    public void read() throws IOException {
        try (WorkFolder work = WorkFolder.create()) {
            stored = StoredModel.ofCommitted(model(ModelJar.write(work.path(), "site", types, -1)));
            declared = model(ModelJar.write(work.path(), "site", types, types / 2));
        }
    }

    private static ContentModel model(Path jar) {
        return Synchronizer.builder().models(jar).build().validate().model();
    }

    @Benchmark
    public ModelDiff diff() {
        return ModelComparison.compare(stored, declared, dev.synchronizer.diff.Scope.everything());
    }

    @Benchmark
    public SyncPlan diffAndPlan() {
        return Planner.plan(diff(), Policy.standard(), Usage.NONE, Validation.nothing(), Instant.EPOCH);
    }
}
