package dev.synchronizer.persistence;

import dev.synchronizer.json.JsonIn;
import dev.synchronizer.json.JsonOut;
import dev.synchronizer.store.RunRecord;
import dev.synchronizer.store.RunRecord.RunModule;
import dev.synchronizer.store.SyncStore;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The recorded runs. */
final class RunHistory {
    private static final String COLUMNS = "id, started_at, duration_ms, actor, modules, summary";

    private final OpenDatabase database;
    private final String before;

    /** @param withBefore whether the schema has the column for what stood before a run */
    RunHistory(OpenDatabase database, boolean withBefore) {
        this.database = database;
        before = withBefore ? "before_run" : "null as before_run";
    }

    List<RunRecord> newest(int limit) throws SQLException {
        String sql = "select " + COLUMNS + " from ct_run order by id desc limit ?";
        try (PreparedStatement query = database.connection().prepareStatement(sql)) {
            query.setInt(1, limit);
            try (ResultSet rows = query.executeQuery()) {
                List<RunRecord> runs = new ArrayList<>();
                while (rows.next()) {
                    runs.add(run(rows, null, null));
                }
                return runs;
            }
        }
    }

    Optional<RunRecord> run(long id) throws SQLException {
        String sql = "select " + COLUMNS + ", plan, " + before + " from ct_run where id = ?";
        try (PreparedStatement query = database.connection().prepareStatement(sql)) {
            query.setLong(1, id);
            try (ResultSet row = query.executeQuery()) {
                if (!row.next()) {
                    return Optional.empty();
                }
                return Optional.of(run(row, text(row, "plan"), text(row, "before_run")));
            }
        }
    }

    /** Without the plans of the runs, and without the runs of which it is not recorded. */
    void eachAfter(long run, SyncStore.BeforeRunReader reader) throws SQLException {
        new Query(
                        database,
                        "select id, before_run from ct_run where id > ? and before_run is not null order by id",
                        run)
                .each(row -> reader.read(row.getLong("id"), Objects.requireNonNull(text(row, "before_run"))));
    }

    private static @Nullable String text(ResultSet row, String column) throws SQLException {
        byte[] compressed = row.getBytes(column);
        return compressed == null ? null : Compressed.readText(compressed);
    }

    private static byte @Nullable [] bytes(@Nullable String text) {
        return text == null ? null : Compressed.text(text);
    }

    /** Adds a run behind the newest; whoever calls holds the lock. */
    long add(RunRecord run) throws SQLException {
        long id = nextId();
        String sql = "insert into ct_run (" + COLUMNS + ", plan, before_run) values (?, ?, ?, ?, ?, ?, ?, ?)";
        try (PreparedStatement insert = database.connection().prepareStatement(sql)) {
            insert.setLong(1, id);
            insert.setObject(2, Moments.stored(run.startedAt()));
            insert.setLong(3, run.duration().toMillis());
            insert.setString(4, run.actor());
            insert.setString(5, JsonOut.compact(out -> out.array(run.modules(), module -> write(module, out))));
            insert.setString(6, run.summary());
            insert.setBytes(7, bytes(run.plan()));
            insert.setBytes(8, bytes(run.before()));
            insert.executeUpdate();
        }
        return id;
    }

    /** The id that the next run gets; whoever calls holds the lock. */
    long nextId() throws SQLException {
        try (PreparedStatement query =
                        database.connection().prepareStatement("select coalesce(max(id), 0) + 1 from ct_run");
                ResultSet row = query.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }

    private RunRecord run(ResultSet row, @Nullable String plan, @Nullable String before) throws SQLException {
        return new RunRecord(
                row.getLong("id"),
                Objects.requireNonNull(Moments.read(row, "started_at", database.product())),
                Duration.ofMillis(row.getLong("duration_ms")),
                row.getString("actor"),
                JsonIn.read(row.getString("modules"), in -> in.array(() -> readModule(in))),
                row.getString("summary"),
                plan,
                before);
    }

    private static void write(RunModule module, JsonOut out) {
        out.object(() -> {
            out.text("name", module.name());
            out.text("version", module.version());
            out.text("versionBefore", module.versionBefore());
        });
    }

    private static RunModule readModule(JsonIn in) {
        ModuleFields fields = new ModuleFields();
        in.object(member -> {
            switch (member) {
                case "name" -> fields.name = in.text();
                case "version" -> fields.version = in.textOrNull();
                case "versionBefore" -> fields.versionBefore = in.textOrNull();
                default -> in.skip();
            }
        });
        return new RunModule(fields.name, fields.version, fields.versionBefore);
    }

    private static final class ModuleFields {
        String name = "";

        @Nullable
        String version;

        @Nullable
        String versionBefore;
    }
}
