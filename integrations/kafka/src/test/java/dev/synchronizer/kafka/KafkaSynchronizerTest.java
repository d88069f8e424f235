package dev.synchronizer.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import dev.synchronizer.Synchronizer;
import dev.synchronizer.content.Item;
import dev.synchronizer.content.ItemQuery;
import dev.synchronizer.content.NewItem;
import dev.synchronizer.databases.H2Server;
import dev.synchronizer.integration.CloudEvent;
import dev.synchronizer.integration.Connector;
import dev.synchronizer.integration.ConnectorTask;
import dev.synchronizer.integration.ConnectorTaskFilter;
import dev.synchronizer.integration.IdTranslator;
import dev.synchronizer.integration.IncomingChange;
import dev.synchronizer.integration.IncomingTask;
import dev.synchronizer.integration.Outcome;
import dev.synchronizer.integration.OutgoingTask;
import dev.synchronizer.integration.Subscription;
import dev.synchronizer.settings.Definition;
import dev.synchronizer.settings.NewSettings;
import dev.synchronizer.settings.PropertyDefinition;
import dev.synchronizer.store.DeliveryState;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is saved stands in a topic, and what stands in a topic is saved, with a real broker and a real database. */
class KafkaSynchronizerTest {
    private static final Duration LONGEST = Duration.ofSeconds(30);

    private final Broker broker = Broker.running();
    private final Topic told = Topic.of(broker, 1);
    private final Topic heard = Topic.of(broker, 1);
    private final KafkaConnector kafka = KafkaConnector.builder("shop", broker.address(), told.name())
            .timeout(Duration.ofSeconds(3))
            .build();
    private Synchronizer synchronizer;

    /** As the guide has it: one that tells and hears. */
    private final class Shop implements Connector {
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
            return IncomingChange.saved(task.key(), "Note", "From the shop").with("text", task.key());
        }
    }

    @BeforeEach
    void open() {
        synchronizer = Synchronizer.builder()
                .dataSource(new H2Server().fresh().dataSource())
                .pollInterval(Duration.ZERO)
                .connector(new Shop())
                .build();
        synchronizer.synchronize();
        synchronizer
                .definitions()
                .define(
                        "Ada",
                        Definition.of("Note")
                                .withProperty(new PropertyDefinition("text", "STRING", NewSettings.none())));
    }

    @AfterEach
    void close() {
        broker.startIfStopped();
        kafka.close();
        synchronizer.close();
    }

    private Item create(String text) {
        return synchronizer.items().create("Ada", NewItem.of("Note", text).with("text", text));
    }

    private List<Item> items() {
        List<Item> items = new ArrayList<>();
        synchronizer.items().forEach(ItemQuery.all(), items::add);
        return items;
    }

    private List<ConnectorTask> tasks(DeliveryState... states) {
        return synchronizer.integration().tasks(ConnectorTaskFilter.all().in(states), 0, 100);
    }

    private void run() {
        synchronizer.integration().runAll("shop", task -> {});
    }

    @Test
    void whatIsSavedStandsInTheTopic() {
        Item item = create("One");

        run();

        ConsumerRecord<String, String> record = told.records().get(0);
        assertThat(record.key()).isEqualTo("item:" + item.id());
        CloudEvent event = CloudEvent.read(record.value()).orElseThrow();
        assertThat(event.type()).isEqualTo("dev.synchronizer.item.create");
        assertThat(event.data().orElseThrow()).contains("\"text\":\"One\"");
        assertThat(tasks()).allMatch(ConnectorTask::isDone);
    }

    @Test
    void whatIsSavedWhileTheBrokerIsDownCountsNoAttempt() {
        broker.stop();
        create("One");
        create("Two");

        assertThat(synchronizer.integration().runAll("shop", task -> {}).isReached())
                .isFalse();
        assertThat(tasks())
                .allSatisfy(task -> assertThat(task.delivery().attempts()).isZero());

        broker.start();
        tasks(DeliveryState.RETRY).forEach(task -> synchronizer.integration().retry(task.id()));
        run();

        assertThat(tasks()).allMatch(ConnectorTask::isDone);
        assertThat(told.records().stream().map(ConsumerRecord::key).distinct()).hasSize(2);
    }

    @Test
    void whatStandsInATopicIsSavedOnceAndNotToldBack() throws Exception {
        String event =
                "{\"specversion\":\"1.0\",\"id\":\"7\",\"source\":\"/shop\",\"type\":\"order\",\"subject\":\"a-1\"}";
        heard.write(0, "a-1", event, event);
        String group = heard.name() + "-readers";
        try (KafkaIncoming incoming = KafkaIncoming.builder(
                        synchronizer.integration(), "shop", broker.address(), group, heard.name())
                .build()) {
            incoming.start();
            long end = System.nanoTime() + LONGEST.toNanos();
            while (broker.committed(group, heard.name(), 0) < 2 && System.nanoTime() - end < 0) {
                Thread.onSpinWait();
            }
        }
        assertThat(tasks()).hasSize(1);

        run();

        assertThat(items()).singleElement().satisfies(item -> {
            assertThat(item.get("text")).contains("a-1");
            assertThat(item.revision()).isEqualTo(1);
        });
        assertThat(tasks()).hasSize(1).allMatch(ConnectorTask::isDone);
        assertThat(told.records()).as("no echo").isEmpty();
    }
}
