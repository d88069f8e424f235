package dev.synchronizer.saving;

import static org.assertj.core.api.Assertions.assertThat;

import dev.synchronizer.store.NodeEvents.Span;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class MissingNumbersTest {
    private static final Instant NOON = Instant.parse("2026-05-06T12:00:00Z");

    private final MissingNumbers numbers = new MissingNumbers(10);

    @Test
    void whatCountsAsSeenIsNotNew() {
        assertThat(numbers.sees(10, NOON)).isFalse();
        assertThat(numbers.sees(3, NOON)).isFalse();
        assertThat(numbers.gaps()).isEmpty();
    }

    @Test
    void aNumberThatWasLeftOutIsStillNew() {
        assertThat(numbers.sees(15, NOON)).isTrue();
        assertThat(numbers.gaps()).containsExactly(new Span(11, 14));

        assertThat(numbers.sees(13, NOON)).isTrue();
        assertThat(numbers.sees(13, NOON)).isFalse();
        assertThat(numbers.gaps()).containsExactly(new Span(11, 12), new Span(14, 14));
        assertThat(numbers.last()).isEqualTo(15);
    }

    @Test
    void gapsAreGivenUpByWhenTheyWereNoticedFirst() {
        numbers.sees(15, NOON);
        numbers.sees(13, NOON.plusSeconds(2));
        numbers.sees(20, NOON.plusSeconds(2));

        numbers.giveUp(NOON.plusSeconds(1));

        assertThat(numbers.gaps()).containsExactly(new Span(16, 19));
        assertThat(numbers.sees(14, NOON)).isFalse();
    }

    @Test
    void ofVeryManyGapsTheOldestAreGivenUp() {
        for (int i = 1; i <= 6_000; i++) {
            numbers.sees(10 + 2L * i, NOON);
        }

        assertThat(numbers.gaps()).hasSize(5_000).endsWith(new Span(12_009, 12_009));
        assertThat(numbers.sees(11, NOON)).isFalse();
    }

    @Test
    void inWhateverOrderTheyComeEachIsNewOnce() {
        Random random = new Random(7);
        Set<Long> seen = new HashSet<>();
        for (int i = 0; i < 5_000; i++) {
            long number = 11 + random.nextInt(1_000);
            assertThat(numbers.sees(number, NOON)).isEqualTo(seen.add(number));
        }
        List<Span> gaps = numbers.gaps();
        assertThat(gaps.stream().mapToLong(gap -> gap.last() - gap.first() + 1).sum())
                .isEqualTo(numbers.last() - 10 - seen.size());
    }
}
