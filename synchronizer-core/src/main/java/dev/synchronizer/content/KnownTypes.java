package dev.synchronizer.content;

import dev.synchronizer.catalog.EffectiveType;
import dev.synchronizer.rule.RuleTypes;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** The types of a view, as rules are held against them. */
record KnownTypes(TypeView types) implements RuleTypes {
    @Override
    public Optional<EffectiveType> type(String name) {
        return types.type(name).map(ItemType::effective);
    }

    @Override
    public List<EffectiveType> all() {
        return types.all().stream()
                .map(ItemType::effective)
                .filter(Objects::nonNull)
                .toList();
    }
}
