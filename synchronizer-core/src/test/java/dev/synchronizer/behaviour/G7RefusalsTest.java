package dev.synchronizer.behaviour;

import static dev.synchronizer.behaviour.Reapplied.BATCHES_OF_TEN;
import static dev.synchronizer.behaviour.Reapplied.apply;
import static dev.synchronizer.behaviour.Reapplied.killedAfter;
import static dev.synchronizer.behaviour.Reapplied.revisions;
import static dev.synchronizer.behaviour.Reapplied.write;
import static dev.synchronizer.behaviour.Sources.property;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.synchronizer.content.NewItem;
import dev.synchronizer.content.RefusedItem;
import dev.synchronizer.problem.Problem;
import dev.synchronizer.problem.ProblemCode;
import dev.synchronizer.problem.ProblemsException;
import dev.synchronizer.reapplication.RuleRunReport;
import dev.synchronizer.saving.SaveOperation;
import dev.synchronizer.saving.SaveValidator;
import dev.synchronizer.saving.Serves;
import dev.synchronizer.store.RuleRunRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.io.TempDir;

/** What cannot be done with an item is told of, and keeps no other item from being done with. */
class G7RefusalsTest {
    @TempDir
    Path folder;

    private Path models() {
        return Reapplied.models(folder);
    }

    @OnEveryDatabase
    void whatARuleOrAHandlerRefusesIsLeftAsItIsAndListed(Product product) {
        Listener handler = Listener.of("house", Serves.stores("main").operations(SaveOperation.UPDATE))
                .onSaving(event -> {
                    if (event.subject().name().equals("Article 7")) {
                        throw event.veto("SEVEN", "not this one");
                    }
                });
        List<RefusedItem> told = new ArrayList<>();
        try (Site site = Site.start(product, builder -> builder.saveHandler(handler), models())) {
            write(site, "Article", 15);
            KeptRules.in(site)
                    .add("limits", List.of("Article"), "item.number == 3", "veto three it is three")
                    .add("teasers", "", "set teaser=x");

            RuleRunReport report = apply(site, BATCHES_OF_TEN.refused(told::add));

            assertThat(report.looked()).isEqualTo(15);
            assertThat(report.changed()).isEqualTo(13);
            assertThat(report.refused()).isEqualTo(2);
            assertThat(told).isEqualTo(report.refusals());
            assertThat(told).extracting(RefusedItem::name).containsExactly("Article 3", "Article 7");
            assertThat(told.get(0).problems())
                    .singleElement()
                    .extracting(Problem::message)
                    .asString()
                    .contains("the rule limits refuses it: it is three (three)");
            assertThat(revisions(site)).isEqualTo(Map.of(1L, 2L, 2L, 13L));
        }
    }

    @OnEveryDatabase
    void whatIsRefusedAfterTheWriteIsLeftOutAloneToo(Product product) {
        Listener handler = Listener.of("late", Serves.stores("main").operations(SaveOperation.UPDATE))
                .onSaved(event -> {
                    if (event.subject().name().equals("Article 12")) {
                        throw new ProblemsException(
                                Problem.of(ProblemCode.SAVE_VETOED, "Article 12", "it is too late"), null);
                    }
                });
        try (Site site = Site.start(product, builder -> builder.saveHandler(handler), models())) {
            write(site, "Article", 25);
            KeptRules.in(site).add("teasers", "", "set teaser=x");

            RuleRunReport report = apply(site);

            assertThat(report.refusals()).extracting(RefusedItem::name).containsExactly("Article 12");
            assertThat(report.looked()).isEqualTo(25);
            assertThat(revisions(site)).isEqualTo(Map.of(1L, 1L, 2L, 24L));
        }
    }

    @OnEveryDatabase
    void whatWasRefusedBeforeAKillIsReportedInTheEndAndAllOfItCanBeHad(Product product) {
        try (Site site = Site.start(product, models())) {
            write(site, "Article", 45);
            KeptRules.in(site)
                    .add("limits", List.of("Article"), "item.number != 44", "veto odd not this \"one\"")
                    .add("marks", "", "set teaser=x");
            assertThatThrownBy(() -> apply(site, BATCHES_OF_TEN.progress(killedAfter(20))))
                    .hasMessageStartingWith("killed");
            assertThat(site.synchronizer().ruleRuns().unfinished().get(0).refused())
                    .isEqualTo(20);
            List<RefusedItem> told = new ArrayList<>();

            RuleRunReport report = apply(site, BATCHES_OF_TEN.refused(told::add));

            assertThat(report.refused()).isEqualTo(44);
            assertThat(report.changed()).isEqualTo(1);
            assertThat(told).as("those of this call").hasSize(24);
            assertThat(report.refusals()).hasSize(RuleRunReport.LISTED);
            List<RefusedItem> all = new ArrayList<>();
            site.synchronizer().ruleRuns().refusals(report.run(), all::add);
            assertThat(all)
                    .hasSize(44)
                    .endsWith(told.toArray(RefusedItem[]::new))
                    .startsWith(report.refusals().toArray(RefusedItem[]::new));
            assertThat(all)
                    .extracting(RefusedItem::name)
                    .contains("Article 0", "Article 43")
                    .doesNotHaveDuplicates();
            assertThat(all.get(0).problems()).singleElement().satisfies(problem -> {
                assertThat(problem.code()).isEqualTo(ProblemCode.SAVE_VETOED);
                assertThat(problem.message()).contains("not this \"one\" (odd)");
            });
        }
    }

