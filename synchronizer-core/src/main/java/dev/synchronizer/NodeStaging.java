package dev.synchronizer;

import dev.synchronizer.persistence.JdbcStore;
import dev.synchronizer.saving.StagedSubjects;
import dev.synchronizer.settings.StagedDefinitions;
import dev.synchronizer.settings.StagedOverrides;
import dev.synchronizer.settings.StagedRules;
import dev.synchronizer.staging.Receiving;
import dev.synchronizer.staging.Staging;
import dev.synchronizer.staging.StagingParts;
import dev.synchronizer.staging.Transport;
import dev.synchronizer.staging.Transports;
import dev.synchronizer.task.Round;
import dev.synchronizer.task.ServerChannel;
import dev.synchronizer.task.TaskKey;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** The staging of this node, from when it is first asked for. */
final class NodeStaging {
    private NodeStaging() {}

    static Staging of(JdbcStore store, NodeCatalog catalog, NodeDoors doors, String node, SynchronizerBuilder builder) {
        Supplier<Map<String, StagedSubjects>> kinds = () -> Map.of(
                TaskKey.ITEM, catalog.stagedItems(),
                TaskKey.CHILDREN, catalog.stagedChildren(),
                TaskKey.OVERRIDES, new StagedOverrides(doors.overrides()),
                TaskKey.DEFINITION, new StagedDefinitions(doors.definitions()),
                TaskKey.RULE, new StagedRules(doors.rules()));
        return StagingParts.of(
                store,
                kinds,
                catalog::stagedItems,
                self -> new Ways(builder.receivings(), self),
                builder.clock,
                node,
                builder.actor,
                number -> catalog.committed());
    }

    /** The servers whose tasks are to be seen to. */
    static List<Round> rounds(Staging staging) {
        return staging.rounds();
    }

    /** Those that an application has given, and those that are known by what stands before the colon. */
    private record Ways(Map<String, Supplier<Receiving>> given, Supplier<String> self) implements Transports {
        @Override
        public Transport to(ServerChannel server) {
            Supplier<Receiving> other = given.get(server.name());
            if (other == null) {
                throw new IllegalStateException("there is no way to the server " + server.name());
            }
            return Transport.within(self, other);
        }
    }
}
