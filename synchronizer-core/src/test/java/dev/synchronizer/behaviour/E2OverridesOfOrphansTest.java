package dev.synchronizer.behaviour;

import static dev.synchronizer.behaviour.Administrator.saved;
import static dev.synchronizer.behaviour.C6EffectsTest.listed;
import static dev.synchronizer.behaviour.Node.type;
import static dev.synchronizer.behaviour.Sources.annotatedType;
import static dev.synchronizer.behaviour.Sources.property;
import static dev.synchronizer.behaviour.Sources.type;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import dev.synchronizer.SyncRefusedException;
import dev.synchronizer.SyncReport;
import dev.synchronizer.fixtures.ModelJar;
import dev.synchronizer.model.SettingKey;
import dev.synchronizer.model.SettingOverride;
import dev.synchronizer.model.SettingValue;
import dev.synchronizer.plan.Effect;
import dev.synchronizer.plan.OrphanPolicy;
import dev.synchronizer.plan.OverridePlan;
import dev.synchronizer.plan.OverrideState;
import dev.synchronizer.plan.PlanFile;
import dev.synchronizer.plan.Policy;
import dev.synchronizer.plan.PropertyPlan;
import dev.synchronizer.plan.SyncPlan;
import dev.synchronizer.settings.NewSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;

/** E2: what administrators saved outlives code changes for as long as what it belongs to is stored. */
class E2OverridesOfOrphansTest {
    private static final SettingValue MINE = SettingValue.of("mine");

    @TempDir
    Path folder;

    @OnEveryDatabase
    void itGoesWithATypeThatIsDeletedAndThePlanSaysHowMany(Product product) {
        Node node = Node.on(product);
        node.start(site("1.0", type("Article", "teaser"), type("Page", "body")));
        Administrator.of(node)
                .saves("Article", "displayName", MINE)
                .saves("Article.teaser", "prompt", MINE)
                .saves("Article.teaser", "required", SettingValue.of(true))
                .saves("Page.body", "prompt", MINE);

        SyncReport report = node.start(site("1.1", type("Page", "body")));

        SyncPlan plan = report.plan();
        assertThat(plan.overridesDeletedWith(type(plan, "Article"))).isEqualTo(3);
        assertThat(plan.overridesDeletedWith(type(plan, "Article").properties().get(0)))
                .isEqualTo(2);
        assertThat(plan.overridesDeletedWith(type(plan, "Page"))).isZero();
        assertThat(plan.summary().rowsWritten()).isEqualTo(2);
        assertThat(listed(plan))
                .containsExactly(
                        "Article..displayName deleted",
                        "Article.teaser.prompt deleted",
                        "Article.teaser.required deleted");
        assertThat(node.call(synchronizer -> synchronizer.run(report.run().orElseThrow()))
                        .orElseThrow()
                        .plan())
                .contains("\"overridesDeleted\":3");
        assertThat(saved(node)).hasSize(1);
        assertThat(node.count("ct_override")).isEqualTo(1);
    }

    @OnEveryDatabase
    void itGoesWithAPropertyThatIsDeleted(Product product) {
        Node node = Node.on(product);
        node.start(site("1.0", type("Article", "body", "teaser")));
        Administrator.of(node).saves("Article.body", "prompt", MINE).saves("Article.teaser", "prompt", MINE);

        SyncPlan plan = node.start(site("1.1", type("Article", "body"))).plan();

        assertThat(type(plan, "Article").properties())
                .extracting(PropertyPlan::name, plan::overridesDeletedWith)
                .containsExactly(tuple("body", 0), tuple("teaser", 1));
        assertThat(plan.overridesDeletedWith(type(plan, "Article"))).isZero();
        assertThat(saved(node)).hasSize(1);
        assertThat(plan.summary().rowsWritten()).isEqualTo(1);
    }

    @OnEveryDatabase
    void itRestsWithAnOrphanThatIsKeptAndAppliesAgainWhenThatReturns(Product product) {
        Node node = Node.on(product).with(builder -> builder.policy(quarantine()));
        Path first = site("1.0", type("Article", "body", "teaser"), type("Page", "body"));
        node.start(first);
        Administrator.of(node)
                .saves("Article.teaser", "prompt", MINE)
                .saves("Page", "displayName", MINE)
                .saves("Page.body", "prompt", MINE);
        List<SettingOverride> before = saved(node);

        node.start(site("1.1", type("Article", "body")));

        assertThat(node.dryRun(site("1.1", type("Article", "body"))).overrides())
                .extracting(each -> each.address().toString(), OverridePlan::state)
                .containsExactly(
                        tuple("Article.teaser.prompt", OverrideState.RESTING),
                        tuple("Page..displayName", OverrideState.RESTING),
                        tuple("Page.body.prompt", OverrideState.RESTING));
        assertThat(saved(node)).isEqualTo(before);
        SyncPlan returned = node.start(site(
                        "1.2",
                        type("Article", "body", "teaser"),
                        annotatedType("@ContentType(displayName = \"Side\")", "Page", "body")))
                .plan();
        assertThat(type(returned, "Page").settings())
                .extracting(each -> each.change().key(), each -> each.effect())
                .containsExactly(tuple(SettingKey.DISPLAY_NAME, Effect.MASKED));
        assertThat(returned.overrides())
                .extracting(OverridePlan::state)
                .containsOnly(OverrideState.EFFECTIVE)
                .hasSize(3);
        assertThat(saved(node)).isEqualTo(before);
    }

