package dev.synchronizer.rule;

import dev.synchronizer.annotation.ContentKind;
import dev.synchronizer.catalog.Catalog;
import dev.synchronizer.catalog.EffectiveType;
import dev.synchronizer.model.SettingKey;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** The types that rules are held against, as of one moment. Safe for use by many threads. */
public interface RuleTypes {
    Optional<EffectiveType> type(String name);

    /** All that are in use, by name. */
    List<EffectiveType> all();

    /** Whether there can be items of a type. */
    static boolean canHaveItems(EffectiveType type) {
        return type.kind() != ContentKind.BLOCK && !type.settings().flag(SettingKey.ABSTRACT);
    }

    /** These types, and no others. */
    static RuleTypes of(Collection<EffectiveType> types) {
        SortedMap<String, EffectiveType> byName = new TreeMap<>();
        types.forEach(type -> byName.put(type.name(), type));
        List<EffectiveType> sorted = List.copyOf(byName.values());
        return new RuleTypes() {
            @Override
            public Optional<EffectiveType> type(String name) {
                return Optional.ofNullable(byName.get(name));
            }

            @Override
            public List<EffectiveType> all() {
                return sorted;
            }
        };
    }

    static RuleTypes of(Catalog catalog) {
        return new RuleTypes() {
            @Override
            public Optional<EffectiveType> type(String name) {
                return catalog.type(name);
            }

            @Override
            public List<EffectiveType> all() {
                return catalog.types();
            }
        };
    }
}
