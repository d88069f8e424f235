package dev.synchronizer.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.synchronizer.integration.CloudEvent;
import dev.synchronizer.integration.ConnectorException;
import dev.synchronizer.integration.Outcome;
import dev.synchronizer.integration.OutgoingTask;
import dev.synchronizer.integration.SampleTasks;
import dev.synchronizer.integration.Subscription;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import javax.management.ObjectName;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

class KafkaConnectorTest {
    private final Broker broker = Broker.running();

    @Test
    void aTaskIsWrittenAsAnEventUnderItsKey() {
        Topic topic = Topic.of(broker, 1);
        OutgoingTask task = SampleTasks.update(17, "{\"title\":\"Überschrift\"}");

        try (KafkaConnector connector = connector(topic).build()) {
            assertThat(send(connector, task)).isEqualTo(Outcome.OK);
        }

        ConsumerRecord<String, String> record = topic.records().get(0);
        assertThat(record.key()).isEqualTo(task.key());
        assertThat(record.value()).isEqualTo(CloudEvent.of(task).json()).contains("Überschrift");
        assertThat(new String(record.headers().lastHeader("content-type").value(), UTF_8))
                .isEqualTo("application/cloudevents+json");
    }

    @Test
    void eventsOfAKeyStayInOrderWhileOthersAreWrittenAtTheSameTime() throws Exception {
        Topic topic = Topic.of(broker, 3);
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try (KafkaConnector connector = connector(topic).build()) {
            List<Callable<Void>> writers = new ArrayList<>();
            for (int number = 0; number < 4; number++) {
                String key = "item:" + number;
                writers.add(() -> {
                    for (long id = 1; id <= 100; id++) {
                        send(connector, SampleTasks.of(id, "server", key, "{}"));
                    }
                    return null;
                });
            }
            for (Future<Void> writer : threads.invokeAll(writers)) {
                writer.get();
            }
        } finally {
            threads.shutdown();
        }

        Map<String, List<ConsumerRecord<String, String>>> byKey =
                topic.records().stream().collect(Collectors.groupingBy(ConsumerRecord::key));
        assertThat(byKey).hasSize(4);
        List<String> inOrder =
                LongStream.rangeClosed(1, 100).mapToObj(id -> "server/" + id).toList();
        byKey.values().forEach(records -> {
            assertThat(records.stream().map(ConsumerRecord::partition).distinct())
                    .hasSize(1);
            assertThat(records.stream().map(KafkaConnectorTest::eventId)).isEqualTo(inOrder);
        });
    }

    @Test
    void aTaskThatComesAgainIsAnEventOfTheSameId() {
        Topic topic = Topic.of(broker, 1);

        try (KafkaConnector connector = connector(topic).build()) {
            send(connector, SampleTasks.update(17, "{}"));
            send(connector, SampleTasks.update(17, "{}"));
        }

        assertThat(topic.records().stream().map(KafkaConnectorTest::eventId).distinct())
                .hasSize(1);
    }

    @Test
    void eachTaskCanHaveATopicOfItsOwn() {
        Topic ones = Topic.of(broker, 1);
        Topic others = Topic.of(broker, 1);

        try (KafkaConnector connector = KafkaConnector.builder(
                        "kafka", broker.address(), task -> task.id() == 1 ? ones.name() : others.name())
                .build()) {
            send(connector, SampleTasks.update(1, "{}"));
            send(connector, SampleTasks.update(2, "{}"));
        }

        assertThat(eventId(ones.records().get(0))).endsWith("/1");
        assertThat(eventId(others.records().get(0))).endsWith("/2");
    }

