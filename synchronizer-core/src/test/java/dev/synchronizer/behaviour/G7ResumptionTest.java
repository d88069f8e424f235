package dev.synchronizer.behaviour;

import static dev.synchronizer.behaviour.Reapplied.BATCHES_OF_TEN;
import static dev.synchronizer.behaviour.Reapplied.apply;
import static dev.synchronizer.behaviour.Reapplied.killedAfter;
import static dev.synchronizer.behaviour.Reapplied.revisions;
import static dev.synchronizer.behaviour.Reapplied.write;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.synchronizer.content.ItemQuery;
import dev.synchronizer.problem.Problem;
import dev.synchronizer.problem.ProblemCode;
import dev.synchronizer.problem.ProblemsException;
import dev.synchronizer.reapplication.RuleRunReport;
import dev.synchronizer.reapplication.RuleSelection;
import dev.synchronizer.saving.SaveOperation;
import dev.synchronizer.saving.Serves;
import dev.synchronizer.store.RuleRunRecord;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;

/** An application of rules that ended halfway is gone on with, or begun anew where it has become another one. */
class G7ResumptionTest {
    @TempDir
    Path folder;

    private Path models() {
        return Reapplied.models(folder);
    }

    @OnEveryDatabase
    void whatEndsHalfwayGoesOnBehindTheLastBatchAndMeetsNoItemTwice(Product product) {
        try (Site site = Site.start(product, models())) {
            write(site, "Article", 45);
            KeptRules.in(site).add("marks", "", "set teaser=x", "log INFO met");
            KeptRules.in(site).add("counts", List.of("Article"), "item.number >= 0", "clear number");

            assertThatThrownBy(() -> apply(site, BATCHES_OF_TEN.progress(killedAfter(20))))
                    .hasMessage("killed after 20 of 45");
            assertThat(revisions(site)).isEqualTo(Map.of(1L, 25L, 2L, 20L));
            assertThat(site.synchronizer().ruleRuns().unfinished())
                    .singleElement()
                    .extracting(RuleRunRecord::looked)
                    .isEqualTo(20L);

            RuleRunReport resumed = apply(site);

            assertThat(resumed.resumedAfter()).isEqualTo(20);
            assertThat(resumed.looked()).isEqualTo(45);
            assertThat(resumed.changed()).isEqualTo(45);
            assertThat(revisions(site)).isEqualTo(Map.of(2L, 45L));
            assertThat(site.synchronizer().ruleRuns().unfinished()).isEmpty();
        }
    }

    /** Who is told can see whether it goes on: a node that closes ends before it does. */
    @OnEveryDatabase
    void whereItemsAreGoneMeanwhileTheTotalTellsThatThereIsMore(Product product) {
        List<Long> left = new ArrayList<>();
        try (Site site = Site.start(product, models())) {
            write(site, "Article", 45);
            KeptRules.in(site).add("marks", "", "set teaser=x");
            assertThatThrownBy(() -> apply(site, BATCHES_OF_TEN.progress(killedAfter(20))))
                    .hasMessageStartingWith("killed");
            site.items().list(ItemQuery.all()).stream()
                    .filter(item -> item.revision() == 2)
                    .forEach(item -> site.items().delete("Ada", item.id()));

            apply(site, BATCHES_OF_TEN.progress((looked, changed, total) -> left.add(total - looked)));

            assertThat(left).hasSize(3).endsWith(0L);
            assertThat(left.subList(0, 2)).allMatch(more -> more > 0);
        }
    }

    @OnEveryDatabase
    void whoeverWantsToBeginsAnew(Product product) {
        try (Site site = Site.start(product, models())) {
            write(site, "Article", 15);
            KeptRules.in(site).add("marks", "", "set teaser=x");
            assertThatThrownBy(() -> apply(site, BATCHES_OF_TEN.progress((looked, changed, total) -> {
                        throw new IllegalStateException("killed");
                    })))
                    .hasMessage("killed");

            RuleRunReport anew = apply(site, BATCHES_OF_TEN.anew(true));

            assertThat(anew.resumedAfter()).isZero();
            assertThat(anew.looked()).isEqualTo(15);
            assertThat(anew.changed()).isEqualTo(5);
            assertThat(site.synchronizer().ruleRuns().list(5))
                    .extracting(RuleRunRecord::state)
                    .containsExactly(RuleRunRecord.State.DONE, RuleRunRecord.State.FAILED);
        }
    }

