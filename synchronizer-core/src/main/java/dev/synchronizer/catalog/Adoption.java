package dev.synchronizer.catalog;

import dev.synchronizer.model.Address;
import java.util.List;

/**
 * How code can take over what administrators saved (E8).
 *
 * @param annotations what to write, one for each class and property
 * @param left overrides that code cannot take over, or need not
 */
public record Adoption(List<AdoptedAnnotation> annotations, List<Left> left) {
    public Adoption {
        annotations = List.copyOf(annotations);
        left = List.copyOf(left);
    }

    /**
     * An override that stays what it is.
     *
     * @param setting its address
     * @param reason why, in words
     */
    public record Left(Address setting, String reason) {}
}
