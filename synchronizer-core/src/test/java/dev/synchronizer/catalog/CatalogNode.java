package dev.synchronizer.catalog;

import dev.synchronizer.Synchronizer;
import dev.synchronizer.databases.TestDatabase;
import dev.synchronizer.model.SettingKey;
import dev.synchronizer.model.SettingOverride;
import dev.synchronizer.model.SettingValue;
import dev.synchronizer.model.StoredType;
import dev.synchronizer.persistence.JdbcStore;
import dev.synchronizer.store.ChangeRecord;
import dev.synchronizer.store.StoredReads;
import dev.synchronizer.store.SyncTransaction;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * A process of its own that saves, reverts and reads at random for some seconds. Each save raises the order of a type,
 * and gives it a display name and a description that name the order, or takes both away, all in one transaction: so a
 * reader can tell a torn value, and one that goes backward. It prints {@code halfway}, {@code done}, and, once it is
 * asked to by a line, what it serves.
 */
final class CatalogNode {
    private static final Duration INTERVAL = Duration.ofMillis(200);
    private static final long GRACE_SECONDS = 10;

    private final JdbcStore store;
    private final Catalog catalog;
    private final String name;
    private final long start = System.nanoTime();
    private final long seconds;

    private CatalogNode(JdbcStore store, Catalog catalog, String name, long seconds) {
        this.store = store;
        this.catalog = catalog;
        this.name = name;
        this.seconds = seconds;
    }

    /** @param arguments URL, user and password of the database, the node's name, and how many seconds it works */
    public static void main(String[] arguments) throws Exception {
        TestDatabase database = new TestDatabase(arguments[0], arguments[1], arguments[2]);
        try (JdbcStore store = new JdbcStore(database.dataSource());
                Synchronizer synchronizer = Synchronizer.builder()
                        .dataSource(database.dataSource())
                        .pollInterval(INTERVAL)
                        .build()) {
            Catalog catalog = synchronizer.catalog();
            new CatalogNode(store, catalog, arguments[3], Long.parseLong(arguments[4])).work();
            System.out.println("done");
            answer(store, catalog);
        } catch (Throwable failure) {
            System.out.println("FAILED " + failure);
            failure.printStackTrace();
            Runtime.getRuntime().halt(1);
        }
    }

    private void work() throws InterruptedException {
        List<Thread> threads = List.of(
                new Thread(this::readAtRandom), new Thread(this::readAtRandom), new Thread(this::compareWithRows));
        threads.forEach(thread -> {
            thread.setUncaughtExceptionHandler((failed, failure) -> {
                System.out.println("FAILED " + failure);
                failure.printStackTrace();
                Runtime.getRuntime().halt(1);
            });
            thread.start();
        });
        saveAtRandom();
        for (Thread thread : threads) {
            thread.join();
        }
    }

    private boolean isOver() {
        return System.nanoTime() - start > TimeUnit.SECONDS.toNanos(seconds);
    }

    private void saveAtRandom() {
        Random random = new Random(name.hashCode());
        boolean second = false;
        while (!isOver()) {
            if (!second && System.nanoTime() - start > TimeUnit.SECONDS.toNanos(seconds) / 2) {
                second = true;
                System.out.println("halfway");
            }
            String type = "Type" + random.nextInt(FourNodesTest.TYPES);
            boolean revert = random.nextInt(3) == 0;
            long order = store.inTransaction(transaction -> save(transaction, type, revert));
            catalog.refreshAfterCommit();
            require(order(type) >= order, "an own write to " + type + " is not seen at once");
            LockSupport.parkNanos(random.nextInt(10_000_000));
        }
    }

