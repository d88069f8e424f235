package dev.synchronizer.staging.directory;

import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Items as they stand below each other. */
final class ItemTree {
    private final Function<UUID, @Nullable UUID> parents;

    ItemTree(Function<UUID, @Nullable UUID> parents) {
        this.parents = parents;
    }

    /** Whether an item is another one or stands below it. */
    boolean isWithin(UUID item, UUID root) {
        return walk(item, root::equals) != null;
    }

    /** Whether somebody who goes up from an item comes back to it. */
    boolean isInCircle(UUID item) {
        UUID above = parents.apply(item);
        return above != null && walk(above, item::equals) != null;
    }

    /** How many stand above it. */
    int depth(UUID item) {
        int[] depth = {-1};
        walk(item, each -> {
            depth[0]++;
            return false;
        });
        return depth[0];
    }

    /** The first one from an item upwards that fits; null where none does. */
    private @Nullable UUID walk(UUID item, Predicate<UUID> fits) {
        Set<UUID> seen = new HashSet<>();
        UUID at = item;
        while (at != null && seen.add(at)) {
            if (fits.test(at)) {
                return at;
            }
            at = parents.apply(at);
        }
        return null;
    }

    /** The highest one from an item upwards of an unbroken row of those that fit. */
    UUID highest(UUID item, Predicate<UUID> fits) {
        UUID[] highest = {item};
        walk(item, each -> {
            if (fits.test(each)) {
                highest[0] = each;
                return false;
            }
            return true;
        });
        return highest[0];
    }
}
