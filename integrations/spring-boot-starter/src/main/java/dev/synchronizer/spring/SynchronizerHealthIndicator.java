package dev.synchronizer.spring;

import dev.synchronizer.problem.Problem;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;

/**
 * Says whether the content types need somebody. A node that serves what is stored is up, even where changes wait or a
 * newer release has committed: out of service, it could not do its part in a rolling deployment. A conflict or a
 * failure, with which the application was told to start, has a status of its own, which an operator can map.
 */
final class SynchronizerHealthIndicator implements HealthIndicator {
    static final Status DEGRADED = new Status("DEGRADED");

    private final ApplicationSynchronizer synchronizer;

    SynchronizerHealthIndicator(ApplicationSynchronizer synchronizer) {
        this.synchronizer = synchronizer;
    }

    @Override
    public Health health() {
        SynchronizationState state = synchronizer.state();
        Health.Builder health = new Health.Builder(status(state.status()))
                .withDetail("state", state.status().label());
        if (state.counts() != null) {
            health.withDetail("types", state.counts());
        }
        if (!state.problems().errors().isEmpty()) {
            health.withDetail(
                    "problems",
                    state.problems().errors().stream().map(Problem::toString).toList());
        }
        return health.build();
    }

    private static Status status(SynchronizationStatus status) {
        return switch (status) {
            case IN_SYNC, GATED, PENDING -> Status.UP;
            case CONFLICT, FAILED -> DEGRADED;
        };
    }
}