    private long save(SyncTransaction transaction, String typeName, boolean revert) {
        StoredType type = transaction.type(typeName).orElseThrow();
        long order = storedOrder(transaction, type) + 1;
        SettingValue text = SettingValue.of(typeName + " " + order);
        List<SettingOverride> texts =
                List.of(override(type, SettingKey.DISPLAY_NAME, text), override(type, SettingKey.DESCRIPTION, text));
        if (revert) {
            transaction.deleteOverrides(texts);
        } else {
            transaction.saveOverrides(texts);
        }
        transaction.saveOverrides(List.of(override(type, SettingKey.ORDER, SettingValue.of(order))));
        ChangeRecord.Kind kind = revert ? ChangeRecord.Kind.REVERT : ChangeRecord.Kind.SET;
        transaction.log(List.of(
                new ChangeRecord(0, Instant.now(), name, kind, null, type.id(), typeName, null, null, null, null)));
        return order;
    }

    private SettingOverride override(StoredType type, SettingKey key, SettingValue value) {
        return new SettingOverride(type.id(), null, key.label(), value, name, Instant.now(), null);
    }

    private static long storedOrder(StoredReads reads, StoredType type) {
        return reads.overrides(type.id()).stream()
                .filter(override -> override.key() == SettingKey.ORDER)
                .map(override -> override.value() instanceof SettingValue.Numeric number ? number.value() : null)
                .mapToLong(BigDecimal::longValueExact)
                .findFirst()
                .orElse(FourNodesTest.FIRST_ORDER);
    }

    private void readAtRandom() {
        Random random = new Random();
        Map<String, Long> newest = new HashMap<>();
        while (!isOver()) {
            for (int i = 0; i < 1_000; i++) {
                String type = "Type" + random.nextInt(FourNodesTest.TYPES);
                long order = order(type);
                require(order >= newest.getOrDefault(type, 0L), type + " went backward");
                newest.put(type, order);
            }
            for (EffectiveType type : catalog.types()) {
                long order = whole(type);
                require(order >= newest.getOrDefault(type.name(), 0L), type.name() + " went backward among all");
                newest.put(type.name(), order);
            }
            LockSupport.parkNanos(1_000_000);
        }
    }

    private long order(String type) {
        return whole(catalog.type(type).orElseThrow());
    }

    /** The order of a type none of whose settings are of another moment. */
    private static long whole(EffectiveType type) {
        EffectiveSettings settings = type.settings();
        long order = settings.number(SettingKey.ORDER).longValueExact();
        String text = settings.text(SettingKey.DISPLAY_NAME);
        String other = settings.text(SettingKey.DESCRIPTION);
        boolean reverted = type.name().equals(text) && other == null;
        require(reverted || (type.name() + " " + order).equals(text) && text.equals(other), type + " is torn");
        return order;
    }

    /** What rows say is served when the interval is over, and some grace for a busy machine. */
    private void compareWithRows() {
        while (!isOver()) {
            Map<String, Long> rows = rows();
            long read = System.nanoTime();
            rows.forEach((type, order) -> {
                while (order(type) < order) {
                    long waited = System.nanoTime() - read;
                    require(waited < TimeUnit.SECONDS.toNanos(GRACE_SECONDS), type + " is served as it was long ago");
                    LockSupport.parkNanos(1_000_000);
                }
            });
        }
    }

    private Map<String, Long> rows() {
        return store.reading(reads -> {
            Map<String, Long> orders = new TreeMap<>();
            for (StoredType type : reads.load().types()) {
                orders.put(type.name(), storedOrder(reads, type));
            }
            return orders;
        });
    }

    private static void answer(JdbcStore store, Catalog catalog) throws IOException {
        BufferedReader questions = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        if (questions.readLine() != null) {
            long last = store.changeNumber();
            while (catalog.changeNumber() != last) {
                LockSupport.parkNanos(1_000_000);
            }
            catalog.types().forEach(type -> System.out.println(FourNodesTest.line(type)));
            System.out.println("end");
        }
    }

    private static void require(boolean condition, String message) {
        if (!condition) {
            throw new IllegalStateException(message);
        }
    }
}
