package dev.synchronizer.settings;

import dev.synchronizer.model.Address;
import java.util.Collection;
import java.util.List;

/** Which overrides are meant (E3). */
public sealed interface RevertScope {
    /** Those of settings, of properties, and of types with their properties. */
    record At(List<Address> addresses) implements RevertScope {
        public At {
            addresses = addresses.stream().distinct().sorted().toList();
            if (addresses.isEmpty()) {
                throw new IllegalArgumentException("nothing is named that could be reverted");
            }
        }
    }

    /** All that are stored. */
    record Everything() implements RevertScope {}

    /** Those without which nothing would change. */
    record Redundant() implements RevertScope {}

    static RevertScope at(Address... addresses) {
        return at(List.of(addresses));
    }

    /**
     * All that is named by any of these addresses.
     *
     * @throws IllegalArgumentException if there is none
     */
    static RevertScope at(Collection<Address> addresses) {
        return new At(List.copyOf(addresses));
    }

    static RevertScope everything() {
        return new Everything();
    }

    static RevertScope redundant() {
        return new Redundant();
    }
}
