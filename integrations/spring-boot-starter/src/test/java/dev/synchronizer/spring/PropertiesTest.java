package dev.synchronizer.spring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import dev.synchronizer.Synchronizer;
import dev.synchronizer.content.NewItem;
import dev.synchronizer.databases.H2Server;
import dev.synchronizer.databases.TestDatabase;
import dev.synchronizer.fixtures.ModelJar;
import dev.synchronizer.model.Address;
import dev.synchronizer.model.StoredModule;
import dev.synchronizer.model.StoredType;
import dev.synchronizer.plan.OrphanPolicy;
import dev.synchronizer.problem.FindingSeverity;
import dev.synchronizer.settings.NewSettings;
import dev.synchronizer.store.RunRecord;
import java.io.File;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

/** What is said under {@code synchronizer} arrives, and does what it says. */
class PropertiesTest {
    private final TestDatabase database = H2Server.inMemory();

    @TempDir
    Path folder;

    @Test
    void everythingThatCanBeSaidIsRead() {
        assertThat(bound(
                        "synchronizer.enabled=true",
                        "synchronizer.models=a.jar,lib",
                        "synchronizer.running-class-path=true",
                        "synchronizer.run-steps=false",
                        "synchronizer.class-path=base.jar",
                        "synchronizer.packages=com.acme,org.acme",
                        "synchronizer.module-versions.acme-shop=1.2",
                        "synchronizer.actor=somebody",
                        "synchronizer.scan-threads=4",
                        "synchronizer.force-scan=true",
                        "synchronizer.commit=false",
                        "synchronizer.gone-modules=acme-old",
                        "synchronizer.on-failure=start",
                        "synchronizer.orphans.policy=quarantine",
                        "synchronizer.orphans.quarantine=30",
                        "synchronizer.poll-interval=5",
                        "synchronizer.change-notifications=false",
                        "synchronizer.strict=true",
                        "synchronizer.known-groups=Editorial,Site",
                        "synchronizer.known-roles=editor",
                        "synchronizer.severity.maxLength=error",
                        "synchronizer.store-name=archive",
                        "synchronizer.pipeline=rules off",
                        "synchronizer.deepest-saves=3",
                        "synchronizer.find-handlers=false",
                        "synchronizer.rule-schedules.nightly.at=03:00",
                        "synchronizer.rule-schedules.nightly.zone=Europe/Berlin",
                        "synchronizer.rule-schedules.nightly.rules=teasers",
                        "synchronizer.schedule-interval=3"))
                .isEqualTo(new SynchronizerProperties(
                        true,
                        List.of(new File("a.jar"), new File("lib")),
                        true,
                        false,
                        List.of(new File("base.jar")),
                        List.of("com.acme", "org.acme"),
                        Map.of("acme-shop", "1.2"),
                        "somebody",
                        4,
                        true,
                        false,
                        List.of("acme-old"),
                        SynchronizerProperties.OnFailure.START,
                        new SynchronizerProperties.Orphans(SynchronizerProperties.Fate.QUARANTINE, Duration.ofDays(30)),
                        Duration.ofSeconds(5),
                        false,
                        true,
                        List.of("Editorial", "Site"),
                        List.of("editor"),
                        Map.of("maxLength", FindingSeverity.ERROR),
                        "archive",
                        "rules off",
                        3,
                        false,
                        Map.of(
                                "nightly",
                                new RuleScheduleProperties(
                                        "03:00", "Europe/Berlin", null, List.of("teasers"), List.of())),
                        Duration.ofSeconds(3)));
    }

    @Test
    void theDefaultsCommitWhatTheRunningClassPathDeclaresOrDoNotStart() {
        SynchronizerProperties defaults = bound();

        assertThat(defaults.scansRunningClassPath()).isTrue();
        assertThat(defaults.enabled()).isTrue();
        assertThat(defaults.commit()).isTrue();
        assertThat(defaults.forceScan()).isFalse();
        assertThat(defaults.scanThreads()).isEqualTo(1);
        assertThat(defaults.onFailure()).isEqualTo(SynchronizerProperties.OnFailure.FAIL);
        assertThat(defaults.orphans().toPolicy()).isEqualTo(new OrphanPolicy.Delete());
        assertThat(defaults.pollInterval()).isEqualTo(Duration.ofSeconds(2));
        assertThat(defaults.changeNotifications()).isTrue();
        assertThat(defaults.strict()).isFalse();
    }

    @Test
    void aRelativePathIsOneOfTheWorkingFolderEvenIfTheClassPathHasItsName() {
        assertThat(bound("synchronizer.models=.").models()).containsExactly(new File("."));
    }

