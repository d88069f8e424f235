package dev.synchronizer.plan;

import static dev.synchronizer.fixtures.Models.model;
import static dev.synchronizer.fixtures.Models.site;
import static dev.synchronizer.fixtures.Models.text;
import static dev.synchronizer.fixtures.Models.type;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.synchronizer.diff.ModelComparison;
import dev.synchronizer.diff.Scope;
import dev.synchronizer.model.ContentModel;
import dev.synchronizer.model.StoredModel;
import dev.synchronizer.model.Usage;
import dev.synchronizer.problem.ProblemCode;
import dev.synchronizer.problem.ProblemsException;
import dev.synchronizer.validate.Validation;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlanFileTest {
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final ContentModel MODEL = model(site("1.0", type("Article", text("teaser"))));

    @TempDir
    Path folder;

    @Test
    void whatIsWrittenIsReadBack() {
        Policy policy = new Policy(
                new Scope(Set.of("Article"), Set.of("old"), Set.of("com.acme")),
                new OrphanPolicy.Quarantine(Duration.ofDays(3)),
                true);
        Path path = folder.resolve("plan");

        PlanFile.of(plan(StoredModel.empty()), MODEL, policy, NOW).write(path);
        PlanFile read = PlanFile.read(path);

        assertThat(read.model()).isEqualTo(MODEL);
        assertThat(read.policy()).isEqualTo(policy);
        assertThat(read.plannedAt()).isEqualTo(NOW);
    }

    @Test
    void aPlanOfEverythingIsReadBackAsOne() {
        Path path = folder.resolve("plan");

        PlanFile.of(plan(StoredModel.empty()), MODEL, Policy.standard(), NOW).write(path);

        assertThat(PlanFile.read(path).policy().scope()).isEqualTo(Scope.everything());
    }

    @Test
    void theSamePlanIsConfirmedAndAnyOtherIsStale() {
        PlanFile file = PlanFile.of(plan(StoredModel.empty()), MODEL, Policy.standard(), NOW);

        assertThat(file.confirm(plan(StoredModel.empty())).refusals().isEmpty()).isTrue();
        assertThat(file.confirm(plan(StoredModel.ofCommitted(MODEL))).refusals().asList())
                .extracting(problem -> problem.code())
                .containsExactly(ProblemCode.PLAN_STALE);
        StoredModel otherAtTheSameRevision = new StoredModel(
                0,
                StoredModel.ofCommitted(MODEL).modules(),
                StoredModel.ofCommitted(MODEL).types());
        assertThat(file.confirm(plan(otherAtTheSameRevision)).refusals().asList())
                .hasSize(1);
    }

    @Test
    void aFileThatWasEditedIsRefused() throws Exception {
        Path path = folder.resolve("plan");
        PlanFile.of(plan(StoredModel.empty()), MODEL, Policy.standard(), NOW).write(path);
        Files.writeString(path, Files.readString(path).replace("Article", "Articles"));

        assertThatThrownBy(() -> PlanFile.read(path))
                .isInstanceOfSatisfying(
                        ProblemsException.class,
                        e -> assertThat(e.problems().asList())
                                .extracting(problem -> problem.code())
                                .containsExactly(ProblemCode.PLAN_FILE_ALTERED));
    }

    @Test
    void whatIsNoPlanFileIsNamed() throws Exception {
        for (String text : List.of(
                "", "hello", "{}", "[]", "{\"format\":\"other\"}", withItsChecksum("{}"), withItsChecksum("x"))) {
            Path path = Files.writeString(folder.resolve("plan"), text);
            assertThatThrownBy(() -> PlanFile.read(path))
                    .as(text)
                    .isInstanceOfSatisfying(
                            ProblemsException.class,
                            e -> assertThat(e.problems().asList())
                                    .extracting(problem -> problem.code())
                                    .containsExactly(ProblemCode.PLAN_FILE_UNREADABLE));
        }
    }

    private static String withItsChecksum(String content) throws NoSuchAlgorithmException {
        byte[] hash = MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8));
        return "{\"format\":\"synchronizer-plan-file/1\",\"checksum\":\"%s\",\"content\":\"%s\"}"
                .formatted(HexFormat.of().formatHex(hash), content);
    }

    private static SyncPlan plan(StoredModel stored) {
        return Planner.plan(
                ModelComparison.compare(stored, MODEL, Scope.everything()),
                Policy.standard(),
                Usage.NONE,
                Validation.nothing(),
                NOW);
    }
}