    @OnEveryDatabase
    void whoseApplicationIsBegunAnewByAnotherNodeIsTold(Product product) {
        try (Site site = Site.start(product, models());
                Site other = site.another(models())) {
            write(site, "Article", 15);
            KeptRules.in(site).add("marks", "", "set teaser=x");

            assertThatThrownBy(() -> apply(site, BATCHES_OF_TEN.progress((looked, changed, total) -> {
                        if (looked < total) {
                            apply(other, BATCHES_OF_TEN.anew(true));
                        }
                    })))
                    .isInstanceOfSatisfying(
                            ProblemsException.class,
                            refusal -> assertThat(refusal.problems().asList())
                                    .extracting(Problem::code)
                                    .containsExactly(ProblemCode.RULE_RUN_ENDED));
            assertThat(revisions(site)).isEqualTo(Map.of(2L, 15L));
        }
    }

    @OnEveryDatabase
    void anotherStoreInTheSameDatabaseHasApplicationsOfItsOwn(Product product) {
        try (Site main = Site.start(product, models());
                Site archive = main.another(builder -> builder.storeName("archive"), models())) {
            write(main, "Article", 15);
            KeptRules.in(main).add("marks", "", "set teaser=x");
            KeptRules.of(main, "archive").add("files", "", "set title=filed");
            assertThatThrownBy(() -> apply(main, BATCHES_OF_TEN.progress(killedAfter(1))))
                    .hasMessageStartingWith("killed");
            long begun = main.synchronizer().ruleRuns().unfinished().get(0).id();

            assertThat(archive.synchronizer().ruleRuns().list(5)).isEmpty();
            RuleRunReport filed = apply(archive);

            assertThat(filed.run()).isNotEqualTo(begun);
            assertThat(filed.resumedAfter()).isZero();
            assertThat(filed.changed()).isEqualTo(15);
            assertThat(main.synchronizer().ruleRuns().unfinished())
                    .extracting(RuleRunRecord::id)
                    .containsExactly(begun);
            RuleRunReport resumed = apply(main);
            assertThat(resumed.run()).isEqualTo(begun);
            assertThat(resumed.looked()).isEqualTo(15);
            assertThat(main.items().list(ItemQuery.all()))
                    .allSatisfy(item -> assertThat(item.values().properties()).contains("teaser"));
            assertThat(archive.synchronizer().ruleRuns().list(5))
                    .extracting(RuleRunRecord::id)
                    .containsExactly(filed.run());
        }
    }

    @OnEveryDatabase
    void whatWasBrokenOffIsBegunAnewWhereItsRulesAreOthersByNow(Product product) {
        try (Site site = Site.start(product, models())) {
            write(site, "Article", 15);
            KeptRules rules = KeptRules.in(site)
                    .add("marks", "", "set teaser=x")
                    .add("titles", List.of("Article"), "", "clear number");
            assertThatThrownBy(() -> apply(site, BATCHES_OF_TEN.progress(killedAfter(1))))
                    .hasMessageStartingWith("killed");
            rules.add("marks", "", "set teaser=y").remove("titles").add("more", "", "set title=z");

            RuleRunReport anew = apply(site);

            assertThat(anew.resumedAfter()).isZero();
            assertThat(anew.changedRules()).isEqualTo("marks is another one, titles runs no more, more is new");
            assertThat(anew.looked()).isEqualTo(15);
            assertThat(anew.changed()).isEqualTo(15);
            assertThat(site.items().list(ItemQuery.all())).allSatisfy(item -> {
                assertThat(item.values().get("teaser")).contains("y");
                assertThat(item.values().get("title")).contains("z");
            });
            assertThat(site.synchronizer().ruleRuns().list(5))
                    .extracting(RuleRunRecord::state, RuleRunRecord::message)
                    .containsExactly(
                            tuple(RuleRunRecord.State.DONE, null),
                            tuple(
                                    RuleRunRecord.State.FAILED,
                                    "Bob has begun it anew, for marks is another one, titles runs no more, more is new"));
            assertThat(apply(site).changedRules()).isEmpty();
        }
    }

