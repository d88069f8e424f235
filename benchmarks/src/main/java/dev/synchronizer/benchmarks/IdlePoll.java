package dev.synchronizer.benchmarks;

import dev.synchronizer.Synchronizer;
import dev.synchronizer.benchmarks.race.Machine;
import dev.synchronizer.benchmarks.world.KeptConnection;
import dev.synchronizer.benchmarks.world.PostgresServer;
import dev.synchronizer.benchmarks.world.StoredSite;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.sql.Connection;
import java.time.Duration;
import java.util.Arrays;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** Point 9: the processor time of an idle node's poll, at the usual interval of two seconds. */
public final class IdlePoll {
    private static final Duration INTERVAL = Duration.ofSeconds(2);
    private static final int WARM_UP = 5;

    private IdlePoll() {}

    /**
     * Prints a table.
     *
     * @param arguments how many polls are measured
     */
    public static void main(String[] arguments) throws Exception {
        int polls = arguments.length == 0 ? 15 : Integer.parseInt(arguments[0]);
        try (PostgresServer server = PostgresServer.start()) {
            System.out.println(Machine.describe());
            System.out.println("| types | how | ms of processor time a poll |");
            System.out.println("|---|---|---|");
            for (int types : new int[] {100, 10_000}) {
                PGSimpleDataSource plain = new PGSimpleDataSource();
                plain.setUrl(server.create("idle_" + types));
                StoredSite.commit(plain, types, types / 10);
                print(types, "listening, on a connection of its own", measure(plain, true, polls));
                print(types, "a new connection each time", measure(plain, false, polls));
                try (Connection connection = plain.getConnection()) {
                    print(types, "a connection of a pool", measure(KeptConnection.pool(connection), false, polls));
                }
            }
        }
    }

    private static void print(int types, String how, double millis) {
        System.out.printf("| %,d | %s | %.2f |%n", types, how, millis);
    }

    private static double measure(DataSource dataSource, boolean listening, int polls)
            throws IOException, InterruptedException {
        try (Synchronizer synchronizer = Synchronizer.builder()
                .dataSource(dataSource)
                .pollInterval(INTERVAL)
                .changeNotifications(listening)
                .build()) {
            synchronizer.catalog().types();
            Thread.sleep(INTERVAL.toMillis() * WARM_UP);
            long before = processorNanos();
            Thread.sleep(INTERVAL.toMillis() * polls);
            return (processorNanos() - before) / 1e6 / polls;
        }
    }

    private static long processorNanos() {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        return Arrays.stream(threads.dumpAllThreads(false, false))
                .filter(thread -> thread.getThreadName().equals("synchronizer-catalog"))
                .mapToLong(ThreadInfo::getThreadId)
                .map(threads::getThreadCpuTime)
                .sum();
    }
}
