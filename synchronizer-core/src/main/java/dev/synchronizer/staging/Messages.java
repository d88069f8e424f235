package dev.synchronizer.staging;

import dev.synchronizer.json.JsonIn;
import dev.synchronizer.json.JsonOut;
import dev.synchronizer.model.ColumnText;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What servers ask each other and answer, as canonical JSON in UTF-8. */
final class Messages {
    /** As much as an endpoint takes by itself. */
    private static final int STANDARD_LIMIT = 16 * 1024 * 1024;

    private static final int MOST_PARTS = 1_000;
    private static final int LONGEST = 200;

    private Messages() {}

    /**
     * What one server asks another one.
     *
     * @param sender the identity of the one that asks
     * @param shipments what is to be taken in; none where it only asks who answers
     * @param answerLimit how many bytes it can take for an answer
     */
    record Request(String sender, List<Shipment> shipments, int answerLimit) {}

    /**
     * The same, as the one that is asked reads it.
     *
     * @param parts what is to be taken in, be it that it cannot be read
     */
    record Asked(String sender, List<Part> parts, int answerLimit) {}

    /**
     * Something that is to be taken in.
     *
     * @param shipment null where it cannot be read
     * @param fault why it cannot
     */
    record Part(@Nullable Shipment shipment, String fault) {}

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
            out.number("answerLimit", request.answerLimit());
            out.array("shipments", request.shipments(), shipment -> ShipmentJson.writeTo(shipment, out));
        })));
    }

    /**
     * Reads a request.
     *
     * @throws IllegalArgumentException if it is none
     * @throws java.io.UncheckedIOException if it is no JSON
     */
    static Asked readRequest(byte[] body) {
        String[] sender = {""};
        long[] limit = {STANDARD_LIMIT};
        List<Part> parts = new ArrayList<>();
        JsonIn.read(text(body), in -> {
            in.object(name -> {
                switch (name) {
                    case "sender" -> sender[0] = in.text();
                    case "answerLimit" -> limit[0] = in.number();
                    case "shipments" -> in.elements(() -> parts.add(part(JsonOut.compact(in::copyTo), parts.size())));
                    default -> in.skip();
                }
            });
            return in;
        });
        if (sender[0].isEmpty()) {
            throw new IllegalArgumentException("it does not say who asks");
        }
        return new Asked(sender[0], parts, (int) Math.max(1, Math.min(limit[0], STANDARD_LIMIT)));
    }

    /** What is wrong with one of them is no reason to refuse the others. */
    private static Part part(String json, int before) {
        if (before >= MOST_PARTS) {
            throw new IllegalArgumentException("it sends more than " + MOST_PARTS + " things at once");
        }
        try {
            return new Part(JsonIn.read(json, ShipmentJson::read), "");
        } catch (RuntimeException e) {
            String why = String.valueOf(e.getMessage());
            String shown = why.length() > LONGEST ? why.substring(0, LONGEST) + "…" : why;
            return new Part(
                    null,
                    "this server cannot read it, and may need the release of the one that sends it: "
                            + ColumnText.storable(shown.lines().findFirst().orElse("")));
        }
    }

    /** Whatever there is to say, it has no more bytes than the one that asks can take. */
    static byte[] write(Reply reply, int limit) {
        return write(new Reply(reply.identity(), Shortened.to(limit, reply.answers())));
    }

    private static byte[] write(Reply reply) {
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
