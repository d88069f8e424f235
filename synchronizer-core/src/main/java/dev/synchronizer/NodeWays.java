package dev.synchronizer;

import dev.synchronizer.exchange.Secret;
import dev.synchronizer.problem.Problem;
import dev.synchronizer.problem.ProblemCode;
import dev.synchronizer.problem.ProblemsException;
import dev.synchronizer.staging.Answer;
import dev.synchronizer.staging.DeliveryException;
import dev.synchronizer.staging.Receiving;
import dev.synchronizer.staging.Secrets;
import dev.synchronizer.staging.Shipment;
import dev.synchronizer.staging.StagingParts;
import dev.synchronizer.staging.Transport;
import dev.synchronizer.staging.Transports;
import dev.synchronizer.staging.directory.DirectoryTransport;
import dev.synchronizer.task.ServerChannel;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * The ways of this node to other servers: those that an application has given, and those that are known by what stands before
 * the colon of a server's place.
 */
final class NodeWays implements Transports {
    private final SynchronizerBuilder builder;
    private final Secrets secrets;
    private final ServerStores stores;
    private final Supplier<String> self;
    private final Map<String, Opened> opened = new ConcurrentHashMap<>();

    /**
     * Opens none yet.
     *
     * @param stores those that are reached by their databases
     * @param self the identity of this server
     */
    NodeWays(SynchronizerBuilder builder, Secrets secrets, ServerStores stores, Supplier<String> self) {
        this.builder = builder;
        this.secrets = secrets;
        this.stores = stores;
        this.self = self;
    }

    /** A way by signed requests, as long as the server is reached as it was. */
    private record Opened(String place, Secret secret, Transport transport) {}

    @Override
    public Transport to(ServerChannel server) {
        Supplier<Receiving> given = builder.receivings().get(server.name());
        return given != null ? Transport.within(self, given) : new Way(server);
    }

    private Transport open(ServerChannel server) {
        String place = server.place().orElse("");
        if (place.startsWith("http://") || place.startsWith("https://")) {
            return http(server, place);
        }
        if (DirectoryTransport.leadsTo(server)) {
            return DirectoryTransport.to(server);
        }
        if (place.startsWith("jdbc:")) {
            return Transport.within(self, () -> stores.reach(server, secrets));
        }
        throw new ProblemsException(
                Problem.of(
                        ProblemCode.WRONG_SERVER,
                        server.name(),
                        place.isEmpty()
                                ? "it has no place, and is told nothing"
                                : "nothing leads from this process to " + place),
                null);
    }

    /** The secret is looked up each time: whoever changes it at both ends has it used from then on. */
    private Transport http(ServerChannel server, String place) {
        Secret secret = Secret.of(secrets.of(server));
        Opened known = opened.get(server.name());
        if (known == null || !known.place().equals(place) || !known.secret().equals(secret)) {
            known = new Opened(
                    place,
                    secret,
                    StagingParts.http(self, builder.serverName(), server, secret, builder.stagingClient()));
            opened.put(server.name(), known);
        }
        return known.transport();
    }

    /** What is wrong with a way shows when it is taken, so that tasks wait until that is mended. */
    private final class Way implements Transport {
        private final ServerChannel server;

        Way(ServerChannel server) {
            this.server = server;
        }

        @Override
        public String identity() {
            return opened().identity();
        }

        @Override
        public List<Answer> send(List<Shipment> shipments) {
            return opened().send(shipments);
        }

        private Transport opened() {
            try {
                return open(server);
            } catch (ProblemsException e) {
                throw new DeliveryException(ServerStore.words(e), false, e);
            } catch (IllegalArgumentException e) {
                throw new DeliveryException(
                        "the server " + server.name() + " cannot be reached: " + e.getMessage(), false, e);
            }
        }
    }
}
