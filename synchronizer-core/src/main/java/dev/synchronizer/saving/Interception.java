package dev.synchronizer.saving;

import dev.synchronizer.lookup.UnknownNames;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** What is called when something is saved in a store: handlers, and the pipeline that they are a step of. Immutable. */
public final class Interception {
    /** How many saves may bring about each other in a chain, where nothing else is said. */
    public static final int DEEPEST = 16;

    private final String store;
    private final List<Registered> registered;
    private final Pipeline pipeline;
    private final int deepest;
    private final Validators validators;

    private final Map<String, RuleTask> tasks;

    /** A handler with what it said of itself when it was registered. */
    record Registered(SaveHandler handler, String name, Serves serves, boolean followsCommit, boolean hears) {
        static Registered of(SaveHandler handler) {
            return new Registered(
                    handler, handler.name(), handler.serves(), has("afterCommit", handler), has("remote", handler));
        }

        /** What nobody has anything to do for needs neither be kept until the commit nor be told by other nodes. */
        private static boolean has(String method, SaveHandler handler) {
            return Stream.of(handler.getClass().getMethods())
                    .filter(each -> each.getName().equals(method))
                    .anyMatch(each -> each.getDeclaringClass() != SaveHandler.class);
        }
    }

    private Interception(
            String store,
            List<Registered> registered,
            Pipeline pipeline,
            int deepest,
            Validators validators,
            Map<String, RuleTask> tasks) {
        this.store = store;
        this.registered = List.copyOf(registered);
        this.pipeline = pipeline;
        this.deepest = deepest;
        this.validators = validators;
        this.tasks = Map.copyOf(tasks);
    }

    /**
     * Nothing but the built-in steps.
     *
     * @param store the name of the store
     */
    public static Interception of(String store) {
        SaveNames.requireName("store", store);
        return new Interception(store, List.of(), Pipeline.standard(), DEEPEST, Validators.standard(), Map.of());
    }

    /**
     * With handlers, which are called in this order; those that serve other stores alone are left out.
     *
     * @throws dev.synchronizer.problem.ProblemsException if one has no name, the name of another one, or no store
     */
    public Interception with(List<SaveHandler> handlers) {
        List<Registered> all = new ArrayList<>(registered);
        Set<String> names = new HashSet<>();
        registered.forEach(known -> names.add(known.name()));
        for (SaveHandler handler : handlers) {
            Registered one = Registered.of(handler);
            require(one, names);
            if (one.serves().stores().contains(store)) {
                all.add(one);
            }
        }
        return new Interception(store, all, pipeline, deepest, validators, tasks);
    }

    private static void require(Registered one, Set<String> names) {
        SaveNames.requireName("handler", one.name());
        if (!names.add(one.name())) {
            throw SaveNames.refusal(one.name(), "two handlers have the name " + one.name());
        }
        if (one.serves().stores().isEmpty()) {
            throw SaveNames.refusal(one.name(), "the handler " + one.name() + " serves no store");
        }
    }

    /** With another pipeline. */
    public Interception with(Pipeline other) {
        return new Interception(store, registered, other, deepest, validators, tasks);
    }

    /** With other validators. */
    public Interception with(Validators others) {
        return new Interception(store, registered, pipeline, deepest, others, tasks);
    }

    /**
     * With another limit.
     *
     * @param most how many saves may bring about each other in a chain; 16 if left out
     */
    public Interception deepest(int most) {
        if (most < 1) {
            throw new IllegalArgumentException("a chain of saves has one at least, not " + most);
        }
        return new Interception(store, registered, pipeline, most, validators, tasks);
    }

    /**
     * With what rules can ask for by name.
     *
     * @throws dev.synchronizer.problem.ProblemsException if one has no name, or the name of another one
     */
    public Interception withTasks(List<RuleTask> others) {
        Map<String, RuleTask> all = new TreeMap<>(tasks);
        for (RuleTask task : others) {
            SaveNames.requireName("rule task", task.name());
            if (all.put(task.name(), task) != null) {
                throw SaveNames.refusal(task.name(), "two tasks of rules have the name " + task.name());
            }
        }
        return new Interception(store, registered, pipeline, deepest, validators, all);
    }

    /** The names of all that rules can ask for. */
    public Set<String> tasks() {
        return new TreeSet<>(tasks.keySet());
    }

    /** @throws dev.synchronizer.problem.ProblemsException if this node has none of this name */
    RuleTask action(String name) {
        RuleTask task = tasks.get(name);
        if (task == null) {
            throw SaveNames.refusal(name, "a rule asks for " + name + ", which is not registered on this node");
        }
        return task;
    }

    public String store() {
        return store;
    }

    public Pipeline pipeline() {
        return pipeline;
    }

    Validators validators() {
        return validators;
    }

    /** Whether a handler, a processor or a validator of this name may have to say something about a save. */
    public boolean isKnown(String name) {
        return validators.isKnown(name)
                || registered.stream().anyMatch(one -> one.name().equals(name))
                || pipeline.steps().stream()
                        .anyMatch(step -> !step.isBuiltIn() && step.name().equals(name));
    }

    int deepest() {
        return deepest;
    }

    /** Those that are called for a save, in their order. */
    List<Registered> handlers(Subject subject, SaveOperation operation, SaveOptions options) {
        if (registered.isEmpty()) {
            return List.of();
        }
        return registered.stream()
                .filter(one -> one.serves().covers(subject, operation))
                .filter(one -> !options.suppressed().contains(one.name()))
                .toList();
    }

    /** Whether any handler wants to be told of what other nodes save. */
    public boolean hears() {
        return registered.stream().anyMatch(Registered::hears);
    }

    /** The names of those that want to be. */
    List<String> hearers() {
        return registered.stream()
                .filter(Registered::hears)
                .map(Registered::name)
                .toList();
    }

    /** Those that are told of what another node has saved in this store, in their order. */
    List<Registered> hearing(RemoteEvent event) {
        if (!event.store().equals(store)) {
            return List.of();
        }
        return registered.stream()
                .filter(Registered::hears)
                .filter(one -> one.serves().covers(event.subject(), event.operation()))
                .toList();
    }

    /** Whether anybody may be called when such a thing is saved. */
    boolean observes(SubjectKind kind, String type) {
        return pipeline.observes(kind)
                || validators.observe(kind, type)
                || registered.stream()
                        .anyMatch(one -> one.serves().kinds().contains(kind)
                                && (one.serves().types().isEmpty()
                                        || one.serves().types().contains(type)));
    }

    /** @throws dev.synchronizer.problem.ProblemsException if what is suppressed is no handler */
    void requireKnown(SaveOptions options) {
        for (String name : options.suppressed()) {
            List<String> names = registered.stream().map(Registered::name).toList();
            if (!names.contains(name)) {
                String near = UnknownNames.nearest(name, names);
                throw SaveNames.refusal(
                        name,
                        "no handler of the store " + store + " has the name " + name
                                + (near.isEmpty() ? "" : "; perhaps " + near + " is meant"),
                        names.isEmpty()
                                ? "register it, on the command line by --handlers, or suppress none, as there is none"
                                : "name one that there is: " + String.join(", ", names));
            }
        }
    }
}
