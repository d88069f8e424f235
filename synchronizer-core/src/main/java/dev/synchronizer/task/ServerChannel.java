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
 * @param most how far it may decide here about what both have changed; null where that is as it says
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
        RetryPolicy retries,
        @Nullable ConflictPolicy most) {

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
                RetryPolicy.STANDARD,
                null);
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
                RetryPolicy.STANDARD,
                null);
    }

    /** A server that writes to this database by itself, and is known by its identity alone. */
    public static ServerChannel within(String identity) {
        return sender(identity)
                .with(
                        true,
                        false,
                        null,
                        null,
                        false,
                        identity,
                        ConflictPolicy.HOLD,
                        FailurePolicy.PARK,
                        RetryPolicy.STANDARD,
                        null);
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
        return with(other, held, secret, user, accepted, server, conflicts, failures, retries, most);
    }

    public ServerChannel withHeld(boolean other) {
        return with(enabled, other, secret, user, accepted, server, conflicts, failures, retries, most);
    }

    /** With a reference to a secret, such as {@code env:NAME} or {@code file:PATH}; never the secret itself. */
    public ServerChannel withSecret(@Nullable String other) {
        return with(enabled, held, other, user, accepted, server, conflicts, failures, retries, most);
    }

    public ServerChannel withUser(@Nullable String other) {
        return with(enabled, held, secret, other, accepted, server, conflicts, failures, retries, most);
    }

    public ServerChannel accepting() {
        return with(enabled, held, secret, user, true, server, conflicts, failures, retries, most);
    }

    public ServerChannel known(String identity) {
        return with(enabled, held, secret, user, accepted, identity, conflicts, failures, retries, most);
    }

    public ServerChannel on(ConflictPolicy other) {
        return with(enabled, held, secret, user, accepted, server, other, failures, retries, most);
    }

    public ServerChannel on(FailurePolicy other) {
        return with(enabled, held, secret, user, accepted, server, conflicts, other, retries, most);
    }

    public ServerChannel retrying(RetryPolicy other) {
        return with(enabled, held, secret, user, accepted, server, conflicts, failures, other, most);
    }

    /** Whatever it says itself, it decides no further here about what both servers have changed; null takes that back. */
    public ServerChannel decidingAtMost(@Nullable ConflictPolicy limit) {
        return with(enabled, held, secret, user, accepted, server, conflicts, failures, retries, limit);
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
            RetryPolicy again,
            @Nullable ConflictPolicy limit) {
        return new ServerChannel(
                name, logged, waits, url, by, reference, takesIn, identity, onConflict, onFailure, again, limit);
    }
}
