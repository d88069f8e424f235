package dev.synchronizer.persistence;

import dev.synchronizer.model.StoredModule;
import dev.synchronizer.model.StoredProperty;
import dev.synchronizer.model.StoredType;
import dev.synchronizer.store.RowChanges;
import dev.synchronizer.store.RowChanges.OwnedProperty;
import dev.synchronizer.store.WriteProgress;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.hibernate.StatelessSession;

/** Writes rows in an order in which no row refers to one that is not there, and no name is taken twice. */
final class RowWriter {
    /** Rows of one batch; larger ones gain nothing. */
    static final int BATCH = 500;

    private final StatelessSession session;
    private final RowChanges changes;
    private final WriteProgress progress;
    private int written;

    private RowWriter(StatelessSession session, RowChanges changes, WriteProgress progress) {
        this.session = session;
        this.changes = changes;
        this.progress = progress;
        session.setJdbcBatchSize(BATCH);
    }

    static void write(RowSessions sessions, OpenDatabase database, RowChanges changes, WriteProgress progress)
            throws SQLException {
        sessions.use(database, session -> {
            RowWriter writer = new RowWriter(session, changes, progress);
            writer.delete();
            writer.saveModules(database.texts("select name from ct_module"));
            TakenNames taken = new TakenNames(database.connection());
            taken.freeForTypes(changes.updateTypes());
            taken.freeForProperties(changes.updateProperties());
            writer.updateAndInsert();
            writer.deleteModules();
        });
    }

    private void delete() {
        List<Long> properties = Stream.concat(
                        changes.deleteProperties().stream(),
                        changes.deleteTypes().stream()
                                .flatMap(type -> type.properties().stream().map(StoredProperty::id)))
                .toList();
        rows(properties, PropertyRow::withId, session::deleteMultiple);
        rows(changes.deleteTypes(), TypeRow::of, session::deleteMultiple);
    }

    /** Inserts modules, or replaces those that are already stored. */
    private void saveModules(Set<String> stored) {
        List<StoredModule> known = changes.saveModules().stream()
                .filter(module -> stored.contains(module.name()))
                .toList();
        List<StoredModule> others = changes.saveModules().stream()
                .filter(module -> !stored.contains(module.name()))
                .toList();
        batches(others, ModuleRow::of, session::insertMultiple);
        batches(others, SnapshotRow::of, session::insertMultiple);
        batches(known, ModuleRow::of, session::updateMultiple);
        batches(known, SnapshotRow::of, session::updateMultiple);
    }

    private void updateAndInsert() {
        rows(changes.updateTypes(), TypeRow::of, session::updateMultiple);
        rows(changes.updateProperties(), PropertyRow::of, session::updateMultiple);
        rows(changes.insertTypes(), TypeRow::of, session::insertMultiple);
        List<OwnedProperty> properties = Stream.concat(
                        changes.insertTypes().stream().flatMap(RowWriter::owned), changes.insertProperties().stream())
                .toList();
        rows(properties, PropertyRow::of, session::insertMultiple);
    }

    private void deleteModules() {
        batches(changes.deleteModules(), SnapshotRow::withModule, session::deleteMultiple);
        batches(changes.deleteModules(), ModuleRow::withName, session::deleteMultiple);
    }

    private static Stream<OwnedProperty> owned(StoredType type) {
        return type.properties().stream().map(property -> new OwnedProperty(type.id(), property));
    }

    private <T> void rows(List<T> values, Function<T, Object> toRow, Consumer<List<?>> write) {
        batches(values, toRow, batch -> {
            write.accept(batch);
            written += batch.size();
            progress.written(written, changes.rowsWritten());
        });
    }

    private static <T> void batches(List<T> values, Function<T, Object> toRow, Consumer<List<?>> write) {
        for (int from = 0; from < values.size(); from += BATCH) {
            List<T> batch = values.subList(from, Math.min(values.size(), from + BATCH));
            write.accept(batch.stream().map(toRow).toList());
        }
    }
}
