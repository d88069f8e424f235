package dev.synchronizer.behaviour;

import static dev.synchronizer.behaviour.Ruled.article;
import static dev.synchronizer.behaviour.Ruled.refused;
import static dev.synchronizer.behaviour.Ruled.rule;
import static dev.synchronizer.behaviour.Ruled.save;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.synchronizer.content.Item;
import dev.synchronizer.content.ItemQuery;
import dev.synchronizer.content.Items;
import dev.synchronizer.content.NewItem;
import dev.synchronizer.saving.SaveOptions;
import dev.synchronizer.saving.SaveOrigin;
import dev.synchronizer.saving.SaveVetoedException;
import dev.synchronizer.transfer.ImportOptions;
import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.io.TempDir;

/** Rules that administrators keep as data look at what was saved, and do what they say (G6). */
class G6RulesTest {
    @TempDir
    Path folder;

    private Site start(Product product) {
        return Site.start(product, Ruled.models(folder));
    }

    @OnEveryDatabase
    void actionsGiveTakeCopyAndAddAndWhoSavedIsToldOfTheLastState(Product product) {
        try (Site site = start(product)) {
            save(
                    site,
                    rule(
                            "all",
                            "",
                            "copy title to teaser",
                            "append teaser=, new",
                            "set views=7",
                            "append tags=new",
                            "set slogan[de]=Neu"));
            Item made = article(site, "Hello");

            assertThat(made.get("teaser")).contains("Hello, new");
            assertThat(made.get("views")).contains(7);
            assertThat(made.get("tags")).contains(List.of("new"));
            assertThat(made.get("slogan", "de")).contains("Neu");
            assertThat(made.revision()).as("saved, and saved by the rule").isEqualTo(2);
            assertThat(site.items().get(made.id())).isEqualTo(made);

            save(site, rule("all", "", "clear views"));
            Item saved = site.items().save("Ada", made.with("title", "Other"));
            assertThat(saved.get("views")).isEmpty();
            assertThat(saved.revision()).isEqualTo(4);
            assertThat(site.items().save("Ada", saved.with("title", "More")).revision())
                    .as("a rule that finds nothing to change saves nothing")
                    .isEqualTo(5);
        }
    }

    @OnEveryDatabase
    void rulesRunInTheirOrderAndEachSeesWhatTheOneBeforeChanged(Product product) {
        try (Site site = start(product)) {
            save(
                    site,
                    rule("a", 3, "item.teaser == 'second' && 'teaser' in changed", "set teaser=third"),
                    rule("b", 2, "item.teaser == 'first'", "set teaser=second"),
                    rule("c", 1, "!('teaser' in changed)", "set teaser=first"),
                    rule("d", 3, "item.teaser == 'third'", "set views=1"));

            Item made = article(site, "x");

            assertThat(made.get("teaser")).contains("third");
            assertThat(made.get("views")).contains(1);
            assertThat(made.revision()).isEqualTo(2);
        }
    }

    @OnEveryDatabase
    void conditionsLookAtTheItemAtWhatItWasAndAtTheSave(Product product) {
        try (Site site = start(product)) {
            Item made = article(site, "old");
            save(
                    site,
                    rule(
                            "whole",
                            "item.title == 'new' && old.title == 'old' && changed == ['title'] && op == 'UPDATE'"
                                    + " && origin == 'UI' && store == 'main' && lang == '' && user == 'Ada'"
                                    + " && contentType == 'Article' && name == 'A'",
                            "set teaser=seen"));

            Item saved = site.items()
                    .with(SaveOptions.standard().from(SaveOrigin.UI))
                    .save("Ada", made.with("title", "new"));

            assertThat(saved.get("teaser")).contains("seen");
            assertThat(article(site, "new").get("teaser")).isEmpty();
        }
    }

    @OnEveryDatabase
    void eachLanguageInWhichSomethingChangesIsLookedAtByItself(Product product) {
        try (Site site = start(product)) {
            save(
                    site,
                    rule("short", "lang != '' && size(item.slogan) > 3", "set slogan=cut"),
                    rule("german", "lang == 'de'", "append teaser=de"));
            Item made = site.items()
                    .create(
                            "Ada",
                            NewItem.of("Article", "A")
                                    .with("slogan", "none at all")
                                    .with("slogan", "de", "Lang")
                                    .with("slogan", "fr", "oui"));

            assertThat(made.get("slogan", "")).contains("none at all");
            assertThat(made.get("slogan", "de")).contains("cut");
            assertThat(made.get("slogan", "fr")).contains("oui");
            assertThat(made.get("teaser")).contains("de");
        }
    }

