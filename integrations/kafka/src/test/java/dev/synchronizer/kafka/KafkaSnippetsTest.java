package dev.synchronizer.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import dev.synchronizer.integration.Connector;
import dev.synchronizer.integration.IdTranslator;
import dev.synchronizer.integration.IncomingChange;
import dev.synchronizer.integration.IncomingTask;
import dev.synchronizer.integration.IncomingTasks;
import dev.synchronizer.integration.Outcome;
import dev.synchronizer.integration.OutgoingTask;
import dev.synchronizer.integration.SampleTasks;
import dev.synchronizer.integration.Subscription;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the page on other systems shows of Kafka. */
class KafkaSnippetsTest {
    private final Broker broker = Broker.running();

    // integration: a connector that tells and hears
    static final class Shop implements Connector, AutoCloseable {
        private final KafkaConnector kafka;

        Shop(String brokers, String topic) {
            kafka = KafkaConnector.builder("shop", brokers, topic).build();
        }

        @Override
        public String name() {
            return "shop";
        }

        @Override
        public List<Subscription> subscriptions() {
            return kafka.subscriptions();
        }

        @Override
        public Outcome process(OutgoingTask task, IdTranslator ids) {
            return kafka.process(task, ids);
        }

        @Override
        public IncomingChange map(IncomingTask task, IdTranslator ids) {
            return IncomingChange.saved(task.key(), "Order", "Order " + task.key())
                    .with("text", task.payload());
        }

        @Override
        public void close() {
            kafka.close();
        }
    }
    // end

    @Test
    void aConnectorLogsInAtBrokers() {
        String login =
                "org.apache.kafka.common.security.scram.ScramLoginModule required username=\"a\" password=\"b\";";
        // integration: telling by Kafka
        KafkaConnector kafka = KafkaConnector.builder("kafka", "kafka1:9092,kafka2:9092", "content")
                .properties(Map.of(
                        "security.protocol", "SASL_SSL", "sasl.mechanism", "SCRAM-SHA-512", "sasl.jaas.config", login))
                .build();
        // end
        try (kafka) {
            assertThat(kafka.name()).isEqualTo("kafka");
        }
    }

    @Test
    void whatTheShopIsToldIsHeard() throws Exception {
        Inbox inbox = new Inbox();
        IncomingTasks incomingTasks = inbox;
        Topic topic = Topic.of(broker, 1);
        try (Shop shop = new Shop(broker.address(), topic.name())) {
            assertThat(shop.process(SampleTasks.update(17, "{\"n\":1}"), SampleTasks.noIds()))
                    .isEqualTo(Outcome.OK);
        }
        String brokers = broker.address();
        String orderTopic = topic.name();
        // integration: hearing by Kafka
        KafkaIncoming orders = KafkaIncoming.builder(incomingTasks, "shop", brokers, "site-orders", orderTopic)
                .build();
        orders.start();
        // end
        try (orders) {
            inbox.awaitKept(1);
        }
        assertThat(inbox.kept().get(0).operation()).isEqualTo("dev.synchronizer.item.update");
    }
}
