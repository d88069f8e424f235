package dev.synchronizer.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import dev.synchronizer.SynchronizerBuilder;
import dev.synchronizer.saving.Serves;
import dev.synchronizer.saving.SubjectKind;
import org.junit.jupiter.api.AfterEach;

/** The same holds where handlers look at all that is saved, and what does not fit its seal is refused. */
class G5ObservedStoreTest extends G5SealedStoreTest {
    private final Listener listener =
            Listener.of("listener", Serves.stores("main").kinds(SubjectKind.values()));

    @Override
    void configure(SynchronizerBuilder builder) {
        super.configure(builder);
        builder.strict(true).saveHandler(listener);
    }

    @AfterEach
    void somebodyLooked() {
        assertThat(listener.calls()).isNotEmpty();
    }
}
