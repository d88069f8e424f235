package dev.synchronizer.behaviour;

import static dev.synchronizer.behaviour.Sources.property;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.synchronizer.content.Item;
import dev.synchronizer.content.ItemQuery;
import dev.synchronizer.content.NewItem;
import dev.synchronizer.content.RefusedItem;
import dev.synchronizer.problem.Problem;
import dev.synchronizer.problem.ProblemCode;
import dev.synchronizer.problem.ProblemsException;
import dev.synchronizer.reapplication.RuleRunOptions;
import dev.synchronizer.reapplication.RuleRunReport;
import dev.synchronizer.reapplication.RuleSelection;
import dev.synchronizer.saving.Finding;
import dev.synchronizer.saving.SaveOperation;
import dev.synchronizer.saving.SaveOrigin;
import dev.synchronizer.saving.Serves;
import dev.synchronizer.store.RuleRunRecord;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.io.TempDir;

/** Rules are applied to items that were saved before there were rules, batch by batch and each item once. */
class G7ReapplicationTest {
    private static final RuleRunOptions BATCHES_OF_TEN =
            RuleRunOptions.standard().batchSize(10);

    @TempDir
    Path folder;

    private Path models() {
        return Site.jar(
                folder,
                "1.0",
                "@ContentType public class Article {" + property("String", "title") + property("String", "teaser")
                        + property("Integer", "number") + property("@Property(localized = true) String", "summary")
                        + "}",
                "@ContentType public class Page {" + property("String", "title") + property("String", "teaser") + "}");
    }

    private static void write(Site site, String type, int count) {
        for (int i = 0; i < count; i++) {
            NewItem item = NewItem.of(type, type + " " + i).with("title", "Title " + i);
            site.items().create("Ada", type.equals("Article") ? item.with("number", i) : item);
        }
    }

    private static RuleRunReport apply(Site site) {
        return apply(site, BATCHES_OF_TEN);
    }

    private static RuleRunReport apply(Site site, RuleRunOptions options) {
        return site.synchronizer().ruleRuns().apply("Bob", RuleSelection.all(), options);
    }

    /** How many items are of each revision. */
    private static Map<Long, Long> revisions(Site site) {
        return site.items().list(ItemQuery.all()).stream()
                .collect(Collectors.groupingBy(Item::revision, Collectors.counting()));
    }

    @OnEveryDatabase
    void everyItemIsChangedOnceAndTheSecondTimeNone(Product product) {
        try (Site site = Site.start(product, models())) {
            write(site, "Article", 25);
            KeptRules.in(site).add("teasers", "!has(item.teaser)", "copy title to teaser");

            RuleRunReport first = apply(site);
            RuleRunReport second = apply(site);

            assertThat(first.looked()).isEqualTo(25);
            assertThat(first.changed()).isEqualTo(25);
            assertThat(second.looked()).isEqualTo(25);
            assertThat(second.changed()).isZero();
            assertThat(revisions(site)).isEqualTo(Map.of(2L, 25L));
            assertThat(site.items().list(ItemQuery.all()))
                    .allSatisfy(item -> assertThat(item.values().get("teaser"))
                            .isEqualTo(item.values().get("title")))
                    .extracting(Item::savedBy)
                    .containsOnly("Bob");
        }
    }

