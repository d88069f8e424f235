package dev.synchronizer.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.synchronizer.fixtures.Models;
import dev.synchronizer.model.SettingKey;
import dev.synchronizer.store.ChangeWatch;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** Time is moved by hand: each round waits as long as the test says. */
class PollerTest {
    private static final Duration INTERVAL = Duration.ofSeconds(2);

    private final StoreInHand store = new StoreInHand();
    private final Catalog catalog = new Catalog(store, new NoOwnModels());
    private final Logger logger = (Logger) LoggerFactory.getLogger(Catalog.class);
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private Instant now = Instant.EPOCH;
    private long nanos;
    private Duration wallTime = INTERVAL;
    private Duration ticks = INTERVAL;
    private int questions;
    private boolean lost;
    private boolean awaitFails;
    private final Poller poller = new Poller(catalog, new Watch(), INTERVAL, new Wall(), () -> nanos, () -> {});

    @BeforeEach
    void commit() {
        store.run(Models.site("1.0", Models.type("Article"), Models.type("News")));
        log.start();
        logger.setLevel(Level.INFO);
        logger.addAppender(log);
    }

    @AfterEach
    void stopListening() {
        logger.detachAppender(log);
        logger.setLevel(null);
    }

    @Test
    void aRoundShowsWhatOthersSaved() throws InterruptedException {
        catalog.type("Article");
        store.set("Article", "displayName", "Story");

        poller.round();

        assertThat(displayName()).isEqualTo("Story");
    }

    @Test
    void anIdleRoundIsOneSmallQuestion() throws InterruptedException {
        catalog.type("Article");
        int before = store.readings();

        poller.round();
        poller.round();

        assertThat(questions).isEqualTo(2);
        assertThat(store.readings()).isEqualTo(before);
    }

    @Test
    void whoSleptByEitherClockDropsAllBeforeAnythingElse() throws InterruptedException {
        EffectiveType article = catalog.type("Article").orElseThrow();
        wallTime = Duration.ofHours(1);
        store.breakDown();
        poller.round();
        assertThat(catalog.changeNumber()).isEqualTo(View.UNKNOWN);
        store.comeBack();
        wallTime = INTERVAL;
        poller.round();
        EffectiveType again = catalog.type("Article").orElseThrow();
        assertThat(again).isNotSameAs(article);

        ticks = Duration.ofHours(1);
        poller.round();
        assertThat(catalog.type("Article").orElseThrow()).isNotSameAs(again);
    }

    @Test
    void aRoundThatIsALittleLateIsNoSleep() throws InterruptedException {
        EffectiveType article = catalog.type("Article").orElseThrow();
        wallTime = INTERVAL.multipliedBy(3);
        poller.round();
        wallTime = Duration.ofHours(-1);
        poller.round();

        assertThat(catalog.type("Article")).containsSame(article);
    }

    @Test
    void whileTheDatabaseIsAwayWhatIsKnownIsServedAndOneWarningLogged() throws InterruptedException {
        catalog.type("Article");
        store.breakDown();
        poller.round();
        poller.round();
        poller.round();

        assertThat(catalog.type("Article")).isPresent();
        assertThat(log.list).filteredOn(event -> event.getLevel() == Level.WARN).hasSize(1);
        assertThat(log.list.get(0).getFormattedMessage()).contains("it is gone");
    }

    @Test
    void aDatabaseThatIsBackMayHaveLostWhatWasKnown() throws InterruptedException {
        store.set("Article", "displayName", "Story");
        catalog.type("Article");
        store.breakDown();
        poller.round();
        store.comeBack();
        store.restore(Models.site("1.0", Models.type("Article"), Models.type("News")));
        store.set("News", "displayName", "Message");
        poller.round();

        assertThat(displayName()).isEqualTo("Article");
        assertThat(log.list).extracting(ILoggingEvent::getLevel).containsExactly(Level.WARN, Level.INFO);
    }

