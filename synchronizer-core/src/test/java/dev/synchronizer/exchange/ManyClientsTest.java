package dev.synchronizer.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(180)
class ManyClientsTest {
    private static final int CLIENTS = 16;
    private static final int REQUESTS = 50;

    @Test
    void eachOfManyGetsItsOwnAnswer() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(CLIENTS);
        try (Receiver receiver = new Receiver()) {
            ConcurrentHashMap<String, Integer> times = new ConcurrentHashMap<>();
            receiver.exchange = (sender, body) -> {
                times.merge(new String(body, StandardCharsets.UTF_8), 1, Integer::sum);
                return body;
            };
            Peer peer = new Peer("public", receiver.server.uri(), RawRequest.SECRET);
            ExchangeClient shared = new ExchangeClient(
                    "editorial", peer, ClientOptions.standard().clock(receiver.clock));
            List<Future<?>> all = new ArrayList<>();
            for (int i = 0; i < CLIENTS; i++) {
                int number = i;
                all.add(threads.submit(() -> {
                    for (int j = 0; j < REQUESTS; j++) {
                        byte[] body =
                                ("{\"client\":" + number + ",\"request\":" + j + "}").getBytes(StandardCharsets.UTF_8);
                        assertThat(shared.send(body)).isEqualTo(body);
                    }
                }));
            }
            for (Future<?> each : all) {
                each.get(120, TimeUnit.SECONDS);
            }
            assertThat(times)
                    .hasSize(CLIENTS * REQUESTS)
                    .allSatisfy((body, count) -> assertThat(count).isEqualTo(1));
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void oneRequestOfManyCopiesIsAnswered() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(CLIENTS);
        try (Receiver receiver = new Receiver();
                LoggedLines log = new LoggedLines()) {
            byte[] bytes = receiver.request().bytes();
            List<Future<String>> all = new ArrayList<>();
            for (int i = 0; i < CLIENTS; i++) {
                all.add(threads.submit(() -> RawPeer.answer(receiver.server.port(), bytes)));
            }
            List<Integer> statuses = new ArrayList<>();
            for (Future<String> each : all) {
                statuses.add(RawPeer.status(each.get(120, TimeUnit.SECONDS)));
            }
            assertThat(statuses).containsOnlyOnce(200).containsOnly(200, 409);
            assertThat(receiver.asked).hasSize(1);
            assertThat(log.warnings()).hasSize(CLIENTS - 1);
        } finally {
            threads.shutdownNow();
        }
    }
}
