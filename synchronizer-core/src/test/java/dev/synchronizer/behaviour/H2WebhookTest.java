package dev.synchronizer.behaviour;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.synchronizer.content.Item;
import dev.synchronizer.integration.CloudEvent;
import dev.synchronizer.integration.ConnectorTask;
import dev.synchronizer.integration.Receiver;
import dev.synchronizer.integration.Receiver.Request;
import dev.synchronizer.integration.WebhookConnector;
import dev.synchronizer.store.DeliveryState;
import dev.synchronizer.task.RunSummary;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** H: what is saved arrives at a webhook, over a real connection, and an outage of it loses nothing. */
class H2WebhookTest {
    private static final String SECRET = "whsec_bm90IHNvIHNlY3JldCwgYnV0IGxvbmcgZW5vdWdo";

    @TempDir
    Path folder;

    private Receiver receiver;

    @BeforeEach
    void open() throws IOException {
        receiver = new Receiver();
    }

    @AfterEach
    void close() {
        receiver.close();
    }

    private Connected start(Product product) {
        WebhookConnector hook = WebhookConnector.builder("site", receiver.url("/hook?token=hidden"), SECRET)
                .build();
        return Connected.start(product, folder, builder -> builder.connector(hook));
    }

    private static RunSummary run(Connected site) {
        return site.integration().runAll("site", task -> {});
    }

    private static List<ConnectorTask> tasks(Connected site) {
        return site.integration()
                .tasks(dev.synchronizer.integration.ConnectorTaskFilter.all().of("site"), 0, 100);
    }

    private CloudEvent event(int number) {
        Request request = receiver.requests().get(number);
        return CloudEvent.read(new String(request.body(), UTF_8)).orElseThrow();
    }

    @OnEveryDatabase
    void whatIsSavedArrives(Product product) {
        try (Connected site = start(product)) {
            Item item = site.create("One");
            site.save(item, "Two");
            site.site().items().delete("Ada", item.id());

            assertThat(run(site).count(DeliveryState.DONE)).isEqualTo(2);

            assertThat(receiver.requests()).hasSize(2);
            assertThat(event(0).type()).isEqualTo("dev.synchronizer.item.create");
            assertThat(event(0).subject()).contains("item:" + item.id());
            assertThat(event(0).data().orElseThrow()).contains("\"title\":\"Two\"");
            assertThat(event(1).type()).isEqualTo("dev.synchronizer.item.delete");
            assertThat(run(site).total()).isZero();
        }
    }

    @OnEveryDatabase
    void anOutageOfManyHoursLosesNothing(Product product) {
        try (Connected site = start(product)) {
            receiver.answers(503);
            Item item = site.create("One");
            site.create("Other");
            for (int hour = 0; hour < 15; hour++) {
                assertThat(run(site).isReached()).isFalse();
                site.later(Duration.ofHours(1));
            }
            site.save(item, "Two");
            assertThat(receiver.requests()).hasSize(15);
            assertThat(tasks(site)).noneMatch(task -> task.state() == DeliveryState.DEAD);

            receiver.answers(204);
            assertThat(run(site).isReached()).isTrue();
            site.later(Duration.ofMinutes(1));
            run(site);

            assertThat(tasks(site)).allMatch(ConnectorTask::isDone);
            List<String> tried = receiver.requests().stream()
                    .map(request -> request.header("Webhook-id"))
                    .toList();
            assertThat(tried.subList(15, tried.size()))
                    .as("each once, under the id of its first attempt")
                    .hasSize(3)
                    .doesNotHaveDuplicates()
                    .contains(tried.get(0));
        }
    }

    @OnEveryDatabase
    void whatAReceiverWillNeverTakeIsListedAndShowsNoSecret(Product product) {
        try (Connected site = start(product)) {
            receiver.answers(422);
            site.create("One");
            run(site);

            ConnectorTask task = tasks(site).get(0);
            assertThat(task.state()).isEqualTo(DeliveryState.DEAD);
            assertThat(task.messages().toString())
                    .contains("answered with status 422")
                    .doesNotContain("hidden");
        }
    }
}
