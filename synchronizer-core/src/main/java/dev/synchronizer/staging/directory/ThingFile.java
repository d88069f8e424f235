package dev.synchronizer.staging.directory;

import dev.synchronizer.json.JsonIn;
import dev.synchronizer.json.JsonOut;
import dev.synchronizer.task.Payload.About;
import dev.synchronizer.task.Places;
import dev.synchronizer.task.SubjectState;
import dev.synchronizer.task.TaskKey;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One thing as a file: canonical JSON that depends on nothing but what the thing is.
 *
 * @param key what it is
 * @param about the type that it is of, and the module and version that declare that
 * @param state all that it holds
 */
record ThingFile(TaskKey key, About about, SubjectState state) {
    /** Where it stands. */
    String path() {
        return ThingPaths.of(key, about.type());
    }

    /** The item that it stands below; empty where it does not, and of all that is no item. */
    Optional<UUID> parent() {
        return key.kind().equals(TaskKey.ITEM)
                ? ThingReading.text(state, Places.PARENT).map(UUID::fromString)
                : Optional.empty();
    }

    byte[] bytes() {
        return JsonOut.pretty(this::writeTo).getBytes(StandardCharsets.UTF_8);
    }

    private void writeTo(JsonOut out) {
        out.object(() -> {
            out.text("key", key.toString());
            text("type", about.type().isEmpty() ? null : about.type(), out);
            text("guid", about.guid(), out);
            text("module", about.module(), out);
            text("version", about.version(), out);
            if (!about.properties().isEmpty()) {
                out.texts("properties", about.properties());
            }
            out.object(
                    "state",
                    () -> said().forEach((place, json) -> {
                        out.name(place);
                        // Written anew, so that what is within it stands on lines of its own.
                        JsonIn.read(json, in -> {
                            in.copyTo(out);
                            return place;
                        });
                    }));
        });
    }

    /** The type of an item is said once. */
    private Map<String, String> said() {
        return key.kind().equals(TaskKey.ITEM) ? state.with(Places.TYPE, null).places() : state.places();
    }

    private static void text(String name, @Nullable String text, JsonOut out) {
        if (text != null) {
            out.text(name, text);
        }
    }
}
