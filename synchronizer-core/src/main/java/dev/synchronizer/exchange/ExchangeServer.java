package dev.synchronizer.exchange;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import dev.synchronizer.problem.Problem;
import dev.synchronizer.problem.ProblemCode;
import dev.synchronizer.problem.ProblemsException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An endpoint on the JDK's own server, for those who have no other one. It answers until it is closed.
 *
 * <p>However slow peers are, they hold a thread no longer than {@link ServerOptions} say. Connections on which nothing was sent
 * yet hold none; how many of these there may be is for the JVM to say ({@code jdk.httpserver.maxConnections}).
 */
public final class ExchangeServer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ExchangeServer.class);

    /** What has not been read of a refused request is read and thrown away for so long, so that the refusal arrives. */
    private static final Duration LINGERING = Duration.ofSeconds(2);

    private final SignedEndpoint endpoint;
    private final ServerOptions options;
    private final PeerThreads threads;
    private final HttpServer server;

    private ExchangeServer(SignedEndpoint endpoint, ServerOptions options) throws IOException {
        this.endpoint = endpoint;
        this.options = options;
        this.server = open(options);
        this.threads = new PeerThreads(options);
        server.setExecutor(threads);
        server.createContext("/", this::handle);
    }

    /**
     * Listens, and answers from now on.
     *
     * @throws ProblemsException if it cannot listen there
     */
    public static ExchangeServer start(SignedEndpoint endpoint, ServerOptions options) {
        try {
            ExchangeServer started = new ExchangeServer(endpoint, options);
            started.server.start();
            return started;
        } catch (IOException e) {
            String place = options.host() + ":" + options.port();
            throw new ProblemsException(
                    Problem.of(
                            ProblemCode.CANNOT_LISTEN,
                            place,
                            "nobody can listen there: " + String.valueOf(e.getMessage())),
                    e);
        }
    }

    private static HttpServer open(ServerOptions options) throws IOException {
        InetSocketAddress address = new InetSocketAddress(options.host(), options.port());
        if (address.isUnresolved()) {
            throw new IOException("the host is unknown");
        }
        if (options.tls().isEmpty()) {
            return HttpServer.create(address, options.waiting());
        }
        HttpsServer server = HttpsServer.create(address, options.waiting());
        server.setHttpsConfigurator(new HttpsConfigurator(options.tls().get()));
        return server;
    }

    /** Where it is reached, without the path of the endpoint. */
    public URI uri() {
        String host = options.host().contains(":") ? "[" + options.host() + "]" : options.host();
        return URI.create((options.tls().isPresent() ? "https://" : "http://") + host + ":" + port());
    }

    public int port() {
        return server.getAddress().getPort();
    }

    private void handle(HttpExchange exchange) throws IOException {
        Deadline request = threads.request();
        request.disarm();
        try (exchange) {
            ExchangeAnswer answer = endpoint.answer(received(exchange, request));
            threads.within(answer.isRefusal() ? LINGERING : options.answerTime(), time -> send(exchange, answer));
        } catch (IOException e) {
            LOG.debug("The answer to {} could not be sent", exchange.getRemoteAddress(), e);
        }
    }

    private static ExchangeRequest received(HttpExchange exchange, Deadline deadline) {
        return new ExchangeRequest(
                exchange.getRequestMethod(),
                exchange.getRequestURI().toString(),
                exchange.getRequestHeaders(),
                declaredLength(exchange),
                new WatchedBody(exchange.getRequestBody(), deadline),
                String.valueOf(exchange.getRemoteAddress()));
    }

    /** The server has refused already what is no number, and what is said twice. */
    private static long declaredLength(HttpExchange exchange) {
        String length = exchange.getRequestHeaders().getFirst("Content-Length");
        return length == null ? -1 : Long.parseLong(length);
    }

    private static void send(HttpExchange exchange, ExchangeAnswer answer) throws IOException {
        answer.headers().forEach((name, value) -> exchange.getResponseHeaders().set(name, value));
        // On a connection that is kept, the server of JDK 17 sends head and body 40 ms apart; and whoever sends on one
        // that is closed at that very moment does not know what has become of the request.
        exchange.getResponseHeaders().set("Connection", "close");
        if (exchange.getRequestMethod().equals("HEAD") || answer.body().length == 0) {
            exchange.sendResponseHeaders(answer.status(), -1);
        } else {
            exchange.sendResponseHeaders(answer.status(), answer.body().length);
            exchange.getResponseBody().write(answer.body());
            exchange.getResponseBody().flush();
        }
        exchange.close();
    }

    /** Takes nothing more, and waits some seconds for what is under way. */
    @Override
    public void close() {
        threads.close();
        server.stop(0);
    }
}
