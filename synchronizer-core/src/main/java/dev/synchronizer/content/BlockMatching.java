package dev.synchronizer.content;

import dev.synchronizer.value.Block;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Finds for each object of a list the block that it was read from, so that it keeps what its class does not show, such as
 * its other languages: the one that looks alike, wherever it stood, else the one in its place.
 */
final class BlockMatching {
    private final TypedValues values;
    private final ItemType type;
    private final List<@Nullable Block> left = new ArrayList<>();

    BlockMatching(TypedValues values, ItemType type, Collection<?> before) {
        this.values = values;
        this.type = type;
        before.forEach(block -> left.add((Block) block));
    }

    List<Block> match(Collection<?> beans) {
        List<Object> all = new ArrayList<>(beans);
        List<@Nullable Block> found = new ArrayList<>();
        all.forEach(bean -> found.add(alike(bean)));
        List<Block> blocks = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            Block block = found.get(i);
            blocks.add(block == null ? inPlace(i, all.get(i)) : block);
        }
        return blocks;
    }

    private @Nullable Block alike(Object bean) {
        Map<String, Object> wanted = values.extract(bean);
        for (int i = 0; i < left.size(); i++) {
            Block block = left.get(i);
            if (block != null
                    && values.extract(values.fill(type, block.values(), bean.getClass()))
                            .equals(wanted)) {
                left.set(i, null);
                return block;
            }
        }
        return null;
    }

    private Block inPlace(int position, Object bean) {
        Block block = position < left.size() ? left.get(position) : null;
        return new Block(block == null ? values.ofNew(type, bean) : values.over(type, block.values(), bean));
    }
}
