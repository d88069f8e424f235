package dev.synchronizer.cli.render;

import dev.synchronizer.doctor.Examination;
import dev.synchronizer.doctor.Examination.Sealed;
import dev.synchronizer.json.JsonOut;
import dev.synchronizer.problem.Problem;
import dev.synchronizer.problem.Problems;
import dev.synchronizer.store.SaveFailure;
import dev.synchronizer.store.SchemaState;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.stream.Collectors;

/** How a store was found. */
public final class DoctorReport implements Answer {
    public static final String FORMAT = "synchronizer-doctor/1";

    private final Examination found;
    private final boolean repaired;
    private final long forgotten;

    /**
     * Looks at an examination.
     *
     * @param repaired whether what could be accepted was
     * @param forgotten how many failures were forgotten
     */
    public DoctorReport(Examination found, boolean repaired, long forgotten) {
        this.found = found;
        this.repaired = repaired;
        this.forgotten = forgotten;
    }

    @Override
    public String text(Style style) {
        if (found.schema() != SchemaState.CURRENT) {
            return "Nothing was looked at: the schema is %s; the next save or run completes it.\n".formatted(schema());
        }
        StringBuilder text = new StringBuilder();
        found.problems().forEach(problem -> text.append(problem(problem, style)));
        text.append(counted("type", found.types())).append(counted("item", found.items()));
        if (!found.findings().isEmpty()) {
            text.append("Findings kept with items: %s.\n".formatted(findings()));
        }
        found.failures().forEach(failure -> text.append(failed(failure)));
        if (found.failed() > found.failures().size()) {
            text.append("And %s before these.\n"
                    .formatted(Words.count(found.failed() - found.failures().size(), "failure")));
        }
        if (forgotten > 0) {
            text.append("Forgot %s.\n".formatted(Words.count(forgotten, "failure")));
        }
        return text.append(verdict()).append('\n').toString();
    }

    private String schema() {
        return found.schema().name().toLowerCase(Locale.ROOT);
    }

    private static String problem(Problem problem, Style style) {
        return "%s %s: %s.\n  Fix: %s.\n"
                .formatted(
                        style.alarm(
                                problem.severity(),
                                problem.code().id() + " " + problem.severity().label()),
                        PlainText.of(problem.subject()),
                        PlainText.of(problem.message()),
                        problem.fix());
    }

    private String counted(String word, Sealed sealed) {
        String unsealed = sealed.unsealed() == 0 ? "" : ", %d not sealed before".formatted(sealed.unsealed());
        String tampered = sealed.tampered() == 0 ? "" : ", %d written by something else".formatted(sealed.tampered());
        String now = repaired ? ", %d sealed now".formatted(sealed.sealed()) : "";
        return "Looked at %s%s%s%s.\n".formatted(Words.count(sealed.all(), word), unsealed, tampered, now);
    }

    private String findings() {
        return found.findings().entrySet().stream()
                .map(each -> each.getValue() + " " + each.getKey().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(", "));
    }

    private static String failed(SaveFailure failure) {
        return failure.at().truncatedTo(ChronoUnit.SECONDS) + ": " + PlainText.of(FailureWords.of(failure)) + "\n";
    }

    private String verdict() {
        if (found.isClean()) {
            return "Nothing is wrong.";
        }
        String more = found.wrong() > found.problems().size()
                ? "; the first %d are shown".formatted(found.problems().size())
                : "";
        return "%s wrong%s.".formatted(found.wrong() == 1 ? "One thing is" : found.wrong() + " things are", more);
    }

    @Override
    public String json() {
        return JsonOut.pretty(out -> out.object(() -> {
            out.text("format", FORMAT);
            out.text("schema", schema());
            out.flag("clean", found.isClean());
            out.flag("repaired", repaired);
            sealed("types", found.types(), out);
            sealed("items", found.items(), out);
            out.number("wrong", found.wrong());
            AdministrationJson.problems(Problems.of(found.problems()), out);
            out.name("findings");
            out.object(() -> found.findings()
                    .forEach((severity, count) -> out.number(severity.toLowerCase(Locale.ROOT), count)));
            out.array("failures", found.failures(), failure -> failure(failure, out));
            out.number("failed", found.failed());
            out.number("forgotten", forgotten);
        }));
    }

    private static void sealed(String name, Sealed sealed, JsonOut out) {
        out.name(name);
        out.object(() -> {
            out.number("all", sealed.all());
            out.number("unsealed", sealed.unsealed());
            out.number("tampered", sealed.tampered());
            out.number("sealed", sealed.sealed());
        });
    }

    private static void failure(SaveFailure failure, JsonOut out) {
        out.object(() -> {
            out.number("id", failure.id());
            out.text("at", failure.at().toString());
            out.text("handler", failure.handler());
            out.text("kind", failure.kind().toLowerCase(Locale.ROOT));
            out.text("key", failure.key());
            out.text("type", failure.type());
            out.text("name", failure.name());
            out.text("operation", failure.operation().toLowerCase(Locale.ROOT));
            out.text("message", failure.message());
        });
    }
}