    @OnEveryDatabase
    void whatEndsHalfwayGoesOnBehindTheLastBatchAndMeetsNoItemTwice(Product product) {
        try (Site site = Site.start(product, models())) {
            write(site, "Article", 45);
            KeptRules.in(site).add("marks", "", "set teaser=x", "log INFO met");
            KeptRules.in(site).add("counts", List.of("Article"), "item.number >= 0", "clear number");

            assertThatThrownBy(() -> apply(site, BATCHES_OF_TEN.progress((looked, changed, total) -> {
                        if (looked >= 20) {
                            throw new IllegalStateException("killed after " + looked + " of " + total);
                        }
                    })))
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
    void aDryRunWritesNothingAndSaysWhatWouldChange(Product product) {
        Listener handler = Listener.of("watcher");
        try (Site site = Site.start(product, builder -> builder.saveHandler(handler), models())) {
            write(site, "Article", 25);
            KeptRules.in(site).add("teasers", List.of("Article"), "item.number < 12", "copy title to teaser");
            Map<String, Long> before = Rows.counted(site.database());
            handler.calls();

            RuleRunReport dry = apply(site, BATCHES_OF_TEN.dryRun(true));

            assertThat(dry.isDryRun()).isTrue();
            assertThat(dry.looked()).isEqualTo(25);
            assertThat(dry.changed()).isEqualTo(12);
            assertThat(dry.changes()).first().satisfies(change -> {
                assertThat(change.name()).isEqualTo("Article 0");
                assertThat(change.changes()).hasToString("[teaser ADDED]");
            });
            assertThat(Rows.counted(site.database())).isEqualTo(before);
            assertThat(revisions(site)).isEqualTo(Map.of(1L, 25L));
            assertThat(handler.calls()).isEmpty();
            assertThat(apply(site).changed()).isEqualTo(12);
        }
    }

    @OnEveryDatabase
    void aSelectionNamesRulesAndTypes(Product product) {
        try (Site site = Site.start(product, models())) {
            write(site, "Article", 3);
            write(site, "Page", 4);
            KeptRules.in(site).add("teasers", "", "set teaser=x").add("titles", "", "set title=y");

            RuleRunReport report = site.synchronizer()
                    .ruleRuns()
                    .apply("Bob", RuleSelection.all().withRules("titles").withTypes("Page"), BATCHES_OF_TEN);

            assertThat(report.looked()).isEqualTo(4);
            assertThat(report.changed()).isEqualTo(4);
            assertThat(site.items().list(ItemQuery.ofTypes("Page"))).allSatisfy(page -> {
                assertThat(page.values().get("title")).contains("y");
                assertThat(page.values().get("teaser")).isEmpty();
            });
            assertThat(site.items().list(ItemQuery.ofTypes("Article")))
                    .extracting(Item::revision)
                    .containsOnly(1L);
        }
    }

    @OnEveryDatabase
    void namesThatThereAreNotAreRefusedTogether(Product product) {
        try (Site site = Site.start(product, models())) {
            KeptRules.in(site).add("teasers", "", "set teaser=x");
            RuleSelection wrong = RuleSelection.all().withRules("teaser").withTypes("Pages");

            assertThatThrownBy(() -> site.synchronizer().ruleRuns().apply("Bob", wrong, BATCHES_OF_TEN))
                    .isInstanceOfSatisfying(
                            ProblemsException.class,
                            refusal -> assertThat(refusal.problems().asList())
                                    .extracting(Problem::code, Problem::fix)
                                    .hasSize(2)
                                    .contains(org.assertj.core.groups.Tuple.tuple(
                                            ProblemCode.UNKNOWN_RULE, "write teasers")));
            assertThat(site.synchronizer().ruleRuns().list(5)).isEmpty();
        }
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
    void whatHandlersSaveMeanwhileIsNotOverwritten(Product product) {
        try (Site site = Site.start(product, models())) {
            write(site, "Article", 12);
            List<Item> all = site.items().list(ItemQuery.all());
            KeptRules.in(site).add("teasers", "", "set teaser=x");
            Listener handler = Listener.of("neighbours").onSaving(event -> {
                UUID last = all.get(11).id();
                if (event.subject().name().equals("Article 1")) {
                    dev.synchronizer.content.Items items = event.via(dev.synchronizer.content.Items.class);
                    items.save("Eve", items.get(last).with("title", "Eve's"));
                }
            });
            try (Site node = site.another(builder -> builder.saveHandler(handler), models())) {
                RuleRunReport report = apply(node, RuleRunOptions.standard());

                assertThat(report.looked()).isEqualTo(12);
                assertThat(report.refused()).isZero();
                Item last = node.items().get(all.get(11).id());
                assertThat(last.values().get("title")).contains("Eve's");
                assertThat(last.values().get("teaser")).contains("x");
            }
        }
    }

    @OnEveryDatabase
    void findingsOfRulesAreKeptOnceAndOfTheOthersStay(Product product) {
        try (Site site = Site.start(product, models())) {
            KeptRules rules = KeptRules.in(site).add("always", "", "report ERROR never good");
            write(site, "Article", 3);
            Item item = site.items().list(ItemQuery.all()).get(0);
            rules.add("teasers", "", "set teaser=x", "report ERROR marked");

            for (int i = 0; i < 2; i++) {
                site.synchronizer().ruleRuns().apply("Bob", RuleSelection.all().withRules("teasers"), BATCHES_OF_TEN);
                assertThat(site.items().validation().kept(item.id()))
                        .extracting(Finding::message)
                        .containsExactlyInAnyOrder("never good", "marked");
            }
            assertThat(revisions(site)).isEqualTo(Map.of(2L, 3L));
        }
    }

    @OnEveryDatabase
    void conditionsAreToldThatItIsAnApplication(Product product) {
        List<SaveOrigin> origins = new ArrayList<>();
        Listener handler = Listener.of("origins", Serves.stores("main").operations(SaveOperation.UPDATE))
                .onSaving(event -> origins.add(event.origin()));
        try (Site site = Site.start(product, builder -> builder.saveHandler(handler), models())) {
            site.items()
                    .create("Ada", NewItem.of("Article", "A").with("title", "T").with("summary", "de", "Z"));
            KeptRules.in(site)
                    .add(
                            "told",
                            List.of("Article"),
                            "op == 'APPLY' && origin == 'RULE' && user == 'Bob' && changed.size() == 0"
                                    + " && old.title == item.title",
                            "set teaser=x")
                    .add("german", List.of("Article"), "lang == 'de'", "set summary=neu");

            assertThat(apply(site).changed()).isEqualTo(1);

            Item item = site.items().list(ItemQuery.all()).get(0);
            assertThat(item.values().get("teaser")).contains("x");
            assertThat(item.values().get("summary", "de")).contains("neu");
            assertThat(item.revision()).isEqualTo(2);
            assertThat(origins).containsExactly(SaveOrigin.RULE);
        }
    }

    @OnEveryDatabase
    void twoNodesTakeTurnsAtOneApplicationWhileOthersSave(Product product) throws Exception {
        try (Site site = Site.start(product, models());
                Site other = site.another(models());
                Site desk = site.another(models())) {
            write(site, "Article", 120);
            KeptRules.in(site).add("teasers", List.of("Article"), "", "set teaser=x");
            ExecutorService threads = Executors.newFixedThreadPool(3);
            try {
                Future<RuleRunReport> one = threads.submit(() -> apply(site));
                Future<RuleRunReport> two = threads.submit(() -> apply(other));
                Future<Integer> saving = threads.submit(() -> saveAll(desk));

                assertThat(one.get(2, TimeUnit.MINUTES).looked()).isGreaterThanOrEqualTo(120);
                assertThat(two.get(2, TimeUnit.MINUTES).looked()).isGreaterThanOrEqualTo(120);
                int saved = saving.get(2, TimeUnit.MINUTES);

                assertThat(saved).isPositive();
                List<Item> all = desk.items().list(ItemQuery.all());
                assertThat(all)
                        .allSatisfy(
                                item -> assertThat(item.values().get("teaser")).contains("x"));
                assertThat(all.stream()
                                .filter(item ->
                                        item.values().get("title").orElseThrow().equals("edited"))
                                .count())
                        .as("no save is lost")
                        .isEqualTo(saved);
            } finally {
                threads.shutdownNow();
            }
        }
    }

    private static int saveAll(Site desk) {
        int saved = 0;
        for (Item item : desk.items().list(ItemQuery.all())) {
            desk.items().merge("Eve", item, item.with("title", "edited"));
            saved++;
        }
        return saved;
    }
}
