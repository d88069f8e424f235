package dev.synchronizer.behaviour;

import static dev.synchronizer.behaviour.Ruled.article;
import static dev.synchronizer.behaviour.Ruled.refused;
import static dev.synchronizer.behaviour.Ruled.rule;
import static dev.synchronizer.behaviour.Ruled.save;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.synchronizer.content.Item;
import dev.synchronizer.model.Address;
import dev.synchronizer.rule.Rule;
import dev.synchronizer.rule.RuleEffect;
import dev.synchronizer.rule.RuleTrial;
import dev.synchronizer.settings.KeptRule;
import dev.synchronizer.settings.NewSettings;
import dev.synchronizer.settings.Overrides;
import dev.synchronizer.settings.Rules;
import dev.synchronizer.store.ChangeRecord;
import dev.synchronizer.value.ValueKey;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.junit.jupiter.api.io.TempDir;

/** Rules are kept, checked, switched and tried (G6). */
class G6RulesKeptTest {
    @TempDir
    Path folder;

    private Site start(Product product) {
        return Site.start(product, Ruled.models(folder));
    }

    @OnEveryDatabase
    void aRuleIsKeptWithWhoAndWhenAndWhatChangesNothingWritesNothing(Product product) {
        try (Site site = start(product)) {
            Rules rules = site.synchronizer().rules();
            Rule rule = rule("r", 2, "item.title == 'x'", "set teaser=set");
            assertThat(rules.save("Grace", rule).isChange()).isTrue();
            assertThat(rules.save("Ada", rule).isChange()).isFalse();
            assertThat(rules.enable("Ada", "r").isChange()).isFalse();
            save(site, rule("s", 1, "", "set teaser=other"));

            assertThat(rules.list()).extracting(kept -> kept.rule().name()).containsExactly("s", "r");
            KeptRule kept = rules.get("r");
            assertThat(kept.rule()).isEqualTo(rule);
            assertThat(kept.savedBy()).isEqualTo("Grace");
            assertThat(rules.find("t")).isEmpty();
            List<ChangeRecord> changes = site.synchronizer().changes(2);
            assertThat(changes).extracting(ChangeRecord::kind).containsOnly(ChangeRecord.Kind.RULE);
            assertThat(changes).extracting(ChangeRecord::type).containsExactly("s", "r");

            assertThat(rules.remove("Grace", "r").after()).isNull();
            assertThat(rules.find("r")).isEmpty();
            assertThat(site.synchronizer().changes(1))
                    .singleElement()
                    .extracting(ChangeRecord::kind)
                    .isEqualTo(ChangeRecord.Kind.RULE_REMOVED);
        }
    }

    @OnEveryDatabase
    void namesAreUniqueWhateverTheirLetterCaseAndUnknownOnesAreRefusedWithTheNearest(Product product) {
        try (Site site = start(product)) {
            Rules rules = site.synchronizer().rules();
            save(site, rule("teasers", "", "set teaser=set"));

            assertThat(refused(() -> rules.add("Grace", rule("teasers", "", "clear teaser"))))
                    .containsExactly("RULE_NAME_TAKEN rule teasers: there is a rule \"teasers\" already");
            assertThat(refused(() -> rules.save("Grace", rule("Teasers", "", "clear teaser"))))
                    .containsExactly(
                            "RULE_NAME_TAKEN rule Teasers: there is a rule \"teasers\", which differs in letter"
                                    + " case alone");
            assertThatThrownBy(() -> rules.disable("Grace", "teaser")).hasMessageContaining("Fix: write teasers");
            assertThat(refused(() -> rules.remove("Grace", "x")))
                    .containsExactly("UNKNOWN_RULE rule x: there is no rule \"x\"");
            assertThat(rules.list()).hasSize(1);
        }
    }

    @OnEveryDatabase
    void whatDoesNotFitIsRefusedWithAllThatIsWrongAndNothingIsWritten(Product product) {
        try (Site site = start(product)) {
            Rules rules = site.synchronizer().rules();

            assertThat(refused(
                            () -> rules.save("Grace", rule("r", "item.getClass() == 'x'", "set teazer=x", "run no"))))
                    .hasSize(3)
                    .anySatisfy(
                            line -> assertThat(line).startsWith("WRONG_CONDITION rule r: for Article, line 1, column"))
                    .anySatisfy(line -> assertThat(line).contains("Article has no property \"teazer\""))
                    .anySatisfy(line -> assertThat(line).contains("no action \"no\""));
            for (String condition : List.of("item.teazer == 'x'", "item.title == 5", "item.title", "item.title ==")) {
                assertThat(refused(() -> rules.save("Grace", rule("r", condition, "clear teaser"))))
                        .singleElement()
                        .asString()
                        .startsWith("WRONG_CONDITION rule r: for Article, line 1, column");
            }
            assertThat(refused(() -> rules.save("Grace", Ruled.of(rule("r", "", "clear title"), "main", "Artikle"))))
                    .containsExactly("UNFIT_RULE rule r: no type \"Artikle\" is in use");
            assertThat(rules.list()).isEmpty();
            assertThat(site.synchronizer().changes(10))
                    .extracting(ChangeRecord::kind)
                    .containsOnly(ChangeRecord.Kind.RUN);
        }
    }

