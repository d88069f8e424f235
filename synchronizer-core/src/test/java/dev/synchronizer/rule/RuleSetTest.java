package dev.synchronizer.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.synchronizer.fixtures.Models;
import dev.synchronizer.problem.FindingSeverity;
import dev.synchronizer.problem.Problem;
import dev.synchronizer.problem.ProblemCode;
import dev.synchronizer.problem.ProblemsException;
import dev.synchronizer.value.Block;
import dev.synchronizer.value.ValueKey;
import dev.synchronizer.value.Values;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.slf4j.event.Level;

class RuleSetTest {
    private static final RuleTypes TYPES = RuleSite.types();
    private static final Values TITLE = Values.none().with("title", "Hello");

    @Test
    void rulesRunByOrderAndThenByNameAndEachSeesWhatThoseBeforeItChanged() {
        Rule last = ordered(2, RuleSite.rule("a", "item.teaser == 'second'", "set teaser=third"));
        Rule second = ordered(1, RuleSite.rule("c", "item.teaser == 'first'", "set teaser=second"));
        Rule first = ordered(1, RuleSite.rule("b", "'title' in changed && !('teaser' in changed)", "set teaser=first"));
        Rule seeing = ordered(3, RuleSite.rule("d", "'teaser' in changed && !has(old.teaser)", "log INFO changed"));

        RuleOutcome outcome = apply(RuleSite.facts(TITLE, Values.none(), "title"), last, second, seeing, first);

        assertThat(outcome.values()).isEqualTo(TITLE.with("teaser", "third"));
        assertThat(outcome.effects())
                .containsExactly(
                        new RuleEffect.Changed("b", ValueKey.of("teaser"), null, "first"),
                        new RuleEffect.Changed("c", ValueKey.of("teaser"), "first", "second"),
                        new RuleEffect.Changed("a", ValueKey.of("teaser"), "second", "third"),
                        new RuleEffect.Logged("d", Level.INFO, "changed"));
    }

    @Test
    void aPropertyThatIsBackToWhatItWasIsNoLongerAmongThoseThatChange() {
        Rule back = RuleSite.rule("a", "", "set title=Hello");
        Rule seeing = RuleSite.rule("b", "size(changed) == 0", "log INFO nothing");

        RuleOutcome outcome = apply(RuleSite.facts(TITLE.with("title", "Other"), TITLE, "title"), back, seeing);

        assertThat(outcome.logged()).hasSize(1);
    }

    @Test
    void onlyEnabledRulesOfTheStoreAndTheTypeRun() {
        Rule other = new Rule(
                "b",
                "archive",
                List.of(),
                0,
                true,
                "",
                RuleSite.rule("x", "", "clear title").actions());
        Rule disabled = RuleSite.rule("c", "", "clear title").withEnabled(false);
        Rule pages = RuleSite.rule("d", List.of("Page"), "", "clear title");
        RuleSet rules = rules(other, disabled, pages);

        assertThat(rules.forType("Article")).isEmpty();
        assertThat(rules.forType("Page")).containsExactly(pages);
        assertThat(rules.isEmpty()).isFalse();
        assertThat(rules(other, disabled).isEmpty()).isTrue();
        assertThat(rules.apply(RuleSite.facts(TITLE, null)).values()).isEqualTo(TITLE);
    }

    @Test
    void actionsGiveTakeCopyAndAdd() {
        Values values = TITLE.with("views", 1)
                .with("tags", List.of("a"))
                .with("marks", Set.of(9))
                .with("body", "text");

        RuleOutcome outcome = apply(
                RuleSite.facts(values, values),
                RuleSite.rule(
                        "a",
                        "",
                        "set score=2.50",
                        "clear views",
                        "copy title to teaser",
                        "copy link to link",
                        "append tags=b",
                        "append marks=7",
                        "append body= more",
                        "append heroes={\"title\":\"Big\"}"));

        assertThat(outcome.values())
                .isEqualTo(Values.none()
                        .with("title", "Hello")
                        .with("teaser", "Hello")
                        .with("score", new BigDecimal("2.5"))
                        .with("tags", List.of("a", "b"))
                        .with("marks", new LinkedHashSet<>(List.of(7, 9)))
                        .with("body", "text more")
                        .with("heroes", List.of(Block.empty().with("title", "Big"))));
    }

    @Test
    void doneAgainActionsChangeNothing() {
        RuleSet rules = rules(RuleSite.rule(
                "a",
                "",
                "set title=New",
                "copy title to teaser",
                "clear views",
                "append tags=b",
                "append marks=7",
                "append body=more"));
        Values once = rules.apply(RuleSite.facts(TITLE, null)).values();

        assertThat(rules.apply(RuleSite.facts(once, null)).effects()).isEmpty();
    }

    @Test
    void localizedPropertiesAreThoseOfTheLanguageOfTheSaveUnlessTheActionNamesAnother() {
        Rule rule = RuleSite.rule("a", "", "set summary=Kurz", "set summary[fr]=Bref", "copy summary to headline");

        assertThat(apply(RuleSite.in("de", RuleSite.facts(Values.none(), null)), rule)
                        .values())
                .isEqualTo(Values.none()
                        .with("summary", "de", "Kurz")
                        .with("summary", "fr", "Bref")
                        .with("headline", "de", "Kurz"));
        assertThat(apply(RuleSite.facts(Values.none(), null), rule).values().get("summary"))
                .contains("Kurz");
    }

