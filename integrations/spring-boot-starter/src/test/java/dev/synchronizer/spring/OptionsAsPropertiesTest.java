package dev.synchronizer.spring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.synchronizer.problem.Problem;
import dev.synchronizer.problem.ProblemCode;
import dev.synchronizer.problem.Problems;
import java.util.Arrays;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A way out is one that an application has. */
class OptionsAsPropertiesTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            STEP_WITHOUT_CONSENT | run with synchronizer.run-steps=true, which loads the step's class and runs it
            STEP_NOT_LOADED      | give the jars that the step needs by synchronizer.models and synchronizer.class-path, as they were read
            MOVED_WITH_LOSS      | scan that module too, or say with synchronizer.gone-modules that it will not come back
            LOSSY_CHANGE         | add a migration step, or allow the loss with --allow lossy
            CLASS_TOO_NEW        | compile the models with a lower --release
            """)
    void whatACodeAdvisesNamesProperties(ProblemCode code, String fix) {
        Problem problem = Problem.of(code, "here", "something is wrong");

        assertThat(OptionsAsProperties.in(Problems.of(problem)).asList())
                .containsExactly(new Problem(code, "here", "something is wrong", fix));
    }

    @Test
    void whatAWayOutSaysOfOneCaseDoesSoToo() {
        Problem orphan = new Problem(
                ProblemCode.LOSSY_CHANGE, "Article", "it is no longer declared", "synchronize with --orphans delete");

        assertThat(OptionsAsProperties.in(Problems.of(orphan)).asList())
                .extracting(Problem::fix)
                .containsExactly("synchronize with synchronizer.orphans.policy=delete");
    }

    @Test
    void whatIsLeftOfOptionsIsOnlyOfTheCommandLine() {
        Problems all = Problems.of(Arrays.stream(ProblemCode.values())
                .map(code -> Problem.of(code, "here", "something is wrong"))
                .toList());

        TreeSet<String> options = new TreeSet<>();
        OptionsAsProperties.in(all).stream()
                .map(problem -> Pattern.compile("--[a-z-]+").matcher(problem.fix()))
                .forEach(matcher -> matcher.results().map(MatchResult::group).forEach(options::add));
        assertThat(options)
                .containsExactly(
                        "--allow",
                        "--dry-run",
                        "--fail-on",
                        "--force",
                        "--help",
                        "--interactive",
                        "--release",
                        "--repair",
                        "--save-plan",
                        "--url",
                        "--user",
                        "--verbose");
    }
}
