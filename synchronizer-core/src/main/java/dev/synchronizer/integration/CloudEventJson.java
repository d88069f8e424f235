package dev.synchronizer.integration;

import dev.synchronizer.json.JsonIn;
import dev.synchronizer.json.JsonOut;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Writes and reads events in the JSON format of CloudEvents, in which all stands in one object. */
final class CloudEventJson {
    private CloudEventJson() {}

    static String write(CloudEvent event) {
        return JsonOut.compact(out -> out.object(() -> {
            out.text("specversion", EventAttributes.VERSION);
            out.text("id", event.id());
            out.text("source", event.source());
            out.text("type", event.type());
            event.subject().ifPresent(subject -> out.text("subject", subject));
            event.time().ifPresent(time -> out.text("time", time));
            event.data().ifPresent(data -> {
                out.text("datacontenttype", "application/json");
                out.name("data").json(data);
            });
        }));
    }

    static Optional<CloudEvent> read(String json) {
        try {
            Map<String, String> members = JsonIn.read(json, CloudEventJson::members);
            return EventAttributes.event(
                    name -> Optional.ofNullable(members.get(name)), Optional.ofNullable(members.get("data")));
        } catch (UncheckedIOException e) {
            return Optional.empty();
        }
    }

    /** The attributes that are known, and the data as JSON. */
    private static Map<String, String> members(JsonIn in) {
        Map<String, String> members = new HashMap<>();
        in.object(name -> {
            if (name.equals("data")) {
                members.put(name, JsonOut.compact(in::copyTo));
            } else if (in.peek() == JsonIn.Kind.TEXT) {
                members.put(name, in.text());
            } else {
                in.skip();
            }
        });
        return members;
    }
}
