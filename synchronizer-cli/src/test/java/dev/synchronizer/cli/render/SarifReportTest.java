package dev.synchronizer.cli.render;

import static org.assertj.core.api.Assertions.assertThat;

import com.contrastsecurity.sarif.Location;
import com.contrastsecurity.sarif.ReportingDescriptor;
import com.contrastsecurity.sarif.Result;
import com.contrastsecurity.sarif.Run;
import com.contrastsecurity.sarif.SarifSchema210;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SarifReportTest {
    private final Run run = read(new SarifReport().render(Plans.shown(Plans.ofEveryKind(), false)));

    @Test
    void everyResultNamesARuleThatIsDescribed() {
        List<ReportingDescriptor> rules =
                new ArrayList<>(run.getTool().getDriver().getRules());

        assertThat(run.getResults()).isNotEmpty().allSatisfy(result -> {
            assertThat(rules.get(result.getRuleIndex()).getId()).isEqualTo(result.getRuleId());
            assertThat(result.getMessage().getText()).isNotBlank();
        });
        assertThat(rules).allSatisfy(rule -> {
            assertThat(rule.getShortDescription().getText()).endsWith(".");
            assertThat(rule.getHelp().getText()).endsWith(".");
        });
        assertThat(rules).extracting(ReportingDescriptor::getId).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void problemsAndGraveChangesAreResultsWithTheirPlaces() {
        assertThat(run.getResults())
                .extracting(Result::getRuleId, result -> result.getLevel().value(), SarifReportTest::place)
                .contains(
                        org.assertj.core.groups.Tuple.tuple("CT301", "error", "Clash type"),
                        org.assertj.core.groups.Tuple.tuple("CT213", "warning", "acme type"),
                        org.assertj.core.groups.Tuple.tuple("lossy-change", "error", "Article.rating member"),
                        org.assertj.core.groups.Tuple.tuple("CT304", "error", "Newsletter.subject member"));
    }

    @Test
    void whatAProblemTellsOfIsNotToldTwice() {
        assertThat(run.getResults())
                .filteredOn(result -> place(result).startsWith("Clash"))
                .hasSize(1);
        assertThat(run.getResults())
                .filteredOn(result -> place(result).startsWith("Newsletter.subject"))
                .extracting(Result::getRuleId)
                .containsExactly("CT304");
    }

    private static String place(Result result) {
        Location location = result.getLocations().get(0);
        return location.getLogicalLocations().stream()
                .map(place -> place.getFullyQualifiedName() + " " + place.getKind())
                .findFirst()
                .orElseThrow();
    }

    private static Run read(String json) {
        try {
            SarifSchema210 sarif = JsonMapper.builder()
                    .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .build()
                    .readValue(json, SarifSchema210.class);
            assertThat(sarif.getVersion()).isEqualTo(SarifSchema210.Version._2_1_0);
            return sarif.getRuns().get(0);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
