package dev.synchronizer.content;

import dev.synchronizer.content.Violations.Place;
import java.util.List;
import java.util.UUID;

/**
 * What a value refers to.
 *
 * @param property the property that has it, as {@code Type.property}, be it one of a block
 * @param place where it stands
 * @param target the id of the item that it refers to
 * @param allowed the names of the types of which that may be; none means all
 */
public record Reference(String property, Place place, UUID target, List<String> allowed) {
    public Reference {
        allowed = List.copyOf(allowed);
    }
}
