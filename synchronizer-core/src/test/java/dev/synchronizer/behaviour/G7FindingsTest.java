package dev.synchronizer.behaviour;

import static dev.synchronizer.behaviour.Reapplied.BATCHES_OF_TEN;
import static dev.synchronizer.behaviour.Reapplied.apply;
import static dev.synchronizer.behaviour.Reapplied.revisions;
import static dev.synchronizer.behaviour.Reapplied.write;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.synchronizer.content.ItemFinding;
import dev.synchronizer.problem.FindingSeverity;
import dev.synchronizer.reapplication.RuleRunReport;
import dev.synchronizer.saving.Finding;
import dev.synchronizer.saving.SaveOperation;
import dev.synchronizer.saving.SaveOptions;
import dev.synchronizer.saving.Serves;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.io.TempDir;

/** What rules and validators find where rules are applied reaches whoever asked for it. */
class G7FindingsTest {
    @TempDir
    Path folder;

    private Path models() {
        return Reapplied.models(folder);
    }

    @OnEveryDatabase
    void whatIsFoundIsCountedListedAndToldOnceItIsCommitted(Product product) {
        List<String> told = new ArrayList<>();
        SaveOptions telling = SaveOptions.standard()
                .telling((subject, finding) -> told.add(subject.name() + " " + finding.severity()));
        AtomicInteger attempts = new AtomicInteger();
        Listener handler = Listener.of("late", Serves.stores("main").operations(SaveOperation.UPDATE))
                .onSaved(event -> {
                    if (event.subject().name().equals("Article 3") && attempts.incrementAndGet() == 1) {
                        throw new IllegalStateException("the first time");
                    }
                });
        try (Site site = Site.start(product, builder -> builder.saveHandler(handler), models())) {
            write(site, "Article", 25);
            KeptRules.in(site)
                    .add("marks", "", "set teaser=x")
                    .add("long", List.of("Article"), "item.number % 2 == 0", "report WARNING it is long")
                    .add("dull", List.of("Article"), "item.number == 3", "report SUGGESTION it is dull");

            RuleRunReport report = apply(site, BATCHES_OF_TEN.saving(telling));

            assertThat(report.refused()).isZero();
            assertThat(report.found()).isEqualTo(14);
            assertThat(told)
                    .hasSize(14)
                    .contains("Article 0 WARNING", "Article 3 SUGGESTION")
                    .doesNotHaveDuplicates();
            assertThat(report.findings())
                    .extracting(
                            each -> each.item().name() + " " + each.finding().severity())
                    .containsExactlyElementsOf(told);
            assertThat(report.findings())
                    .filteredOn(each -> each.item().name().equals("Article 3"))
                    .extracting(ItemFinding::finding)
                    .extracting(Finding::validator, Finding::severity, Finding::message)
                    .containsExactly(tuple("dull", FindingSeverity.SUGGESTION, "it is dull"));
        }
    }

    @OnEveryDatabase
    void aDryRunFindsTheSame(Product product) {
        try (Site site = Site.start(product, models())) {
            write(site, "Article", 45);
            KeptRules.in(site)
                    .add("marks", "", "set teaser=x")
                    .add("all", "", "report WARNING it is one", "report ERROR it is kept");

            RuleRunReport dry = apply(site, BATCHES_OF_TEN.dryRun(true));
            RuleRunReport report = apply(site);

            assertThat(dry.found()).isEqualTo(report.found()).isEqualTo(90);
            assertThat(dry.findings()).isEqualTo(report.findings()).hasSize(RuleRunReport.LISTED);
        }
    }

    @OnEveryDatabase
    void whatIsCriticalIsLeftAsItIsUnlessSomebodyConfirmsIt(Product product) {
        try (Site site = Site.start(product, models())) {
            write(site, "Article", 3);
            KeptRules.in(site).add("grave", "", "set teaser=x", "report CRITICAL think twice");

            assertThat(apply(site).refused()).isEqualTo(3);
            RuleRunReport confirmed =
                    apply(site, BATCHES_OF_TEN.saving(SaveOptions.standard().confirming()));

            assertThat(confirmed.refused()).isZero();
            assertThat(confirmed.found()).isEqualTo(3);
            assertThat(revisions(site)).isEqualTo(Map.of(2L, 3L));
        }
    }

    @OnEveryDatabase
    void handlersThatAreSuppressedAreNotCalled(Product product) {
        Listener handler = Listener.of("guard").onSaving(event -> {
            throw event.veto("NO", "never");
        });
        try (Site site = Site.start(product, models());
                Site guarded = site.another(builder -> builder.saveHandler(handler), models())) {
            write(site, "Article", 3);
            KeptRules.in(site).add("marks", "", "set teaser=x");

            assertThat(apply(guarded).refused()).isEqualTo(3);
            assertThat(apply(
                                    guarded,
                                    BATCHES_OF_TEN.saving(SaveOptions.standard().suppress("guard")))
                            .changed())
                    .isEqualTo(3);
        }
    }
}
