package dev.synchronizer.rule.cel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.synchronizer.rule.Condition;
import dev.synchronizer.rule.ConditionException;
import dev.synchronizer.rule.RuleLimits;
import dev.synchronizer.rule.RuleSite;
import dev.synchronizer.rule.RuleTypes;
import dev.synchronizer.value.Values;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Whatever a condition does, it comes to an end soon, and takes no more memory than it may. */
class CelBoundsTest {
    private static final RuleTypes TYPES = RuleSite.types();
    private static final Values EMPTY = Values.none();

    /** The standard ones, with time even for a machine that is busy. */
    private static final RuleLimits PATIENT = new RuleLimits(4_000, 1_000, 100_000, 10_000_000, Duration.ofMinutes(1));

    @Test
    void comprehensionsWithinEachOtherAreCutOffByTheirElementsInTotal() {
        String list = "[1,2,3,4,5,6,7,8,9,10]";
        String endless =
                "%1$s.all(a, %1$s.all(b, %1$s.all(c, %1$s.all(d, %1$s.all(e, %1$s.all(f, true))))))".formatted(list);

        assertCutOff(endless, "more than 100000 elements", EMPTY);
        assertCutOff("op == 'UPDATE' && !" + endless, "more than 100000 elements", EMPTY);
    }

    @Test
    void timeIsLookedAt() {
        RuleLimits limits = new RuleLimits(4_000, 1_000, 100_000, 10_000_000, Duration.ofNanos(1));

        for (String condition : List.of(
                "item.tags.exists(tag, item.body.contains(tag))",
                "item.tags.exists(tag, item.body.contains(tag)) || true",
                "item.tags[0].matches('a')")) {
            assertCutOff(condition, "takes longer than", limits, values("x".repeat(1_000), 100));
        }
    }

    @Test
    void textsAndListsThatDoubleWithEachStepAreCutOff() {
        String doubling = ".map(x, x + x)".repeat(40);

        assertCutOff("size(['ab']" + doubling + "[0]) > 0", "more than 10000000 characters", EMPTY);
        assertCutOff("size([['ab']]" + doubling + "[0]) > 0", "more than 10000000 characters and elements", EMPTY);
    }

    @Test
    void allThatIsMadeInOneEvaluationCounts() {
        assertCutOff(
                "item.tags.map(tag, item.body + tag).size() > 0",
                "makes texts and lists of more than 10000000 characters",
                values("x".repeat(200_000), 60));
        RuleLimits little = new RuleLimits(4_000, 1_000, 100_000, 20_000, Duration.ofMinutes(1));
        assertCutOff("item.tags.map(tag, item.tags + [tag]).size() > 0", "makes texts", little, values("", 200));
        assertCutOff("item.tags.map(tag, bytes(item.body)).size() > 0", "makes texts", values("x".repeat(200_000), 60));
    }

    @Test
    void aLongListIsLookedThroughElementByElement() {
        RuleLimits limits = new RuleLimits(4_000, 1_000, 100_000, 50_000, Duration.ofMinutes(1));

        assertThat(compiled("item.tags.filter(tag, tag != 'tag7').map(tag, tag + 'x').size() == 1999", limits)
                        .holds(RuleSite.facts(values("x", 2_000), null)))
                .as("what it has come to is not counted anew with each element")
                .isTrue();
    }

    @Test
    void oneTextThatIsLookedAtTimeAndAgainCountsEachTime() {
        assertCutOff(
                "item.tags.map(tag, item.body) == item.tags.map(tag, item.body)",
                "looks at more than 1000000000 characters",
                values("x".repeat(1_000_000), 600));
    }

    @Test
    void aSearchByAPatternIsBoundedByTheLengthOfTheTextAndTheSizeOfThePattern() {
        assertCutOff(
                "item.body.matches('(x+x+)+y')",
                "a text of 3000000 characters against a pattern of 10 steps",
                values("x".repeat(3_000_000), 0));
        assertThat(compiled("item.body.matches('x{3}$')").holds(RuleSite.facts(values("x".repeat(3_000), 0), null)))
                .isTrue();
    }

    @Test
    void aPatternThatWouldFillTheMemoryIsNotRead() {
        assertCutOff("'a'.matches(item.body)", "is repeated in it", values("(((a{1000}){1000}){1000})", 0));
        assertCutOff("matches('a', item.body)", "is repeated in it", values("a{900}b{900}", 0));
        assertThat(compiled("'a'.matches(item.body)")
                        .holds(RuleSite.facts(values("^(([a-z]{1,3}-?){1,3}[0-9]{0,4}){1,2}$", 0), null)))
                .isTrue();
    }

    @Test
    void whatIsSoughtInALongTextIsFoundHoweverItRepeatsItself() {
        String repeated = "ab".repeat(500) + "a";
        String text = repeated.repeat(300) + "bab";

        assertThat(Searches.contains(text, repeated + "ba")).isTrue();
        assertThat(Searches.contains(text, repeated + "bb")).isFalse();
        assertThat(Searches.contains(text, "a" + repeated)).isTrue();
        assertThat(Searches.contains(text, repeated + "bab")).isTrue();
        assertThat(Searches.contains(text, "abc")).isFalse();
    }

    private static Values values(String body, int tags) {
        return EMPTY.with("body", body)
                .with("tags", IntStream.range(0, tags).mapToObj(i -> "tag" + i).toList());
    }

    private static void assertCutOff(String condition, String reason, Values values) {
        assertCutOff(condition, reason, PATIENT, values);
    }

    private static void assertCutOff(String condition, String reason, RuleLimits limits, Values values) {
        Condition compiled = compiled(condition, limits);
        assertThatExceptionOfType(ConditionException.class)
                .isThrownBy(() -> compiled.holds(RuleSite.facts(values, null)))
                .satisfies(cutOff -> assertThat(cutOff.kind()).isEqualTo(ConditionException.Kind.CUT_OFF))
                .withMessageContaining(reason);
    }

    private static Condition compiled(String condition) {
        return compiled(condition, PATIENT);
    }

    private static Condition compiled(String condition, RuleLimits limits) {
        return new CelLanguage().compile(condition, TYPES.type("Article").orElseThrow(), TYPES, limits);
    }
}
