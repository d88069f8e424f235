package dev.synchronizer.exchange;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import javax.net.ssl.SSLContext;

/**
 * How another server is asked. Immutable.
 *
 * @param path of its endpoint, below its address
 * @param connectTime how long it may take until there is a connection
 * @param answerTime how long it may take altogether, until the last byte of the answer
 * @param limit the bytes that a body may have, of a request and of an answer
 * @param tls what decides whom to trust; the JDK's own where there is none
 * @param clock what tells the time here
 */
public record ClientOptions(
        String path, Duration connectTime, Duration answerTime, int limit, Optional<SSLContext> tls, Clock clock) {
    private static final ClientOptions STANDARD = new ClientOptions(
            SignedEndpoint.PATH,
            Duration.ofSeconds(5),
            Duration.ofSeconds(60),
            16 * 1024 * 1024,
            Optional.empty(),
            Clock.systemUTC());

    public ClientOptions {
        Checks.path(path);
        Checks.positive(connectTime);
        Checks.positive(answerTime);
        Checks.limit(limit);
    }

    /** Five seconds to connect, a minute altogether, 16 MiB, and the certificates that the JDK trusts. */
    public static ClientOptions standard() {
        return STANDARD;
    }

    public ClientOptions path(String other) {
        return new ClientOptions(other, connectTime, answerTime, limit, tls, clock);
    }

    public ClientOptions connectTime(Duration most) {
        return new ClientOptions(path, most, answerTime, limit, tls, clock);
    }

    public ClientOptions answerTime(Duration most) {
        return new ClientOptions(path, connectTime, most, limit, tls, clock);
    }

    public ClientOptions limit(int bytes) {
        return new ClientOptions(path, connectTime, answerTime, bytes, tls, clock);
    }

    public ClientOptions tls(SSLContext context) {
        return new ClientOptions(path, connectTime, answerTime, limit, Optional.of(context), clock);
    }

    public ClientOptions clock(Clock other) {
        return new ClientOptions(path, connectTime, answerTime, limit, tls, other);
    }
}
