package dev.synchronizer.behaviour;

import static dev.synchronizer.behaviour.Desk.refused;
import static dev.synchronizer.behaviour.Sources.property;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.synchronizer.fixtures.ModelJar;
import dev.synchronizer.model.SettingValue;
import dev.synchronizer.model.Standing;
import dev.synchronizer.problem.Problem;
import dev.synchronizer.problem.ProblemCode;
import dev.synchronizer.settings.NewSettings;
import dev.synchronizer.settings.SavedSetting;
import dev.synchronizer.settings.StandingOverride;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** E4: what code locks cannot be overridden, and what was saved before no longer applies, but is kept. */
class E4LocksTest {
    @TempDir
    Path folder;

    @OnEveryDatabase
    void aLockedSettingIsRefusedWithTheReason(Product product) {
        Desk ada = Desk.of("Ada", Node.on(product));
        ada.node().start(site("1.0", "", "@Property(locked = {\"required\", \"prompt\"})"));

        List<Problem> problems = refused(() -> ada.set("Article.teaser", "required", "true"));

        assertThat(problems)
                .extracting(Problem::code, Problem::subject, Problem::message)
                .containsExactly(tuple(
                        ProblemCode.SETTING_LOCKED,
                        "Article.teaser.required",
                        "class com.acme.Article locks required: locked = {\"prompt\", \"required\"}"));
        assertThat(ada.set("Article.teaser", "visible", "false").isWritten()).isTrue();
    }

    @Test
    void theClassIsNamedThatATypeInheritsTheLockFrom() {
        Desk ada = Desk.of("Ada", Node.on(Product.H2));
        ada.node()
                .start(ModelJar.of(
                                "package com.acme; import dev.synchronizer.annotation.*; public class Page {"
                                        + property("@Property(locked = \"visible\") String", "path") + "}",
                                "package com.acme; import dev.synchronizer.annotation.*;"
                                        + " @ContentType public class Article extends Page {}")
                        .version("site", "1.0")
                        .jar(folder.resolve("site.jar")));

        List<Problem> problems = refused(() -> ada.set(
                "Article.path", NewSettings.none().with("visible", false).with("maxLength", 9)));

        assertThat(problems)
                .extracting(Problem::subject)
                .containsExactly("Article.path.maxLength", "Article.path.visible");
        assertThat(problems.get(0).fix()).isEqualTo("change it in class com.acme.Page");
        assertThat(problems.get(1).message()).isEqualTo("class com.acme.Page locks visible: locked = {\"visible\"}");
    }

    @OnEveryDatabase
    void aStarLocksAllSettingsOfTheTypeAndNoneOfItsProperties(Product product) {
        Desk ada = Desk.of("Ada", Node.on(product));
        ada.node().start(site("1.0", "(locked = \"*\")", ""));

        assertThat(refused(() -> ada.set("Article", "displayName", "Story")))
                .extracting(Problem::code)
                .containsExactly(ProblemCode.SETTING_LOCKED);
        assertThat(ada.set("Article.teaser", "displayName", "Lead").isWritten()).isTrue();
    }

    @OnEveryDatabase
    void anOlderOverrideNoLongerAppliesIsListedAndComesBackWhenTheLockGoes(Product product) {
        Desk ada = Desk.of("Ada", Node.on(product));
        ada.node().start(site("1.0", "", ""));
        ada.set("Article.teaser", "required", "true");

        ada.node().start(site("1.1", "", "@Property(locked = \"required\")"));
        assertThat(ada.overrides())
                .extracting(StandingOverride::standing, StandingOverride::effective)
                .containsExactly(tuple(Standing.LOCKED, SettingValue.of(false)));

        ada.node().start(site("1.2", "", ""));
        assertThat(ada.overrides())
                .extracting(StandingOverride::standing, StandingOverride::effective)
                .containsExactly(tuple(Standing.EFFECTIVE, SettingValue.of(true)));
    }

    @OnEveryDatabase
    void whatIsLockedCanBeTakenBackThoughNotSaved(Product product) {
        Desk ada = Desk.of("Ada", Node.on(product));
        ada.node().start(site("1.0", "", ""));
        ada.set("Article.teaser", "required", "true");
        ada.node().start(site("1.1", "", "@Property(locked = \"*\")"));

        assertThat(refused(() -> ada.set("Article.teaser", "required", "true"))).hasSize(1);
        assertThat(ada.revert("Article.teaser.required").overrides()).hasSize(1);
        assertThat(ada.overrides()).isEmpty();
    }

    @OnEveryDatabase
    void whatWasEffectiveUnderALockIsTheDefault(Product product) {
        Desk ada = Desk.of("Ada", Node.on(product));
        ada.node().start(site("1.0", "", ""));
        ada.set("Article.teaser", "order", "5");
        ada.node().start(site("1.1", "", "@Property(locked = \"order\", order = 3)"));
        ada.node().start(site("1.2", "", "@Property(order = 3)"));

        assertThat(ada.set("Article.teaser", "order", "6").settings())
                .extracting(SavedSetting::effectiveBefore)
                .containsExactly(SettingValue.of(5));
    }

    private Path site(String version, String ofType, String ofTeaser) {
        return ModelJar.of("package com.acme; import dev.synchronizer.annotation.*; @ContentType" + ofType
                        + " public class Article {" + property(ofTeaser + " String", "teaser") + "}")
                .version("site", version)
                .jar(folder.resolve("site-" + version + ".jar"));
    }
}
