package dev.synchronizer.conversion;

import dev.synchronizer.store.PageSize;
import dev.synchronizer.value.StoredValue;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Goes through any number of values without holding more than a page of them. */
final class Pages {
    private static final int MOST = 1_000;

    private Pages() {}

    /** Reads what follows a value, so many at the most. */
    @FunctionalInterface
    interface Reading {
        List<StoredValue> after(@Nullable StoredValue last, int limit);
    }

    static void each(Reading reading, Consumer<List<StoredValue>> work) {
        PageSize size = new PageSize(MOST);
        StoredValue last = null;
        boolean more = true;
        while (more) {
            List<StoredValue> page = reading.after(last, size.rows());
            more = page.size() == size.rows();
            size.wasRead(page.size(), StoredValue.length(page));
            if (!page.isEmpty()) {
                last = page.get(page.size() - 1);
                work.accept(page);
            }
        }
    }
}
