package dev.synchronizer.spring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.synchronizer.Synchronizer;
import dev.synchronizer.content.Item;
import dev.synchronizer.content.Items;
import dev.synchronizer.content.NewItem;
import dev.synchronizer.databases.H2Server;
import dev.synchronizer.rule.ActionText;
import dev.synchronizer.rule.Rule;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

/** Rules that an application has applied by a schedule. */
class RuleSchedulesTest {
    private ApplicationContextRunner application;

    @TempDir
    Path folder;

    @BeforeEach
    void oneModel() {
        application = Applications.on(H2Server.inMemory())
                .withPropertyValues("synchronizer.models=" + Applications.site(folder, "1.0", "Article"));
    }

    @Test
    void rulesAreAppliedWhileTheApplicationIsUp() {
        application
                .withPropertyValues(
                        "synchronizer.rule-schedules.titles.every=1s",
                        "synchronizer.rule-schedules.titles.rules=titles",
                        "synchronizer.rule-schedules.titles.types=Article",
                        "synchronizer.schedule-interval=50ms")
                .run(context -> {
                    Synchronizer synchronizer = context.getBean(Synchronizer.class);
                    Items items = context.getBean(Items.class);
                    Item item = items.create("Ada", NewItem.of("Article", "A"));
                    synchronizer.rules().save("Ada", titles());

                    await(() -> items.get(item.id()).values().get("title").isPresent());

                    assertThat(items.get(item.id()).savedBy()).isEqualTo("schedule titles");
                    SchedulesInLife schedules = context.getBean(SchedulesInLife.class);
                    assertThat(schedules.isRunning()).isTrue();
                    schedules.stop();
                    schedules.start();
                    assertThat(schedules.isRunning()).isTrue();
                });
    }

    private static Rule titles() {
        return new Rule("titles", "main", List.of(), 0, true, "", List.of(ActionText.parse("set title=New")));
    }

    private static void await(BooleanSupplier condition) {
        long deadline = System.nanoTime() + TimeUnit.MINUTES.toNanos(1);
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("in time").isLessThan(deadline);
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(5));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "rule-schedules.titles.at=03:00",
                "rule-schedules.titles.zone=UTC",
                "rule-schedules.titles.rules=titles",
                "rule-schedules.titles.every=10ms",
                "schedule-interval=2h"
            })
    void whatMakesNoSenseEndsTheStartUnderItsName(String property) {
        String name =
                property.startsWith("rule") ? "synchronizer.rule-schedules.titles" : "synchronizer.schedule-interval";
        application
                .withPropertyValues("synchronizer." + property)
                .run(context -> assertThat(context).getFailure().rootCause().hasMessageStartingWith(name + ": "));
    }

    @Test
    void whatIsNoTimeEndsTheStart() {
        application
                .withPropertyValues(
                        "synchronizer.rule-schedules.titles.at=3 pm", "synchronizer.rule-schedules.titles.zone=UTC")
                .run(context -> assertThat(context)
                        .getFailure()
                        .rootCause()
                        .hasMessageContaining("such as 03:00")
                        .hasMessageContaining("3 pm"));
    }
}
