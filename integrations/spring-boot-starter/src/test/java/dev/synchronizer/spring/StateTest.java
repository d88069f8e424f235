package dev.synchronizer.spring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.synchronizer.Progress;
import dev.synchronizer.SyncReport;
import dev.synchronizer.Synchronizer;
import dev.synchronizer.databases.H2Server;
import dev.synchronizer.databases.TestDatabase;
import dev.synchronizer.fixtures.ModelJar;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;
import org.springframework.context.ApplicationContext;

/** What an application knows of its content types: in its state, its health and its meters alike. */
class StateTest {
    private static final String GUID = "6f1d2f6e-3f0b-4a52-9c39-6f6d7f0a1b2c";

    private final TestDatabase database = H2Server.inMemory();

    @TempDir
    Path folder;

    @Test
    void afterACommitEverythingIsInStep() {
        start(site("1.0", "Article", "Topic"), context -> {
            assertThat(state(context).status()).isEqualTo(SynchronizationStatus.IN_SYNC);
            assertThat(state(context).run()).hasValue(1);
            assertThat(state(context).counts()).isEqualTo(counts(2, 0, 0, 0, 0, 0));
            assertThat(health(context).getStatus()).isEqualTo(Status.UP);
            assertThat(health(context).getDetails()).containsEntry("state", "in-sync");
            assertThat(meters(context))
                    .containsEntry("types in-sync", 2.0)
                    .containsEntry("types pending", 0.0)
                    .containsEntry("runs.committed", 1.0)
                    .containsEntry("runs.failed", 0.0);
        });
    }

    @Test
    void aStartWithNothingToDoKnowsTheNumbersAndCommitsNothing() {
        start(site("1.0", "Article", "Topic"), context -> {});
        start(site("1.0", "Article", "Topic"), context -> {
            assertThat(state(context).status()).isEqualTo(SynchronizationStatus.IN_SYNC);
            assertThat(state(context).run()).isEmpty();
            assertThat(state(context).counts()).isEqualTo(counts(2, 0, 0, 0, 0, 0));
            assertThat(meters(context)).containsEntry("runs.committed", 0.0);
        });
    }

    @Test
    void aTypeThatIsDeletedCountsNoMoreAndAnOrphanThatIsKeptDoes() {
        start(site("1.0", "Article", "Topic", "Quote"), context -> {});
        start(
                site("1.1", "Article", "Quote"),
                context -> assertThat(state(context).counts()).isEqualTo(counts(2, 0, 0, 0, 0, 0)));
        start(
                site("1.2", "Article"),
                context -> assertThat(state(context).counts()).isEqualTo(counts(1, 0, 0, 0, 1, 0)),
                "synchronizer.orphans.policy=keep");
    }

    @Test
    void typesOfAModuleThatIsNotScannedAreAbsent() {
        start(site("1.0", "Article"), context -> {});
        Path shop = ModelJar.of("package com.shop; @dev.synchronizer.annotation.ContentType public class Item {}")
                .version("acme-shop", "1.0")
                .jar(folder.resolve("shop.jar"));
        start(shop, context -> assertThat(state(context).counts()).isEqualTo(counts(1, 0, 0, 0, 0, 1)));
    }

    @Test
    void aGatedNodeIsUpForItDoesItsPartInARollingDeployment() {
        start(site("1.1", "Article", "Topic"), context -> {});
        start(site("1.0", "Article"), context -> {
            assertThat(state(context).status()).isEqualTo(SynchronizationStatus.GATED);
            assertThat(state(context).counts()).isEqualTo(counts(0, 0, 1, 0, 0, 0));
            assertThat(state(context).modules())
                    .extracting(module -> module.version() + " after " + module.storedVersion())
                    .containsExactly("1.0 after 1.1");
            assertThat(health(context).getStatus()).isEqualTo(Status.UP);
            assertThat(health(context).getDetails()).containsEntry("state", "gated");
            assertThat(meters(context)).containsEntry("types gated", 1.0);
        });
    }

