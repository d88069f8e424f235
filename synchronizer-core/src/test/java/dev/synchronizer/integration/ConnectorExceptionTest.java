package dev.synchronizer.integration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ConnectorExceptionTest {
    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "OK")
    void itSaysWhatBecomesOfTheTaskAndWhenToTryAgain(Outcome outcome) {
        Exception cause = new IllegalStateException("no line");
        ConnectorException failure = new ConnectorException(outcome, "the shop is closed", cause);

        assertThat(failure.outcome()).isEqualTo(outcome);
        assertThat(failure.retryAfter()).isEmpty();

        ConnectorException later = failure.retryAfter(Duration.ofMinutes(2));
        assertThat(later).hasMessage("the shop is closed").hasCause(cause);
        assertThat(later.outcome()).isEqualTo(outcome);
        assertThat(later.retryAfter()).contains(Duration.ofMinutes(2));
    }

    @Test
    void whatHasSucceededIsNoFailure() {
        assertThatThrownBy(() -> new ConnectorException(Outcome.OK, "done"))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
