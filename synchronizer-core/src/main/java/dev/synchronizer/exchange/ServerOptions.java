package dev.synchronizer.exchange;

import java.time.Duration;
import java.util.Optional;
import javax.net.ssl.SSLContext;

/**
 * How a server listens. Immutable.
 *
 * @param host the address that it listens at
 * @param port 0 for any that is free
 * @param threads how many requests are answered at the same time
 * @param waiting how many more may wait for a thread; what comes on top of them is cut off
 * @param requestTime how long a request may take to come, from its first byte to the last one of its body
 * @param answerTime how long the sender may take to fetch the answer
 * @param tls what makes it HTTPS
 */
public record ServerOptions(
        String host,
        int port,
        int threads,
        int waiting,
        Duration requestTime,
        Duration answerTime,
        Optional<SSLContext> tls) {
    private static final ServerOptions STANDARD =
            new ServerOptions("127.0.0.1", 0, 8, 64, Duration.ofSeconds(30), Duration.ofSeconds(30), Optional.empty());

    public ServerOptions {
        Checks.positive(threads);
        Checks.positive(waiting);
        Checks.positive(requestTime);
        Checks.positive(answerTime);
    }

    /** For this machine alone, at any port that is free, with eight threads, without TLS. */
    public static ServerOptions standard() {
        return STANDARD;
    }

    public ServerOptions at(String otherHost, int otherPort) {
        return new ServerOptions(otherHost, otherPort, threads, waiting, requestTime, answerTime, tls);
    }

    public ServerOptions threads(int most, int mostWaiting) {
        return new ServerOptions(host, port, most, mostWaiting, requestTime, answerTime, tls);
    }

    public ServerOptions requestTime(Duration most) {
        return new ServerOptions(host, port, threads, waiting, most, answerTime, tls);
    }

    public ServerOptions answerTime(Duration most) {
        return new ServerOptions(host, port, threads, waiting, requestTime, most, tls);
    }

    public ServerOptions tls(SSLContext context) {
        return new ServerOptions(host, port, threads, waiting, requestTime, answerTime, Optional.of(context));
    }
}
