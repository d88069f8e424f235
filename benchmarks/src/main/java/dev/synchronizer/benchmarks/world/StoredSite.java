package dev.synchronizer.benchmarks.world;

import dev.synchronizer.Synchronizer;
import dev.synchronizer.model.SettingOverride;
import dev.synchronizer.model.SettingValue;
import dev.synchronizer.model.StoredType;
import dev.synchronizer.persistence.JdbcStore;
import dev.synchronizer.store.ChangeRecord;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** Generated types in a database, and what administrators saved over them. */
public final class StoredSite {
    private StoredSite() {}

    /**
     * Commits types, and overrides as many settings as are wanted, each of another type while there are enough.
     *
     * @return the names of the types
     */
    public static List<String> commit(DataSource dataSource, int types, int overrides) throws IOException {
        try (WorkFolder work = WorkFolder.create();
                Synchronizer synchronizer = Synchronizer.builder()
                        .dataSource(dataSource)
                        .models(ModelJar.write(work.path(), "site", types, -1))
                        .build()) {
            synchronizer.synchronize();
        }
        try (JdbcStore store = new JdbcStore(dataSource)) {
            List<StoredType> stored = store.load().types();
            List<SettingOverride> saved = new ArrayList<>();
            for (int i = 0; i < overrides; i++) {
                StoredType type = stored.get((int) ((long) i * stored.size() / overrides));
                saved.add(new SettingOverride(
                        type.id(), null, "description", SettingValue.of("Saved " + i), "ann", Instant.EPOCH, null));
            }
            store.inTransaction(transaction -> {
                transaction.saveOverrides(saved);
                return transaction.log(List.of(new ChangeRecord(
                        0, Instant.EPOCH, "ann", ChangeRecord.Kind.SET, null, null, null, null, null, null, null)));
            });
            return stored.stream().map(StoredType::name).toList();
        }
    }
}
