package dev.synchronizer.integration;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** A real HTTP server on this machine that receives webhooks and answers as it is told to. */
public final class Receiver implements AutoCloseable {
    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CountDownLatch closing = new CountDownLatch(1);
    private final List<Request> requests = new CopyOnWriteArrayList<>();
    private volatile Answer answer = exchange -> exchange.sendResponseHeaders(204, -1);

    public Receiver() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::receive);
        server.setExecutor(threads);
        server.start();
    }

    public record Request(String method, String path, Map<String, List<String>> headers, byte[] body) {
        public String header(String name) {
            return headers.get(name).get(0);
        }
    }

    interface Answer {
        void to(HttpExchange exchange) throws IOException;
    }

    public void answers(int status, String... header) {
        answers(exchange -> {
            if (header.length > 0) {
                exchange.getResponseHeaders().set(header[0], header[1]);
            }
            exchange.sendResponseHeaders(status, -1);
        });
    }

    void answers(Answer next) {
        answer = next;
    }

    /** Never answers, as long as this receiver is there. */
    void hangs() {
        answers(exchange -> waitForTheEnd());
    }

    /** Answers at once, with a body that begins and does not go on. */
    void drips(int status) {
        answers(exchange -> {
            exchange.sendResponseHeaders(status, 0);
            exchange.getResponseBody().write('.');
            exchange.getResponseBody().flush();
            waitForTheEnd();
        });
    }

    /** Answers with a body that goes on as long as somebody reads it. */
    void floods(int status, CountDownLatch cutOff) {
        answers(exchange -> {
            exchange.sendResponseHeaders(status, 0);
            try (OutputStream body = exchange.getResponseBody()) {
                while (closing.getCount() > 0) {
                    body.write(new byte[16 * 1024]);
                }
            } catch (IOException e) {
                cutOff.countDown();
            }
        });
    }

    public String url(String path) {
        return "http://" + host() + path;
    }

    String host() {
        return "localhost:" + server.getAddress().getPort();
    }

    public List<Request> requests() {
        return requests;
    }

    private void receive(HttpExchange exchange) throws IOException {
        try (exchange) {
            requests.add(new Request(
                    exchange.getRequestMethod(),
                    exchange.getRequestURI().toString(),
                    Map.copyOf(exchange.getRequestHeaders()),
                    exchange.getRequestBody().readAllBytes()));
            answer.to(exchange);
        }
    }

    private void waitForTheEnd() {
        try {
            closing.await(1, TimeUnit.MINUTES);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        closing.countDown();
        server.stop(0);
        threads.shutdownNow();
    }
}
