package dev.synchronizer;

import dev.synchronizer.integration.Connector;
import dev.synchronizer.problem.FindingSeverity;
import dev.synchronizer.problem.ProblemsException;
import dev.synchronizer.rule.RuleLimits;
import dev.synchronizer.saving.BuiltInValidators;
import dev.synchronizer.saving.Interception;
import dev.synchronizer.saving.Pipeline;
import dev.synchronizer.saving.RuleTask;
import dev.synchronizer.saving.SaveHandler;
import dev.synchronizer.saving.SaveProcessor;
import dev.synchronizer.saving.SaveValidator;
import dev.synchronizer.saving.Validators;
import dev.synchronizer.schedule.RuleSchedule;
import dev.synchronizer.staging.Receiving;
import dev.synchronizer.store.SaveFailure;
import dev.synchronizer.task.TaskHandler;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Collects what an application puts into the path of its saves. */
abstract sealed class SavingBuilder permits StagingBuilder {
    private static final Duration LEAST_INTERVAL = Duration.ofMillis(10);
    private static final Duration LEAST_LEASE = Duration.ofSeconds(1);
    private static final Duration GREATEST_INTERVAL = Duration.ofHours(1);

    private final List<SaveHandler> handlers = new ArrayList<>();
    private final List<SaveValidator> validators = new ArrayList<>();
    private final Map<String, FindingSeverity> severities = new TreeMap<>();
    private final List<SaveProcessor> processors = new ArrayList<>();
    private final Map<String, Supplier<Receiving>> receivings = new TreeMap<>();
    private final Map<String, Supplier<String>> stagingSecrets = new TreeMap<>();
    private String serverName = "main";
    private final List<TaskHandler> taskHandlers = new ArrayList<>();
    private final List<Connector> connectors = new ArrayList<>();
    private final List<RuleTask> tasks = new ArrayList<>();
    private final List<RuleSchedule> schedules = new ArrayList<>();
    private Duration scheduleInterval = Duration.ofSeconds(10);
    private Duration taskInterval = Duration.ofSeconds(1);
    private Duration taskLease = Duration.ofMinutes(1);
    private Duration taskRetention = Duration.ofDays(7);
    private RuleLimits ruleLimits = RuleLimits.STANDARD;
    private String storeName = "main";
    private String pipelineConfiguration = "";
    private Pipeline pipeline = Pipeline.standard();
    private Consumer<SaveFailure> failures = failure -> {};
    private int deepest = Interception.DEEPEST;
    private @Nullable Supplier<Optional<LateHandlers>> late;

    /** The builder that this is a part of. */
    abstract SynchronizerBuilder self();

    /**
     * The name of the store, by which handlers and rules say what they serve; {@code main} if left out.
     *
     * @throws ProblemsException if the name is blank, has more than 255 characters, or control characters
     */
    public SynchronizerBuilder storeName(String name) {
        Interception.of(name);
        storeName = name;
        return self();
    }

    /**
     * Has a handler called for saves, after those that were registered before it. What is wrong with handlers ends
     * {@link SynchronizerBuilder#build()}: one without a name or a store, two of one name.
     */
    public SynchronizerBuilder saveHandler(SaveHandler handler) {
        handlers.add(handler);
        return self();
    }

    /**
     * Makes a processor known, so that a {@link #pipeline(String) configuration} can place it. In code, it is placed by a
     * {@link #pipeline(Pipeline) pipeline} right away.
     */
    public SynchronizerBuilder saveProcessor(SaveProcessor processor) {
        processors.add(processor);
        return self();
    }

    /**
     * Has a validator called for saves, after those that were registered before it. What is wrong with validators ends
     * {@link SynchronizerBuilder#build()}: one without a name or a store, or with the name of another or a built-in one.
     */
    public SynchronizerBuilder saveValidator(SaveValidator validator) {
        validators.add(validator);
        return self();
    }

    /** Registers handlers, validators, tasks and connectors, and makes processors known, that this class loader finds as services, by name. */
    public SynchronizerBuilder findSaveHandlers(ClassLoader loader) {
        handlers.addAll(found(SaveHandler.class, SaveHandler::name, loader));
        validators.addAll(found(SaveValidator.class, SaveValidator::name, loader));
        processors.addAll(found(SaveProcessor.class, SaveProcessor::name, loader));
        tasks.addAll(found(RuleTask.class, RuleTask::name, loader));
        connectors.addAll(found(Connector.class, Connector::name, loader));
        return self();
    }

    /** Something that rules can ask for by name. */
    public SynchronizerBuilder ruleTask(RuleTask task) {
        tasks.add(task);
        return self();
    }

