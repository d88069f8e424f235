package dev.synchronizer.behaviour;

import static dev.synchronizer.behaviour.Sources.annotatedType;
import static org.assertj.core.api.Assertions.assertThat;

import dev.synchronizer.SyncReport;
import dev.synchronizer.fixtures.ModelJar;
import dev.synchronizer.plan.SyncPlan;
import dev.synchronizer.problem.Problem;
import dev.synchronizer.problem.ProblemCode;
import dev.synchronizer.problem.Severity;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** B11: errors hold a run up, warnings do not, and a warning that is accepted is still shown as such. */
class B11SuppressedWarningsTest {
    @TempDir
    Path folder;

    @OnEveryDatabase
    void aWarningIsShownAndHoldsNothingUp(Product product) {
        SyncReport report = Node.on(product).start(site(annotatedType("@ContentType(locked = \"colour\")", "Article")));

        assertThat(report.committed()).isTrue();
        assertThat(report.plan().suppressed().asList()).isEmpty();
        List<Problem> problems = report.plan().problems().asList();
        assertThat(problems).extracting(Problem::code).containsExactly(ProblemCode.UNKNOWN_LOCKED_SETTING);
        assertThat(problems).extracting(Problem::severity).containsExactly(Severity.WARNING);
        assertThat(problems).extracting(Problem::subject).containsExactly("com.acme.Article");
    }

    @OnEveryDatabase
    void anAcceptedWarningIsListedAsSuppressedAlsoByAStartWithNothingToDo(Product product) {
        Node node = Node.on(product);
        Path site = site(annotatedType("@Suppress(\"CT211\") @ContentType(locked = \"colour\")", "Article"));

        assertSuppressed(node.start(site).plan());
        SyncReport second = node.start(site);

        assertThat(second.committed()).isFalse();
        assertSuppressed(second.plan());
    }

    @Test
    void suppressionHoldsForTheOnePlaceWhereItStands() {
        String other = annotatedType("@ContentType(locked = \"colour\")", "Other");
        String accepted = annotatedType("@Suppress(\"CT211\") @ContentType(locked = \"colour\")", "Article");

        SyncPlan plan = plan(site(accepted, other));

        assertSuppressed(plan);
        assertThat(plan.problems().asList()).extracting(Problem::subject).containsExactly("com.acme.Other");
    }

    @Test
    void aWarningOfAPropertyIsAcceptedAtTheProperty() {
        String source = "package com.acme; import dev.synchronizer.annotation.*; @ContentType public record Article("
                + "@Property(locked = \"colour\") @Suppress(\"CT211\") String a, @Property(locked = \"colour\") String b) {}";

        SyncPlan plan = plan(site(source));

        assertThat(plan.suppressed().asList()).extracting(Problem::subject).containsExactly("com.acme.Article#a");
        assertThat(plan.problems().asList()).extracting(Problem::subject).containsExactly("com.acme.Article#b");
    }

    @Test
    void anErrorCannotBeSuppressed() {
        Path site = site(annotatedType("@Suppress(\"CT203\") @ContentType(guid = \"x\")", "Article"));

        assertThat(Reading.refused(site))
                .extracting(Problem::code)
                .containsExactly(ProblemCode.GUID_NOT_A_UUID, ProblemCode.USELESS_SUPPRESSION);
    }

    private static void assertSuppressed(SyncPlan plan) {
        assertThat(plan.suppressed().asList())
                .extracting(Problem::code)
                .containsExactly(ProblemCode.UNKNOWN_LOCKED_SETTING);
        assertThat(plan.suppressed().asList()).extracting(Problem::subject).containsExactly("com.acme.Article");
        assertThat(plan.problems().stream().filter(p -> p.subject().equals("com.acme.Article")))
                .isEmpty();
    }

    private static SyncPlan plan(Path models) {
        try (var synchronizer =
                dev.synchronizer.Synchronizer.builder().models(models).build()) {
            return synchronizer.analyze().plan();
        }
    }

    private Path site(String... sources) {
        return ModelJar.of(sources).version("site", "1.0").jar(folder.resolve("site.jar"));
    }
}
