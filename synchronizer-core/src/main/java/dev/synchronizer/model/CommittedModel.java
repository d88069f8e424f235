package dev.synchronizer.model;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Makes rows of a model as a first commit would. */
final class CommittedModel {
    private long lastId;
    private final List<StoredType> types = new ArrayList<>();
    private final Set<UUID> guids = new HashSet<>();

    private CommittedModel() {}

    static StoredModel of(ContentModel model) {
        CommittedModel committed = new CommittedModel();
        List<StoredModule> modules = new ArrayList<>();
        List<ExecutedStep> steps = new ArrayList<>();
        model.types().flatMap(type -> Stream.ofNullable(declared(type))).forEach(committed.guids::add);
        for (ModuleModel module : model.modules()) {
            modules.add(new StoredModule(module, Fingerprint.of(module)));
            module.types().forEach(type -> committed.add(type, module.name()));
            module.steps().forEach(step -> steps.add(ran(step, module.name())));
        }
        return new StoredModel(1, modules, committed.types, List.of(), steps);
    }

    private static ExecutedStep ran(StepModel step, String module) {
        return new ExecutedStep(module, step.name(), step.version(), step.checksum(), false, 1, Instant.EPOCH, 0);
    }

    private void add(TypeModel type, String module) {
        long id = ++lastId;
        List<StoredProperty> properties = type.properties().stream()
                .map(p -> new StoredProperty(++lastId, p.name(), p.type().storedForm(), Origin.CODE, false, null))
                .toList();
        types.add(new StoredType(
                id, guid(type), type.name(), type.className(), module, Origin.CODE, false, null, properties));
    }

    private UUID guid(TypeModel type) {
        UUID declared = declared(type);
        return declared == null ? TypeGuid.deriveFree(type.oldestName(), guids) : declared;
    }

    private static @Nullable UUID declared(TypeModel type) {
        return type.guid() == null ? null : TypeGuid.parse(type.guid());
    }
}
