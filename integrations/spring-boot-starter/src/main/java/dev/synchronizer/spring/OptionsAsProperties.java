package dev.synchronizer.spring;

import dev.synchronizer.problem.Problem;
import dev.synchronizer.problem.Problems;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Problems whose ways out name properties of the application, where those of the core name options of the command line.
 * What only the command line can do, such as to allow a loss, is left to it.
 */
final class OptionsAsProperties {
    private static final Pattern OPTION = Pattern.compile("--(?:orphans delete|[a-z-]+)");

    private static final Map<String, String> PROPERTIES = Map.of(
            "--class-path", "synchronizer.class-path",
            "--gone", "synchronizer.gone-modules",
            "--models", "synchronizer.models",
            "--module-version", "synchronizer.module-versions",
            "--orphans delete", "synchronizer.orphans.policy=delete",
            "--packages", "synchronizer.packages",
            "--run-steps", "synchronizer.run-steps=true",
            "--server-name", "synchronizer.staging.server-name");

    private OptionsAsProperties() {}

    static Problems in(Problems problems) {
        return Problems.of(problems.stream().map(OptionsAsProperties::in).toList());
    }

    private static Problem in(Problem problem) {
        return new Problem(problem.code(), problem.subject(), problem.message(), in(problem.fix()));
    }

    private static String in(String fix) {
        return OPTION.matcher(fix).replaceAll(OptionsAsProperties::property);
    }

    private static String property(MatchResult option) {
        return PROPERTIES.getOrDefault(option.group(), option.group());
    }
}
