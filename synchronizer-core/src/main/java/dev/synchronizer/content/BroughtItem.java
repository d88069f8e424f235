package dev.synchronizer.content;

import dev.synchronizer.value.ValueKey;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * What another system says of an item; what it does not say stays as it is.
 *
 * @param type the name of its type
 * @param name its name
 * @param parent the item that it is to stand below; where none is given, it stays where it is
 * @param values what it is to hold at the places that are given; empty where it is to hold nothing
 */
public record BroughtItem(String type, String name, Optional<UUID> parent, Map<ValueKey, Optional<Object>> values) {
    public BroughtItem {
        values = Map.copyOf(values);
    }
}
