package dev.synchronizer;

import dev.synchronizer.persistence.JdbcStore;
import dev.synchronizer.saving.Failures;
import dev.synchronizer.store.SaveFailure;
import java.util.function.Consumer;
import org.slf4j.LoggerFactory;

/** Keeps what fails behind commits, and tells of it, be it that it cannot be kept. */
record KeptFailures(JdbcStore store, Consumer<SaveFailure> listener) implements Failures {
    @Override
    public void record(SaveFailure failure) {
        try {
            store.writingContent(content -> {
                content.recordFailure(failure);
                return failure;
            });
        } finally {
            tell(failure);
        }
    }

    /** What was committed stands, whatever comes of this. */
    private void tell(SaveFailure failure) {
        try {
            listener.accept(failure);
        } catch (Throwable e) {
            LoggerFactory.getLogger(KeptFailures.class)
                    .warn("Who is to be told that {} failed has failed: {}", failure.handler(), e.getMessage(), e);
            if (e instanceof VirtualMachineError && !(e instanceof StackOverflowError)) {
                throw e;
            }
        }
    }
}
