package dev.synchronizer.content;

import dev.synchronizer.value.Block;
import dev.synchronizer.value.Values;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds for each object of a list the block that it was read from, so that it keeps what its class does not show, such as
 * its other languages.
 */
final class BlockMatching {
    private final TypedValues values;
    private final ItemType type;
    private final List<Values> before = new ArrayList<>();

    BlockMatching(TypedValues values, ItemType type, Collection<?> before) {
        this.values = values;
        this.type = type;
        before.forEach(block -> this.before.add(((Block) block).values()));
    }

    /** The blocks that objects of one class are; null stays what it is. */
    List<@Nullable Object> match(Collection<?> beans) {
        List<@Nullable Values> looks = new ArrayList<>();
        List<Values> lookedBefore = List.of();
        for (Object bean : beans) {
            looks.add(bean == null ? null : values.look(type, bean));
            lookedBefore = bean == null || !lookedBefore.isEmpty() ? lookedBefore : lookedLike(bean.getClass());
        }
        int[] pairs = Pairing.of(lookedBefore, looks, !(beans instanceof Set));
        List<@Nullable Object> blocks = new ArrayList<>();
        beans.forEach(bean -> blocks.add(bean == null ? null : block(pairs[blocks.size()], bean)));
        return blocks;
    }

    /** What the former blocks look like as objects of a class. */
    private List<Values> lookedLike(Class<?> target) {
        return before.stream()
                .map(each -> values.look(type, values.fill(type, each, target)))
                .toList();
    }

    private Block block(int paired, Object bean) {
        return new Block(
                paired == Pairing.NONE ? values.ofNew(type, bean) : values.over(type, before.get(paired), bean));
    }
}