    @OnEveryDatabase
    void aDeclaredRenameTakesItAlong(Product product) {
        Node node = Node.on(product);
        node.start(site("1.0", type("Article", "teaser")));
        Administrator.of(node).saves("Article", "displayName", MINE).saves("Article.teaser", "prompt", MINE);
        List<SettingOverride> before = saved(node);

        SyncPlan plan = node.start(site(
                        "1.1",
                        "package com.acme; import dev.synchronizer.annotation.*;"
                                + " @ContentType(displayName = \"Story\") @RenamedFrom(\"Article\") public class Story {"
                                + property("@Property(prompt = \"code\") @RenamedFrom(\"teaser\") String", "intro")
                                + "}"))
                .plan();

        assertThat(plan.overrides())
                .extracting(each -> each.address().toString(), OverridePlan::state)
                .containsExactly(
                        tuple("Story..displayName", OverrideState.EFFECTIVE),
                        tuple("Story.intro.prompt", OverrideState.EFFECTIVE));
        assertThat(type(plan, "Story").properties().get(0).settings())
                .filteredOn(setting -> setting.change().key() == SettingKey.PROMPT)
                .extracting(setting -> setting.effect())
                .containsExactly(Effect.MASKED);
        assertThat(saved(node)).isEqualTo(before);
    }

    @OnEveryDatabase
    void itStaysWithATypeThatSomethingStillRefersTo(Product product) {
        Node node = Node.on(product);
        node.start(site("1.0", block("Teaser"), type("Page", "body")));
        Administrator.of(node)
                .saves("Teaser", "displayName", MINE)
                .adds("Page", "promo:BLOCK<Teaser>", NewSettings.none());

        SyncPlan plan = node.start(site("1.1", type("Page", "body"))).plan();

        assertThat(type(plan, "Teaser").blockedBy()).containsExactly("property Page.promo refers to it");
        assertThat(plan.overridesDeletedWith(type(plan, "Teaser"))).isZero();
        assertThat(saved(node)).hasSize(1);
        assertThat(node.dryRun(site("1.1", type("Page", "body"))).hasWork()).isFalse();
    }

    @OnEveryDatabase
    void ofAModuleThatIsNotScannedItHolds(Product product) {
        Node node = Node.on(product);
        Path shop = ModelJar.of(annotatedType("@ContentType(displayName = \"Goods\")", "Item"))
                .version("shop", "1.0")
                .jar(folder.resolve("shop-1.0.jar"));
        Path site = site("1.0", type("Page", "body"));
        node.start(site, shop);
        Administrator.of(node)
                .saves("Item", "displayName", SettingValue.of("Goods"))
                .saves("Item", "icon", MINE);

        assertThat(node.dryRun(site).overrides())
                .extracting(each -> each.address().toString(), OverridePlan::state)
                .containsExactly(
                        tuple("Item..displayName", OverrideState.REDUNDANT),
                        tuple("Item..icon", OverrideState.EFFECTIVE));
    }

    @OnEveryDatabase
    void aSavedPlanIsStaleWhereMoreWouldBeLostThanItSays(Product product) {
        Node node = Node.on(product);
        node.start(site("1.0", type("Article", "teaser"), type("Page", "body")));
        PlanFile plan = node.analyze(site("1.1", type("Page", "body"))).toPlanFile();
        Administrator.of(node).saves("Article.teaser", "prompt", MINE);

        SyncRefusedException refused = catchThrowableOfType(
                SyncRefusedException.class, () -> node.call(synchronizer -> synchronizer.apply(plan)));

        assertThat(refused.plan().refusals().count()).isEqualTo(1);
        assertThat(saved(node)).hasSize(1);
    }

    private static Policy quarantine() {
        return Policy.standard().withOrphans(new OrphanPolicy.Quarantine(Duration.ofDays(30)));
    }

    private static String block(String name) {
        return annotatedType("@ContentType(kind = ContentKind.BLOCK)", name);
    }

    private Path site(String version, String... sources) {
        return ModelJar.of(sources)
                .with("package com.acme; public class Plain {}")
                .version("site", version)
                .jar(folder.resolve("site-" + version + ".jar"));
    }
}
