package dev.synchronizer.behaviour;

import static dev.synchronizer.behaviour.Sources.property;
import static dev.synchronizer.behaviour.Sources.type;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.synchronizer.catalog.EffectiveSettings.Source;
import dev.synchronizer.catalog.Explanation;
import dev.synchronizer.catalog.SettingExplanation;
import dev.synchronizer.fixtures.ModelJar;
import dev.synchronizer.model.Address;
import dev.synchronizer.model.SettingOverride;
import dev.synchronizer.model.SettingValue;
import dev.synchronizer.model.Standing;
import dev.synchronizer.plan.OrphanPolicy;
import dev.synchronizer.plan.Policy;
import dev.synchronizer.problem.Problem;
import dev.synchronizer.problem.ProblemCode;
import dev.synchronizer.problem.ProblemsException;
import dev.synchronizer.settings.NewSettings;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.io.TempDir;

/** E6: for any effective value, it can be said where it comes from. */
class E6ExplainTest {
    @TempDir
    Path folder;

    @OnEveryDatabase
    void aValueThatNobodyGaveIsBuiltIn(Product product) {
        Node node = Node.on(product);
        node.start(site("1.0", "@Property(required = true)"));

        SettingExplanation visible = explain(node, "Article.teaser.visible");

        assertThat(visible.effective()).isEqualTo(SettingValue.of(true));
        assertThat(visible.builtIn()).isEqualTo(SettingValue.of(true));
        assertThat(visible.said()).isNull();
        assertThat(visible.override()).isNull();
        assertThat(visible.source()).isEqualTo(Source.BUILT_IN);
        assertThat(explain(node, "Article.displayName").effective())
                .as("a name that is left out")
                .isEqualTo(SettingValue.of("Article"));
    }

    @OnEveryDatabase
    void aValueThatCodeGaveIsNamedWithClassModuleAndVersion(Product product) {
        Node node = Node.on(product);
        node.start(site("1.0", "@Property(required = true)"));

        Explanation all =
                node.call(synchronizer -> synchronizer.catalog().explain(Address.parse("Article.teaser.required")));

        assertThat(all.className()).isEqualTo("com.acme.Article");
        assertThat(all.module()).isEqualTo("site");
        assertThat(all.moduleVersion()).isEqualTo("1.0");
        SettingExplanation required = all.all().get(0);
        assertThat(required.builtIn()).isEqualTo(SettingValue.of(false));
        assertThat(required.said()).isEqualTo(SettingValue.of(true));
        assertThat(required.declaredIn()).isEqualTo("com.acme.Article");
        assertThat(required.effective()).isEqualTo(SettingValue.of(true));
        assertThat(required.source()).isEqualTo(Source.CODE);
    }

    @OnEveryDatabase
    void anOverrideIsNamedWithWhoAndWhenAndTheDefaultThenAndNow(Product product) {
        Node node = Node.on(product);
        node.start(site("1.0", "@Property(prompt = \"What?\")"));
        set(node, "Article.teaser", NewSettings.none().with("prompt", "Why?"));

        SettingExplanation fresh = explain(node, "Article.teaser.prompt");
        node.start(site("1.1", "@Property(prompt = \"When?\")"));
        SettingExplanation stale = explain(node, "Article.teaser.prompt");
        node.start(site("1.2", "@Property(prompt = \"Why?\")"));
        SettingExplanation redundant = explain(node, "Article.teaser.prompt");

        assertThat(override(fresh).savedBy()).isEqualTo("anna");
        assertThat(override(fresh).savedAt())
                .isAfter(node.runs().get(0).startedAt().minusSeconds(60));
        assertThat(fresh.isStale()).isFalse();
        assertThat(fresh.source()).isEqualTo(Source.OVERRIDE);
        assertThat(override(stale).defaultThen()).isEqualTo(SettingValue.of("What?"));
        assertThat(stale.defaultNow()).isEqualTo(SettingValue.of("When?"));
        assertThat(stale.isStale()).isTrue();
        assertThat(stale.effective()).isEqualTo(SettingValue.of("Why?"));
        assertThat(stale.standing()).isEqualTo(Standing.EFFECTIVE);
        assertThat(redundant.standing()).isEqualTo(Standing.REDUNDANT);
    }

    @OnEveryDatabase
    void aLockIsNamedAndTheOverrideThatItKeepsFromApplying(Product product) {
        Node node = Node.on(product);
        node.start(site("1.0", "@Property(required = true)"));
        set(node, "Article.teaser", NewSettings.none().with("required", false));

        node.start(site("1.1", "@Property(required = true, locked = \"required\")"));
        SettingExplanation locked = explain(node, "Article.teaser.required");
        node.start(site("1.2", "@Property(required = true)"));
        SettingExplanation unlocked = explain(node, "Article.teaser.required");

        assertThat(locked.locked()).isTrue();
        assertThat(locked.standing()).isEqualTo(Standing.LOCKED);
        assertThat(locked.effective()).isEqualTo(SettingValue.of(true));
        assertThat(locked.source()).isEqualTo(Source.CODE);
        assertThat(unlocked.locked()).isFalse();
        assertThat(unlocked.effective()).isEqualTo(SettingValue.of(false));
    }