    @Test
    void givenModelsAreScannedInPlaceOfTheRunningClassPath() {
        assertThat(bound("synchronizer.models=a.jar").scansRunningClassPath()).isFalse();
        assertThat(bound("synchronizer.models=a.jar", "synchronizer.running-class-path=true")
                        .scansRunningClassPath())
                .isTrue();
    }

    @Test
    void stepsOfTheApplicationItselfMayRunAndThoseOfGivenModelsNeedAWord() {
        assertThat(bound().allowsSteps()).isTrue();
        assertThat(bound("synchronizer.models=a.jar").allowsSteps()).isFalse();
        assertThat(bound("synchronizer.models=a.jar", "synchronizer.running-class-path=true")
                        .allowsSteps())
                .isFalse();
        assertThat(bound("synchronizer.models=a.jar", "synchronizer.run-steps=true")
                        .allowsSteps())
                .isTrue();
        assertThat(bound("synchronizer.run-steps=false").allowsSteps()).isFalse();
    }

    @Test
    void aQuarantineWithoutATimeIsRefused() {
        new ApplicationContextRunner()
                .withUserConfiguration(SynchronizerAutoConfiguration.class)
                .withPropertyValues("synchronizer.orphans.policy=quarantine")
                .run(context -> assertThat(context)
                        .getFailure()
                        .rootCause()
                        .hasMessageContaining("synchronizer.orphans.quarantine"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1s", "9ms", "25h", "100000"})
    void anIntervalThatNobodyMeansIsRefused(String interval) {
        assertThat(refusal("synchronizer.poll-interval=" + interval))
                .startsWith("synchronizer.poll-interval: ")
                .contains("once a day");
    }

    @Test
    void aStoreWithoutANameAndAChainWithoutASaveAreRefused() {
        assertThat(refusal("synchronizer.store-name= ")).startsWith("synchronizer.store-name: ");
        assertThat(refusal("synchronizer.deepest-saves=0")).startsWith("synchronizer.deepest-saves: ");
    }

    @Test
    void aScanWithoutAThreadIsRefused() {
        assertThat(refusal("synchronizer.scan-threads=0"))
                .isEqualTo("synchronizer.scan-threads: a scan needs at least one thread, not 0");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-3d"})
    void aQuarantineThatIsOverBeforeItBeginsIsRefused(String time) {
        assertThat(refusal("synchronizer.orphans.policy=quarantine", "synchronizer.orphans.quarantine=" + time))
                .startsWith("synchronizer.orphans.quarantine: a quarantine lasts longer than nothing");
    }

    @Test
    void anActorWhoCannotBeRecordedIsRefused() {
        assertThat(refusal("synchronizer.actor=" + "a".repeat(256)))
                .startsWith("synchronizer.actor: ")
                .contains("has 256 characters, and 255 at most can be stored");
    }

    @Test
    void anApplicationWhoseNameCannotBeRecordedIsToldSo() {
        Applications.on(database)
                .withPropertyValues("spring.application.name=" + "a".repeat(256))
                .run(context -> assertThat(context)
                        .getFailure()
                        .rootCause()
                        .isInstanceOf(InvalidConfigurationPropertyValueException.class)
                        .hasMessageContaining("spring.application.name")
                        .hasMessageContaining("synchronizer.actor"));
    }

    /** What Spring Boot says of a property that it cannot bind. */
    private static String refusal(String... properties) {
        String[] refusal = new String[1];
        new ApplicationContextRunner()
                .withUserConfiguration(SynchronizerAutoConfiguration.class)
                .withPropertyValues(properties)
                .run(context -> {
                    Throwable cause = context.getStartupFailure();
                    while (cause.getCause() != null) {
                        cause = cause.getCause();
                    }
                    assertThat(context.getStartupFailure()).hasStackTraceContaining("Could not bind properties");
                    refusal[0] = cause.getMessage();
                });
        return refusal[0];
    }

    @Test
    void aModuleMayHaveAnyName() {
        assertThat(bound(
                                "synchronizer.module-versions.acme-shop.core=1.2",
                                "synchronizer.module-versions[Acme_Shop]=1.3",
                                "synchronizer.module-versions.Acme_Core=1.4")
                        .moduleVersions())
                .containsOnly(entry("acme-shop.core", "1.2"), entry("Acme_Shop", "1.3"), entry("Acme_Core", "1.4"));
    }

    @Test
    void ofGroupsAndRolesThatTheApplicationKnowsNobodyIsWarned() {
        run(
                s -> assertThat(s.overrides()
                                .set(
                                        "Ada",
                                        Address.parse("Article"),
                                        NewSettings.none()
                                                .with("groupName", "Editorial")
                                                .with("access", List.of("editor", "chief")))
                                .warnings()
                                .asList())
                        .extracting(problem -> problem.code().id() + " " + problem.message())
                        .containsExactly("CT609 nobody else knows the role \"chief\""),
                "synchronizer.models=" + Applications.site(folder, "1.0", "Article"),
                "synchronizer.known-groups=Editorial",
                "synchronizer.known-roles=editor");
    }

    @Test
    void itIsAsGraveAsSaidWhatValidatorsFind() {
        run(
                s -> {
                    s.overrides()
                            .set(
                                    "Ada",
                                    Address.parse("Article.title"),
                                    NewSettings.none().with("required", true));
                    assertThat(s.items()
                                    .create("Ada", NewItem.of("Article", "A"))
                                    .revision())
                            .isEqualTo(1);
                },
                "synchronizer.models=" + Applications.site(folder, "1.0", "Article"),
                "synchronizer.severity.required=warning");
        Applications.on(database)
                .withPropertyValues("synchronizer.severity.exists=warning")
                .run(context -> assertThat(context).getFailure().rootCause().hasMessageContaining("CT824"));
    }

    @Test
    void theActorIsTheApplicationUnlessAnotherIsNamed() {
        String models = "synchronizer.models=" + Applications.site(folder, "1.0", "Article");
        run(s -> {}, models, "spring.application.name=acme-site");
        String next = "synchronizer.models=" + Applications.site(folder, "1.1", "Article", "Topic");
        run(s -> {}, next, "spring.application.name=acme-site", "synchronizer.actor=release 1.1");
        String last = "synchronizer.models=" + Applications.site(folder, "1.2", "Article", "Topic", "Quote");
        run(
                s -> assertThat(s.runs(10))
                        .extracting(RunRecord::actor)
                        .containsExactly(System.getProperty("user.name"), "release 1.1", "acme-site"),
                last);
    }

    @Test
    void orphansAreKeptWhereThePolicySaysSo() {
        run(s -> {}, "synchronizer.models=" + Applications.site(folder, "1.0", "Article", "Topic"));
        run(
                s -> assertThat(types(s)).containsExactly("Article", "Topic"),
                "synchronizer.models=" + Applications.site(folder, "1.1", "Article"),
                "synchronizer.orphans.policy=keep");
        run(
                s -> assertThat(types(s)).containsExactly("Article"),
                "synchronizer.models=" + Applications.site(folder, "1.2", "Article"));
    }

    @Test
    void aModuleThatIsGoneTakesItsTypesAlong() {
        Path shop = ModelJar.of("package com.shop; @dev.synchronizer.annotation.ContentType public class Item {}")
                .version("acme-shop", "1.0")
                .jar(folder.resolve("acme-shop.jar"));
        Path site = Applications.site(folder, "1.0", "Article");
        run(s -> {}, "synchronizer.models=" + site + "," + shop);
        run(s -> assertThat(types(s)).containsExactly("Article", "Item"), "synchronizer.models=" + site);
        run(
                s -> assertThat(types(s)).containsExactly("Article"),
                "synchronizer.models=" + site,
                "synchronizer.gone-modules=acme-shop");
    }

    @Test
    void packagesClassPathAndVersionsReachTheScan() {
        Path base = ModelJar.of("package com.base; public class Base { public String getId() { return null; }"
                        + " public void setId(String id) {} }")
                .jar(folder.resolve("base.jar"));
        Path models = ModelJar.of(
                        "package com.acme; @dev.synchronizer.annotation.ContentType public class Article extends com.base.Base {}",
                        "package org.acme; @dev.synchronizer.annotation.ContentType public class Topic {}")
                .against(base)
                .jar(folder.resolve("models.jar"));
        run(
                s -> {
                    assertThat(types(s)).containsExactly("Article");
                    assertThat(s.stored().modules())
                            .extracting(StoredModule::version)
                            .containsExactly("4.2");
                },
                "synchronizer.models=" + models,
                "synchronizer.class-path=" + base,
                "synchronizer.packages=com.acme",
                "synchronizer.module-versions.models=4.2");
    }

    private static List<String> types(Synchronizer synchronizer) {
        return synchronizer.stored().types().stream().map(StoredType::name).toList();
    }

    private void run(Consumer<Synchronizer> check, String... properties) {
        Applications.on(database).withPropertyValues(properties).run(context -> {
            assertThat(context).hasNotFailed();
            check.accept(context.getBean(Synchronizer.class));
        });
    }

    /** Without a data source, the properties are bound and nothing is synchronized. */
    private static SynchronizerProperties bound(String... properties) {
        SynchronizerProperties[] bound = new SynchronizerProperties[1];
        Applications.withoutDatabase()
                .withPropertyValues(properties)
                .run(context -> bound[0] = context.getBean(SynchronizerProperties.class));
        return bound[0];
    }
}
