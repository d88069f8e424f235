package dev.synchronizer.task;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Another server.
 *
 * @param name what it is called here
 * @param enabled whether changes are logged for it
 * @param held whether nothing is delivered to it until somebody says so
 * @param url where it is: {@code http(s)://…}, {@code jdbc:…} or {@code dir:…}; null where it only sends
 * @param user the user of its database, or null
 * @param secret where the secret is found that both share, or the password of its database, or null
 * @param accepted whether this server takes in what it sends
 * @param server its identity, once it is known
 * @param conflicts what is done where it has changed the same
 * @param failures what becomes of later tasks where one has failed for good
 * @param retries when what failed is tried again
 */
public record ServerChannel(
        String name,
        boolean enabled,
        boolean held,
        @Nullable String url,
        @Nullable String user,
        @Nullable String secret,
        boolean accepted,
        @Nullable String server,
        ConflictPolicy conflicts,
        FailurePolicy failures,
        RetryPolicy retries) {

    /** A server that changes are told. */
    public static ServerChannel target(String name, String url) {
        return new ServerChannel(
                name,
                true,
                false,
                url,
                null,
                null,
                false,
                null,
                ConflictPolicy.HOLD,
                FailurePolicy.PARK,
                RetryPolicy.STANDARD);
    }

    /** A server that may tell changes. */
    public static ServerChannel sender(String name) {
        return new ServerChannel(
                name,
                true,
                false,
                null,
                null,
                null,
                true,
                null,
                ConflictPolicy.HOLD,
                FailurePolicy.PARK,
                RetryPolicy.STANDARD);
    }

    /** Whether changes go there. */
    public boolean isTarget() {
        return url != null;
    }

    /** Where it is; empty where it only sends. */
    public Optional<String> place() {
        return Optional.ofNullable(url);
    }

    public ServerChannel withEnabled(boolean other) {
        return with(other, held, secret, user, accepted, server, conflicts, failures, retries);
    }

    public ServerChannel withHeld(boolean other) {
        return with(enabled, other, secret, user, accepted, server, conflicts, failures, retries);
    }

    /** With a reference to a secret, such as {@code env:NAME} or {@code file:PATH}; never the secret itself. */
    public ServerChannel withSecret(@Nullable String other) {
        return with(enabled, held, other, user, accepted, server, conflicts, failures, retries);
    }

    public ServerChannel withUser(@Nullable String other) {
        return with(enabled, held, secret, other, accepted, server, conflicts, failures, retries);
    }

    public ServerChannel accepting() {
        return with(enabled, held, secret, user, true, server, conflicts, failures, retries);
    }

    public ServerChannel known(String identity) {
        return with(enabled, held, secret, user, accepted, identity, conflicts, failures, retries);
    }

    public ServerChannel on(ConflictPolicy other) {
        return with(enabled, held, secret, user, accepted, server, other, failures, retries);
    }

    public ServerChannel on(FailurePolicy other) {
        return with(enabled, held, secret, user, accepted, server, conflicts, other, retries);
    }

    public ServerChannel retrying(RetryPolicy other) {
        return with(enabled, held, secret, user, accepted, server, conflicts, failures, other);
    }

    private ServerChannel with(
            boolean logged,
            boolean waits,
            @Nullable String reference,
            @Nullable String by,
            boolean takesIn,
            @Nullable String identity,
            ConflictPolicy onConflict,
            FailurePolicy onFailure,
            RetryPolicy again) {
        return new ServerChannel(
                name, logged, waits, url, by, reference, takesIn, identity, onConflict, onFailure, again);
    }
}
