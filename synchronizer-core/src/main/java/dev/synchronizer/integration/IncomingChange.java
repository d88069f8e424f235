package dev.synchronizer.integration;

import dev.synchronizer.value.ValueKey;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What becomes of an item by a change of another system. */
public sealed interface IncomingChange {
    /** Nothing. */
    static IncomingChange ignored() {
        return new Ignored();
    }

    /** An item that is to be there under a foreign id, made where it is not. */
    static Saved saved(String foreignId, String type, String name) {
        return new Saved(foreignId, type, name, Optional.empty(), Map.of());
    }

    /** An item that is to go into the recycle bin; where it is not there, nothing is done. */
    static IncomingChange deleted(String foreignId) {
        return new Deleted(foreignId);
    }

    /** Nothing becomes of any item. */
    record Ignored() implements IncomingChange {}

    /**
     * An item goes into the recycle bin.
     *
     * @param foreignId the id by which the other system knows it
     */
    record Deleted(String foreignId) implements IncomingChange {}

    /**
     * An item is made or changed; what is not given stays as it is.
     *
     * @param foreignId the id by which the other system knows it
     * @param type the name of its type
     * @param name its name
     * @param parent the item that it is to stand below; where none is given, it stays where it is
     * @param values what it is to hold at the places that are given; empty where it is to hold nothing
     */
    record Saved(
            String foreignId, String type, String name, Optional<UUID> parent, Map<ValueKey, Optional<Object>> values)
            implements IncomingChange {
        public Saved {
            values = Map.copyOf(values);
        }

        public Saved below(UUID other) {
            return new Saved(foreignId, type, name, Optional.of(other), values);
        }

        public Saved with(String property, @Nullable Object value) {
            return with(property, "", value);
        }

        public Saved with(String property, String language, @Nullable Object value) {
            Map<ValueKey, Optional<Object>> all = new HashMap<>(values);
            all.put(new ValueKey(property, language), Optional.ofNullable(value));
            return new Saved(foreignId, type, name, parent, all);
        }
    }
}