    @OnEveryDatabase
    void rulesOfAnotherStoreOfOtherTypesAndDisabledOnesDoNotRun(Product product) {
        try (Site site = start(product)) {
            save(
                    site,
                    Ruled.of(rule("archive", "", "set teaser=archive"), "archive", "Article"),
                    Ruled.of(rule("pages", "", "set title=page"), "main", "Page"),
                    rule("off", "", "set teaser=off").withEnabled(false),
                    Ruled.of(rule("any", "op == 'CREATE'", "set title=any"), "main"));

            Item article = article(site, "x");
            assertThat(article.get("teaser")).isEmpty();
            assertThat(article.get("title")).contains("any");
            assertThat(site.create("Page", "P").get("title")).contains("page");

            try (Site archive = site.another(builder -> builder.storeName("archive"), Ruled.models(folder))) {
                assertThat(article(archive, "x").get("teaser")).contains("archive");
            }
        }
    }

    @OnEveryDatabase
    void aVetoOfARuleRollsAllOfItBack(Product product) {
        try (Site site = start(product)) {
            Item before = article(site, "fine");
            save(site, rule("no", "item.title == 'bad'", "set teaser=lost", "veto taste it is bad"));

            SaveVetoedException veto = catchThrowableOfType(
                    SaveVetoedException.class, () -> site.items().save("Ada", before.with("title", "bad")));

            assertThat(veto.code()).isEqualTo("taste");
            assertThat(veto.reason()).isEqualTo("it is bad");
            assertThat(veto).hasMessageContaining("the rule no refuses it: it is bad (taste)");
            assertThat(site.items().get(before.id())).isEqualTo(before);
            assertThat(site.synchronizer().savesUnderWay()).isZero();
        }
    }

    @OnEveryDatabase
    void findingsOfRulesAreGradedKeptAndGoneWithTheNextCleanSave(Product product) {
        try (Site site = start(product)) {
            save(
                    site,
                    rule("dull", "item.title == 'dull'", "report ERROR it is dull", "set teaser=yawn"),
                    rule("bad", "item.title == 'bad'", "report FATAL it is bad"),
                    rule("odd", "item.title == 'odd'", "report CRITICAL it is odd"),
                    rule("hm", "item.title == 'hm'", "report WARNING hm"));
            List<String> told = new ArrayList<>();
            Items items = site.items()
                    .with(SaveOptions.standard()
                            .telling((subject, finding) -> told.add(finding.severity() + " " + finding.message())));

            Item dull = items.create("Ada", NewItem.of("Article", "A").with("title", "dull"));
            assertThat(kept(items, dull)).containsExactly("dull ERROR it is dull");
            assertThat(dull.get("teaser")).contains("yawn");
            assertThat(told).containsExactly("ERROR it is dull");
            dull = items.save("Ada", dull.with("views", 1));
            assertThat(kept(items, dull)).as("once").containsExactly("dull ERROR it is dull");
            dull = items.save("Ada", dull.with("title", "hm"));
            assertThat(kept(items, dull)).isEmpty();
            assertThat(told).endsWith("WARNING hm");

            Item last = dull;
            assertThatThrownBy(() -> items.save("Ada", last.with("title", "bad")))
                    .hasMessageContaining("it is bad");
            assertThatThrownBy(() -> items.save("Ada", last.with("title", "odd")))
                    .hasMessageContaining("it is odd");
            assertThat(items.get(last.id())).isEqualTo(last);
            items.with(SaveOptions.standard().confirming()).save("Ada", last.with("title", "odd"));
            assertThat(kept(items, last)).containsExactly("odd CRITICAL it is odd");
        }
    }

    private static List<String> kept(Items items, Item item) {
        return items.validation().kept(item.id()).stream()
                .map(finding -> finding.validator() + " " + finding.severity() + " " + finding.message())
                .toList();
    }

    @OnEveryDatabase
    void aTaskOfTheApplicationRunsInTheTransactionOnceWhatTheRuleSetsIsWritten(Product product) {
        List<String> done = new ArrayList<>();
        try (Site site = Site.start(
                product,
                builder -> builder.ruleTask(Ruled.task("note", (event, arguments) -> {
                    Items items = event.via(Items.class);
                    Item now = items.get(UUID.fromString(event.subject().key()));
                    done.add(arguments + " " + now.get("teaser").orElse("none"));
                    items.create("task", NewItem.of("Page", "noted"));
                    items.save("task", now.with("views", 5));
                    if (now.get("title").orElse("").equals("bad")) {
                        throw new IllegalStateException("no");
                    }
                })),
                Ruled.models(folder))) {
            save(site, rule("r", "item.views != 5", "run note who=ann", "set teaser=set"));
            // What is met for the first time has the unit begin again, and tasks be called again.
            site.create("Page", "known");

            Item made = article(site, "fine");
            assertThat(done).containsExactly("{who=ann} set");
            assertThat(made.get("teaser")).contains("set");
            assertThat(made.get("views")).contains(5);
            assertThat(made.revision()).isEqualTo(3);

            assertThatThrownBy(() -> article(site, "bad")).hasMessage("no");
            assertThat(site.items().count(ItemQuery.all())).isEqualTo(3);
        }
    }

