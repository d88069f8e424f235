package dev.synchronizer.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class PausesTest {
    private static final TopicPartition ONE = new TopicPartition("orders", 1);
    private static final TopicPartition OTHER = new TopicPartition("orders", 2);

    @Test
    void eachPauseIsTwiceAsLongAsTheOneBeforeUntilItIsLongEnough() {
        Pauses pauses = new Pauses(Duration.ofSeconds(10), Duration.ofMinutes(1));

        assertThat(List.of(pauses.begin(ONE), pauses.begin(ONE), pauses.begin(ONE), pauses.begin(ONE)))
                .extracting(Duration::toSeconds)
                .containsExactly(10L, 20L, 40L, 60L);
        assertThat(pauses.length(1_000)).isEqualTo(Duration.ofMinutes(1));
        assertThat(pauses.begin(OTHER)).isEqualTo(Duration.ofSeconds(10));
        assertThat(pauses.over()).isEmpty();

        pauses.forget(List.of(ONE));
        assertThat(pauses.begin(ONE)).isEqualTo(Duration.ofSeconds(10));
    }

    @Test
    void aPauseIsOverWhenItsTimeHasCome() {
        Pauses pauses = new Pauses(Duration.ZERO, Duration.ZERO);
        pauses.begin(ONE);

        assertThat(pauses.over()).containsExactly(ONE);
    }
}
