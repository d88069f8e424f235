package dev.synchronizer.spring;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.annotation.Selector;
import org.springframework.boot.actuate.endpoint.annotation.WriteOperation;

/** Says how the application's content types stand, and synchronizes one on its own (D9). */
@Endpoint(id = SynchronizerEndpoint.ID)
final class SynchronizerEndpoint {
    static final String ID = "synchronizer";

    private final ApplicationSynchronizer synchronizer;

    SynchronizerEndpoint(ApplicationSynchronizer synchronizer) {
        this.synchronizer = synchronizer;
    }

    @ReadOperation
    SynchronizerReport report() {
        return SynchronizerReport.of(synchronizer.state());
    }

    @WriteOperation
    SynchronizedType synchronize(@Selector String type) {
        return synchronize(type, null);
    }

    SynchronizedType synchronize(String type, @Nullable String actor) {
        return SynchronizedType.of(type, synchronizer.synchronizeType(type, actor));
    }
}