    @OnEveryDatabase
    void whatBecomesOfRulesThatAreNotChosenIsNoMatter(Product product) {
        try (Site site = Site.start(product, models())) {
            write(site, "Page", 15);
            KeptRules rules =
                    KeptRules.in(site).add("marks", "", "set teaser=x").add("others", "", "set title=y");
            RuleSelection chosen = RuleSelection.all().withRules("marks").withTypes("Page");
            assertThatThrownBy(() -> site.synchronizer()
                            .ruleRuns()
                            .apply("Bob", chosen, BATCHES_OF_TEN.progress(killedAfter(1))))
                    .hasMessageStartingWith("killed");
            rules.add("others", "", "set title=z").add("articles", List.of("Article"), "", "set title=a");

            RuleRunReport resumed = site.synchronizer().ruleRuns().apply("Bob", chosen, BATCHES_OF_TEN);

            assertThat(resumed.resumedAfter()).isEqualTo(10);
            assertThat(revisions(site)).isEqualTo(Map.of(2L, 15L));
        }
    }

    @OnEveryDatabase
    void rulesThatAreChangedMeanwhileEndTheApplicationThatBeganWithTheOthers(Product product) {
        try (Site site = Site.start(product, models());
                Site other = site.another(models())) {
            write(site, "Article", 25);
            KeptRules rules = KeptRules.in(other).add("marks", "", "set teaser=x");

            assertThatThrownBy(() -> apply(site, BATCHES_OF_TEN.progress((looked, changed, total) -> {
                        if (looked == 10) {
                            rules.add("marks", List.of("Article"), "item.number >= 0", "set teaser=y");
                        }
                    })))
                    .isInstanceOfSatisfying(
                            ProblemsException.class,
                            refusal -> assertThat(refusal.problems().asList())
                                    .singleElement()
                                    .satisfies(problem -> {
                                        assertThat(problem.code()).isEqualTo(ProblemCode.RULE_RUN_ENDED);
                                        assertThat(problem.message())
                                                .isEqualTo("its rules were changed: marks is another one");
                                    }));
            assertThat(apply(site).changedRules()).isEqualTo("marks is another one");
            assertThat(site.items().list(ItemQuery.all()))
                    .allSatisfy(item -> assertThat(item.values().get("teaser")).contains("y"));
        }
    }

    @OnEveryDatabase
    void aBatchThatTakesLongIsCommittedInBetween(Product product) {
        ClockByHand clock = new ClockByHand(Instant.parse("2026-03-29T02:30:00Z"));
        Listener slow = Listener.of("slow", Serves.stores("main").operations(SaveOperation.UPDATE))
                .onSaving(event -> clock.forward(Duration.ofSeconds(2)));
        List<Long> committed = new ArrayList<>();
        try (Site site =
                Site.start(product, builder -> builder.saveHandler(slow).clock(clock), models())) {
            write(site, "Article", 25);
            KeptRules.in(site).add("marks", "", "set teaser=x");

            RuleRunReport report = apply(
                    site,
                    BATCHES_OF_TEN
                            .batchTime(Duration.ofSeconds(5))
                            .progress((looked, changed, total) -> committed.add(looked)));

            assertThat(report.looked()).isEqualTo(25);
            assertThat(revisions(site)).isEqualTo(Map.of(2L, 25L));
            assertThat(committed).startsWith(3L).hasSizeGreaterThan(8).endsWith(25L);
            for (int i = 1; i < committed.size(); i++) {
                assertThat(committed.get(i) - committed.get(i - 1)).isBetween(0L, 3L);
            }
        }
    }
}
