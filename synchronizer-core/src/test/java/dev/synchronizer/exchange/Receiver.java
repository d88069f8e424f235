package dev.synchronizer.exchange;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;

/** The server "public", which knows "editorial" and "archive" by the same secret, and writes down what it was asked. */
final class Receiver implements AutoCloseable {
    static final int LIMIT = 1000;

    final MovedClock clock = new MovedClock();
    final List<String> asked = new CopyOnWriteArrayList<>();
    final SignedEndpoint endpoint;
    final ExchangeServer server;
    volatile Exchange exchange = (sender, body) -> ("{\"bytes\":" + body.length + "}").getBytes(StandardCharsets.UTF_8);

    Receiver() {
        this("public", UnaryOperator.identity());
    }

    Receiver(String name, UnaryOperator<ServerOptions> options) {
        Map<String, Secret> senders = Map.of("editorial", RawRequest.SECRET, "archive", RawRequest.SECRET);
        endpoint = new SignedEndpoint(
                name,
                sender -> Optional.ofNullable(senders.get(sender)),
                Nonces.inMemory(clock),
                this::answer,
                EndpointOptions.standard().bodyLimit(LIMIT).clock(clock));
        server = ExchangeServer.start(endpoint, options.apply(ServerOptions.standard()));
    }

    private byte[] answer(String sender, byte[] body) {
        asked.add(sender + " " + new String(body, StandardCharsets.UTF_8));
        return exchange.answer(sender, body);
    }

    RawRequest request() {
        return new RawRequest(clock);
    }

    String send(RawRequest request) throws IOException {
        return RawPeer.answer(server.port(), request.bytes());
    }

    @Override
    public void close() {
        server.close();
    }
}
