package dev.synchronizer.staging.directory;

import dev.synchronizer.task.TaskKey;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Which items stand below each other in a directory; read once where somebody asks, and told of what is written since. */
final class FolderTree {
    private final DirectoryFiles files;
    private @Nullable Map<String, Place> byId;

    FolderTree(DirectoryFiles files) {
        this.files = files;
    }

    private record Place(String path, @Nullable UUID above) {}

    void written(ThingFile file) {
        if (byId != null && file.key().kind().equals(TaskKey.ITEM)) {
            byId.put(file.key().id(), new Place(file.path(), file.parent().orElse(null)));
        }
    }

    void deleted(TaskKey key) {
        if (byId != null) {
            byId.remove(key.id());
        }
    }

    boolean has(UUID item) throws IOException {
        return read().containsKey(item.toString());
    }

    /** The items below one but for some, with all that stands below them: their paths by their ids. */
    Map<String, String> others(UUID parent, List<String> kept) throws IOException {
        Map<String, Place> all = read();
        ItemTree tree = new ItemTree(id -> {
            Place place = all.get(id.toString());
            return place == null ? null : place.above();
        });
        List<UUID> extra = new ArrayList<>();
        all.forEach((id, place) -> {
            if (parent.equals(place.above()) && !kept.contains(id)) {
                extra.add(UUID.fromString(id));
            }
        });
        Map<String, String> others = new LinkedHashMap<>();
        if (!extra.isEmpty()) {
            all.forEach((id, place) -> {
                UUID item = UUID.fromString(id);
                if (extra.stream().anyMatch(each -> tree.isWithin(item, each))) {
                    others.put(id, place.path());
                }
            });
        }
        return others;
    }

    private Map<String, Place> read() throws IOException {
        Map<String, Place> known = byId;
        if (known == null) {
            known = new LinkedHashMap<>();
            for (String path : files.paths()) {
                if (ThingPaths.item(path).isPresent()) {
                    add(path, known);
                }
            }
            byId = known;
        }
        return known;
    }

    private void add(String path, Map<String, Place> known) throws IOException {
        try {
            files.read(path)
                    .map(bytes -> ThingReading.read(path, bytes))
                    .ifPresent(file -> known.put(
                            file.key().id(), new Place(path, file.parent().orElse(null))));
        } catch (BrokenFileException e) {
            // Nobody knows where it stands, and so it stays.
            return;
        }
    }
}
