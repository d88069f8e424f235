package dev.synchronizer.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class RememberedNoncesTest {
    private final MovedClock clock = new MovedClock();
    private final RememberedNonces nonces = new RememberedNonces(clock, 2);

    @Test
    void aNonceIsNewOnceForEachSender() {
        assertThat(isNew("a", "1", 10)).isTrue();
        assertThat(isNew("a", "1", 10)).isFalse();
        assertThat(isNew("b", "1", 10)).isTrue();
    }

    @Test
    void whereThereIsNoRoomNothingIsForgottenBeforeItsTime() {
        assertThat(isNew("a", "1", 20)).isTrue();
        assertThat(isNew("a", "2", 10)).isTrue();
        assertThatThrownBy(() -> isNew("a", "3", 10))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("more than 2 requests");
        assertThat(isNew("a", "1", 20)).isFalse();

        clock.move(Duration.ofMinutes(11));

        assertThat(isNew("a", "3", 10)).isTrue();
        assertThat(isNew("a", "1", 20)).isFalse();
    }

    private boolean isNew(String sender, String nonce, int minutes) {
        return nonces.isNew(sender, nonce, clock.instant().plus(Duration.ofMinutes(minutes)));
    }
}
