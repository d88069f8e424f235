package dev.synchronizer.behaviour;

import static dev.synchronizer.behaviour.Node.type;
import static dev.synchronizer.behaviour.Sources.annotatedType;
import static dev.synchronizer.behaviour.Sources.property;
import static dev.synchronizer.behaviour.Sources.type;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import dev.synchronizer.SyncRefusedException;
import dev.synchronizer.SyncReport;
import dev.synchronizer.annotation.ContentKind;
import dev.synchronizer.fixtures.ModelJar;
import dev.synchronizer.model.SettingKey;
import dev.synchronizer.model.SettingOverride;
import dev.synchronizer.model.SettingValue;
import dev.synchronizer.plan.Effect;
import dev.synchronizer.plan.OverridePlan;
import dev.synchronizer.plan.OverrideState;
import dev.synchronizer.plan.PlanFile;
import dev.synchronizer.plan.SettingPlan;
import dev.synchronizer.plan.SyncPlan;
import dev.synchronizer.problem.Problem;
import dev.synchronizer.problem.ProblemCode;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.io.TempDir;

/** C6: a changed code default says what it does to people, and a plan lists what became of what they saved. */
class C6EffectsTest {
    @TempDir
    Path folder;

    @OnEveryDatabase
    void aDefaultThatNobodyOverrodeShows(Product product) {
        Node node = Node.on(product);
        node.start(article("1.0", "displayName = \"Article\""));
        Administrator.of(node).saves("Article", "description", SettingValue.of("mine"));

        SettingPlan change = change(node.dryRun(article("1.1", "displayName = \"Story\"")), SettingKey.DISPLAY_NAME);

        assertThat(change.effect()).isEqualTo(Effect.EFFECTIVE);
        assertThat(change.override()).isNull();
    }

    @OnEveryDatabase
    void anOverrideThatMasksAChangeSaysWhoseItIsAndSinceWhen(Product product) {
        Node node = Node.on(product);
        node.start(article("1.0", "displayName = \"Article\""));
        Administrator.of(node).saves("Article", "displayName", SettingValue.of("Column"));

        SyncReport report = node.start(article("1.1", "displayName = \"Story\""));

        SettingPlan change = change(report.plan(), SettingKey.DISPLAY_NAME);
        assertThat(change.effect()).isEqualTo(Effect.MASKED);
        SettingOverride override = Objects.requireNonNull(change.override());
        assertThat(override.savedBy()).isEqualTo(Administrator.NAME);
        assertThat(override.savedAt()).isEqualTo(Administrator.SAVED_AT);
        assertThat(override.value()).isEqualTo(SettingValue.of("Column"));
        assertThat(Administrator.saved(node)).containsExactly(override);
        assertThat(node.call(synchronizer -> synchronizer.run(report.run().orElseThrow()))
                        .orElseThrow()
                        .plan())
                .contains("\"effect\":\"masked\",\"overriddenWith\":\"Column\",\"overriddenBy\":\"ann\","
                        + "\"overriddenAt\":\"2026-03-01T12:00:00Z\"");
    }

    @OnEveryDatabase
    void anOverrideThatSaysWhatCodeSaysNowIsRedundantAndSoForAsLongAsTheyAreEqual(Product product) {
        Node node = Node.on(product);
        node.start(article("1.0", "displayName = \"Article\""));
        Administrator.of(node).saves("Article", "displayName", SettingValue.of("Story"));
        assertThat(listed(node.dryRun(article("1.0", "displayName = \"Article\""))))
                .isEmpty();

        SyncPlan plan = node.start(article("1.1", "displayName = \"Story\"")).plan();

        assertThat(change(plan, SettingKey.DISPLAY_NAME).effect()).isEqualTo(Effect.REDUNDANT);
        SyncPlan later = node.dryRun(article("1.1", "displayName = \"Story\""));
        assertThat(later.hasWork()).isFalse();
        assertThat(later.problems().isEmpty()).isTrue();
        assertThat(listed(later)).containsExactly("Article..displayName redundant");
        SyncPlan moved = node.start(article("1.2", "displayName = \"Essay\"")).plan();
        assertThat(change(moved, SettingKey.DISPLAY_NAME).effect()).isEqualTo(Effect.MASKED);
        assertThat(listed(moved)).isEmpty();
    }

