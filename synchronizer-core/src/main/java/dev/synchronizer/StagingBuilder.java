package dev.synchronizer;

import dev.synchronizer.exchange.ClientOptions;
import dev.synchronizer.exchange.EndpointOptions;
import dev.synchronizer.integration.Connector;
import dev.synchronizer.staging.Receiving;
import dev.synchronizer.task.TaskHandler;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Collects how a synchronizer tells other servers and systems of what is saved, and hears them. */
abstract sealed class StagingBuilder extends SavingBuilder permits SynchronizerBuilder {
    private static final Duration LEAST_LEASE = Duration.ofSeconds(1);

    private final List<TaskHandler> taskHandlers = new ArrayList<>();
    private final List<Connector> connectors = new ArrayList<>();
    private final Map<String, Supplier<Receiving>> receivings = new TreeMap<>();
    private final Map<String, Supplier<String>> stagingSecrets = new TreeMap<>();
    private String serverName = "main";
    private ServerDatabases serverDatabases = ServerDatabases.byDriver();
    private ClientOptions client = ClientOptions.standard();
    private @Nullable EndpointOptions endpoint;
    private Duration taskInterval = Duration.ofSeconds(1);
    private Duration taskLease = Duration.ofMinutes(1);
    private Duration taskRetention = Duration.ofDays(7);

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

    @Override
    public SynchronizerBuilder findSaveHandlers(ClassLoader loader) {
        connectors.addAll(found(Connector.class, Connector::name, loader));
        taskHandlers.addAll(found(TaskHandler.class, TaskHandler::name, loader));
        return super.findSaveHandlers(loader);
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

    /**
     * How the databases of servers whose place is a JDBC URL are opened: by a pool, for instance. If left out, each
     * connection is opened by its driver when it is needed.
     */
    public SynchronizerBuilder serverDatabases(ServerDatabases databases) {
        serverDatabases = databases;
        return self();
    }

    /** How servers are asked whose place is one of HTTP: time limits, sizes, and whom to trust where that is HTTPS. */
    public SynchronizerBuilder stagingClient(ClientOptions options) {
        client = options;
        return self();
    }

    /** How requests of other servers are taken, by {@link Synchronizer#serveStaging} and {@link Synchronizer#stagingEndpoint}. */
    public SynchronizerBuilder stagingEndpoint(EndpointOptions options) {
        endpoint = options;
        return self();
    }

    String serverName() {
        return serverName;
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

    Duration taskLease() {
        return taskLease;
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

    ServerDatabases serverDatabases() {
        return serverDatabases;
    }

    ClientOptions stagingClient() {
        return client;
    }

    /** @param clock what tells the time where nobody has said it */
    EndpointOptions stagingEndpoint(Clock clock) {
        return endpoint == null ? EndpointOptions.standard().clock(clock) : endpoint;
    }
}