    @OnEveryDatabase
    void anItemOnWhichAHandlerCrashesIsLeftOutAndTheOthersAreNot(Product product) {
        Listener handler = Listener.of("crashing", Serves.stores("main").operations(SaveOperation.UPDATE))
                .onSaving(event -> crash(event.subject().name(), "Article 7"))
                .onSaved(event -> crash(event.subject().name(), "Article 13"));
        try (Site site = Site.start(product, builder -> builder.saveHandler(handler), models())) {
            write(site, "Article", 25);
            KeptRules.in(site).add("marks", "", "set teaser=x");

            RuleRunReport report = apply(site);

            assertThat(report.looked()).isEqualTo(25);
            assertThat(report.changed()).isEqualTo(23);
            assertThat(report.refusals()).extracting(RefusedItem::name).containsExactly("Article 7", "Article 13");
            assertThat(report.refusals().get(0).problems()).singleElement().satisfies(problem -> {
                assertThat(problem.code()).isEqualTo(ProblemCode.SAVE_CRASHED);
                assertThat(problem.message()).contains("IllegalArgumentException", "crashed on Article 7");
            });
            assertThat(revisions(site)).isEqualTo(Map.of(1L, 2L, 2L, 23L));
            assertThat(site.synchronizer().ruleRuns().unfinished()).isEmpty();
        }
    }

    /** Of classes that are missing, and of calls without an end, too. */
    @OnEveryDatabase
    void anItemOnWhichAnErrorOccursIsLeftOutAndTheOthersAreNot(Product product) {
        Listener handler = Listener.of("crashing", Serves.stores("main").operations(SaveOperation.UPDATE))
                .onSaving(event -> {
                    if (event.subject().name().equals("Article 7")) {
                        throw new NoClassDefFoundError("com/acme/Gone");
                    }
                })
                .onSaved(event -> {
                    if (event.subject().name().equals("Article 13")) {
                        throw new StackOverflowError();
                    }
                });
        try (Site site = Site.start(product, builder -> builder.saveHandler(handler), models())) {
            write(site, "Article", 25);
            KeptRules.in(site).add("marks", "", "set teaser=x");

            RuleRunReport report = apply(site);

            assertThat(report.looked()).isEqualTo(25);
            assertThat(report.refusals()).extracting(RefusedItem::name).containsExactly("Article 7", "Article 13");
            assertThat(report.refusals().get(0).problems()).singleElement().satisfies(problem -> {
                assertThat(problem.code()).isEqualTo(ProblemCode.SAVE_CRASHED);
                assertThat(problem.message()).contains("NoClassDefFoundError", "com/acme/Gone");
            });
            assertThat(revisions(site)).isEqualTo(Map.of(1L, 2L, 2L, 23L));
        }
    }

    @OnEveryDatabase
    void aDryRunGoesOnBehindAnErrorOfAValidator(Product product) {
        SaveValidator validator =
                Validated.validator("crashing", Serves.stores("main").types("Article"), (item, findings) -> {
                    if (item.after().get("teaser").isPresent()
                            && item.subject().name().equals("Article 7")) {
                        throw new NoClassDefFoundError("com/acme/Gone");
                    }
                });
        try (Site site = Site.start(product, builder -> builder.saveValidator(validator), models())) {
            write(site, "Article", 15);
            KeptRules.in(site).add("marks", "", "set teaser=x");

            for (boolean dry : List.of(true, false)) {
                RuleRunReport report = apply(site, BATCHES_OF_TEN.dryRun(dry));

                assertThat(report.changed()).isEqualTo(14);
                assertThat(report.refusals()).extracting(RefusedItem::name).containsExactly("Article 7");
            }
        }
    }

