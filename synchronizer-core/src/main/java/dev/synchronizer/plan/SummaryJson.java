package dev.synchronizer.plan;

import dev.synchronizer.diff.ChangeState;
import dev.synchronizer.json.JsonOut;
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
}
