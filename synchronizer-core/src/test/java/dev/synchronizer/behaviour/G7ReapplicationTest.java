package dev.synchronizer.behaviour;

import static dev.synchronizer.behaviour.Reapplied.BATCHES_OF_TEN;
import static dev.synchronizer.behaviour.Reapplied.apply;
import static dev.synchronizer.behaviour.Reapplied.revisions;
import static dev.synchronizer.behaviour.Reapplied.write;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.synchronizer.content.Item;
import dev.synchronizer.content.ItemQuery;
import dev.synchronizer.content.NewItem;
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
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.io.TempDir;

/** Rules are applied to items that were saved before there were rules, batch by batch and each item once. */
class G7ReapplicationTest {
    @TempDir
    Path folder;

    private Path models() {
        return Reapplied.models(folder);
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