    @Test
    void findingsLogsAndActionsOfTheApplicationAreHandedBackInOrder() {
        RuleOutcome outcome = apply(
                RuleSite.facts(TITLE, null),
                RuleSite.rule("a", "", "report WARNING short", "run notify who=ann", "log DEBUG seen"));

        assertThat(outcome.effects())
                .containsExactly(
                        new RuleEffect.Reported("a", FindingSeverity.WARNING, "short"),
                        new RuleEffect.Asked("a", "notify", new TreeMap<>(Map.of("who", "ann"))),
                        new RuleEffect.Logged("a", Level.DEBUG, "seen"));
        assertThat(outcome.findings()).hasSize(1);
        assertThat(outcome.asked()).hasSize(1);
        assertThat(outcome.veto()).isEmpty();
    }

    @Test
    void nothingRunsAfterAVeto() {
        RuleOutcome outcome = apply(
                RuleSite.facts(TITLE, null),
                RuleSite.rule("a", "", "veto short it is short", "set title=New"),
                RuleSite.rule("b", "", "set title=Newer"));

        assertThat(outcome.veto()).contains(new RuleEffect.Vetoed("a", "short", "it is short"));
        assertThat(outcome.effects()).hasSize(1);
        assertThat(outcome.values()).isEqualTo(TITLE);
    }

    @Test
    void aRuleThatFailsSaysWhichWhereAndOnWhichItem() {
        assertProblem(
                RuleSite.facts(TITLE.with("views", 1), null),
                RuleSite.rule("divide", "true\n && item.views / 0 == 1", "clear title"),
                ProblemCode.RULE_FAILED,
                "Article \"Welcome\": line 2, column 16: the condition failed with / by zero");
    }

    @Test
    void aValueThatBecomesTooLongFails() {
        assertProblem(
                RuleSite.facts(TITLE.with("title", "x".repeat(2_000)), null),
                RuleSite.rule("grow", "", "append title=y"),
                ProblemCode.RULE_FAILED,
                "Article \"Welcome\": the value that it makes has 2001 characters, and a value of the data type STRING at most 2000");
    }

    @Test
    void aRuleThatTakesTooMuchIsCutOffNamingTheRuleAndTheItem() {
        Values many = TITLE.with(
                "tags", IntStream.range(0, 1_000).mapToObj(i -> "tag" + i).toList());

        assertProblem(
                RuleSite.facts(many, null),
                RuleSite.rule(
                        "endless", "item.tags.all(a, item.tags.all(b, item.tags.all(c, a + b != c)))", "clear title"),
                ProblemCode.RULE_CUT_OFF,
                "Article \"Welcome\": the condition was cut off: its comprehensions look at more than 100000 elements");
    }

    @Test
    void aRuleThatNoLongerFitsFailsInsteadOfBeingPassedOver() {
        RuleSet rules = RuleSet.of(
                RuleSite.STORE,
                List.of(RuleSite.rule("stale", "item.teaser == 'x'", "clear teaser")),
                RuleSite.types(Models.type("Article", Models.text("title"))),
                Conditions.onClassPath(RuleLimits.STANDARD));

        for (int i = 0; i < 2; i++) {
            assertThatExceptionOfType(ProblemsException.class)
                    .isThrownBy(() -> rules.apply(RuleSite.facts(TITLE, null)))
                    .satisfies(refused -> assertThat(refused.problems().asList())
                            .extracting(Problem::code)
                            .containsExactly(ProblemCode.STALE_RULE, ProblemCode.STALE_RULE));
        }
    }

    @Test
    void manyThreadsShareTheRules() {
        RuleSet rules = rules(RuleSite.rule("a", "item.views % 2 == 0", "set teaser=even"));

        long even = IntStream.range(0, 4_000)
                .parallel()
                .filter(i -> rules.apply(RuleSite.facts(Values.none().with("views", i), null))
                        .values()
                        .get("teaser")
                        .isPresent())
                .count();

        assertThat(even).isEqualTo(2_000);
    }

    @Test
    void limitsCanBeLowered() {
        Conditions few = Conditions.onClassPath(new RuleLimits(4_000, 1_000, 3, 1_000, Duration.ofSeconds(1)));
        Rule rule = RuleSite.rule("few", "item.tags.all(tag, tag != '')", "clear title");
        RuleSet rules = RuleSet.of(RuleSite.STORE, List.of(rule), TYPES, few);

        assertThat(rules.apply(RuleSite.facts(TITLE.with("tags", List.of("a", "b", "c")), null))
                        .values()
                        .get("title"))
                .isEmpty();
        assertThatExceptionOfType(ProblemsException.class)
                .isThrownBy(() -> rules.apply(RuleSite.facts(TITLE.with("tags", List.of("a", "b", "c", "d")), null)));
    }

    private static void assertProblem(RuleFacts facts, Rule rule, ProblemCode code, String message) {
        assertThatExceptionOfType(ProblemsException.class)
                .isThrownBy(() -> apply(facts, rule))
                .satisfies(failed -> assertThat(failed.problems().asList())
                        .singleElement()
                        .isEqualTo(Problem.of(code, "rule " + rule.name(), message)));
    }

    private static RuleOutcome apply(RuleFacts facts, Rule... rules) {
        return rules(rules).apply(facts);
    }

    private static RuleSet rules(Rule... rules) {
        RuleLimits patient = new RuleLimits(4_000, 1_000, 100_000, 10_000_000, Duration.ofMinutes(1));
        return RuleSet.of(RuleSite.STORE, List.of(rules), TYPES, Conditions.onClassPath(patient));
    }

    private static Rule ordered(int order, Rule rule) {
        return new Rule(rule.name(), rule.store(), rule.types(), order, true, rule.condition(), rule.actions());
    }
}
