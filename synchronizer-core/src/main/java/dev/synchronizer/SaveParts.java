package dev.synchronizer;

import dev.synchronizer.problem.FindingSeverity;
import dev.synchronizer.rule.RuleLimits;
import dev.synchronizer.saving.Interception;
import dev.synchronizer.saving.Pipeline;
import dev.synchronizer.saving.RuleTask;
import dev.synchronizer.saving.SaveHandler;
import dev.synchronizer.saving.SaveProcessor;
import dev.synchronizer.saving.SaveValidator;
import dev.synchronizer.saving.Validators;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Collects what an application puts into the path of its saves. Not thread-safe. */
final class SaveParts {
    private final List<SaveHandler> handlers = new ArrayList<>();
    private final List<SaveValidator> validators = new ArrayList<>();
    private final Map<String, FindingSeverity> severities = new TreeMap<>();
    private final List<SaveProcessor> processors = new ArrayList<>();
    private final List<RuleTask> tasks = new ArrayList<>();
    private RuleLimits ruleLimits = RuleLimits.STANDARD;
    private String storeName = "main";
    private String pipelineConfiguration = "";
    private Pipeline pipeline = Pipeline.standard();
    private int deepest = Interception.DEEPEST;
    private @Nullable Supplier<Optional<LateHandlers>> late;

    void storeName(String name) {
        Interception.of(name);
        storeName = name;
    }

    void handler(SaveHandler handler) {
        handlers.add(handler);
    }

    void validator(SaveValidator validator) {
        validators.add(validator);
    }

    void processor(SaveProcessor processor) {
        processors.add(processor);
    }

    /** Adds what a class loader finds as services, each kind sorted by name. */
    void find(ClassLoader loader) {
        handlers.addAll(found(SaveHandler.class, SaveHandler::name, loader));
        validators.addAll(found(SaveValidator.class, SaveValidator::name, loader));
        tasks.addAll(found(RuleTask.class, RuleTask::name, loader));
        processors.addAll(found(SaveProcessor.class, SaveProcessor::name, loader));
    }

    private static <T> List<T> found(Class<T> service, Function<T, String> name, ClassLoader loader) {
        return ServiceLoader.load(service, loader).stream()
                .map(ServiceLoader.Provider::get)
                .sorted(Comparator.comparing(name))
                .toList();
    }

    void severity(String validator, FindingSeverity severity) {
        severities.put(validator, severity);
    }

    void pipeline(Pipeline steps) {
        pipeline = steps;
    }

    void task(RuleTask task) {
        tasks.add(task);
    }

    void ruleLimits(RuleLimits limits) {
        ruleLimits = limits;
    }

    RuleLimits ruleLimits() {
        return ruleLimits;
    }

    void pipelineConfiguration(String text) {
        pipelineConfiguration = text;
    }

    void deepest(int most) {
        Interception.of(storeName).deepest(most);
        deepest = most;
    }

    void late(Supplier<Optional<LateHandlers>> parts) {
        late = parts;
    }

    NodeHandlers handlers() {
        Validators checks = Validators.of(storeName, validators, severities);
        Interception first = Interception.of(storeName)
                .with(handlers)
                .with(checks)
                .with(pipeline)
                .withTasks(tasks)
                .deepest(deepest);
        Pipeline steps = pipeline;
        String configuration = pipelineConfiguration;
        List<SaveProcessor> known = List.copyOf(processors);
        if (late == null) {
            return new NodeHandlers(first.with(steps.configured(configuration, known)));
        }
        return new NodeHandlers(first, late, others -> {
            List<SaveProcessor> all = new ArrayList<>(known);
            all.addAll(others.processors());
            return first.with(others.handlers()).with(steps.configured(configuration, all));
        });
    }
}
