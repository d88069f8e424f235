package dev.synchronizer.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.synchronizer.problem.Problem;
import dev.synchronizer.problem.ProblemCode;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RuleCheckTest {
    private static final RuleTypes TYPES = RuleSite.types();

    private final RuleCheck check = new RuleCheck(TYPES, Conditions.onClassPath(RuleLimits.STANDARD), Set.of("notify"));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "set teaser=New",
                "set views=12",
                "set summary[de]=Kurz",
                "set tags=[\"a\"]",
                "set hero={\"title\":\"Big\",\"size\":3}",
                "clear hero",
                "clear summary[de]",
                "copy title to teaser",
                "copy summary[de] to headline[de]",
                "copy title to headline",
                "append tags=a",
                "append marks=7",
                "append body=more",
                "append heroes={\"title\":\"Big\"}",
                "report FATAL no",
                "run notify who=ann"
            })
    void whatFitsTheTypeCanBeStored(String action) {
        assertThat(check.check(RuleSite.rule("fine", "item.views > 3", action)).asList())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                set tesaer=New         | for Article, set: Article has no property "tesaer"                  | write teaser
                clear tesaer           | for Article, clear: Article has no property "tesaer"                | write teaser
                copy title to nope     | for Article, copy: Article has no property "nope"                   | correct the rule, name other types for it, or disable it
                set views=many         | for Article, set: the value "many" for views is not a whole number between -2147483648 and 2147483647 | write a value of the data type INTEGER
                set tags=a             | for Article, set: the value "a" for tags is no JSON, in which a value of the data type LIST<STRING> is written | write a value of the data type LIST<STRING>
                set hero={"top":1}     | for Article, set: the value "{"top":1}" for hero holds a value of top, which Hero does not have | write a value of the data type BLOCK<Hero>
                set title[de]=a        | for Article, set: title is not localized, and the action names the language de | leave the language out
                copy title to views    | for Article, copy: title is of the data type STRING, and views of INTEGER | copy between properties of one data type
                copy title to body     | for Article, copy: title is of the data type STRING, and body of TEXT | copy between properties of one data type
                append marks=a         | for Article, append: the value "a" for marks is not a whole number between -2147483648 and 2147483647 | write a value of the data type INTEGER
                append views=1         | for Article, append: views is of the data type INTEGER, and only to lists, sets and texts can be added | set it instead
                run notfy              | the application supplies no action "notfy"                          | write notify
                """)
    void whatDoesNotFitTheTypeIsRefusedWithTheWayOut(String action, String message, String fix) {
        assertThat(check.check(RuleSite.rule("wrong", "", action)).asList())
                .singleElement()
                .isEqualTo(new Problem(ProblemCode.UNFIT_RULE, "rule wrong", message, fix));
    }

    @Test
    void aConditionHasToHoldForEachTypeAndTheOneIsNamedForWhichItDoesNot() {
        Rule rule =
                RuleSite.rule("both", List.of("Article", "Page"), "item.title != '' && item.views > 3", "log INFO x");

        assertThat(check.check(rule).asList())
                .singleElement()
                .isEqualTo(new Problem(
                        ProblemCode.WRONG_CONDITION,
                        "rule both",
                        "for Page, line 1, column 25: there is no property \"views\"",
                        "correct the condition, name other types for the rule, or disable it"));
    }

    @Test
    void aRuleForAllTypesSpeaksOfWhatAllTypesHaveThatCanHaveItems() {
        assertThat(check.check(RuleSite.rule("all", List.of(), "item.title == name", "set title=New"))
                        .asList())
                .isEmpty();
        assertThat(check.check(RuleSite.rule("some", List.of(), "has(item.views)", "clear views"))
                        .asList())
                .extracting(Problem::message)
                .containsExactly(
                        "for Page, clear: Page has no property \"views\"",
                        "for Page, line 1, column 4: there is no property \"views\"");
    }

    @Test
    void typesThatAreNotThereOrHaveNoItemsAreRefused() {
        Rule rule = RuleSite.rule("where", List.of("Artcle", "Hero", "Root"), "", "log INFO x");

        assertThat(check.check(rule).asList())
                .extracting(Problem::message, Problem::fix)
                .containsExactly(
                        tuple("Hero has no items of its own", ProblemCode.UNFIT_RULE.fix()),
                        tuple("Root has no items of its own", ProblemCode.UNFIT_RULE.fix()),
                        tuple("no type \"Artcle\" is in use", "write Article"));
    }

    @Test
    void allThatIsWrongIsSaidAtOnce() {
        Rule rule = RuleSite.rule("much", "item.nope == 1 || item.views", "set neither=1", "append views=1");

        assertThat(check.check(rule).asList())
                .extracting(Problem::code)
                .containsExactly(
                        ProblemCode.UNFIT_RULE,
                        ProblemCode.UNFIT_RULE,
                        ProblemCode.WRONG_CONDITION,
                        ProblemCode.WRONG_CONDITION);
    }
}
