package dev.synchronizer;

import dev.synchronizer.persistence.JdbcStore;
import dev.synchronizer.saving.StagedSubjects;
import dev.synchronizer.staging.DeliveryException;
import dev.synchronizer.staging.Receiving;
import dev.synchronizer.staging.Secrets;
import dev.synchronizer.staging.Staging;
import dev.synchronizer.staging.StagingParts;
import dev.synchronizer.staging.Transport;
import dev.synchronizer.staging.Transports;
import dev.synchronizer.task.ServerChannel;
import dev.synchronizer.task.TaskKey;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** The staging of this node, from when it is first asked for. */
final class NodeStaging {
    private NodeStaging() {}

    static Staging of(JdbcStore store, NodeCatalog catalog, String node, SynchronizerBuilder builder) {
        Supplier<Map<String, StagedSubjects>> kinds =
                () -> Map.of(TaskKey.ITEM, catalog.stagedItems(), TaskKey.CHILDREN, catalog.stagedChildren());
        Secrets secrets = new Secrets(builder.stagingSecrets());
        return StagingParts.of(
                store,
                kinds,
                catalog::stagedItems,
                self -> new Ways(builder, secrets, self),
                secrets,
                builder.clock,
                node,
                builder.actor,
                number -> catalog.committed());
    }

    /** Those that an application has given, and those that are known by what stands before the colon. */
    private static final class Ways implements Transports {
        private final SynchronizerBuilder builder;
        private final Secrets secrets;
        private final Supplier<String> self;
        private final Map<String, Opened> opened = new ConcurrentHashMap<>();

        Ways(SynchronizerBuilder builder, Secrets secrets, Supplier<String> self) {
            this.builder = builder;
            this.secrets = secrets;
            this.self = self;
        }

        /** A way, as long as the server is reached as it was. */
        private record Opened(String place, String secret, Transport transport) {}

        @Override
        public Transport to(ServerChannel server) {
            Supplier<Receiving> other = builder.receivings().get(server.name());
            if (other != null) {
                return Transport.within(self, other);
            }
            String place = server.place().orElse("");
            String secret = String.valueOf(server.secret());
            Opened known = opened.get(server.name());
            if (known == null || !known.place().equals(place) || !known.secret().equals(secret)) {
                known = new Opened(place, secret, open(server, place));
                opened.put(server.name(), known);
            }
            return known.transport();
        }

        private Transport open(ServerChannel server, String place) {
            if (place.startsWith("http://") || place.startsWith("https://")) {
                return StagingParts.http(self, builder.serverName(), server, secrets);
            }
            throw new DeliveryException(
                    "there is no way to the server " + server.name() + " from this process",
                    false,
                    new IllegalStateException());
        }
    }
}