    @Test
    void aServerThatWasLostAndAnswersAtOnceMayHaveLostWhatWasKnownToo() throws InterruptedException {
        store.set("Article", "displayName", "Story");
        catalog.type("Article");
        store.restore(Models.site("1.0", Models.type("Article"), Models.type("News")));
        store.set("News", "displayName", "Message");
        lost = true;
        poller.round();

        assertThat(displayName()).isEqualTo("Article");
        assertThat(log.list).isEmpty();
        EffectiveType article = catalog.type("Article").orElseThrow();
        poller.round();
        assertThat(catalog.type("Article")).containsSame(article);
    }

    @Test
    void whateverFailsInARoundIsLoggedAndTheNextOneTakesPlace() throws InterruptedException {
        awaitFails = true;
        poller.round();
        awaitFails = false;
        store.set("Article", "displayName", "Story");
        poller.round();

        assertThat(displayName()).isEqualTo("Story");
        assertThat(log.list).extracting(ILoggingEvent::getLevel).containsExactly(Level.WARN, Level.INFO);
    }

    @Test
    void itsThreadTakesNothingOverFromWhoStartsIt() throws Exception {
        CompletableFuture<Thread> started = new CompletableFuture<>();
        CompletableFuture<@Nullable String> inherited = new CompletableFuture<>();
        InheritableThreadLocal<String> tenant = new InheritableThreadLocal<>();
        Thread caller = Thread.currentThread();
        ClassLoader before = caller.getContextClassLoader();
        tenant.set("somebody's");
        caller.setContextClassLoader(new ClassLoader() {});
        try (Poller running = Poller.start(
                catalog,
                new Watch() {
                    @Override
                    public void await(Duration atMost) throws InterruptedException {
                        started.complete(Thread.currentThread());
                        inherited.complete(tenant.get());
                        throw new InterruptedException("that is all");
                    }
                },
                INTERVAL,
                new Wall(),
                () -> {})) {
            assertThat(inherited.get(1, TimeUnit.MINUTES)).isNull();
            assertThat(started.get().getContextClassLoader()).isSameAs(Poller.class.getClassLoader());
            assertThat(running).isNotNull();
        } finally {
            caller.setContextClassLoader(before);
            tenant.remove();
        }
    }

    @Test
    void aRoundListensToOtherNodesOnceTheCatalogIsUpWithThem() throws InterruptedException {
        catalog.type("Article");
        store.set("Article", "displayName", "Story");
        List<String> heard = new ArrayList<>();
        Poller listening =
                new Poller(catalog, new Watch(), INTERVAL, new Wall(), () -> nanos, () -> heard.add(displayName()));

        listening.round();
        store.breakDown();
        listening.round();
        store.comeBack();
        listening.round();

        assertThat(heard).containsExactly("Story", "Story");
    }

    @Test
    void aSecondLossIsLoggedAgain() throws InterruptedException {
        store.breakDown();
        poller.round();
        store.comeBack();
        poller.round();
        store.breakDown();
        poller.round();

        assertThat(log.list).extracting(ILoggingEvent::getLevel).containsExactly(Level.WARN, Level.INFO, Level.WARN);
    }

    @Test
    void onceClosedItAsksNothingMore() throws InterruptedException {
        poller.close();
        poller.round();

        assertThat(questions).isZero();
    }

    private @Nullable String displayName() {
        return catalog.type("Article").orElseThrow().settings().text(SettingKey.DISPLAY_NAME);
    }

    private class Watch implements ChangeWatch {
        @Override
        public void await(Duration atMost) throws InterruptedException {
            if (awaitFails) {
                throw new IllegalStateException("no await");
            }
            now = now.plus(wallTime);
            nanos += ticks.toNanos();
        }

        @Override
        public long changeNumber() {
            questions++;
            return store.changeNumber();
        }

        @Override
        public boolean wasLost() {
            boolean was = lost;
            lost = false;
            return was;
        }

        @Override
        public void close() {}
    }

    private final class Wall extends Clock {
        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
