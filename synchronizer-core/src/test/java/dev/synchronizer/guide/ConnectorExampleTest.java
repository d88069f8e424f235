package dev.synchronizer.guide;

import static org.assertj.core.api.Assertions.assertThat;

import dev.synchronizer.Synchronizer;
import dev.synchronizer.content.NewItem;
import dev.synchronizer.databases.H2Server;
import dev.synchronizer.databases.TestDatabase;
import dev.synchronizer.integration.Connector;
import dev.synchronizer.integration.IdTranslator;
import dev.synchronizer.integration.IncomingChange;
import dev.synchronizer.integration.IncomingTask;
import dev.synchronizer.integration.Outcome;
import dev.synchronizer.integration.OutgoingTask;
import dev.synchronizer.integration.Subscription;
import dev.synchronizer.integration.WebhookConnector;
import dev.synchronizer.settings.Definition;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The example of a connector. */
class ConnectorExampleTest {
    private final TestDatabase database = H2Server.inMemory();
    private final List<String> letters = new ArrayList<>();

    // integration: a connector
    final class Letters implements Connector {
        @Override
        public String name() {
            return "letters";
        }

        @Override
        public List<Subscription> subscriptions() {
            return List.of(Subscription.to(Subscription.Form.SNAPSHOT).types("Note"));
        }

        @Override
        public Outcome process(OutgoingTask task, IdTranslator ids) {
            return letters.add(task.operation() + " " + task.payload()) ? Outcome.OK : Outcome.ERROR;
        }

        @Override
        public IncomingChange map(IncomingTask task, IdTranslator ids) {
            return IncomingChange.saved(task.key(), "Note", "Letter " + task.key())
                    .with("text", task.payload());
        }
    }
    // end

    @Test
    void itTellsAndHears() {
        // integration: connectors
        Synchronizer synchronizer = Synchronizer.builder()
                .dataSource(database.dataSource())
                .connector(new Letters())
                .build();
        // end
        try (synchronizer) {
            synchronizer.synchronize();
            synchronizer.definitions().define("Ada", Definition.of("Note").withProperty("text", "STRING"));
            synchronizer.items().create("Ada", NewItem.of("Note", "First").with("text", "Hello"));
            // integration: tasks of a connector
            synchronizer.integration().receive("letters", new IncomingTask("4711", "L1", "arrived", "Dear all"));
            synchronizer.integration().runAll("letters", task -> letters.addAll(task.messages()));
            // end
            assertThat(letters)
                    .singleElement()
                    .asString()
                    .startsWith("CREATE {")
                    .contains("\"text\":\"Hello\"");
            assertThat(synchronizer
                            .items()
                            .get(synchronizer.integration().ids("letters").require("L1"))
                            .get("text"))
                    .contains("Dear all");
        }
    }

    @Test
    void aWebhookIsAConnectorThatIsThereAlready() {
        String secret = "whsec_" + "A".repeat(32);
        // integration: a webhook
        Connector site = WebhookConnector.builder("site", "https://www.example.org/hooks/content", secret)
                .subscriptions(Subscription.to(Subscription.Form.SNAPSHOT).types("Article"))
                .build();
        // end
        assertThat(site.name()).isEqualTo("site");
        assertThat(site.subscriptions()).hasSize(1);
    }
}