    @Test
    void withCommittingSwitchedOffTypesArePendingAndTheNodeIsUp() {
        start(
                site("1.0", "Article", "Topic"),
                context -> {
                    assertThat(context.getBean(Synchronizer.class).stored().types())
                            .isEmpty();
                    assertThat(state(context).status()).isEqualTo(SynchronizationStatus.PENDING);
                    assertThat(state(context).counts()).isEqualTo(counts(0, 2, 0, 0, 0, 0));
                    assertThat(state(context).unsettled())
                            .extracting(type -> type.name())
                            .containsExactly("Article", "Topic");
                    assertThat(health(context).getStatus()).isEqualTo(Status.UP);
                    assertThat(meters(context))
                            .containsEntry("types pending", 2.0)
                            .containsEntry("runs.committed", 0.0);
                },
                "synchronizer.commit=false");
    }

    @Test
    void oneTypeSynchronizedByTheApiLeavesTheOthersPending() {
        start(
                site("1.0", "Article", "Topic"),
                context -> {
                    context.getBean(ApplicationSynchronizer.class).synchronizeType("Topic");

                    assertThat(state(context).counts()).isEqualTo(counts(1, 1, 0, 0, 0, 0));
                    assertThat(state(context).run()).hasValue(1);
                    assertThat(meters(context)).containsEntry("runs.committed", 1.0);
                },
                "synchronizer.commit=false");
    }

    @Test
    void aConflictIsDegradedWhereTheApplicationIsToStartNevertheless() {
        start(guid("1.0", GUID), context -> {});
        start(
                guid("1.1", GUID.replace('6', '7')),
                context -> {
                    assertThat(state(context).status()).isEqualTo(SynchronizationStatus.CONFLICT);
                    assertThat(state(context).counts()).isEqualTo(counts(0, 0, 0, 1, 0, 0));
                    assertThat(state(context).unsettled())
                            .extracting(type -> type.name())
                            .containsExactly("Article");
                    assertThat(health(context).getStatus()).isEqualTo(new Status("DEGRADED"));
                    assertThat(health(context).getDetails().get("problems"))
                            .asString()
                            .contains("CT301");
                    assertThat(meters(context))
                            .containsEntry("types conflict", 1.0)
                            .containsEntry("runs.failed", 1.0);
                },
                "synchronizer.on-failure=start");
    }

    @Test
    void withCommittingSwitchedOffAConflictEndsNoStart() {
        start(guid("1.0", GUID), context -> {});
        start(
                guid("1.1", GUID.replace('6', '7')),
                context -> {
                    assertThat(state(context).status()).isEqualTo(SynchronizationStatus.CONFLICT);
                    assertThat(meters(context)).containsEntry("runs.failed", 0.0);
                },
                "synchronizer.commit=false");
    }

    @Test
    void committingIsSwitchedOffByACustomizerAsByAProperty() {
        start(guid("1.0", GUID), context -> {});
        Applications.on(database)
                .withPropertyValues("synchronizer.models=" + guid("1.1", GUID.replace('6', '7')))
                .withBean(SynchronizerBuilderCustomizer.class, () -> builder -> builder.commit(false))
                .run(context -> {
                    assertThat(context).hasNotFailed();
                    assertThat(state(context).status()).isEqualTo(SynchronizationStatus.CONFLICT);
                    assertThat(meters(context)).containsEntry("runs.failed", 0.0);
                });
    }

    @Test
    void aFailureIsDegradedAndItsTypesAreUnknownWhereTheApplicationIsToStartNevertheless() {
        start(
                folder.resolve("nowhere.jar"),
                context -> {
                    assertThat(state(context).status()).isEqualTo(SynchronizationStatus.FAILED);
                    assertThat(state(context).counts()).isNull();
                    assertThat(health(context).getStatus()).isEqualTo(new Status("DEGRADED"));
                    assertThat(health(context).getDetails())
                            .containsEntry("state", "failed")
                            .doesNotContainKey("types");
                    assertThat(health(context).getDetails().get("problems"))
                            .asString()
                            .contains("CT101", "nowhere.jar");
                    assertThat(meters(context))
                            .containsEntry("types in-sync", Double.NaN)
                            .containsEntry("runs.failed", 1.0);
                },
                "synchronizer.on-failure=start");
    }

    @Test
    void aFailureThatNobodyForesawIsReportedToo() {
        Applications.on(database)
                .withPropertyValues("synchronizer.models=" + site("1.0", "Article"), "synchronizer.on-failure=start")
                .withBean(
                        SynchronizerBuilderCustomizer.class,
                        () -> builder -> builder.approval(plan -> {
                            throw new IllegalStateException("not on a Friday");
                        }))
                .run(context -> assertThat(state(context).problems().asList())
                        .extracting(problem -> problem.code().id() + " " + problem.message())
                        .containsExactly("CT901 java.lang.IllegalStateException: not on a Friday"));
    }