    @OnEveryDatabase
    void aWholeTypeIsExplainedWithItsPropertiesAndWhatThisReleaseDoesNotKnow(Product product) {
        Node node = Node.on(product);
        node.start(site("1.0", ""));
        long type = node.stored().types().get(0).id();
        node.database()
                .execute("insert into ct_override (owner_id, setting, type_id, saved_value, saved_by, saved_at,"
                        + " default_then) values (" + type + ", 'colour', " + type
                        + ", '{\"hue\":7}', 'ben', '2026-11-21 10:00:00', 'null')");

        List<SettingExplanation> settings =
                node.call(s -> s.catalog().explain(Address.parse("Article"))).all();

        assertThat(settings)
                .extracting(SettingExplanation::property)
                .contains(null, "teaser")
                .doesNotContain("Article");
        assertThat(settings)
                .filteredOn(setting -> setting.property() == null)
                .extracting(SettingExplanation::setting)
                .contains("displayName", "kind", "access", "colour")
                .doesNotContain("required", "guid");
        SettingExplanation unknown = explain(node, "Article.colour".replace(".", ".."));
        assertThat(unknown.standing()).isEqualTo(Standing.UNKNOWN);
        assertThat(override(unknown).value()).isEqualTo(SettingValue.of("{\"hue\":7}"));
        assertThat(unknown.effective()).isNull();
    }

    @OnEveryDatabase
    void whatAnAdministratorMadeIsExplainedByItsDefinition(Product product) {
        Node node = Node.on(product);
        node.start(site("1.0", ""));
        node.database()
                .execute("insert into ct_property (id, type_id, name, data_type, origin, adopted, own_settings) values"
                        + " (900, " + node.stored().types().get(0).id()
                        + ", 'note', 'STRING', 'ADMIN', false, '{\"maxLength\":80}')");

        SettingExplanation length = explain(node, "Article.note.maxLength");

        assertThat(length.said()).isEqualTo(SettingValue.of(80));
        assertThat(length.source()).isEqualTo(Source.DEFINITION);
        assertThat(length.declaredIn()).isNull();
    }

    @OnEveryDatabase
    void whatIsKeptOutOfUseSaysSo(Product product) {
        Node node = Node.on(product);
        node.start(site("1.0", ""));
        set(node, "Article.teaser", NewSettings.none().with("required", true));
        Path without =
                ModelJar.of(type("Article", "body")).version("site", "1.1").jar(folder.resolve("without.jar"));
        node.with(builder -> builder.policy(Policy.standard().withOrphans(new OrphanPolicy.Keep())))
                .start(without);

        assertThat(explain(node, "Article.teaser.required").standing()).isEqualTo(Standing.RESTING);
    }

    @OnEveryDatabase
    void whereNothingIsStoredItIsTheDatabaseThatIsDoubted(Product product) {
        Node node = Node.onEmpty(product);

        assertThat(problem(node, "Article").code()).isEqualTo(ProblemCode.NO_STORE);
        assertThat(node.tables()).isZero();
    }

    @OnEveryDatabase
    void whatDoesNotExistIsAnsweredWithTheNearestNames(Product product) {
        Node node = Node.on(product);
        node.start(site("1.0", ""));

        assertThat(problem(node, "Artikel").code()).isEqualTo(ProblemCode.NOT_STORED);
        assertThat(problem(node, "Artikel").fix()).isEqualTo("write Article");
        assertThat(problem(node, "Article.taeser").fix()).isEqualTo("write Article.teaser");
        assertThat(problem(node, "Article.teaser.requird").code()).isEqualTo(ProblemCode.UNKNOWN_SETTING);
        assertThat(problem(node, "Article.teaser.requird").fix()).isEqualTo("write required");
        assertThat(problem(node, "Article.teaser.zzz").fix()).startsWith("write one of displayName, ");
        assertThat(problem(node, "Article.guid").message()).isEqualTo("guid has no default, and nothing to explain");
        assertThat(problem(node, "Article.teaser.dataType").fix()).isEqualTo("see it with types Article");
    }

    private static Problem problem(Node node, String address) {
        return catchThrowableOfType(
                        ProblemsException.class,
                        () -> node.call(s -> s.catalog().explain(Address.parse(address))))
                .problems()
                .asList()
                .get(0);
    }

    private static SettingOverride override(SettingExplanation setting) {
        return Objects.requireNonNull(setting.override());
    }

    private static SettingExplanation explain(Node node, String address) {
        List<SettingExplanation> settings = node.call(
                        synchronizer -> synchronizer.catalog().explain(Address.parse(address)))
                .all();
        assertThat(settings).hasSize(1);
        return settings.get(0);
    }

    private static void set(Node node, String address, NewSettings settings) {
        node.call(synchronizer -> synchronizer.overrides().set("anna", Address.parse(address), settings));
    }

    private Path site(String version, String annotation) {
        return ModelJar.of("package com.acme; import dev.synchronizer.annotation.*; @ContentType public class Article {"
                        + property(annotation + " String", "teaser") + "}")
                .version("site", version)
                .jar(folder.resolve("site-" + version + ".jar"));
    }
}