    @OnEveryDatabase
    void handlersAreToldOfWhatARuleSavesUnderAnOriginOfItsOwn(Product product) {
        List<String> origins = new ArrayList<>();
        Listener handler = Listener.of("h")
                .onSaved(event -> origins.add(event.origin() + " " + event.operation() + " " + event.changes()));
        try (Site site = Site.start(product, builder -> builder.saveHandler(handler), Ruled.models(folder))) {
            save(site, rule("r", "", "set teaser=set", "set slogan[de]=neu"));
            article(site, "x");

            assertThat(origins)
                    .containsExactly(
                            "RULE UPDATE [slogan[de] ADDED, teaser ADDED]", "API CREATE [name ADDED, title ADDED]");
        }
    }

    @OnEveryDatabase
    void importsAndDuplicatesRunRulesForEachItem(Product product) {
        try (Site site = start(product)) {
            save(
                    site,
                    rule("r", "", "set teaser=set", "append tags=seen"),
                    rule("s", "op == 'DUPLICATE'", "set views=2"));
            String lines = String.join(
                    "\n",
                    IntStream.range(0, 1_200)
                            .mapToObj(number -> ImportLines.line(
                                    "'id':'" + ImportLines.id(number) + "','type':'Article','name':'A" + number + "'",
                                    "'values':{'title':'t'}"))
                            .toList());
            site.transfer()
                    .importFrom("Ada", new ByteArrayInputStream(lines.getBytes(UTF_8)), ImportOptions.allOrNothing());

            List<Item> imported = site.items().list(ItemQuery.all());
            assertThat(imported).hasSize(1_200).allSatisfy(item -> {
                assertThat(item.get("teaser")).contains("set");
                assertThat(item.get("tags")).contains(List.of("seen"));
            });
            Item copy = site.items().duplicate("Ada", imported.get(0).id(), "Copy", false);
            assertThat(copy.get("views")).contains(2);
        }
    }

    @OnEveryDatabase
    void whatARuleSetsIsHeldAgainstTheTypeAndARuleThatTakesTooMuchIsCutOff(Product product) {
        try (Site site = start(product)) {
            Item made = article(site, "x");
            save(site, rule("long", "item.teaser == 'grow'", "set title=much too long"));
            assertThat(refused(() -> site.items().save("Ada", made.with("teaser", "grow"))))
                    .containsExactly(
                            "RULE_BROKEN Article.title: the value \"much too long\" does not satisfy maxLength 10, set by the rule long");
            save(
                    site,
                    rule("endless", "item.tags.all(a, item.tags.all(b, item.tags.all(c, a + b != c)))", "clear title"));
            List<String> many =
                    IntStream.range(0, 1_000).mapToObj(i -> "tag" + i).toList();
            assertThat(refused(() -> site.items().save("Ada", made.with("tags", many))))
                    .singleElement()
                    .asString()
                    .startsWith("RULE_CUT_OFF rule endless: Article \"A\": the condition was cut off");
            assertThat(site.items().get(made.id())).isEqualTo(made);
        }
    }

    @OnEveryDatabase
    void aRuleThatNoLongerFitsATypeFailsItsSavesAndSaysSo(Product product) {
        try (Site site = start(product)) {
            Item made = article(site, "x");
            Item page = site.create("Page", "P");
            save(site, rule("stale", "item.teaser == 'x'", "clear teaser"));
            try (Site later = site.another(Ruled.modelsWithoutTeaser(folder))) {
                assertThat(refused(() -> later.items().save("Ada", made.with("title", "y"))))
                        .containsExactly(
                                "STALE_RULE rule stale: for Article, clear: Article has no property \"teaser\"",
                                "STALE_RULE rule stale: for Article, line 1, column 5: there is no property \"teaser\"");
                assertThat(later.items().get(made.id()).get("title")).contains("x");
                save(later, Ruled.of(rule("any", "", "log DEBUG seen"), "main"));
                assertThat(later.items().delete("Ada", page.id()))
                        .as("out of use")
                        .isEqualTo(1);

                later.synchronizer().rules().disable("Grace", "stale");
                assertThat(later.items().save("Ada", made.with("title", "y")).revision())
                        .isEqualTo(2);
            }
        }
    }
}
