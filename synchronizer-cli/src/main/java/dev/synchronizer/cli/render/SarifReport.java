package dev.synchronizer.cli.render;

import dev.synchronizer.json.JsonOut;
import java.util.List;
import java.util.TreeMap;

/** SARIF 2.1.0: every problem, and every breaking or lossy change that no problem tells of. */
public final class SarifReport implements Report {
    private static final String SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json";

    private final SourceFolders folders;

    public SarifReport(SourceFolders folders) {
        this.folders = folders;
    }

    @Override
    public String render(ReportInput input) {
        List<SarifFinding> findings =
                SarifFinding.in(PlanView.of(input.plan(), input.all()), Places.of(input), folders);
        return JsonOut.pretty(out -> out.object(() -> {
            out.text("$schema", SCHEMA);
            out.text("version", "2.1.0");
            out.array("runs", List.of(findings), run -> run(run, input.version(), out));
        }));
    }

    private static void run(List<SarifFinding> findings, String version, JsonOut out) {
        TreeMap<String, SarifRule> rules = new TreeMap<>();
        findings.forEach(finding -> rules.put(finding.rule().id(), finding.rule()));
        List<String> order = List.copyOf(rules.keySet());
        out.object(() -> {
            out.object(
                    "tool",
                    () -> out.object("driver", () -> {
                        out.text("name", "synchronizer");
                        out.text("version", version);
                        out.array("rules", rules.values(), rule -> rule.write(out));
                    }));
            out.object(
                    "originalUriBaseIds",
                    () -> out.object(
                            SarifFile.BASE,
                            () -> out.object(
                                    "description",
                                    () -> out.text("text", "The folder that the synchronizer was started in."))));
            out.text("columnKind", "utf16CodeUnits");
            out.array(
                    "results",
                    findings,
                    finding -> finding.write(order.indexOf(finding.rule().id()), out));
        });
    }
}
