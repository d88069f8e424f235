package dev.synchronizer.staging;

import dev.synchronizer.json.JsonIn;
import dev.synchronizer.json.JsonOut;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** What servers ask each other and answer, as canonical JSON in UTF-8. */
final class Messages {
    private Messages() {}

    /**
     * What one server asks another one.
     *
     * @param sender the identity of the one that asks
     * @param shipments what is to be taken in; none where it only asks who answers
     */
    record Request(String sender, List<Shipment> shipments) {}

    /**
     * What is answered.
     *
     * @param identity the identity of the one that answers
     * @param answers what became of each shipment
     */
    record Reply(String identity, List<Answer> answers) {}

    static byte[] write(Request request) {
        return bytes(JsonOut.compact(out -> out.object(() -> {
            out.text("sender", request.sender());
            out.array("shipments", request.shipments(), shipment -> ShipmentJson.writeTo(shipment, out));
        })));
    }

    /**
     * Reads a request.
     *
     * @throws IllegalArgumentException if it is none
     * @throws java.io.UncheckedIOException if it is no JSON
     */
    static Request readRequest(byte[] body) {
        String[] sender = {""};
        List<Shipment> shipments = new ArrayList<>();
        JsonIn.read(text(body), in -> {
            in.object(name -> {
                switch (name) {
                    case "sender" -> sender[0] = in.text();
                    case "shipments" -> in.elements(() -> shipments.add(ShipmentJson.read(in)));
                    default -> in.skip();
                }
            });
            return in;
        });
        if (sender[0].isEmpty()) {
            throw new IllegalArgumentException("it does not say who asks");
        }
        return new Request(sender[0], shipments);
    }

    static byte[] write(Reply reply) {
        return bytes(JsonOut.compact(out -> out.object(() -> {
            out.text("identity", reply.identity());
            out.array("answers", reply.answers(), answer -> AnswerJson.writeTo(answer, out));
        })));
    }

    static Reply readReply(byte[] body) {
        String[] identity = {""};
        List<Answer> answers = new ArrayList<>();
        JsonIn.read(text(body), in -> {
            in.object(name -> {
                switch (name) {
                    case "identity" -> identity[0] = in.text();
                    case "answers" -> in.elements(() -> answers.add(AnswerJson.read(in)));
                    default -> in.skip();
                }
            });
            return in;
        });
        return new Reply(identity[0], answers);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
