package dev.synchronizer;

import dev.synchronizer.persistence.JdbcStore;
import dev.synchronizer.saving.StagedSubjects;
import dev.synchronizer.settings.StagedDefinitions;
import dev.synchronizer.settings.StagedOverrides;
import dev.synchronizer.settings.StagedRules;
import dev.synchronizer.staging.Secrets;
import dev.synchronizer.staging.Staging;
import dev.synchronizer.staging.StagingParts;
import dev.synchronizer.task.Housekeeping;
import dev.synchronizer.task.TaskKey;
import java.util.Map;

/** The staging of this node, from when it is first asked for. */
final class NodeStaging {
    private NodeStaging() {}

    static Staging of(
            JdbcStore store,
            NodeCatalog catalog,
            NodeDoors doors,
            String node,
            ServerStores stores,
            Housekeeping housekeeping,
            SynchronizerBuilder builder) {
        Secrets secrets = new Secrets(builder.stagingSecrets());
        return StagingParts.of(
                store,
                () -> kinds(catalog, doors),
                catalog::stagedItems,
                self -> new NodeWays(builder, secrets, stores, self),
                secrets,
                builder.taskHandlers(),
                builder.clock,
                node,
                builder.actor,
                builder.taskLease(),
                housekeeping,
                number -> catalog.committed(),
                doors::requireNoUnit);
    }

    /** What reads and saves things as other servers have them, by their kind. */
    static Map<String, StagedSubjects> kinds(NodeCatalog catalog, NodeDoors doors) {
        return Map.of(
                TaskKey.ITEM, catalog.stagedItems(),
                TaskKey.CHILDREN, catalog.stagedChildren(),
                TaskKey.OVERRIDES, new StagedOverrides(doors.overrides()),
                TaskKey.DEFINITION, new StagedDefinitions(doors.definitions()),
                TaskKey.RULE, new StagedRules(doors.rules()));
    }
}