    /** What nobody declares can be thrown, too. */
    @OnEveryDatabase
    void anItemOnWhichSomethingCheckedIsThrownIsLeftOutAndTheOthersAreNot(Product product) {
        SaveValidator validator =
                Validated.validator("odd", Serves.stores("main").types("Article"), (item, findings) -> {
                    if (item.after().get("teaser").isPresent()
                            && item.subject().name().equals("Article 7")) {
                        throw G7RefusalsTest.<RuntimeException>sneaky(new IOException("the disk is full"));
                    }
                });
        try (Site site = Site.start(product, builder -> builder.saveValidator(validator), models())) {
            write(site, "Article", 15);
            KeptRules.in(site).add("marks", "", "set teaser=x");

            for (boolean dry : List.of(true, false)) {
                RuleRunReport report = apply(site, BATCHES_OF_TEN.dryRun(dry));

                assertThat(report.looked()).isEqualTo(15);
                assertThat(report.changed()).isEqualTo(14);
                assertThat(report.refusals()).extracting(RefusedItem::name).containsExactly("Article 7");
            }
        }
    }

    /** Who wants the thread to end is no fault of an item. */
    @OnEveryDatabase
    void anInterruptionEndsTheApplicationWhichCanBeGoneOnWith(Product product) {
        AtomicReference<Throwable> thrown = new AtomicReference<>(new InterruptedException("enough"));
        Listener handler = Listener.of("h", Serves.stores("main").operations(SaveOperation.UPDATE))
                .onSaving(event -> {
                    Throwable now = thrown.getAndSet(null);
                    if (now != null) {
                        throw G7RefusalsTest.<RuntimeException>sneaky(now);
                    }
                });
        try (Site site = Site.start(product, builder -> builder.saveHandler(handler), models())) {
            write(site, "Article", 3);
            KeptRules.in(site).add("marks", "", "set teaser=x");

            assertThatThrownBy(() -> apply(site))
                    .isInstanceOf(InterruptedException.class)
                    .hasMessage("enough");

            assertThat(site.synchronizer().ruleRuns().unfinished()).hasSize(1);
            assertThat(apply(site).changed()).isEqualTo(3);
        }
    }

    @SuppressWarnings("unchecked")
    private static <E extends Throwable> RuntimeException sneaky(Throwable thrown) throws E {
        throw (E) thrown;
    }

    @OnEveryDatabase
    void theRuleThatSetWhatIsRefusedIsNamed(Product product) {
        try (Site site = Site.start(product, Ruled.models(folder))) {
            site.items().create("Ada", NewItem.of("Article", "A").with("title", "short"));
            KeptRules.in(site).add("titles", List.of("Article"), "", "set title=longer than ten");

            for (boolean dry : List.of(true, false)) {
                assertThat(apply(site, BATCHES_OF_TEN.dryRun(dry)).refusals())
                        .singleElement()
                        .satisfies(refused -> assertThat(refused.problems())
                                .singleElement()
                                .satisfies(problem -> {
                                    assertThat(problem.message()).endsWith(", set by the rule titles");
                                    assertThat(problem.fix()).contains("correct the rule titles, or disable it");
                                }));
            }
        }
    }

    private static void crash(String name, String expected) {
        if (name.equals(expected)) {
            throw new IllegalArgumentException("crashed on " + name);
        }
    }

    @OnEveryDatabase
    void whatSomethingElseHasWrittenIsLeftOutWhereThatIsRefused(Product product) {
        try (Site site = Site.start(product, builder -> builder.strict(true), models())) {
            write(site, "Article", 15);
            KeptRules.in(site).add("marks", "", "set teaser=x");
            site.database().execute("update ct_item set saved_by = 'Eve' where name in ('Article 3', 'Article 12')");

            for (boolean dry : List.of(true, false)) {
                RuleRunReport report = apply(site, BATCHES_OF_TEN.dryRun(dry));

                assertThat(report.looked()).isEqualTo(15);
                assertThat(report.changed()).isEqualTo(13);
                assertThat(report.refusals()).extracting(RefusedItem::name).containsExactly("Article 3", "Article 12");
                assertThat(report.refusals())
                        .allSatisfy(refused -> assertThat(refused.problems())
                                .extracting(Problem::code)
                                .containsExactly(ProblemCode.TAMPERED));
            }
        }
    }

    @OnEveryDatabase
    void aRuleThatFitsNoTypeAnyMoreIsNoFaultOfAnItem(Product product) {
        try (Site site = Site.start(product, models())) {
            write(site, "Article", 15);
            KeptRules.in(site).add("marks", List.of("Article"), "", "set teaser=x");
            Path without =
                    Site.jar(folder, "1.1", "@ContentType public class Article {" + property("String", "title") + "}");
            try (Site later = site.another(without)) {
                assertThatThrownBy(() -> apply(later))
                        .isInstanceOfSatisfying(
                                ProblemsException.class,
                                refusal -> assertThat(refusal.problems().asList())
                                        .extracting(Problem::code)
                                        .containsExactly(ProblemCode.STALE_RULE));
                assertThat(later.synchronizer().ruleRuns().unfinished())
                        .extracting(RuleRunRecord::refused)
                        .containsExactly(0L);
            }
        }
    }
}
