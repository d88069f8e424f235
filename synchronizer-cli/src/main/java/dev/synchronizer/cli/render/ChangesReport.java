package dev.synchronizer.cli.render;

import dev.synchronizer.json.JsonIn;
import dev.synchronizer.json.JsonOut;
import dev.synchronizer.model.Address;
import dev.synchronizer.model.ModelJson;
import dev.synchronizer.model.Settings;
import dev.synchronizer.store.ChangeRecord;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What runs and administrators changed, one change a line. */
public final class ChangesReport implements Answer {
    private final List<ChangeRecord> changes;
    private final boolean mayHaveMore;

    /**
     * Looks at changes.
     *
     * @param mayHaveMore whether older ones may have been left out
     */
    public ChangesReport(List<ChangeRecord> changes, boolean mayHaveMore) {
        this.changes = List.copyOf(changes);
        this.mayHaveMore = mayHaveMore;
    }

    @Override
    public String text(Style style) {
        if (changes.isEmpty()) {
            return "Nothing has been changed.\n";
        }
        Columns columns = new Columns("change", "at", "by", "what");
        for (ChangeRecord change : changes) {
            columns.add(
                    String.valueOf(change.number()),
                    change.at().truncatedTo(ChronoUnit.SECONDS).toString(),
                    PlainText.of(change.actor()),
                    what(change));
        }
        return columns + (mayHaveMore ? "Older changes are listed with --all.\n" : "");
    }

    private static String what(ChangeRecord change) {
        return switch (change.kind()) {
            case RUN -> "run " + change.run();
            case SET -> "set " + address(change) + ": " + value(change.before()) + " -> " + value(change.after());
            case REVERT -> "revert " + address(change) + ": " + value(change.before());
            case DEFINE -> "define " + address(change) + defined(change);
            case UNDEFINE -> "undefine " + address(change);
            case RULE -> (change.before() == null ? "add rule " : "save rule ") + PlainText.of(rule(change));
            case CHANNEL ->
                (change.before() == null ? "add server or connector " : "save server or connector ")
                        + PlainText.of(rule(change));
            case CHANNEL_REMOVED -> "remove server or connector " + PlainText.of(rule(change));
            case TAMPERED -> "found written by something else: " + address(change);
            case ACCEPTED -> "accept as it stands: " + address(change);
            case RULE_REMOVED -> "remove rule " + PlainText.of(rule(change));
        };
    }

    /** What was saved; where nothing was, the default held. */
    private static String value(@Nullable String json) {
        return json == null ? "(default)" : JsonIn.read(json, in -> Sources.value(ModelJson.readValue(in)));
    }

    private static String defined(ChangeRecord change) {
        List<String> changes = AdministrationText.defined(
                address(change),
                settings(change.before()),
                Objects.requireNonNullElse(settings(change.after()), Settings.none()));
        return changes.isEmpty() ? "" : "  (" + String.join("; ", changes) + ")";
    }

    private static @Nullable Settings settings(@Nullable String json) {
        return json == null ? null : JsonIn.read(json, ModelJson::readSettings);
    }

    private static String rule(ChangeRecord change) {
        return Objects.requireNonNull(change.type());
    }

    private static Address address(ChangeRecord change) {
        return new Address(Objects.requireNonNull(change.type()), change.property(), change.setting());
    }

    @Override
    public String json() {
        return JsonOut.pretty(out -> out.object(() -> {
            out.text("format", "synchronizer-changes/1");
            out.array("changes", changes, change -> write(change, out));
        }));
    }

    private static void write(ChangeRecord change, JsonOut out) {
        out.object(() -> {
            out.number("change", change.number());
            out.text("at", change.at().toString());
            out.text("actor", change.actor());
            out.text("kind", change.kind().name().toLowerCase(Locale.ROOT).replace('_', '-'));
            if (change.run() != null) {
                out.number("run", change.run());
            }
            if (change.type() != null) {
                boolean isOfRule = change.kind().isOfRule() || change.kind().isOfChannel();
                out.text(
                        isOfRule ? "rule" : "address",
                        isOfRule ? rule(change) : address(change).toString());
                written("before", change.before(), out);
                written("after", change.after(), out);
            }
        });
    }

    /** Absent where nothing was saved, for a null may have been. */
    private static void written(String name, @Nullable String json, JsonOut out) {
        if (json != null) {
            out.name(name).json(json);
        }
    }
}
