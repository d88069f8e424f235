package dev.synchronizer.plan;

import dev.synchronizer.diff.ChangeState;
import dev.synchronizer.diff.ModelDiff;
import dev.synchronizer.diff.TypeDiff;
import dev.synchronizer.model.PropertyModel;
import dev.synchronizer.model.SettingKey;
import dev.synchronizer.model.TypeModel;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which properties of living types embed an orphaned type or allow it, so that it must stay (D5). Where a living type
 * took an orphan's name, it is the living one that they mean.
 */
final class References {
    private final Map<String, List<String>> byType = new HashMap<>();

    References(ModelDiff diff) {
        Set<String> orphans = new HashSet<>();
        for (TypeDiff type : diff.types()) {
            if (type.state() == ChangeState.ORPHANED) {
                orphans.add(type.name());
            }
        }
        diff.types().stream()
                .filter(type -> type.after() != null && type.state() != ChangeState.GATED)
                .forEach(type -> orphans.remove(type.name()));
        if (!orphans.isEmpty()) {
            Set<String> looked = new HashSet<>(orphans);
            for (TypeDiff type : diff.types()) {
                looked.add(type.stored() == null ? type.name() : type.stored().name());
                TypeModel living = living(type);
                if (type.state() != ChangeState.ORPHANED && living != null) {
                    addAll(living, orphans);
                }
            }
            diff.stored()
                    .modules()
                    .forEach(module -> module.snapshot().types().stream()
                            .filter(type -> !looked.contains(type.name()))
                            .forEach(type -> addAll(type, orphans)));
        }
    }

    /** What older code says of a gated type is not what stays. */
    private static @Nullable TypeModel living(TypeDiff type) {
        return type.after() == null || type.state() == ChangeState.GATED ? type.before() : type.after();
    }

    private void addAll(TypeModel type, Set<String> orphans) {
        for (PropertyModel property : type.properties()) {
            Set<String> named = new HashSet<>(property.settings().texts(SettingKey.ALLOWED_TYPES));
            String block = property.type().blockType();
            if (block != null) {
                named.add(block);
            }
            named.retainAll(orphans);
            named.forEach(orphan ->
                    byType.computeIfAbsent(orphan, name -> new ArrayList<>()).add(type.name() + "." + property.name()));
        }
    }

    /** The properties that refer to the type, as {@code Type.property}. */
    List<String> to(String type) {
        return byType.getOrDefault(type, List.of());
    }
}
