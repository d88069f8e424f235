package dev.synchronizer;

import dev.synchronizer.saving.SaveHandler;
import dev.synchronizer.saving.SaveProcessor;
import java.util.List;

/**
 * What is called when something is saved, and could not be made before the synchronizer was.
 *
 * @param handlers called in this order, after those that the synchronizer was built with
 * @param processors known to the configuration of the pipeline
 */
public record LateHandlers(List<SaveHandler> handlers, List<SaveProcessor> processors) {
    public LateHandlers {
        handlers = List.copyOf(handlers);
        processors = List.copyOf(processors);
    }
}
