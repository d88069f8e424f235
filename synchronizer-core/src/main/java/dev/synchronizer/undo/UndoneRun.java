package dev.synchronizer.undo;

import dev.synchronizer.undo.BeforeRun.DeletedOverride;
import java.util.List;

/**
 * A run that another one undoes.
 *
 * @param id its number
 * @param overrides the overrides that it deleted
 */
public record UndoneRun(long id, List<DeletedOverride> overrides) {
    public UndoneRun {
        overrides = List.copyOf(overrides);
    }
}
