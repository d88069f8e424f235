package dev.synchronizer.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.synchronizer.problem.ProblemsException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** What cannot be done again is not, however often the work around it begins. */
class OnceTest {
    @Test
    void itGivesWhatWasDone() {
        assertThat(Once.<String>within(once -> once.run(() -> "done"))).isEqualTo("done");
    }

    @Test
    void howItFailsIsHowAllOfItDoesWithoutBeginningAgain() {
        AtomicInteger begun = new AtomicInteger();

        assertThatThrownBy(() -> Once.within(once -> again(() -> once.run(() -> {
                    begun.incrementAndGet();
                    throw new Moved();
                }))))
                .isInstanceOf(Moved.class);
        assertThat(begun).hasValue(1);
    }

    @Test
    void workThatBeginsAgainWhenItWasDoneEndsThere() {
        AtomicInteger done = new AtomicInteger();

        assertThatThrownBy(() -> Once.within(once -> again(() -> {
                    once.run(done::incrementAndGet);
                    throw new Moved();
                })))
                .isInstanceOf(ProblemsException.class)
                .hasMessageContaining("the database did not complete it");
        assertThat(done).hasValue(1);
    }

    private static <T> T again(Supplier<T> work) {
        while (true) {
            try {
                return work.get();
            } catch (Moved e) {
                // The work begins again.
            }
        }
    }
}