    @OnEveryDatabase
    void theBuiltInDefaultCountsWhereCodeSaysNothingAnyMore(Product product) {
        Node node = Node.on(product);
        node.start(article("1.0", "order = 5, availableInEditMode = false"));
        Administrator.of(node)
                .saves("Article", "order", SettingValue.of(100))
                .saves("Article", "displayName", SettingValue.of("Article"));

        SyncPlan plan = node.dryRun(article("1.1", ""));

        assertThat(type(plan, "Article").settings())
                .extracting(each -> each.change().key(), SettingPlan::effect)
                .containsExactly(
                        tuple(SettingKey.ORDER, Effect.REDUNDANT),
                        tuple(SettingKey.AVAILABLE_IN_EDIT_MODE, Effect.EFFECTIVE));
        assertThat(listed(plan)).containsExactly("Article..displayName redundant", "Article..order redundant");
    }

    @OnEveryDatabase
    void falseAndNothingAndAnEmptyTextAreValues(Product product) {
        Node node = Node.on(product);
        node.start(teaser("1.0", "prompt = \"Say it\", description = \"d\""));
        Administrator.of(node)
                .saves("Article.teaser", "required", SettingValue.of(false))
                .saves("Article.teaser", "prompt", SettingValue.of(""))
                .saves("Article.teaser", "description", null);

        SyncPlan plan = node.dryRun(teaser("1.1", "required = true, prompt = \"Say more\""));

        assertThat(type(plan, "Article").properties().get(0).settings())
                .extracting(each -> each.change().key(), SettingPlan::effect)
                .containsExactly(
                        tuple(SettingKey.DESCRIPTION, Effect.REDUNDANT),
                        tuple(SettingKey.REQUIRED, Effect.MASKED),
                        tuple(SettingKey.PROMPT, Effect.MASKED));
    }

    @OnEveryDatabase
    void whatCodeLocksIsNotMaskedAndTheOverrideIsListedUntilTheLockGoes(Product product) {
        Node node = Node.on(product);
        node.start(article("1.0", "displayName = \"Article\""));
        Administrator.of(node)
                .saves("Article", "displayName", SettingValue.of("Column"))
                .savedOfNewerReleases("Article", "colour", SettingValue.of("red"));
        Path locked = article("1.1", "displayName = \"Story\", locked = \"displayName\"");

        SyncPlan plan = node.start(locked).plan();

        assertThat(change(plan, SettingKey.DISPLAY_NAME).effect()).isEqualTo(Effect.EFFECTIVE);
        assertThat(listed(node.dryRun(locked)))
                .containsExactly("Article..colour unknown", "Article..displayName locked");
        node.start(article("1.2", "displayName = \"Story\""));
        assertThat(node.dryRun(article("1.2", "displayName = \"Story\"")).overrides())
                .extracting(each -> each.address().toString(), OverridePlan::state, OverridePlan::defaultNow)
                .containsExactly(
                        tuple("Article..colour", OverrideState.UNKNOWN, null),
                        tuple("Article..displayName", OverrideState.EFFECTIVE, SettingValue.of("Story")));
    }

