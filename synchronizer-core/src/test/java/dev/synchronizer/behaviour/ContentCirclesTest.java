package dev.synchronizer.behaviour;

import static dev.synchronizer.behaviour.Sources.type;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.synchronizer.content.Item;
import dev.synchronizer.content.Items;
import dev.synchronizer.fixtures.ModelJar;
import dev.synchronizer.store.StoredItem;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.io.TempDir;

/** Items that stand in a circle, as others may have written them, keep nobody waiting: they can be moved out of it, and copied. */
class ContentCirclesTest {
    private static final Duration LONG_ENOUGH = Duration.ofSeconds(30);

    @TempDir
    Path folder;

    @OnEveryDatabase
    void anItemMovesBelowACircleAndOutOfIt(Product product) {
        Node node = Node.on(product);
        node.start(ModelJar.of(type("Page")).version("site", "1.0").jar(folder.resolve("site.jar")));
        Editor editor = Editor.of(node);
        List<UUID> ids = editor.writes("Page", List.of(Map.of(), Map.of(), Map.of()));
        editor.in(content -> {
            StoredItem one = content.item(ids.get(0)).orElseThrow();
            StoredItem two = content.item(ids.get(1)).orElseThrow();
            content.updateItems(List.of(below(one, two), below(two, one)));
            return one;
        });

        assertThat(moved(node, ids.get(2), ids.get(0)).parent()).isEqualTo(ids.get(0));
        quickly(node, items -> items.duplicate("Ada", ids.get(0), "Copy", true));
        assertThat(node.count("ct_item")).as("three, and a copy of each").isEqualTo(6);
        assertThat(moved(node, ids.get(0), null).parent()).isNull();
    }

    private static StoredItem below(StoredItem item, StoredItem parent) {
        return item.saved(item.name(), parent.id(), item.savedAt(), item.savedBy());
    }

    private static Item moved(Node node, UUID item, @Nullable UUID parent) {
        return quickly(node, items -> items.move("Ada", item, parent));
    }

    private static Item quickly(Node node, Function<Items, Item> work) {
        return assertTimeoutPreemptively(
                LONG_ENOUGH, () -> node.call(synchronizer -> work.apply(synchronizer.items())));
    }
}
