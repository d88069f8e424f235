package dev.synchronizer.cli.render;

import static org.assertj.core.api.Assertions.assertThat;

import dev.synchronizer.store.ChangeRecord;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChangesReportTest {
    private static final String RULE = "{\"enabled\":true}";

    private final ChangesReport report = new ChangesReport(
            List.of(
                    ChangeRecord.ofRule(Instant.EPOCH, "ann", "No shouting", RULE, null)
                            .withNumber(3),
                    ChangeRecord.ofRule(Instant.EPOCH, "bob", "No shouting", RULE, "{\"enabled\":false}")
                            .withNumber(2),
                    ChangeRecord.ofRule(Instant.EPOCH, "ann", "No\u001b shouting", null, RULE)
                            .withNumber(1)),
            false);

    @Test
    void rulesAreAddedSavedAndRemovedByTheirNames() {
        assertThat(report.text(Style.PLAIN).lines().map(line -> line.replaceAll(" {2,}", "|")))
                .containsExactly(
                        "change|at|by|what",
                        "3|1970-01-01T00:00:00Z|ann|remove rule No shouting",
                        "2|1970-01-01T00:00:00Z|bob|save rule No shouting",
                        "1|1970-01-01T00:00:00Z|ann|add rule " + PlainText.of("No\u001b shouting"));
        assertThat(report.text(Style.PLAIN)).doesNotContain("\u001b");
    }

    @Test
    void theJsonOfARuleHoldsItsNameAndWhatItSaidBeforeAndAfter() {
        assertThat(report.json().replaceAll("\\s", ""))
                .contains("\"kind\":\"rule-removed\",\"rule\":\"Noshouting\",\"before\":{\"enabled\":true}}")
                .contains(
                        "\"kind\":\"rule\",\"rule\":\"Noshouting\",\"before\":{\"enabled\":true},\"after\":{\"enabled\":false}")
                .doesNotContain("address");
    }
}
