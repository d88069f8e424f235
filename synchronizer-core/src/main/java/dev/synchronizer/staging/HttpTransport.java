package dev.synchronizer.staging;

import dev.synchronizer.exchange.ExchangeClient;
import dev.synchronizer.exchange.ExchangeException;
import dev.synchronizer.staging.Answer.Outcome;
import dev.synchronizer.staging.Messages.Reply;
import dev.synchronizer.staging.Messages.Request;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Supplier;

/** A way to a server by signed requests. */
final class HttpTransport implements Transport {
    /** Far below what a server takes in at once, so that one large thing has room. */
    private static final int MOST_AT_ONCE = 2_000_000;

    /** For who sends it. */
    private static final int ROOM = 100;

    private static final String TOO_LARGE =
            "it is too large to be sent over HTTP; raise the limits, or reach the server in" + " another way: ";

    private final Supplier<String> self;
    private final ExchangeClient client;
    private final int limit;

    /** @param limit how many bytes a body may have */
    HttpTransport(Supplier<String> self, ExchangeClient client, int limit) {
        this.self = self;
        this.limit = limit;
        this.client = client;
    }

    @Override
    public String identity() {
        return ask(List.of()).identity();
    }

    /** What is known of the first ones is said, be it that nothing is of the others. */
    @Override
    public List<Answer> send(List<Shipment> shipments) {
        List<Answer> answers = new ArrayList<>();
        Deque<List<Shipment>> parts = new ArrayDeque<>(parts(shipments));
        while (!parts.isEmpty()) {
            List<Shipment> part = parts.pop();
            try {
                answers.addAll(ask(part).answers());
            } catch (DeliveryException e) {
                if (isTooLarge(e) && part.size() > 1) {
                    parts.push(part.subList(part.size() / 2, part.size()));
                    parts.push(part.subList(0, part.size() / 2));
                } else if (isTooLarge(e) && part.size() == 1) {
                    answers.add(Answer.of(Outcome.REFUSED, List.of(TOO_LARGE + e.getMessage())));
                } else {
                    return unknown(answers, shipments.size(), e);
                }
            }
        }
        return answers;
    }

    private static List<Answer> unknown(List<Answer> answers, int all, DeliveryException e) {
        if (answers.isEmpty()) {
            throw e;
        }
        while (answers.size() < all) {
            answers.add(Answer.of(Outcome.FAILED, List.of(String.valueOf(e.getMessage()))));
        }
        return answers;
    }

    private static boolean isTooLarge(DeliveryException failure) {
        return failure.getCause() instanceof ExchangeException cause
                && cause.kind() == ExchangeException.Kind.TOO_LARGE;
    }

    private static int size(Shipment shipment) {
        return Messages.write(new Request("", List.of(shipment), 0)).length + ROOM;
    }

    private List<List<Shipment>> parts(List<Shipment> shipments) {
        List<List<Shipment>> parts = new ArrayList<>();
        List<Shipment> part = new ArrayList<>();
        long size = 0;
        for (Shipment shipment : shipments) {
            long one = size(shipment);
            if (!part.isEmpty() && size + one > Math.min(MOST_AT_ONCE, limit)) {
                parts.add(part);
                part = new ArrayList<>();
                size = 0;
            }
            part.add(shipment);
            size += one;
        }
        parts.add(part);
        return parts;
    }

    private Reply ask(List<Shipment> shipments) {
        try {
            Reply reply = Messages.readReply(client.send(Messages.write(new Request(self.get(), shipments, limit))));
            if (reply.answers().size() != shipments.size()) {
                throw new DeliveryException(
                        "the server answered " + reply.answers().size() + " of " + shipments.size() + " tasks",
                        true,
                        new IllegalStateException());
            }
            return reply;
        } catch (ExchangeException e) {
            boolean uncertain = e.kind() == ExchangeException.Kind.UNCERTAIN;
            throw new DeliveryException(String.valueOf(e.getMessage()), uncertain, e);
        } catch (UncheckedIOException e) {
            throw new DeliveryException("the server answered what cannot be read", true, e);
        }
    }
}
