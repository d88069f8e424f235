package dev.synchronizer.integration;

import dev.synchronizer.problem.Problem;
import dev.synchronizer.problem.ProblemCode;
import dev.synchronizer.problem.ProblemsException;
import dev.synchronizer.store.StoredChannel;
import dev.synchronizer.store.TaskDirection;
import dev.synchronizer.task.ChannelJson;
import dev.synchronizer.task.ChannelSaving;
import dev.synchronizer.task.Channels;
import dev.synchronizer.task.ConnectorChannel;
import dev.synchronizer.task.FailurePolicy;
import dev.synchronizer.task.RetryPolicy;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * The connectors of a store, of which every node logs what they are told. Each change of them waits for the saves that are
 * under way: what is committed before is not told, and what is committed behind it is. Safe for use by many threads.
 */
public final class Connectors {
    private final ChannelSaving channels;
    private final NodeConnectors here;
    private final String actor;
    private volatile boolean registered;

    /** @param actor who is recorded where a connector comes to be known */
    public Connectors(ChannelSaving channels, NodeConnectors here, String actor) {
        this.channels = channels;
        this.here = here;
        this.actor = actor;
        registered = here.names().isEmpty();
    }

    /**
     * Has the store know the connectors of this node with what they subscribe to. It is called before anything is saved here,
     * so that nothing passes them by; it reads once, and writes only where something is otherwise than it is stored.
     */
    public void register() {
        if (!registered) {
            registerOnce();
        }
    }

    private synchronized void registerOnce() {
        if (registered) {
            return;
        }
        Channels known = channels.all();
        for (String name : here.names()) {
            ConnectorChannel before = known.connector(name).orElse(null);
            if (!known(known, name).equals(before)) {
                channels.edit(actor, true, all -> known(all, name), ChannelJson::row);
            }
        }
        registered = true;
    }

    private ConnectorChannel known(Channels all, String name) {
        return all.connector(name)
                .map(known -> known.withInterests(here.interests(name)))
                .orElseGet(() -> ConnectorChannel.of(name, here.interests(name)));
    }

    /** All of them, by name. */
    public List<ConnectorChannel> list() {
        register();
        return channels.all().connectors();
    }

    /**
     * The connector of a name.
     *
     * @throws ProblemsException if there is none
     */
    public ConnectorChannel get(String name) {
        register();
        return require(name, channels.all());
    }

    private static ConnectorChannel require(String name, Channels all) {
        return all.connector(name).orElseThrow(() -> {
            List<String> names =
                    all.connectors().stream().map(ConnectorChannel::name).toList();
            return new ProblemsException(
                    new Problem(
                            ProblemCode.UNKNOWN_CONNECTOR,
                            name,
                            "there is no connector " + name,
                            names.isEmpty()
                                    ? "register it with the application that has its code"
                                    : "name one that there is: " + String.join(", ", names)),
                    null);
        });
    }

    /** The connector of a name; empty where there is none. */
    Optional<ConnectorChannel> find(String name) {
        return list().stream().filter(one -> one.name().equals(name)).findFirst();
    }

    /** The names of those of which this node has the code. */
    public Set<String> here() {
        return here.names();
    }

    /** Has changes told to a connector from now on, and those done that wait. */
    public ConnectorChannel enable(String by, String name) {
        return with(by, name, connector -> connector.withEnabled(true).withHeld(false));
    }

    /** Has no more changes logged for a connector; what is logged, and what comes from it, waits until it is enabled again. */
    public ConnectorChannel disable(String by, String name) {
        return with(by, name, connector -> connector.withEnabled(false));
    }

    /** Has tasks that fail treated otherwise. */
    public ConnectorChannel treat(String by, String name, FailurePolicy failures, RetryPolicy retries) {
        return with(by, name, connector -> connector.with(failures).with(retries));
    }

    private ConnectorChannel with(String by, String name, UnaryOperator<ConnectorChannel> edit) {
        get(name);
        return channels.edit(by, true, all -> edit.apply(require(name, all)), ChannelJson::row);
    }

    /**
     * Removes a connector whose code is gone: it would be back with the next start of a node that has it. What is on its way
     * to it and from it is dropped in the same moment; what the other system calls items stays known.
     *
     * @return how many tasks are dropped
     * @throws ProblemsException if there is none
     */
    public int remove(String by, String name) {
        get(name);
        return channels.remove(
                by,
                StoredChannel.Kind.CONNECTOR,
                name,
                List.of(TaskDirection.OUTGOING.channel(name), TaskDirection.INCOMING.channel(name)));
    }
}