    @OnEveryDatabase
    void defaultsThatGoWithTheClassOfATypeThatReturnsToItsAdministratorsAreToldToo(Product product) {
        Node node = Node.on(product);
        node.start(jar("1.0", type("Other")));
        Administrator.of(node).defines("Banner", ContentKind.PAGE, "title:STRING");
        node.start(jar(
                "1.1",
                "package com.acme; import dev.synchronizer.annotation.*;"
                        + " @ContentType(displayName = \"Code\", order = 5, locked = \"order\") public class Banner {"
                        + property("@Property(required = true, prompt = \"code\") String", "title") + "}"));
        Administrator.of(node)
                .saves("Banner", "displayName", SettingValue.of("Mine"))
                .saves("Banner.title", "required", SettingValue.of(false));

        SyncPlan plan = node.start(jar("1.2", type("Other"))).plan();

        assertThat(type(plan, "Banner").settings())
                .extracting(each -> each.change().key(), each -> each.change().to(), SettingPlan::effect)
                .containsExactly(
                        tuple(SettingKey.DISPLAY_NAME, null, Effect.MASKED),
                        tuple(SettingKey.ORDER, null, Effect.EFFECTIVE),
                        tuple(SettingKey.LOCKED, null, Effect.EFFECTIVE));
        assertThat(type(plan, "Banner").properties().get(0).settings())
                .extracting(each -> each.change().key(), each -> each.change().from(), SettingPlan::effect)
                .containsExactly(
                        tuple(SettingKey.REQUIRED, SettingValue.of(true), Effect.REDUNDANT),
                        tuple(SettingKey.PROMPT, SettingValue.of("code"), Effect.EFFECTIVE));
    }

    @OnEveryDatabase
    void aStartWithNothingToDoAsksForNoOverride(Product product) {
        Node node = Node.on(product);
        Path models = article("1.0", "displayName = \"Article\"");
        node.start(models);
        Administrator.of(node).saves("Article", "displayName", SettingValue.of("Article"));

        SyncPlan remembered = node.start(models).plan();

        assertThat(remembered.types()).isEmpty();
        assertThat(remembered.overrides()).isEmpty();
        assertThat(listed(node.dryRun(models))).containsExactly("Article..displayName redundant");
    }

    @OnEveryDatabase
    void aSavedPlanGoesStaleWhereItDoesSomethingElseToPeopleAndNotOtherwise(Product product) {
        Node node = Node.on(product);
        node.start(article("1.0", "displayName = \"Article\""));
        Path models = article("1.1", "displayName = \"Story\"");
        PlanFile plan = node.analyze(models).toPlanFile();

        Administrator.of(node).saves("Article", "description", SettingValue.of("unrelated"));
        assertThat(node.call(synchronizer -> synchronizer.analyze(plan))
                        .refusals()
                        .isEmpty())
                .isTrue();
        Administrator.of(node).saves("Article", "displayName", SettingValue.of("Column"));
        SyncRefusedException refused = catchThrowableOfType(
                SyncRefusedException.class, () -> node.call(synchronizer -> synchronizer.apply(plan)));

        assertThat(refused.plan().refusals().asList())
                .extracting(Problem::code)
                .containsExactly(ProblemCode.PLAN_STALE);
        PlanFile masked = node.analyze(models).toPlanFile();
        Administrator.of(node).saves("Article", "displayName", SettingValue.of("Feature"));
        assertThat(node.call(synchronizer -> synchronizer.apply(masked)).committed())
                .isTrue();
    }

    /** What a plan lists without being asked for everything. */
    static List<String> listed(SyncPlan plan) {
        return plan.overrides().stream()
                .filter(each -> each.state().needsAttention())
                .map(each -> each.address() + " " + each.state().label())
                .toList();
    }

    private static SettingPlan change(SyncPlan plan, SettingKey key) {
        return type(plan, "Article").settings().stream()
                .filter(setting -> setting.change().key() == key)
                .findFirst()
                .orElseThrow();
    }

    private Path article(String version, String elements) {
        return jar(version, annotatedType("@ContentType(" + elements + ")", "Article", "teaser"));
    }

    private Path teaser(String version, String elements) {
        return jar(
                version,
                "package com.acme; import dev.synchronizer.annotation.*; @ContentType public class Article {"
                        + property("@Property(" + elements + ") String", "teaser") + "}");
    }

    private Path jar(String version, String source) {
        return ModelJar.of(source).version("site", version).jar(folder.resolve("site-" + version + ".jar"));
    }
}
