package dev.synchronizer.benchmarks;

import dev.synchronizer.Synchronizer;
import dev.synchronizer.benchmarks.race.Machine;
import dev.synchronizer.benchmarks.world.StoredSite;
import dev.synchronizer.catalog.Catalog;
import java.io.IOException;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.h2.jdbcx.JdbcDataSource;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/** Point 6: a cached read beside a map's, of the same keys, at 1, 4 and 16 threads. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(2)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class CachedRead {
    private static final int TYPES = 128;

    /** Both hold the same types under the same names. */
    @State(Scope.Benchmark)
    public static class Caches {
        private final JdbcDataSource dataSource = new JdbcDataSource();
        private final Synchronizer synchronizer;
        private final Catalog catalog;
        private final ConcurrentHashMap<String, Object> map = new ConcurrentHashMap<>();
        private final String[] names = new String[TYPES];

        public Caches() {
            dataSource.setURL("jdbc:h2:mem:cached;DB_CLOSE_DELAY=-1");
            synchronizer = Synchronizer.builder().dataSource(dataSource).build();
            catalog = synchronizer.catalog();
        }

        @Setup
        public void fill() throws IOException {
            StoredSite.commit(dataSource, TYPES, TYPES / 10).toArray(names);
            for (String name : names) {
                map.put(name, catalog.type(name));
            }
        }

        @TearDown
        public void close() {
            synchronizer.close();
        }
    }

    /** Each thread asks for one name after the other. */
    @State(Scope.Thread)
    public static class Place {
        private int last;

        private int next() {
            last = (last + 1) % TYPES;
            return last;
        }
    }

    @Benchmark
    public @Nullable Object map(Caches caches, Place place) {
        return caches.map.get(caches.names[place.next()]);
    }

    @Benchmark
    public Object catalog(Caches caches, Place place) {
        return caches.catalog.type(caches.names[place.next()]);
    }

    public static void main(String[] arguments) throws RunnerException {
        Map<Integer, Map<String, Double>> nanos = new TreeMap<>();
        for (int threads : new int[] {1, 4, 16}) {
            Collection<RunResult> results = new Runner(new OptionsBuilder()
                            .include(CachedRead.class.getName() + "\\.")
                            .threads(threads)
                            .build())
                    .run();
            for (RunResult run : results) {
                Result<?> result = run.getPrimaryResult();
                nanos.computeIfAbsent(threads, key -> new TreeMap<>()).put(result.getLabel(), result.getScore());
            }
        }
        System.out.println(Machine.describe());
        System.out.println("| threads | `ConcurrentHashMap.get`, ns | cached read, ns | ratio |");
        System.out.println("|---|---|---|---|");
        nanos.forEach((threads, row) -> {
            double map = row.getOrDefault("map", Double.NaN);
            double catalog = row.getOrDefault("catalog", Double.NaN);
            System.out.printf("| %d | %.1f | %.1f | %.2f |%n", threads, map, catalog, catalog / map);
        });
    }
}
