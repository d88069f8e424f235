package dev.synchronizer.staging;

import dev.synchronizer.json.JsonIn;
import dev.synchronizer.json.JsonOut;
import dev.synchronizer.task.ConflictPolicy;
import dev.synchronizer.task.Payload;
import dev.synchronizer.task.PayloadJson;
import dev.synchronizer.task.TaskKey;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Shipments as canonical JSON. */
final class ShipmentJson {
    private ShipmentJson() {}

    static void writeTo(Shipment sent, JsonOut out) {
        out.object(() -> {
            out.number("task", sent.task());
            out.text("key", sent.key().toString());
            out.text("name", sent.name());
            out.text("operation", sent.operation());
            out.text("actor", sent.actor());
            out.texts("passed", sent.passed());
            out.texts("changes", sent.changes());
            out.text("policy", sent.policy().name());
            if (!sent.spared().isEmpty()) {
                out.texts("spared", new TreeSet<>(sent.spared()));
            }
            if (sent.shown() != null) {
                out.text("shown", sent.shown());
            }
            out.name("payload");
            PayloadJson.writeTo(sent.payload(), out);
        });
    }

    /** @throws IllegalArgumentException if it is none */
    static Shipment read(JsonIn in) {
        Reading reading = new Reading();
        in.object(name -> reading.member(name, in));
        return reading.done();
    }

    private static final class Reading {
        private final TreeMap<String, String> texts = new TreeMap<>();
        private List<String> passed = List.of();
        private List<String> changes = List.of();
        private List<String> spared = List.of();
        private @Nullable Payload payload;
        private long task;

        void member(String name, JsonIn in) {
            switch (name) {
                case "task" -> task = in.number();
                case "passed" -> passed = in.texts();
                case "changes" -> changes = in.texts();
                case "spared" -> spared = in.texts();
                case "payload" -> payload = PayloadJson.read(in);
                case "key", "name", "operation", "actor", "policy", "shown" -> texts.put(name, in.text());
                default -> in.skip();
            }
        }

        Shipment done() {
            Payload carried = payload;
            if (carried == null || changes.isEmpty() || passed.isEmpty()) {
                throw new IllegalArgumentException("it carries nothing");
            }
            return new Shipment(
                    task,
                    TaskKey.parse(require("key")),
                    require("name"),
                    require("operation"),
                    carried,
                    require("actor"),
                    passed,
                    changes,
                    ConflictPolicy.valueOf(require("policy")),
                    Set.copyOf(spared),
                    texts.get("shown"));
        }

        private String require(String name) {
            String text = texts.get(name);
            if (text == null) {
                throw new IllegalArgumentException("it has no " + name);
            }
            return text;
        }
    }
}
