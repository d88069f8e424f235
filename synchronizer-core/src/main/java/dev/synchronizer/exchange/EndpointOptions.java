package dev.synchronizer.exchange;

import java.time.Clock;
import java.time.Duration;

/**
 * How an endpoint takes requests. Immutable.
 *
 * @param path where it is, below the address of the server
 * @param bodyLimit the bytes that a body may have
 * @param window by how much the clocks of two servers may differ, and how long a request is good
 * @param clock what tells the time here
 */
public record EndpointOptions(String path, int bodyLimit, Duration window, Clock clock) {
    private static final EndpointOptions STANDARD =
            new EndpointOptions(SignedEndpoint.PATH, 16 * 1024 * 1024, Duration.ofMinutes(5), Clock.systemUTC());

    public EndpointOptions {
        Checks.path(path);
        Checks.limit(bodyLimit);
        Checks.positive(window);
    }

    /** At {@link SignedEndpoint#PATH}, for bodies of 16 MiB, within five minutes. */
    public static EndpointOptions standard() {
        return STANDARD;
    }

    public EndpointOptions path(String other) {
        return new EndpointOptions(other, bodyLimit, window, clock);
    }

    public EndpointOptions bodyLimit(int bytes) {
        return new EndpointOptions(path, bytes, window, clock);
    }

    public EndpointOptions window(Duration most) {
        return new EndpointOptions(path, bodyLimit, most, clock);
    }

    public EndpointOptions clock(Clock other) {
        return new EndpointOptions(path, bodyLimit, window, other);
    }
}
