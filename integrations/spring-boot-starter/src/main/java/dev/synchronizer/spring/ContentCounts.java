package dev.synchronizer.spring;

import dev.synchronizer.model.Address;
import dev.synchronizer.store.ContentUsage;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the parts of an application count together, each in a store of its own: all are asked, and what any of them holds
 * keeps a type or property.
 */
record ContentCounts(List<ContentUsage> parts) implements ContentUsage {
    ContentCounts {
        parts = List.copyOf(parts);
    }

    @Override
    public Map<Address, Long> count(Set<Address> asked) {
        Map<Address, Long> sums = new HashMap<>();
        for (ContentUsage part : parts) {
            // In a sum, what is no count would take away from what others count.
            ContentUsage.ask(part, asked).forEach((address, count) -> sums.merge(address, count, Long::sum));
        }
        return sums;
    }
}
