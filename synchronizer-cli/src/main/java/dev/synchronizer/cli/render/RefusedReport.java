package dev.synchronizer.cli.render;

import dev.synchronizer.json.JsonOut;
import dev.synchronizer.problem.Problems;

/** Why an administrator's command wrote nothing. */
public final class RefusedReport implements Answer {
    private final String format;
    private final Problems problems;

    /**
     * Looks at problems.
     *
     * @param format the name of the command's JSON
     */
    public RefusedReport(String format, Problems problems) {
        this.format = format;
        this.problems = problems;
    }

    @Override
    public String text(Style style) {
        return PlainText.of(problems.toString()) + "\nRefused; nothing was written.\n";
    }

    @Override
    public String json() {
        return JsonOut.pretty(out -> out.object(() -> {
            AdministrationJson.begin(format, 0, out);
            AdministrationJson.problems(problems, out);
        }));
    }
}
