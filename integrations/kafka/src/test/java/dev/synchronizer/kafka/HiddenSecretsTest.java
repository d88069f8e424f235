package dev.synchronizer.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import dev.synchronizer.integration.ConnectorException;
import dev.synchronizer.integration.Outcome;
import dev.synchronizer.integration.SampleTasks;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

class HiddenSecretsTest {
    private static final String SECRET = "open-sesame";
    private static final String WRONG = "open-barley";

    private final Broker broker = Broker.running();
    private final LogLines lines = new LogLines();

    @Test
    void aPasswordLetsInAndStandsInNoLog() {
        Topic topic = Topic.of(broker, 1);
        Inbox inbox = new Inbox();
        KafkaConnectorBuilder builder = KafkaConnector.builder("kafka", broker.addressWithLogin(), topic.name())
                .properties(login(SECRET));
        KafkaIncomingBuilder incoming = KafkaIncoming.builder(
                        inbox, "kafka", broker.addressWithLogin(), topic.name() + "-readers", topic.name())
                .properties(login(SECRET));

        List<String> log = logged(() -> {
            try (KafkaConnector connector = builder.build();
                    KafkaIncoming reader = incoming.build()) {
                connector.process(SampleTasks.update(1, "{}"), SampleTasks.noIds());
                reader.start();
                inbox.awaitKept(1);
                assertThat(builder + " " + connector + " " + incoming + " " + reader)
                        .doesNotContain(SECRET);
            }
        });

        assertThat(log)
                .noneMatch(line -> line.contains(SECRET))
                .anyMatch(line -> line.contains("acks = -1") && line.contains("enable.idempotence = true"))
                .anyMatch(line -> line.contains("enable.auto.commit = false"));
    }

    @Test
    void aWrongPasswordIsToldAndNotShown() {
        List<String> log = logged(() -> {
            try (KafkaConnector connector = KafkaConnector.builder("kafka", broker.addressWithLogin(), "any")
                    .properties(login(WRONG))
                    .build()) {
                ConnectorException failure = failure(connector);
                assertThat(failure.outcome()).isEqualTo(Outcome.ERROR);
                assertThat(failure).hasMessageContaining("SaslAuthenticationException");
                assertThat(stackTrace(failure)).doesNotContain(WRONG);
                assertThat(failure(connector).outcome()).isEqualTo(Outcome.ERROR);
            }
        });

        assertThat(log).noneMatch(line -> line.contains(WRONG));
        // A producer that was refused is not asked again.
        assertThat(log)
                .filteredOn(line -> line.startsWith("ProducerConfig values"))
                .hasSize(2);
    }

    @Test
    void whoIsNotLetInGoesOnAsking() {
        List<String> log = logged(() -> {
            try (KafkaIncoming reader = KafkaIncoming.builder(
                            new Inbox(), "kafka", broker.addressWithLogin(), "g", "any")
                    .properties(login(WRONG))
                    .pauses(Duration.ofMillis(1), Duration.ofMillis(1))
                    .build()) {
                reader.start();
                lines.await(3, line -> line.contains("begins anew"));
                assertThat(reader.isRunning()).isTrue();
                assertThat(reader.failure()).isEmpty();
            }
        });

        assertThat(log).noneMatch(line -> line.contains(WRONG));
    }

    @Test
    void aLoginThatDoesNotHoldIsNotShownEither() {
        Map<String, Object> wrong = new HashMap<>(login(SECRET));
        wrong.put("sasl.jaas.config", "PlainLoginModule perhaps password=\"" + SECRET + "\"");

        List<String> log = logged(() -> {
            try (KafkaConnector connector = KafkaConnector.builder("kafka", broker.address(), "any")
                            .properties(wrong)
                            .build();
                    KafkaIncoming reader = KafkaIncoming.builder(new Inbox(), "kafka", broker.address(), "g", "any")
                            .properties(wrong)
                            .build()) {
                ConnectorException failure = failure(connector);
                assertThat(failure.isUnreachable()).isTrue();
                assertThat(failure).hasMessageStartingWith("Kafka cannot be reached: ");
                assertThat(stackTrace(failure)).doesNotContain(SECRET);
                reader.start();
            }
        });

        assertThat(log).noneMatch(line -> line.contains(SECRET));
    }

    @ParameterizedTest
    @ValueSource(strings = {"max.request.size", "metrics.recording.level"})
    void aPropertyThatDoesNotHoldIsNamed(String name) {
        assertThatThrownBy(() -> KafkaConnector.builder("kafka", broker.address(), "any")
                        .properties(Map.of(name, "nonsense"))
                        .build())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(name)
                .hasNoCause();
    }

    @Test
    void aSecretInTheWrongPlaceIsNotShown() {
        assertThatThrownBy(() -> KafkaIncoming.builder(new Inbox(), "kafka", broker.address(), "g", "any")
                        .properties(Map.of("sasl.jaas.config", 17, "session.timeout.ms", "17 " + SECRET, "x", SECRET))
                        .build())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining(SECRET)
                .hasNoCause();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "acks",
                "enable.idempotence",
                "key.serializer",
                "delivery.timeout.ms",
                "max.block.ms",
                "partitioner.ignore.keys"
            })
    void whatSendingPromisesCannotBeTakenBackByAProperty(String name) {
        assertThatThrownBy(() -> KafkaConnector.builder("kafka", broker.address(), "any")
                        .properties(Map.of(name, "0"))
                        .build())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("leave out " + name + ": what the connector promises hangs on it");
    }

    @ParameterizedTest
    @ValueSource(strings = {"enable.auto.commit", "group.id", "value.deserializer"})
    void whatReceivingPromisesCannotBeTakenBackByAProperty(String name) {
        assertThatThrownBy(() -> KafkaIncoming.builder(new Inbox(), "kafka", broker.address(), "g", "any")
                        .properties(Map.of(name, "true"))
                        .build())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("leave out " + name);
    }

    private static Map<String, String> login(String password) {
        return Map.of(
                "security.protocol", "SASL_PLAINTEXT",
                "sasl.mechanism", "PLAIN",
                "sasl.jaas.config",
                        "org.apache.kafka.common.security.plain.PlainLoginModule required username=\"anna\" password=\""
                                + password + "\";");
    }

    private static ConnectorException failure(KafkaConnector connector) {
        return catchThrowableOfType(
                ConnectorException.class, () -> connector.process(SampleTasks.update(1, "{}"), SampleTasks.noIds()));
    }

    private static String stackTrace(Throwable failure) {
        StringWriter text = new StringWriter();
        failure.printStackTrace(new PrintWriter(text));
        return text.toString();
    }

    /** All that is logged meanwhile, by Kafka's clients too. */
    private List<String> logged(Work work) {
        lines.start();
        List<Logger> loggers = List.of((Logger) LoggerFactory.getLogger("org.apache.kafka"), (Logger)
                LoggerFactory.getLogger("dev.synchronizer"));
        List<Optional<Level>> before = loggers.stream()
                .map(logger -> Optional.ofNullable(logger.getLevel()))
                .toList();
        loggers.forEach(logger -> {
            logger.setLevel(Level.DEBUG);
            logger.setAdditive(false);
            logger.addAppender(lines);
        });
        try {
            work.run();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        } finally {
            for (int i = 0; i < before.size(); i++) {
                loggers.get(i).detachAppender(lines);
                loggers.get(i).setAdditive(true);
                loggers.get(i).setLevel(before.get(i).orElse(null));
            }
        }
        return lines.all();
    }

    private interface Work {
        void run() throws InterruptedException;
    }
}
