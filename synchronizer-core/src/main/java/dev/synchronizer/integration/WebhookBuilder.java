package dev.synchronizer.integration;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** What a {@link WebhookConnector} is made of. Not thread-safe. */
public final class WebhookBuilder {
    private static final Duration TIMEOUT = Duration.ofSeconds(20);

    private final String name;
    private final URI url;
    private final List<String> secrets = new ArrayList<>();
    private WebhookSignature signature;
    private List<Subscription> subscriptions = List.of(Subscription.to(Subscription.Form.SNAPSHOT));
    private Duration timeout = TIMEOUT;
    private Clock clock = Clock.systemUTC();

    WebhookBuilder(String name, String url, String secret) {
        if (name.isBlank()) {
            throw new IllegalArgumentException("a connector has a name");
        }
        this.name = name;
        this.url = checked(url);
        this.secrets.add(secret);
        this.signature = new WebhookSignature(secrets);
    }

    /** Of which changes it is told, instead of all changes of items with all that they hold. */
    public WebhookBuilder subscriptions(Subscription... those) {
        subscriptions = List.of(those);
        return this;
    }

    /**
     * Signs with a former secret as well, until the receiver has the new one.
     *
     * @throws IllegalArgumentException if it is none
     */
    public WebhookBuilder formerSecret(String secret) {
        secrets.add(secret);
        signature = new WebhookSignature(secrets);
        return this;
    }

    /**
     * How long it waits for an answer, instead of 20 seconds.
     *
     * @throws IllegalArgumentException if that is less than a millisecond
     */
    public WebhookBuilder timeout(Duration longest) {
        if (longest.toMillis() < 1) {
            throw new IllegalArgumentException("an answer takes a millisecond at least");
        }
        timeout = longest;
        return this;
    }

    WebhookBuilder clock(Clock other) {
        clock = other;
        return this;
    }

    public WebhookConnector build() {
        return new WebhookConnector(this);
    }

    String name() {
        return name;
    }

    URI url() {
        return url;
    }

    /** Where it sends to, without what may be secret of the URL. */
    String host() {
        return url.getPort() < 0 ? url.getHost() : url.getHost() + ":" + url.getPort();
    }

    WebhookSignature signature() {
        return signature;
    }

    List<Subscription> subscriptions() {
        return subscriptions;
    }

    Duration timeout() {
        return timeout;
    }

    Clock clock() {
        return clock;
    }

    /** No message shows the URL, for the path or the query of some is as good as a password. */
    private static URI checked(String text) {
        URI url = parsed(text);
        boolean http = "https".equalsIgnoreCase(url.getScheme()) || "http".equalsIgnoreCase(url.getScheme());
        if (!http || url.getHost() == null || url.getRawUserInfo() != null || url.getRawFragment() != null) {
            throw new IllegalArgumentException(
                    "the URL of a webhook begins with https:// or http:// and a host, without a user or a fragment");
        }
        return url;
    }

    private static URI parsed(String text) {
        try {
            return URI.create(text);
        } catch (IllegalArgumentException e) {
            return URI.create("");
        }
    }

    @Override
    public String toString() {
        return "webhook " + name + " at " + host();
    }
}
