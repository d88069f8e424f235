package dev.synchronizer.staging;

import dev.synchronizer.content.StagedItems;
import dev.synchronizer.exchange.ClientOptions;
import dev.synchronizer.exchange.ExchangeClient;
import dev.synchronizer.exchange.Peer;
import dev.synchronizer.exchange.Secret;
import dev.synchronizer.saving.StagedSubjects;
import dev.synchronizer.store.SyncStore;
import dev.synchronizer.task.ChannelSaving;
import dev.synchronizer.task.Dispatch;
import dev.synchronizer.task.Housekeeping;
import dev.synchronizer.task.ServerChannel;
import dev.synchronizer.task.TaskHandler;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import java.util.function.Supplier;

/** Puts together what a node tells other servers and takes in from them. */
public final class StagingParts {
    private StagingParts() {}

    /**
     * What a node does.
     *
     * @param kinds what reads and saves things, by their kind
     * @param items the items of the store
     * @param transports given the identity of this server, the ways to others
     * @param secrets what is shared with other servers
     * @param handlers look at tasks where they are logged
     * @param node the name of the node, which no other one has
     * @param actor who is recorded where a sender comes to be known
     * @param lease for how long nobody else takes what this node has taken
     * @param housekeeping is done now and then, as others take in and are told something
     * @param committed is given the number of a change of servers once it is committed
     * @param outside refuses what has transactions of its own in a unit of work; is given what that is
     */
    public static Staging of(
            SyncStore store,
            Supplier<Map<String, StagedSubjects>> kinds,
            Supplier<StagedItems> items,
            TransportsOf transports,
            Secrets secrets,
            List<TaskHandler> handlers,
            Clock clock,
            String node,
            String actor,
            Duration lease,
            Housekeeping housekeeping,
            LongConsumer committed,
            Consumer<String> outside) {
        Servers servers = new Servers(new ChannelSaving(store, clock, committed), actor);
        Logging logging = new Logging(handlers, clock);
        Receiving receiving = new NodeReceiving(store, servers, kinds, new Forwarding(logging), clock, housekeeping);
        Dispatch dispatch = new Dispatch(store.tasks(), node, clock, lease);
        Transports ways = transports.of(receiving::identity);
        Enqueueing enqueueing = new Enqueueing(kinds, items, servers, logging);
        Sparing sparing = new Sparing(kinds, dispatch, enqueueing);
        TargetRuns runs =
                new TargetRuns(receiving::identity, servers, store.tasks(), dispatch, ways, new Random(), sparing);
        return new Staging(
                servers,
                store.tasks(),
                dispatch,
                runs,
                ways,
                receiving,
                new Resolving(kinds, dispatch, runs, logging),
                enqueueing,
                new Reception(servers, receiving, new StoredNonces(store.tasks()), secrets),
                housekeeping,
                outside);
    }

    /**
     * The way to a server by signed requests.
     *
     * @param self the identity of this server
     * @param name what other servers call this one
     * @param secret what both share
     */
    public static Transport http(
            Supplier<String> self, String name, ServerChannel server, Secret secret, ClientOptions options) {
        Peer peer = new Peer(server.name(), URI.create(server.place().orElseThrow()), secret);
        return new HttpTransport(self, new ExchangeClient(name, peer, options), options.limit());
    }

    /** Knows the ways from a server to others. */
    @FunctionalInterface
    public interface TransportsOf {
        /** Those of the server with this identity. */
        Transports of(Supplier<String> self);
    }
}
