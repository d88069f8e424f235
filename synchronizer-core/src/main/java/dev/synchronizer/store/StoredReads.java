package dev.synchronizer.store;

import dev.synchronizer.model.SettingOverride;
import dev.synchronizer.model.StoredModel;
import dev.synchronizer.model.StoredModule;
import dev.synchronizer.model.StoredType;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads what is stored, all as of one moment. Valid only where it was handed out. */
public interface StoredReads {
    /** The number of the last change, which every change of what nodes serve raises; 0 where there was none. */
    long changeNumber();

    /** Reads all types, properties, modules and overrides. */
    StoredModel load();

    /** One type with its properties. */
    Optional<StoredType> type(String name);

    /** The overrides of a type and of its properties, sorted by owner and setting. */
    List<SettingOverride> overrides(long typeId);

    /** A module with its snapshot. */
    Optional<StoredModule> module(String name);

    /** The versions of all modules by their names; empty where a module has none. */
    Map<String, Optional<String>> moduleVersions();

    /** The rules that administrators keep, in their order. */
    List<StoredRule> rules();

    /** The servers and connectors that tasks go to, by kind and name. */
    default List<StoredChannel> channels() {
        return List.of();
    }

    /** What the rows of types were sealed with, by the ids of the types; those that are not sealed are left out. */
    Map<Long, Long> typeChecksums();

    /** What the rows of a type were sealed with that these reads have read; empty where they are not sealed. */
    default Optional<Long> sealOf(StoredType type) {
        return Optional.ofNullable(typeChecksums().get(type.id()));
    }

    /** The content that is stored beside the types, as of the same moment. */
    ContentReads content();

    /** The logged changes with a number above {@code number}, the lowest first, {@code limit} at most. */
    List<ChangeRecord> changesAfter(long number, int limit);
}
