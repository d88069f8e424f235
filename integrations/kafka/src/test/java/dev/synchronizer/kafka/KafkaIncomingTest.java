package dev.synchronizer.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.synchronizer.integration.IncomingTask;
import dev.synchronizer.integration.SampleTasks;
import dev.synchronizer.problem.Problem;
import dev.synchronizer.problem.ProblemCode;
import dev.synchronizer.problem.ProblemsException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KafkaIncomingTest {
    private final Broker broker = Broker.running();
    private final Inbox inbox = new Inbox();
    private final Topic topic = Topic.of(broker, 2);
    private KafkaIncoming incoming = builder().build();

    @AfterEach
    void close() {
        incoming.close();
    }

    @Test
    void recordsAreKeptInOrderAndThenCommitted() throws Exception {
        topic.write(0, "a", "1", "2", "3");
        incoming.start();
        inbox.awaitKept(3);
        topic.write(0, "a", "4");
        inbox.awaitKept(4);
        until(() -> committed(0) == 4);
        incoming.close();

        assertThat(inbox.payloads()).containsExactly("1", "2", "3", "4");
        assertThat(committed(0)).isEqualTo(4);

        topic.write(0, "a", "5");
        incoming.start();
        inbox.awaitKept(5);
        assertThat(inbox.repeated()).isEmpty();
    }

    @Test
    void whatOneServerTellsAnotherOneHears() throws Exception {
        try (KafkaConnector connector =
                KafkaConnector.builder("kafka", broker.address(), topic.name()).build()) {
            connector.process(SampleTasks.update(17, "{\"n\":1}"), SampleTasks.noIds());
            connector.process(SampleTasks.update(17, "{\"n\":1}"), SampleTasks.noIds());
        }
        incoming.start();
        inbox.awaitRepeated(1);

        IncomingTask task = inbox.kept().get(0);
        assertThat(inbox.kept()).hasSize(1);
        assertThat(task.id()).isEqualTo("urn:synchronizer:" + SampleTasks.SERVER + " " + SampleTasks.SERVER + "/17");
        assertThat(task.key()).isEqualTo(SampleTasks.update(17, "").key());
        assertThat(task.operation()).isEqualTo("dev.synchronizer.item.update");
    }

    @Test
    void whoDiesAfterATaskWasKeptAndBeforeItIsCommittedHearsOfItAgain() throws Exception {
        topic.write(0, "a", "1", "2");
        inbox.after(task -> {
            if (task.payload().equals("2")) {
                throw new Death();
            }
        });
        incoming.start();
        inbox.awaitKept(2);
        end();
        assertThat(incoming.failure()).containsInstanceOf(Death.class);

        inbox.after(task -> {});
        incoming.start();
        inbox.awaitRepeated(1);

        assertThat(inbox.repeated()).extracting(IncomingTask::payload).containsExactly("2");
        assertThat(inbox.payloads()).containsExactly("1", "2");
    }

    @Test
    void whatCannotBeKeptNowIsTriedAgainInItsOrderWhileOtherPartitionsGoOn() throws Exception {
        CountDownLatch attempts = failing("2");
        topic.write(0, "a", "1", "2", "3");
        incoming.start();
        inbox.awaitKept(1);
        topic.write(1, "b", "x");
        inbox.awaitKept(2);
        assertThat(inbox.payloads()).containsExactly("1", "x");

        assertThat(attempts.await(20, TimeUnit.SECONDS)).isTrue();

        incoming.close();
        assertThat(committed(0)).isEqualTo(1);
        assertThat(committed(1)).isEqualTo(1);

        incoming.start();
        inbox.before(task -> {});
        inbox.awaitKept(4);
        assertThat(inbox.payloads()).containsExactly("1", "x", "2", "3");
        assertThat(inbox.repeated()).isEmpty();
    }

    /** Lets all attempts to keep such a task fail, and counts the first three of them. */
    private CountDownLatch failing(String payload) {
        CountDownLatch attempts = new CountDownLatch(3);
        inbox.before(task -> {
            if (task.payload().equals(payload)) {
                attempts.countDown();
                throw new ProblemsException(
                        Problem.of(ProblemCode.DATABASE_LOST, "store", "the database has gone"), null);
            }
        });
        return attempts;
    }

    @Test
    void aRecordThatCanNeverBeKeptStopsItUntilSomebodyHasDecided() throws Exception {
        inbox.before(task -> {
            if (task.payload().equals("2")) {
                throw new IllegalArgumentException("too long");
            }
        });
        topic.write(0, "a", "1", "2", "3");
        incoming.start();
        end();

        assertThat(incoming.failure().orElseThrow())
                .hasMessageContaining("offset 1 of " + topic.name() + "-0 can never be kept: too long");
        assertThat(inbox.payloads()).containsExactly("1");
        assertThat(committed(0)).isEqualTo(1);

        incoming = builder().unkept(UnkeptRecords.passOver()).build();
        incoming.start();
        inbox.awaitKept(2);
        incoming.close();
        assertThat(inbox.payloads()).containsExactly("1", "3");
        assertThat(committed(0)).isEqualTo(3);
    }

    @Test
    void recordsCanBeReadInAnotherWay() throws Exception {
        topic.write(0, "a", "x");
        incoming = builder()
                .reading(record -> new IncomingTask("id", "key", "operation", record.offset() + "!"))
                .build();
        incoming.start();
        inbox.awaitKept(1);

        assertThat(inbox.kept()).containsExactly(new IncomingTask("id", "key", "operation", "0!"));
    }

    @Test
    void aSlowDatabaseDoesNotCostItsPlaceInTheGroup() throws Exception {
        inbox.before(task -> LockSupport.parkNanos(100_000_000));
        for (int i = 0; i < 30; i++) {
            topic.write(0, "a", "" + i);
        }
        incoming = builder().properties(Map.of("max.poll.interval.ms", 2_400)).build();
        incoming.start();
        inbox.awaitKept(30);
        incoming.close();

        assertThat(inbox.payloads()).startsWith("0", "1").endsWith("28", "29");
        assertThat(inbox.repeated()).isEmpty();
        assertThat(committed(0)).isEqualTo(30);
    }

    @Test
    void whatATransactionHasTakenBackIsNotReceived() throws Exception {
        topic.writeAndTakeBack(0, "a", "1");
        topic.write(0, "a", "2");
        incoming.start();
        inbox.awaitKept(1);

        assertThat(inbox.payloads()).containsExactly("2");
    }

    @Test
    void itEndsInTimeThoughATaskIsNeverKept() throws Exception {
        CountDownLatch entered = new CountDownLatch(1);
        CountDownLatch never = new CountDownLatch(1);
        inbox.before(task -> {
            entered.countDown();
            try {
                never.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        });
        topic.write(0, "a", "1");
        incoming = builder().patience(Duration.ofMillis(300)).build();
        incoming.start();
        assertThat(entered.await(20, TimeUnit.SECONDS)).isTrue();
        incoming.close();

        assertThat(incoming.isRunning()).isFalse();
        assertThat(committed(0)).isZero();
        inbox.before(task -> {});
        incoming.start();
        inbox.awaitKept(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"classic", "consumer"})
    void whoeverKeepsTasksCanCloseItAndWhatWasKeptIsCommitted(String protocol) throws Exception {
        incoming = builder().properties(Map.of("group.protocol", protocol)).build();
        inbox.after(task -> incoming.close());
        topic.write(0, "a", "1", "2");
        incoming.start();
        inbox.awaitKept(1);
        end();

        assertThat(inbox.payloads()).containsExactly("1");
        assertThat(incoming.failure()).isEmpty();
        assertThat(committed(0)).isEqualTo(1);
    }

    @Test
    void itIsStartedOnceAtATimeAndClosedAsOftenAsOneLikes() {
        incoming.close();
        incoming.start();
        assertThatThrownBy(incoming::start).isInstanceOf(IllegalStateException.class);
        assertThat(incoming.isRunning()).isTrue();
        incoming.close();
        incoming.close();
        assertThat(incoming.isRunning()).isFalse();
        assertThat(incoming.failure()).isEmpty();
    }

    private KafkaIncomingBuilder builder() {
        return KafkaIncoming.builder(inbox, "shop", broker.address(), topic.name() + "-readers", topic.name())
                .pauses(Duration.ofMillis(20), Duration.ofMillis(100));
    }

    private long committed(int partition) {
        return broker.committed(topic.name() + "-readers", topic.name(), partition);
    }

    /** Waits until it has stopped by itself. */
    private void end() {
        until(() -> !incoming.isRunning());
    }

    private static void until(BooleanSupplier condition) {
        long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (!condition.getAsBoolean() && System.nanoTime() < end) {
            LockSupport.parkNanos(1_000_000);
        }
        assertThat(condition.getAsBoolean()).isTrue();
    }

    /** What ends a thread without asking. */
    private static final class Death extends Error {
        private static final long serialVersionUID = 1;
    }
}
