package dev.synchronizer.staging.directory;

import dev.synchronizer.model.Address;
import dev.synchronizer.task.TaskKey;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Where in a directory things stand, with slashes on all systems. */
final class ThingPaths {
    static final String ENDING = ".json";

    /** The folders of things; all else in a directory is somebody else's. */
    static final List<String> FOLDERS = List.of("definitions", "items", "overrides", "rules");

    private ThingPaths() {}

    /**
     * The path of a thing.
     *
     * @param type the name of its type, where it is an item
     * @throws IllegalArgumentException if it has no place in a directory
     */
    static String of(TaskKey key, String type) {
        return switch (key.kind()) {
            case TaskKey.ITEM -> "items/" + FileNames.ofType(type) + "/" + spread(key.id()) + "/" + key.id() + ENDING;
            case TaskKey.DEFINITION -> "definitions/" + address(key.id()) + ENDING;
            case TaskKey.OVERRIDES -> "overrides/" + address(key.id()) + ENDING;
            case TaskKey.RULE -> "rules/" + FileNames.ofPart(key.id()) + ENDING;
            default -> throw new IllegalArgumentException("a directory holds nothing like " + key);
        };
    }

    private static String address(String id) {
        Address address = Address.parse(id);
        String type = FileNames.ofType(address.type());
        return address.property() == null ? type : type + "/" + FileNames.ofPart(address.property());
    }

    /** The last two digits of an id, which are random: its first ones are those of all that were made that year. */
    private static String spread(String id) {
        return id.substring(id.length() - 2);
    }

    /** The item that has its place there; empty where it is no path of an item. */
    static Optional<UUID> item(String path) {
        String name = path.substring(path.lastIndexOf('/') + 1);
        if (!path.startsWith("items/") || !name.endsWith(ENDING)) {
            return Optional.empty();
        }
        return id(name.substring(0, name.length() - ENDING.length()));
    }

    /** An id in the form in which it is written. */
    static Optional<UUID> id(String text) {
        try {
            UUID id = UUID.fromString(text);
            return id.toString().equals(text) ? Optional.of(id) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