    /** What conditions of rules may take; {@link RuleLimits#STANDARD} if left out. */
    public SynchronizerBuilder ruleLimits(RuleLimits limits) {
        ruleLimits = limits;
        return self();
    }

    /**
     * How grave it is what a validator finds. What built-in validators find is fatal if left out, and others say it
     * themselves. What the database cannot hold, and what has no place in a type, is always fatal.
     *
     * @param validator one of {@link BuiltInValidators#names()}, or one that is registered; another one ends {@link SynchronizerBuilder#build()}
     */
    public SynchronizerBuilder severity(String validator, FindingSeverity severity) {
        severities.put(validator, severity);
        return self();
    }

    /** The steps that every save takes; the built-in ones alone if left out. */
    public SynchronizerBuilder pipeline(Pipeline steps) {
        pipeline = steps;
        return self();
    }

    /**
     * What a configuration says of the steps, over those of {@link #pipeline(Pipeline)}: see {@link Pipeline#configured}.
     * What does not fit ends {@link SynchronizerBuilder#build()}.
     */
    public SynchronizerBuilder pipeline(String configuration) {
        pipelineConfiguration = configuration;
        return self();
    }

    /**
     * How many saves may bring about each other in a chain before they are refused: 16 if left out.
     *
     * @throws IllegalArgumentException if that is less than one
     */
    public SynchronizerBuilder deepestSaves(int most) {
        Interception.of(storeName).deepest(most);
        deepest = most;
        return self();
    }

    /**
     * Handlers and others that cannot be made before the synchronizer is, as they need it themselves. They are asked for
     * whenever something is saved, until they are there; what is saved before passes without them, and without what the
     * {@link #pipeline(String) configuration} says of the steps. What is wrong with them ends {@link
     * Synchronizer#requireHandlers()}, or else the first save.
     *
     * @param comingLater empty as long as they are not to be made yet; called by many threads
     */
    public SynchronizerBuilder lateHandlers(Supplier<Optional<LateHandlers>> comingLater) {
        late = comingLater;
        return self();
    }

    /**
     * Has rules applied by a schedule, by this node or another one, once it is {@link Synchronizer#startSchedules() started}.
     * That needs {@code com.github.kagkarlsson:db-scheduler} on the class path, or else {@link SynchronizerBuilder#build()}
     * fails.
     *
     * @throws IllegalArgumentException if there is one of this name already
     */
    public SynchronizerBuilder applyRules(RuleSchedule schedule) {
        if (schedules.stream().anyMatch(other -> other.name().equals(schedule.name()))) {
            throw new IllegalArgumentException("there are two schedules of the name " + schedule.name());
        }
        schedules.add(schedule);
        return self();
    }

    /**
     * How often this node looks whether a schedule is due, from every 10 milliseconds to once an hour; every ten seconds if
     * left out. One that does not say for six of these intervals that it lives has its place taken by another node.
     *
     * @throws IllegalArgumentException if it is something else
     */
    public SynchronizerBuilder scheduleInterval(Duration interval) {
        scheduleInterval = requireInterval("schedules", interval);
        return self();
    }

    private static Duration requireInterval(String what, Duration interval) {
        if (interval.compareTo(LEAST_INTERVAL) < 0 || interval.compareTo(GREATEST_INTERVAL) > 0) {
            throw new IllegalArgumentException(
                    what + " can be looked after every 10 milliseconds at the most and once an"
                            + " hour at the least, not at an interval of " + interval);
        }
        return interval;
    }

    /**
     * Is told, on the thread where it happens, of what fails behind a commit: what was committed stands, and the failure is
     * recorded. What it fails with itself goes to the log.
     */
    public SynchronizerBuilder onSaveFailure(Consumer<SaveFailure> listener) {
        failures = listener;
        return self();
    }

    /** Has tasks looked at where they are logged, by these handlers in the order in which they come. */
    public SynchronizerBuilder taskHandler(TaskHandler handler) {
        taskHandlers.add(handler);
        return self();
    }

    /**
     * Has another system told of what is saved, and heard, by a connector. The store comes to know it before this node first
     * saves something, or first looks after its {@link Synchronizer#integration()}; from then on every node logs what it is to
     * be told, and those do that which have its code. Two of one name, and names that none can have, end {@link
     * SynchronizerBuilder#build()}.
     */
    public SynchronizerBuilder connector(Connector connector) {
        connectors.add(connector);
        return self();
    }

    /**
     * Has a server reached within this process, instead of by the place that was said of it: as a rule by the {@code
     * staging().receiving()} of a synchronizer on its database.
     *
     * @param name what it is called here
     * @param other what takes in what it is told
     */
    public SynchronizerBuilder stagingServer(String name, Supplier<Receiving> other) {
        receivings.put(name, other);
        return self();
    }

