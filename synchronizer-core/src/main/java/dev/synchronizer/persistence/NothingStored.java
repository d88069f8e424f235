package dev.synchronizer.persistence;

import dev.synchronizer.model.SettingOverride;
import dev.synchronizer.model.StoredModel;
import dev.synchronizer.model.StoredModule;
import dev.synchronizer.model.StoredType;
import dev.synchronizer.store.ChangeRecord;
import dev.synchronizer.store.ContentReads;
import dev.synchronizer.store.NoContent;
import dev.synchronizer.store.StoredReads;
import dev.synchronizer.store.StoredRule;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a database without a complete schema holds. */
final class NothingStored implements StoredReads {
    @Override
    public long changeNumber() {
        return 0;
    }

    @Override
    public StoredModel load() {
        return StoredModel.empty();
    }

    @Override
    public Optional<StoredType> type(String name) {
        return Optional.empty();
    }

    @Override
    public List<SettingOverride> overrides(long typeId) {
        return List.of();
    }

    @Override
    public Optional<StoredModule> module(String name) {
        return Optional.empty();
    }

    @Override
    public Map<String, Optional<String>> moduleVersions() {
        return Map.of();
    }

    @Override
    public List<StoredRule> rules() {
        return List.of();
    }

    @Override
    public Map<Long, Long> typeChecksums() {
        return Map.of();
    }

    @Override
    public ContentReads content() {
        return new NoContent();
    }

    @Override
    public List<ChangeRecord> changesAfter(long number, int limit) {
        return List.of();
    }
}