    @OnEveryDatabase
    void aDisabledRuleIsCheckedAgainWhenItIsEnabled(Product product) {
        try (Site site = start(product)) {
            save(site, rule("r", "", "clear teaser").withEnabled(false));
            try (Site later = site.another(Ruled.modelsWithoutTeaser(folder))) {
                Rules rules = later.synchronizer().rules();

                assertThat(refused(() -> rules.enable("Grace", "r")))
                        .singleElement()
                        .asString()
                        .contains("teaser");
                assertThat(rules.get("r").rule().enabled()).isFalse();
            }
        }
    }

    @OnEveryDatabase
    void anotherNodeUsesARuleOnceItHasCaughtUp(Product product) {
        try (Site site = start(product);
                Site other = site.another(Ruled.models(folder))) {
            assertThat(article(other, "x").get("teaser")).isEmpty();

            save(site, rule("r", "", "set teaser=set"));
            other.synchronizer().catalog().refresh();
            assertThat(article(other, "x").get("teaser")).contains("set");

            site.synchronizer().rules().disable("Grace", "r");
            assertThat(article(site, "x").get("teaser")).as("at once").isEmpty();
            other.synchronizer().catalog().refresh();
            assertThat(article(other, "x").get("teaser")).isEmpty();
        }
    }

    @OnEveryDatabase
    void handlersKeepRulesInTheUnitOfTheSaveWhichTheyStandAndFallWith(Product product) {
        AtomicReference<Consumer<Rules>> deed = new AtomicReference<>(rules -> {});
        Listener handler = Listener.of("h").onSaved(event -> deed.get().accept(event.via(Rules.class)));
        try (Site site = Site.start(product, builder -> builder.saveHandler(handler), Ruled.models(folder))) {
            deed.set(rules -> {
                rules.save("handler", rule("a", "", "set teaser=set"));
                rules.save("handler", rule("b", "item.title == 'x'", "set views=1"));
                rules.disable("handler", "b");
                assertThat(rules.list()).hasSize(2);
            });
            article(site, "x");
            assertThat(site.synchronizer().rules().list()).hasSize(2);
            assertThat(site.synchronizer().rules().get("b").rule().enabled()).isFalse();

            deed.set(rules -> {
                rules.remove("handler", "a");
                throw new IllegalStateException("no");
            });
            assertThatThrownBy(() -> article(site, "x")).hasMessage("no");
            deed.set(rules -> rules.save("handler", rule("c", "", "clear teazer")));
            assertThat(refused(() -> article(site, "x"))).hasSize(1);
            assertThat(site.synchronizer().rules().list()).hasSize(2);
        }
    }

    @OnEveryDatabase
    void aRuleIsNotHeldAgainstTypesThatAreChangingInTheSameUnit(Product product) {
        Listener handler = Listener.of("h").onSaved(event -> {
            event.via(Overrides.class)
                    .set("handler", Address.ofType("Page"), NewSettings.ofTexts(Map.of("displayName", "P")));
            event.via(Rules.class).save("handler", rule("a", "", "set teaser=set"));
        });
        try (Site site = Site.start(product, builder -> builder.saveHandler(handler), Ruled.models(folder))) {
            assertThat(refused(() -> article(site, "x")))
                    .singleElement()
                    .asString()
                    .startsWith("DEFINITIONS_IN_UNIT");
            assertThat(site.synchronizer().rules().list()).isEmpty();
        }
    }

    @OnEveryDatabase
    void aTrialSaysWhatARuleWouldMakeOfAnItemAndWritesNothing(Product product) {
        try (Site site = Site.start(
                product,
                builder -> builder.ruleTask(Ruled.task("note", (event, arguments) -> {
                    throw new AssertionError("it is only tried");
                })),
                Ruled.models(folder))) {
            Item item = article(site, "x");
            Rules rules = site.synchronizer().rules();
            Rule rule =
                    rule("r", "item.title == 'x'", "set teaser=set", "report ERROR dull", "run note", "veto no never");

            RuleTrial trial = rules.test(rule, item.id());
            assertThat(trial.looks()).singleElement().satisfies(look -> {
                assertThat(look.holds()).isTrue();
                assertThat(look.effects()).hasSize(4);
                assertThat(look.effects().get(0))
                        .isEqualTo(new RuleEffect.Changed("r", ValueKey.of("teaser"), null, "set"));
                assertThat(look.effects().get(3)).isEqualTo(new RuleEffect.Vetoed("r", "no", "never"));
            });
            assertThat(rules.list()).isEmpty();
            assertThat(site.items().get(item.id())).isEqualTo(item);

            save(site, rule("kept", "item.title == 'y'", "clear teaser").withEnabled(false));
            assertThat(rules.test("kept", item.id()).looks())
                    .extracting(RuleTrial.Look::holds)
                    .containsExactly(false);
            assertThat(rules.test(Ruled.of(rule, "archive", "Article"), item.id())
                            .isConcerned())
                    .isFalse();
            assertThat(refused(() -> rules.test(rule("r", "", "clear teazer"), item.id())))
                    .hasSize(1);
            assertThat(refused(() -> rules.test("kept", new UUID(0, 0)))).hasSize(1);
        }
    }
}
