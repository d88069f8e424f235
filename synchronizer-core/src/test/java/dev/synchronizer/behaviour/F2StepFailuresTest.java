package dev.synchronizer.behaviour;

import static dev.synchronizer.behaviour.Sources.type;
import static dev.synchronizer.behaviour.StepSite.consenting;
import static dev.synchronizer.fixtures.Steps.step;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.synchronizer.problem.Problem;
import dev.synchronizer.problem.ProblemCode;
import dev.synchronizer.problem.ProblemsException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** F2: whatever a step throws, its failure names the step and the item that it was at. */
class F2StepFailuresTest {
    private static final String ARTICLE = type("Article", "title");
    private static final String PROBLEM = "dev.synchronizer.problem.Problem";

    @TempDir
    Path folder;

    private StepSite site;
    private Node node;
    private UUID item;

    @BeforeEach
    void startAfresh() {
        site = new StepSite(folder);
        node = Node.on(Product.H2);
        node.start(site.jar("1.0", ARTICLE));
        item = Editor.of(node).writes("Article", Map.of("title", "x"));
    }

    @Test
    void problemsThatItThrowsStandBesideTheFailureThatNamesIt() {
        List<Problem> problems = StepFailures.of(throwing(
                        "new %ssException(%1$s.of(%1$sCode.UNKNOWN_RUN, \"me\", \"mine\"), null)".formatted(PROBLEM)))
                .asList();

        assertThat(problems)
                .extracting(Problem::code)
                .containsExactlyInAnyOrder(ProblemCode.STEP_FAILED, ProblemCode.UNKNOWN_RUN);
        assertThat(problems.get(0).message())
                .startsWith("the migration step Fail of site for version 1.1 failed at item " + item
                        + " (Item 1): CT320 of me (Fail.java:");
    }

    @Test
    void whatTheDatabaseReportsStandsByItselfForItIsWorthAnotherTry() {
        List<Problem> problems = StepFailures.of(
                        throwing("new %ssException(%1$s.of(%1$sCode.DATABASE_TIMEOUT, \"db\", \"too long\"), null)"
                                .formatted(PROBLEM)))
                .asList();

        assertThat(problems).extracting(Problem::code).containsExactly(ProblemCode.DATABASE_TIMEOUT);
    }

    @Test
    void anErrorOfTheVirtualMachineIsThrownOnAndSaysWhichStepItStopped() {
        OutOfMemoryError error =
                catchThrowableOfType(OutOfMemoryError.class, throwing("new OutOfMemoryError(\"heap\")"));

        assertThat(error.getSuppressed())
                .singleElement()
                .isInstanceOfSatisfying(
                        ProblemsException.class,
                        named -> assertThat(named.problems().asList().get(0).message())
                                .contains("Fail of site", "at item " + item, "OutOfMemoryError: heap"));
        assertThat(node.stored().steps()).isEmpty();
    }

    @Test
    void anyOtherErrorIsTheStepsFailure() {
        for (String error : List.of(
                "new Error(\"odd\")",
                "new dev.synchronizer.problem.ProblemsException(dev.synchronizer.problem.Problems.none())",
                "new StackOverflowError()",
                "new java.io.IOError(null)")) {
            assertThat(StepFailures.of(throwing(error)).asList())
                    .extracting(Problem::code)
                    .containsExactly(ProblemCode.STEP_FAILED);
        }
    }

    private ThrowingCallable throwing(String thrown) {
        Path jar = site.jar(
                "1.1",
                ARTICLE,
                step(
                        "Fail",
                        "version = \"1.1\"",
                        "content.items(\"Article\").forEach(item -> { if (true) throw %s; });".formatted(thrown)));
        return () -> consenting(node, consenting -> consenting.start(jar), jar);
    }
}
