package dev.synchronizer.rule;

import dev.synchronizer.catalog.EffectiveType;
import java.util.List;
import java.util.Optional;

/** No types at all. */
enum NoTypes implements RuleTypes {
    INSTANCE;

    @Override
    public Optional<EffectiveType> type(String name) {
        return Optional.empty();
    }

    @Override
    public List<EffectiveType> all() {
        return List.of();
    }
}
