package dev.synchronizer.plan;

import dev.synchronizer.diff.ChangeState;
import dev.synchronizer.diff.Grade;
import dev.synchronizer.json.JsonIn;
import dev.synchronizer.json.JsonOut;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

/** A plan's numbers in the contract's JSON form. */
public final class SummaryJson {
    private SummaryJson() {}

    public static void write(Summary summary, JsonOut out) {
        out.object(() -> {
            counts("types", summary.types(), out);
            counts("properties", summary.properties(), out);
            out.number("rowsWritten", summary.rowsWritten());
            out.text("grade", summary.grade().label());
        });
    }

    private static void counts(String name, Map<ChangeState, Integer> counts, JsonOut out) {
        out.object(name, () -> counts.forEach((state, count) -> out.number(state.label(), count)));
    }

    /** Reads what {@link #write} wrote. */
    public static Summary read(JsonIn in) {
        Map<ChangeState, Integer> types = new EnumMap<>(ChangeState.class);
        Map<ChangeState, Integer> properties = new EnumMap<>(ChangeState.class);
        int[] rows = new int[1];
        Grade[] grade = {Grade.COMPATIBLE};
        in.object(member -> {
            switch (member) {
                case "types" -> counts(in, types);
                case "properties" -> counts(in, properties);
                case "rowsWritten" -> rows[0] = (int) in.number();
                case "grade" -> grade[0] = Grade.valueOf(in.text().toUpperCase(Locale.ROOT));
                default -> in.skip();
            }
        });
        return new Summary(types, properties, rows[0], grade[0]);
    }

    private static void counts(JsonIn in, Map<ChangeState, Integer> counts) {
        in.object(state -> counts.put(ChangeState.valueOf(state.toUpperCase(Locale.ROOT)), (int) in.number()));
    }
}
