package dev.synchronizer;

import dev.synchronizer.saving.RuleTask;
import dev.synchronizer.saving.SaveHandler;
import dev.synchronizer.saving.SaveProcessor;
import dev.synchronizer.saving.SaveValidator;
import java.util.List;
import java.util.stream.Stream;

/**
 * What is called when something is saved, and could not be made before the synchronizer was.
 *
 * @param handlers called in this order, after those that the synchronizer was built with
 * @param processors known to the configuration of the pipeline
 * @param validators called in this order, after those that the synchronizer was built with
 * @param tasks what rules can ask for by name
 */
public record LateHandlers(
        List<SaveHandler> handlers,
        List<SaveProcessor> processors,
        List<SaveValidator> validators,
        List<RuleTask> tasks) {
    public LateHandlers {
        handlers = List.copyOf(handlers);
        processors = List.copyOf(processors);
        validators = List.copyOf(validators);
        tasks = List.copyOf(tasks);
    }

    static LateHandlers none() {
        return new LateHandlers(List.of(), List.of(), List.of(), List.of());
    }

    LateHandlers and(LateHandlers others) {
        return new LateHandlers(
                joined(handlers, others.handlers),
                joined(processors, others.processors),
                joined(validators, others.validators),
                joined(tasks, others.tasks));
    }

    private static <T> List<T> joined(List<T> some, List<T> others) {
        return Stream.concat(some.stream(), others.stream()).toList();
    }
}