    @Test
    void aTypeThatSomebodyForbidsCountsAsAFailedRun() {
        Applications.on(database)
                .withPropertyValues("synchronizer.models=" + site("1.0", "Article"), "synchronizer.on-failure=start")
                .withBean(
                        SynchronizerBuilderCustomizer.class,
                        () -> builder -> builder.approval(plan -> {
                            throw new IllegalStateException("not on a Friday");
                        }))
                .run(context -> {
                    ApplicationSynchronizer synchronizer = context.getBean(ApplicationSynchronizer.class);
                    assertThatThrownBy(() -> synchronizer.synchronizeType("Article"))
                            .hasMessage("not on a Friday");
                    assertThat(synchronizer.failedRuns()).isEqualTo(2);
                });
    }

    @Test
    void whatIsCommittedIsSaidEvenIfNobodyCanSayHowTheTypesStandSince() {
        Path models = site("1.0", "Article", "Topic");
        AtomicBoolean committed = new AtomicBoolean();
        Progress losingTheModels = new Progress() {
            @Override
            public void begins(Stage stage) {
                if (stage == Stage.COMMIT) {
                    committed.set(true);
                } else if (committed.get() && stage == Stage.SCAN) {
                    throw new IllegalStateException("the folder of the models is gone");
                }
            }
        };
        Applications.on(database)
                .withPropertyValues("synchronizer.models=" + models, "synchronizer.commit=false")
                .withBean(SynchronizerBuilderCustomizer.class, () -> builder -> builder.progress(losingTheModels))
                .run(context -> {
                    ApplicationSynchronizer synchronizer = context.getBean(ApplicationSynchronizer.class);

                    SyncReport report = synchronizer.synchronizeType("Article");

                    assertThat(report.committed()).isTrue();
                    assertThat(synchronizer.committedRuns()).isEqualTo(1);
                    assertThat(synchronizer.failedRuns()).isZero();
                    assertThat(synchronizer.state().status()).isEqualTo(SynchronizationStatus.FAILED);
                    assertThat(synchronizer.state().run()).isEqualTo(report.run());
                    assertThat(synchronizer.state().problems().asList())
                            .extracting(problem -> problem.message())
                            .containsExactly("java.lang.IllegalStateException: the folder of the models is gone");
                });
    }

    @Test
    void theLastRunsDurationIsAMeter() {
        start(
                site("1.0", "Article"),
                context -> assertThat(meters(context).get("run.duration"))
                        .isEqualTo(state(context).duration().toMillis() / 1000.0)
                        .isPositive());
    }

    private Path site(String version, String... types) {
        return Applications.site(folder, version, types);
    }

    private Path guid(String version, String guid) {
        return Applications.siteWithGuid(folder, version, "Article", guid);
    }

    private void start(Path models, Consumer<ApplicationContext> check, String... properties) {
        Applications.on(database)
                .withPropertyValues("synchronizer.models=" + models)
                .withPropertyValues(properties)
                .run(context -> {
                    assertThat(context).hasNotFailed();
                    check.accept(context);
                });
    }

    private static TypeCounts counts(int inSync, int pending, int gated, int conflict, int orphaned, int absent) {
        return new TypeCounts(inSync, pending, gated, conflict, orphaned, absent);
    }

    private static SynchronizationState state(ApplicationContext context) {
        return context.getBean(ApplicationSynchronizer.class).state();
    }

    private static Health health(ApplicationContext context) {
        return context.getBean(SynchronizerHealthIndicator.class).health();
    }

    private static Map<String, Double> meters(ApplicationContext context) {
        SimpleMeterRegistry registry = new SimpleMeterRegistry();
        context.getBean(SynchronizerMetrics.class).bindTo(registry);
        Map<String, Double> values = new TreeMap<>();
        registry.getMeters().forEach(meter -> {
            String name = meter.getId().getName().replace("synchronizer.", "");
            String state = meter.getId().getTag("state");
            double value = meter.measure().iterator().next().getValue();
            values.put(state == null ? name : name + " " + state, value);
        });
        return values;
    }
}