    @Test
    void anEventThatIsTooLargeIsNotTriedAgainAndOthersGoOn() {
        Topic topic = Topic.of(broker, 1);
        OutgoingTask tooLargeForTheBroker = SampleTasks.update(1, '"' + "x".repeat(300_000) + '"');
        OutgoingTask tooLargeForTheProducer = SampleTasks.update(2, '"' + "x".repeat(2_000_000) + '"');

        try (KafkaConnector connector = connector(topic).build()) {
            for (OutgoingTask task : List.of(tooLargeForTheBroker, tooLargeForTheProducer)) {
                ConnectorException failure = failure(connector, task);
                assertThat(failure.outcome()).isEqualTo(Outcome.ERROR_AND_SKIP);
                assertThat(failure)
                        .hasMessageStartingWith(
                                "topic " + topic.name() + " of Kafka did not take the event: RecordTooLargeException");
            }
            assertThat(send(connector, SampleTasks.update(3, "{}"))).isEqualTo(Outcome.OK);
        }

        assertThat(topic.records()).hasSize(1);
    }

    @Test
    void aTopicThatIsNotThereIsWaitedForAndThenTriedAgain() {
        try (KafkaConnector connector = KafkaConnector.builder("kafka", broker.address(), "nowhere")
                .timeout(Duration.ofMillis(600))
                .build()) {
            ConnectorException failure = failure(connector, SampleTasks.update(1, "{}"));

            assertThat(failure.isUnreachable()).isTrue();
            assertThat(failure).hasMessageContaining("topic nowhere of Kafka");
        }
    }

    @Test
    void aNameThatIsNoneOfATopicCanBeMendedAndDisturbsNobodyElse() throws Exception {
        ObjectName producer = new ObjectName("kafka.producer:type=app-info,id=undisturbed");
        try (KafkaConnector connector = KafkaConnector.builder("kafka", broker.address(), "no topic")
                .properties(Map.of("client.id", "undisturbed"))
                .build()) {
            assertThat(failure(connector, SampleTasks.update(1, "{}")).outcome())
                    .isEqualTo(Outcome.ERROR);
            assertThat(ManagementFactory.getPlatformMBeanServer().isRegistered(producer))
                    .isTrue();
        }
        assertThat(ManagementFactory.getPlatformMBeanServer().isRegistered(producer))
                .isFalse();
    }

    @Test
    void whoIsInterruptedStopsWaitingAndStaysInterrupted() {
        try (KafkaConnector connector = connector(Topic.of(broker, 1)).build()) {
            Thread.currentThread().interrupt();

            ConnectorException failure = failure(connector, SampleTasks.update(1, "{}"));

            assertThat(Thread.interrupted()).isTrue();
            assertThat(failure.isUnreachable()).isTrue();
        }
    }

    @Test
    void afterItIsClosedEveryTaskWaitsForAnotherNode() {
        KafkaConnector connector = connector(Topic.of(broker, 1)).build();
        connector.close();

        assertThat(failure(connector, SampleTasks.update(1, "{}")).isUnreachable())
                .isTrue();
    }

    @Test
    void itIsToldOfAllChangesUnlessItIsSaidOfWhich() {
        Subscription articles = Subscription.to(Subscription.Form.SIMPLE).types("Article");
        KafkaConnectorBuilder builder = KafkaConnector.builder("kafka", broker.address(), "any");

        assertThat(builder.build().subscriptions()).containsExactly(Subscription.to(Subscription.Form.SNAPSHOT));
        assertThat(builder.subscriptions(articles).build().subscriptions()).containsExactly(articles);
    }

    private KafkaConnectorBuilder connector(Topic topic) {
        return KafkaConnector.builder("kafka", broker.address(), topic.name());
    }

    private static Outcome send(KafkaConnector connector, OutgoingTask task) {
        return connector.process(task, SampleTasks.noIds());
    }

    private static ConnectorException failure(KafkaConnector connector, OutgoingTask task) {
        ConnectorException failure = catchThrowableOfType(ConnectorException.class, () -> send(connector, task));
        assertThat(failure).isNotNull();
        return failure;
    }

    private static String eventId(ConsumerRecord<String, String> record) {
        return CloudEvent.read(record.value()).orElseThrow().id();
    }
}