    /** What other servers call this one; {@code main} if left out. */
    public SynchronizerBuilder serverName(String name) {
        serverName = name;
        return self();
    }

    String serverName() {
        return serverName;
    }

    /**
     * What this server shares with another one, or the password of its database, for those who do not have that in the
     * environment or a file.
     *
     * @param server the name of the other server
     * @param secret is asked each time that the secret is needed
     */
    public SynchronizerBuilder stagingSecret(String server, Supplier<String> secret) {
        stagingSecrets.put(server, secret);
        return self();
    }

    Map<String, Supplier<String>> stagingSecrets() {
        return Map.copyOf(stagingSecrets);
    }

    Map<String, Supplier<Receiving>> receivings() {
        return Map.copyOf(receivings);
    }

    List<Connector> connectors() {
        return List.copyOf(connectors);
    }

    /**
     * How often this node looks for tasks that are due, once it sees to any, from every 10 milliseconds to once an hour; every
     * second if left out.
     *
     * @throws IllegalArgumentException if it is something else
     */
    public SynchronizerBuilder taskInterval(Duration interval) {
        taskInterval = requireInterval("tasks", interval);
        return self();
    }

    /**
     * For how long nobody else takes a task that this node is at work on, from a second to an hour; a minute if left out. Where
     * a process has died, others go on behind that; it is to be longer than another server or system takes for an answer.
     *
     * @throws IllegalArgumentException if it is something else
     */
    public SynchronizerBuilder taskLease(Duration lease) {
        if (lease.compareTo(LEAST_LEASE) < 0 || lease.compareTo(GREATEST_INTERVAL) > 0) {
            throw new IllegalArgumentException(
                    "tasks are taken for a second at least and an hour at most, not for " + lease);
        }
        taskLease = lease;
        return self();
    }

    Duration taskLease() {
        return taskLease;
    }

    /**
     * How long tasks are kept that are done, superseded or dropped; seven days if left out. They are deleted by nodes
     * that see to tasks in the background, run them or take in those of others.
     *
     * @throws IllegalArgumentException if that is no time at all
     */
    public SynchronizerBuilder taskRetention(Duration kept) {
        if (kept.isNegative()) {
            throw new IllegalArgumentException("tasks cannot be kept for " + kept);
        }
        taskRetention = kept;
        return self();
    }

    Duration taskRetention() {
        return taskRetention;
    }

    Duration taskInterval() {
        return taskInterval;
    }

    List<TaskHandler> taskHandlers() {
        return List.copyOf(taskHandlers);
    }

    /** Has those who are called for saves called for those of another store too, as far as they serve it. */
    void callFor(SavingBuilder other) {
        other.handlers.addAll(handlers);
        other.validators.addAll(validators);
        other.severities.putAll(severities);
        other.processors.addAll(processors);
        other.tasks.addAll(tasks);
        other.ruleLimits = ruleLimits;
        other.pipeline = pipeline;
        other.pipelineConfiguration = pipelineConfiguration;
        other.deepest = deepest;
        other.failures = failures;
        other.late = late;
    }

    Consumer<SaveFailure> failures() {
        return failures;
    }

    List<RuleSchedule> schedules() {
        return schedules;
    }

    Duration scheduleInterval() {
        return scheduleInterval;
    }

    private static <T> List<T> found(Class<T> service, Function<T, String> name, ClassLoader loader) {
        return ServiceLoader.load(service, loader).stream()
                .map(ServiceLoader.Provider::get)
                .sorted(Comparator.comparing(name))
                .toList();
    }

    RuleLimits ruleLimits() {
        return ruleLimits;
    }

    NodeHandlers handlers() {
        Interception first = Interception.of(storeName)
                .with(handlers)
                .with(Validators.of(storeName, validators, severities))
                .with(pipeline)
                .withTasks(tasks)
                .deepest(deepest);
        LateHandlers known = new LateHandlers(List.of(), processors, validators, List.of());
        Later later = new Later(first, known, storeName, Map.copyOf(severities), pipeline, pipelineConfiguration);
        return late == null
                ? new NodeHandlers(later.with(LateHandlers.none()))
                : new NodeHandlers(first, late, later::with);
    }

    /** All that is known, to which something comes. */
    private record Later(
            Interception first,
            LateHandlers known,
            String storeName,
            Map<String, FindingSeverity> severities,
            Pipeline pipeline,
            String configuration) {
        Interception with(LateHandlers others) {
            LateHandlers all = known.and(others);
            return first.with(others.handlers())
                    .withTasks(others.tasks())
                    .with(Validators.of(storeName, all.validators(), severities))
                    .with(pipeline.configured(configuration, all.processors()));
        }
    }
}
