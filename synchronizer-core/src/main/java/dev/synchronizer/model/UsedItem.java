package dev.synchronizer.model;

import java.util.UUID;

/**
 * An item as it is named to people.
 *
 * @param id its id
 * @param name its name
 */
public record UsedItem(UUID id, String name) {
    @Override
    public String toString() {
        return "\"" + name + "\" (" + id + ")";
    }
}
