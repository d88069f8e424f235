package dev.synchronizer.integration;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;

/**
 * Tells another system of changes by signed HTTP requests: each task is sent as a {@link CloudEvent}, with the headers of
 * Standard Webhooks 1.0.0. What fails, and may pass, is tried again by whoever runs the tasks.
 */
public final class WebhookConnector implements Connector {
    private final String name;
    private final URI url;
    private final String host;
    private final WebhookSignature signature;
    private final List<Subscription> subscriptions;
    private final Clock clock;
    private final WebhookExchange exchange;

    WebhookConnector(WebhookBuilder settings) {
        name = settings.name();
        url = settings.url();
        host = settings.host();
        signature = settings.signature();
        subscriptions = settings.subscriptions();
        clock = settings.clock();
        exchange = new WebhookExchange(settings.timeout());
    }

    /**
     * A connector of this name, which sends to this URL.
     *
     * @param secret {@code whsec_} and at least 24 random bytes in Base64; the receiver has it too
     * @throws IllegalArgumentException if one of them does not hold
     */
    public static WebhookBuilder builder(String name, String url, String secret) {
        return new WebhookBuilder(name, url, secret);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public List<Subscription> subscriptions() {
        return subscriptions;
    }

    /** @throws ConnectorException unless the receiver has taken the event */
    @Override
    public Outcome process(OutgoingTask task, IdTranslator ids) {
        HttpRequest request = request(task);
        try {
            exchange.send(request).judge(host, clock);
            return Outcome.OK;
        } catch (IOException e) {
            throw ConnectorException.unreachable(
                    "the webhook at " + host + " could not be reached: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw ConnectorException.unreachable(
                    "the thread was interrupted that waited for the webhook at " + host, e);
        }
    }

    private HttpRequest request(OutgoingTask task) {
        byte[] body = CloudEvent.of(task).json().getBytes(StandardCharsets.UTF_8);
        // A dot in it could be taken for the one between it and the timestamp.
        String id = UriText.of(task.eventId());
        long timestamp = clock.instant().getEpochSecond();
        return HttpRequest.newBuilder(url)
                .header("Content-Type", CloudEvent.MEDIA_TYPE)
                .header("webhook-id", id)
                .header("webhook-timestamp", Long.toString(timestamp))
                .header("webhook-signature", signature.of(id, timestamp, body))
                .POST(BodyPublishers.ofByteArray(body))
                .build();
    }

    @Override
    public String toString() {
        return "webhook " + name + " at " + host;
    }
}
