package dev.synchronizer.rule.cel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.synchronizer.rule.ConditionException;
import dev.synchronizer.rule.RuleLimits;
import dev.synchronizer.rule.RuleSite;
import dev.synchronizer.rule.RuleTypes;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CelRefusalTest {
    private static final RuleTypes TYPES = RuleSite.types();

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                item.getClass() == 1                            | 1:14 there is no variable or function "getClass"
                item.title.getClass().forName('x') == 1         | 1:20 there is no variable or function "getClass"
                java.lang.Runtime.getRuntime() == null          | 1:1 there is no variable or function "java"
                item.class == 'x'                               | 1:5 there is no property "class"
                item.tesaer == 'x'                              | 1:5 there is no property "tesaer"
                item.hero.height == 1                           | 1:10 there is no property "height"
                has(item.nope)                                  | 1:4 there is no property "nope"
                titel == 'x'                                    | 1:1 there is no variable or function "titel"
                'tilte' in changed                              | 1:1 there is no property "tilte" that could change
                item.views == 'a'                               | 1:12 == cannot be applied to (int, string)
                item.title > 3                                  | 1:12 > cannot be applied to (string, int)
                item.views                                      | 1:5 a condition is true or false, and this is
                item.title.size()                               | 1:16 a condition is true or false, and this is int
                item                                            | 1:1 a condition is true or false, and this is Article
                item.hero == null                               | 1:11 items and blocks are never null
                null != item                                    | 1:6 items and blocks are never null
                Article{} == item                               | 1:8 there is no variable or function "Article"
                content.Article{} == item                       | 1:16 a condition cannot make items or messages
                dyn(item.views) == 'a'                          | 1:4 conditions have no function dyn
                type(item.views) == int                         | 1:5 conditions have no function type
                [1, 'a'].exists(x, x == 1)                      | 1:20 values of several types are mixed
                {'a': 1}['a'] == 1                              | 1:1 conditions have no maps
                [[[[1]]]] == [[[[2]]]]                          | 1:1 more than 3 lists stand within each other
                [item.tags] == [old.tags]                       | 1:13 lists of lists cannot be compared
                item.tags in [old.tags]                         | 1:11 lists of lists cannot be compared
                item.title.matches('(')                         | 1:20 this is no pattern: missing closing )
                item.title.matches('((a{99}){99}){99}')         | 1:20 its pattern, with what is repeated in it
                item.views >                                    | 1:13 the condition ends too early
                item.views > 3 and true                         | 1:16 "and" does not belong here
                item.in == 3                                    | 1:6 "in" does not belong here
                item.title == "x                                | 1:15 the condition cannot be read from here:
                """)
    void whatIsNoConditionForTheTypeIsRefusedWithLineAndColumn(String condition, String flaws) {
        assertThat(refused(condition)).contains(flaws);
    }

    @Test
    void allFlawsAreSaidAtOnceInTheOrderOfTheCondition() {
        assertThat(refused("item.nope == 1 &&\n  item.neither == 2"))
                .isEqualTo("1:5 there is no property \"nope\"\n2:7 there is no property \"neither\"");
    }

    @Test
    void thePropertyThatMayBeMeantIsNamed() {
        ConditionException refused = failure("item.tesaer == 'x'", RuleLimits.STANDARD);

        assertThat(refused.flaws())
                .singleElement()
                .satisfies(flaw -> assertThat(flaw.fix()).isEqualTo("write teaser"));
    }

    @Test
    void aLongConditionIsRefused() {
        ConditionException refused = failure("item.views == 1 || ".repeat(250) + "true", RuleLimits.STANDARD);

        assertThat(refused.kind()).isEqualTo(ConditionException.Kind.CUT_OFF);
        assertThat(refused).hasMessageContaining("has 4754 characters, and 4000 at most are allowed");
    }

    @Test
    void aConditionOfManyPartsIsRefused() {
        ConditionException refused = failure("op==op||".repeat(300) + "true", RuleLimits.STANDARD);

        assertThat(refused.kind()).isEqualTo(ConditionException.Kind.CUT_OFF);
        assertThat(refused).hasMessageContaining("consists of 1201 parts, and 1000 at most are allowed");
    }

    @Test
    void aConditionOfPartsDeepWithinEachOtherIsRefused() {
        assertThat(refused("(".repeat(60) + "true" + ")".repeat(60)))
                .isEqualTo("1:1 more than 50 parts stand within each other");
        assertThat(failure("(".repeat(1_900) + "true" + ")".repeat(1_900), RuleLimits.STANDARD)
                        .kind())
                .isEqualTo(ConditionException.Kind.REFUSED);
        assertThat(failure("1+".repeat(600) + "1 == 601", RuleLimits.STANDARD).kind())
                .isEqualTo(ConditionException.Kind.REFUSED);
        assertThat(failure("!(".repeat(900) + "true" + ")".repeat(900), RuleLimits.STANDARD)
                        .kind())
                .isEqualTo(ConditionException.Kind.REFUSED);
    }

    private static String refused(String condition) {
        ConditionException failure = failure(condition, RuleLimits.STANDARD);
        assertThat(failure.kind()).isEqualTo(ConditionException.Kind.REFUSED);
        return failure.flaws().stream()
                .map(flaw -> flaw.line() + ":" + flaw.column() + " " + flaw.message())
                .collect(Collectors.joining("\n"));
    }

    private static ConditionException failure(String condition, RuleLimits limits) {
        ConditionException failure = catchThrowableOfType(
                ConditionException.class,
                () -> new CelLanguage().compile(condition, TYPES.type("Article").orElseThrow(), TYPES, limits));
        assertThat(failure).as(condition).isNotNull();
        return failure;
    }
}
