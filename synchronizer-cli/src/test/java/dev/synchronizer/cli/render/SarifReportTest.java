package dev.synchronizer.cli.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.contrastsecurity.sarif.Location;
import com.contrastsecurity.sarif.PhysicalLocation;
import com.contrastsecurity.sarif.ReportingDescriptor;
import com.contrastsecurity.sarif.Result;
import com.contrastsecurity.sarif.Run;
import com.contrastsecurity.sarif.SarifSchema210;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.synchronizer.plan.PlanJson;
import dev.synchronizer.plan.SyncPlan;
import dev.synchronizer.problem.Problem;
import dev.synchronizer.problem.ProblemCode;
import dev.synchronizer.problem.Problems;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SarifReportTest {
    @TempDir
    Path directory;

    private Run run() {
        return read(new SarifReport(SourceFolders.below(directory)).render(Plans.shown(Plans.ofEveryKind(), false)));
    }

    @Test
    void everyResultNamesARuleThatIsDescribed() {
        List<ReportingDescriptor> rules =
                new ArrayList<>(run().getTool().getDriver().getRules());

        assertThat(run().getResults()).isNotEmpty().allSatisfy(result -> {
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
        assertThat(run().getResults())
                .extracting(Result::getRuleId, result -> result.getLevel().value(), SarifReportTest::place)
                .contains(
                        tuple("CT301", "error", "Clash type"),
                        tuple("CT213", "warning", "acme module"),
                        tuple("lossy-change", "error", "Article.rating member"),
                        tuple("CT304", "error", "Newsletter.subject member"));
    }

    @Test
    void whatAProblemTellsOfIsNotToldTwice() {
        assertThat(run().getResults())
                .filteredOn(result -> place(result).startsWith("Clash"))
                .hasSize(1);
        assertThat(run().getResults())
                .filteredOn(result -> place(result).startsWith("Newsletter.subject"))
                .extracting(Result::getRuleId)
                .containsExactly("CT304");
    }

    @Test
    void aChangeThatIsGraveUnlessAnAdministratorMasksItIsNoResult() {
        assertThat(run().getResults())
                .filteredOn(result -> place(result).startsWith("Article.rating"))
                .extracting(result -> result.getMessage().getText())
                .singleElement()
                .asString()
                .contains("localized changes from true to false")
                .doesNotContain("required");
    }

    @Test
    void everyResultStandsAtALineOfAFileBelowTheRootOfTheSources() {
        Run run = run();

        assertThat(run.getOriginalUriBaseIds().getAdditionalProperties()).containsOnlyKeys("%SRCROOT%");
        assertThat(run.getResults()).isNotEmpty().allSatisfy(result -> {
            PhysicalLocation location = result.getLocations().get(0).getPhysicalLocation();
            assertThat(location.getArtifactLocation().getUriBaseId()).isEqualTo("%SRCROOT%");
            assertThat(location.getRegion().getStartLine()).isEqualTo(1);
        });
        assertThat(run.getResults())
                .extracting(SarifReportTest::place, SarifReportTest::file)
                .contains(
                        tuple("Clash type", "acme/Clash.java"),
                        tuple("acme module", "acme/Article.java"),
                        tuple("Article.rating member", "acme/Declares.java"),
                        tuple("Newsletter.subject member", "acme/Newsletter.java"));
    }

    @Test
    void sourcesAreFoundWhereBuildsKeepThem() throws IOException {
        Path folder = Files.createDirectories(directory.resolve("models/site/src/main/java/acme"));
        Files.createFile(folder.resolve("Clash.java"));

        assertThat(run().getResults())
                .extracting(SarifReportTest::file)
                .contains("models/site/src/main/java/acme/Clash.java", "acme/Newsletter.java");
    }

    @Test
    void whatIsAboutAFileStandsThere() {
        assertThat(fileOf(
                        ProblemCode.PLAN_FILE_ALTERED,
                        directory.resolve("out/my plan").toString()))
                .isEqualTo("out/my%20plan");
        assertThat(fileOf(ProblemCode.PLAN_FILE_ALTERED, "plan")).isEqualTo("plan");
        assertThat(fileOf(ProblemCode.PLAN_FILE_ALTERED, "/elsewhere/plan")).isEqualTo("plan");
    }

    @Test
    void whatIsAboutNoFileStandsAtTheConfiguration() {
        assertThat(fileOf(ProblemCode.POLICY_VIOLATED, "--fail-on new")).isEqualTo("synchronizer.properties");
        assertThat(fileOf(ProblemCode.MODULE_TWICE, "acme-site")).isEqualTo("synchronizer.properties");
    }

    @Test
    void aClassStandsInTheFileOfItsOutermostOne() {
        assertThat(fileOf(ProblemCode.GUID_NOT_A_UUID, "com.acme.Article")).isEqualTo("com/acme/Article.java");
        assertThat(fileOf(ProblemCode.GUID_NOT_A_UUID, "com.acme.Outer$Inner#name"))
                .isEqualTo("com/acme/Outer.java");
    }

    private String fileOf(ProblemCode code, String subject) {
        SyncPlan plan = PlanJson.ofProblems(Problems.of(Problem.of(code, subject, "something")));
        Run shown = read(new SarifReport(SourceFolders.below(directory)).render(Plans.shown(plan, false)));
        return file(shown.getResults().get(0));
    }

    private static String file(Result result) {
        return result.getLocations()
                .get(0)
                .getPhysicalLocation()
                .getArtifactLocation()
                .getUri();
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
