package dev.synchronizer.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import dev.synchronizer.fixtures.Models;
import dev.synchronizer.model.SettingKey;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a hit costs, and who pays for a miss. */
class HitTest {
    private static final int TIMES = 100_000;

    private final StoreInHand store = new StoreInHand();
    private final Catalog catalog = new Catalog(store, new NoOwnModels());

    @BeforeEach
    void commit() {
        store.run(Models.site("1.0", Models.type("Article", Models.text("teaser"))));
    }

    @Test
    void aHitAllocatesNothingNorDoesReadingWhatItGives() {
        assertThat(readOften()).isEqualTo(4L * TIMES);
        assertThat(missOften()).isZero();
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long thread = Thread.currentThread().getId();

        long before = threads.getThreadAllocatedBytes(thread);
        long hits = readOften();
        long allocated = threads.getThreadAllocatedBytes(thread) - before;

        assertThat(hits).isEqualTo(4L * TIMES);
        // The question itself allocates a little; a single object for each hit would be a hundred times as much.
        assertThat(allocated).isLessThan(TIMES / 5);
    }

    private long readOften() {
        long found = 0;
        for (int i = 0; i < TIMES; i++) {
            EffectiveType type = catalog.type("Article").orElseThrow();
            EffectiveProperty teaser = type.property("teaser").orElseThrow();
            found += type.settings().flag(SettingKey.AVAILABLE_IN_EDIT_MODE) ? 1 : 0;
            found += teaser.settings().flag(SettingKey.VISIBLE) ? 1 : 0;
            found += teaser.settings().text(SettingKey.PROMPT) == null ? 1 : 0;
            found += type.properties().size();
        }
        return found;
    }

    private long missOften() {
        long found = 0;
        for (int i = 0; i < TIMES; i++) {
            found += catalog.type("Banner").isPresent() ? 1 : 0;
        }
        return found;
    }

    @Test
    void manyWhoAskForATypeAtFirstLoadItOnce() throws Exception {
        int many = 8;
        CountDownLatch others = new CountDownLatch(many - 1);
        store.afterNextReading(() -> await(others));
        ExecutorService threads = Executors.newFixedThreadPool(many);
        try {
            List<Future<EffectiveType>> read = new ArrayList<>();
            for (int i = 0; i < many; i++) {
                Callable<EffectiveType> reader = () -> {
                    others.countDown();
                    return catalog.type("Article").orElseThrow();
                };
                read.add(threads.submit(reader));
            }
            EffectiveType first = read.get(0).get(1, TimeUnit.MINUTES);
            for (Future<EffectiveType> each : read) {
                assertThat(each.get(1, TimeUnit.MINUTES)).isSameAs(first);
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(store.readings()).isEqualTo(1);
    }

    private static void await(CountDownLatch others) {
        try {
            assertThat(others.await(1, TimeUnit.MINUTES)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
