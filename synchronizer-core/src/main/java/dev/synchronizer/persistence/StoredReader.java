package dev.synchronizer.persistence;

import dev.synchronizer.model.ModelJson;
import dev.synchronizer.model.SettingOverride;
import dev.synchronizer.model.StoredModel;
import dev.synchronizer.model.StoredModule;
import dev.synchronizer.model.StoredType;
import dev.synchronizer.persistence.DatabaseProblems.Phase;
import dev.synchronizer.persistence.StateQuery.State;
import dev.synchronizer.problem.ProblemCode;
import dev.synchronizer.store.ChangeRecord;
import dev.synchronizer.store.ContentReads;
import dev.synchronizer.store.ContentState;
import dev.synchronizer.store.NoContent;
import dev.synchronizer.store.StoredChannel;
import dev.synchronizer.store.StoredReads;
import dev.synchronizer.store.StoredRule;
import java.io.UncheckedIOException;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reads in the transaction of an open connection, whose isolation says of which moment. */
final class StoredReader implements StoredReads {
    /** Enough rows at a time that the way to the server and back does not count, and no result is held twice. */
    static final int FETCH_SIZE = 5_000;

    private static final String MODULES = "select m.name, m.fingerprint, s.snapshot from ct_module m"
            + " join ct_module_snapshot s on s.module = m.name";

    private final OpenDatabase database;
    private final DefinitionRows definitions;
    private final Steps steps;
    private final State state;
    private final Map<Long, Long> seals = new HashMap<>();

    private StoredReader(OpenDatabase database, State state) {
        this.database = database;
        Schema.judge(state.version(), database);
        steps = new Steps(database, Phase.READING);
        this.state = state;
        definitions = new DefinitionRows(database, state.hasOverrides(), state.hasRules() ? seals : null);
    }

    /** Begins by reading the state; nothing where its row is yet to be made. */
    static Optional<StoredReader> begin(OpenDatabase database, StateQuery query) throws SQLException {
        return query.ask(database).map(state -> new StoredReader(database, state));
    }

    /** Whether the schema has what content and the undoing of runs take. */
    boolean hasContent() {
        return state.hasContent();
    }

    /** Whether the schema has what rules, findings and what nodes tell each other take. */
    boolean hasRules() {
        return state.hasRules();
    }

    /** What saves have to know, as of the same moment. */
    ContentState state() {
        return state.content();
    }

    @Override
    public long changeNumber() {
        return state().changeNumber();
    }

    @Override
    public StoredModel load() {
        return steps.get(() -> new StoredModel(
                state.revision(),
                modules(MODULES, null),
                definitions.all(),
                allOverrides(),
                state.hasContent() ? new StepRows(database).all() : List.of()));
    }

    @Override
    public Optional<StoredType> type(String name) {
        return steps.get(() -> definitions.type(name));
    }

    @Override
    public Optional<StoredModule> module(String name) {
        return steps.get(
                () -> modules(MODULES + " where m.name = ?", name).stream().findFirst());
    }

    @Override
    public Map<String, Optional<String>> moduleVersions() {
        return steps.get(() -> {
            Map<String, Optional<String>> versions = new TreeMap<>();
            try (PreparedStatement query =
                            database.connection().prepareStatement("select name, version from ct_module");
                    ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    versions.put(rows.getString("name"), Optional.ofNullable(rows.getString("version")));
                }
            }
            return versions;
        });
    }

    @Override
    public List<SettingOverride> overrides(long typeId) {
        return steps.get(() -> state.hasOverrides() ? new OverrideRows(database).ofType(typeId) : List.of());
    }

    private List<SettingOverride> allOverrides() throws SQLException {
        return state.hasOverrides() ? new OverrideRows(database).all() : List.of();
    }

    @Override
    public List<StoredRule> rules() {
        return steps.get(() -> hasRules() ? new RuleRows(database).all() : List.of());
    }

    /** Whether the schema has what other servers and systems take. */
    boolean hasTasks() {
        return state.hasTasks();
    }

    @Override
    public List<StoredChannel> channels() {
        return steps.get(() -> hasTasks() ? new ChannelRows(database).all() : List.of());
    }

    @Override
    public Map<Long, Long> typeChecksums() {
        return steps.get(() -> hasRules() ? new TypeChecksums(database).all() : Map.of());
    }

    @Override
    public Optional<Long> sealOf(StoredType type) {
        return Optional.ofNullable(seals.get(type.id()));
    }

    @Override
    public ContentReads content() {
        return hasContent() ? new ContentReader(steps, this::state, hasRules() ? seals : null) : new NoContent();
    }

    @Override
    public List<ChangeRecord> changesAfter(long number, int limit) {
        return steps.get(() -> state.hasOverrides() ? new ChangeLog(database).after(number, limit) : List.of());
    }

    private List<StoredModule> modules(String sql, @Nullable String name) throws SQLException {
        List<StoredModule> modules = new ArrayList<>();
        try (PreparedStatement query = database.connection().prepareStatement(sql)) {
            if (name != null) {
                query.setString(1, name);
            }
            query.setFetchSize(FETCH_SIZE);
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    modules.add(module(rows));
                }
            }
        }
        return modules;
    }

    private StoredModule module(ResultSet row) throws SQLException {
        try {
            return new StoredModule(
                    Compressed.readJson(row.getBytes("snapshot"), ModelJson::read), row.getString("fingerprint"));
        } catch (UncheckedIOException e) {
            throw database.problems()
                    .problem(
                            ProblemCode.DATABASE_FAILED,
                            "the snapshot of module " + row.getString("name") + " is damaged: " + e.getMessage(),
                            e);
        }
    }
}
