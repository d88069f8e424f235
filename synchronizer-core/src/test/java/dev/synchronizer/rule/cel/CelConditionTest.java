package dev.synchronizer.rule.cel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.synchronizer.annotation.ContentReference;
import dev.synchronizer.rule.Condition;
import dev.synchronizer.rule.ConditionException;
import dev.synchronizer.rule.RuleFacts;
import dev.synchronizer.rule.RuleLimits;
import dev.synchronizer.rule.RuleSite;
import dev.synchronizer.rule.RuleTypes;
import dev.synchronizer.value.Block;
import dev.synchronizer.value.Values;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CelConditionTest {
    private static final RuleTypes TYPES = RuleSite.types();
    private static final UUID RELATED = UUID.fromString("00000000-0000-4000-8000-000000000001");

    private static final Values FULL = Values.none()
            .with("title", "Hello")
            .with("summary", "plain")
            .with("summary", "de", "Kurz")
            .with("views", 5)
            .with("hits", 5_000_000_000L)
            .with("score", new BigDecimal("2.5"))
            .with("ratio", 0.5)
            .with("hot", true)
            .with("at", Instant.parse("2026-01-31T00:00:00Z"))
            .with("day", LocalDate.parse("2026-01-31"))
            .with("link", URI.create("https://example.org/a"))
            .with("tongue", Locale.forLanguageTag("de-CH"))
            .with("related", new ContentReference(RELATED))
            .with("in", 3)
            .with("tags", List.of("a", "b"))
            .with("marks", Set.of(7))
            .with("hero", Block.empty().with("title", "Big").with("size", 3))
            .with("heroes", List.of(Block.empty().with("title", "Small")));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "item.title == 'Hello'",
                "item.title.startsWith('He') && item.title.matches('H.*o') && size(item.title) == 5",
                "item.views > 3 && item.views + 1 == 6 && item.hits > 4000000000",
                "item.score > 2.4 && item.score > 2 && item.ratio < 1.0",
                "item.hot",
                "item.at > timestamp('2026-01-01T00:00:00Z') && item.at.getFullYear() == 2026",
                "item.day < '2026-02-01'",
                "item.link.endsWith('/a') && item.tongue == 'de-CH'",
                "item.related == '00000000-0000-4000-8000-000000000001'",
                "item.`in` == 3",
                "'b' in item.tags && item.tags[0] == 'a' && item.tags.exists(tag, tag == 'a') && 7 in item.marks",
                "item.hero.title == 'Big' && item.hero.size > 2",
                "item.heroes.all(hero, hero.title == 'Small')",
                "item.summary == 'plain' && item.inLanguage('de').summary == 'Kurz' && item.inLanguage('de').views == 5",
                "name == 'Welcome' && contentType == 'Article' && op == 'UPDATE' && origin == 'API'",
                "store == 'main' && lang == '' && user == 'ann'",
                "'title' in changed && !('views' in changed) && size(changed) == 1",
                "old.title == 'Before' && item.title != old.title",
                "item != old && item.hero == item.hero && item.hero != old.hero"
            })
    void aConditionSeesTheValuesOfTheSaveByTheirDataTypes(String condition) {
        RuleFacts facts = RuleSite.facts(FULL, Values.none().with("title", "Before"), "title");

        assertThat(compiled(condition).holds(facts)).isTrue();
    }

    @Test
    void aLocalizedPropertyIsSeenInTheLanguageOfTheSave() {
        RuleFacts german = RuleSite.in("de", RuleSite.facts(FULL, null));

        assertThat(compiled("item.summary == 'Kurz' && item.title == 'Hello' && lang == 'de'")
                        .holds(german))
                .isTrue();
        assertThat(compiled("has(item.summary)").holds(RuleSite.in("fr", german)))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "!has(item.title) && item.title == null && item.title != 'x' && !(item.title == 'x')",
                "!(item.title in ['x'])",
                "!has(item.at) && item.at == null",
                "!has(item.tags) && size(item.tags) == 0 && !('a' in item.tags) && item.tags.all(tag, false)",
                "!has(item.hero) && !has(item.hero.title) && item.hero.title == null",
                "item.views > 3 || op == 'UPDATE'",
                "!has(item.views) || item.views > 3",
                "!has(old.title) && old.title == null && size(old.tags) == 0 && item == old"
            })
    void whatIsNotThereCanBeAskedForAndComparedWithNull(String condition) {
        assertThat(compiled(condition).holds(RuleSite.facts(Values.none(), null)))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "item.views > 3",
                "item.views + 1 == 1",
                "-item.views < 0",
                "item.title.startsWith('a')",
                "size(item.title) == 0",
                "string(item.views) == ''",
                "item.at < timestamp('2026-01-01T00:00:00Z')",
                "item.hot",
                "item.hot && op == 'UPDATE'",
                "item.hot ? true : true",
                "item.tags.exists(tag, tag == item.title) || item.views > 3",
                "['a'][item.views] == 'a'",
                "item.hero.size > 3",
                "timestamp(item.title) == item.at",
                "item.inLanguage(item.title).title == null"
            })
    void neitherAConditionNorItsContraryHoldsWhereTheOutcomeHangsOnWhatIsNotThere(String condition) {
        RuleFacts facts = RuleSite.facts(Values.none(), null);

        assertThat(compiled(condition).holds(facts)).isFalse();
        assertThat(compiled("!(" + condition + ")").holds(facts)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"item.views / 0 == 1", "item.tags[5] == 'a'", "int(item.title) == 1"})
    void whatFailsForAnotherReasonSaysWhere(String condition) {
        assertThatExceptionOfType(ConditionException.class)
                .isThrownBy(() -> compiled("true &&\n " + condition).holds(RuleSite.facts(FULL, null)))
                .satisfies(failure -> {
                    assertThat(failure.kind()).isEqualTo(ConditionException.Kind.FAILED);
                    assertThat(failure.flaws()).singleElement().satisfies(flaw -> {
                        assertThat(flaw.line()).isEqualTo(2);
                        assertThat(flaw.column()).isGreaterThan(1);
                        assertThat(flaw.message()).contains("failed with");
                    });
                });
    }

    @Test
    void aDivisionByZeroFailsThoughSomethingElseIsNotThere() {
        assertThatExceptionOfType(ConditionException.class)
                .isThrownBy(() -> compiled("item.title == null && item.views / 0 == 1")
                        .holds(RuleSite.facts(Values.none().with("views", 1), null)))
                .satisfies(failure -> assertThat(failure.kind()).isEqualTo(ConditionException.Kind.FAILED));
    }

    @Test
    void manyThreadsShareACondition() {
        Condition condition = compiled("item.views % 2 == 0 && item.tags.exists(tag, tag == string(item.views))");
        AtomicInteger held = new AtomicInteger();
        IntStream.range(0, 2_000).parallel().forEach(i -> {
            Values values = Values.none().with("views", i).with("tags", Collections.nCopies(5, String.valueOf(i)));
            if (condition.holds(RuleSite.facts(values, null))) {
                held.incrementAndGet();
            }
        });

        assertThat(held).hasValue(1_000);
    }

    private static Condition compiled(String condition) {
        return compiled(condition, RuleLimits.STANDARD);
    }

    private static Condition compiled(String condition, RuleLimits limits) {
        return new CelLanguage().compile(condition, TYPES.type("Article").orElseThrow(), TYPES, limits);
    }
}
