package dev.synchronizer.spring;

import dev.synchronizer.SyncRefusedException;
import dev.synchronizer.SyncReport;
import dev.synchronizer.Synchronizer;
import dev.synchronizer.problem.Problem;
import dev.synchronizer.problem.ProblemCode;
import dev.synchronizer.problem.Problems;
import dev.synchronizer.problem.ProblemsException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.BeanInitializationException;
import org.springframework.beans.factory.InitializingBean;

/**
 * Brings the application's content types in step before anything reads them, and knows how they stand since. Whatever
 * is initialized by a database waits for it: persistence units, JDBC templates and the like.
 */
public final class ApplicationSynchronizer implements InitializingBean {
    private static final Logger LOG = LoggerFactory.getLogger(ApplicationSynchronizer.class);

    private final Synchronizer synchronizer;
    private final SynchronizerProperties properties;
    private final Clock clock;
    private final AtomicLong committedRuns = new AtomicLong();
    private final AtomicLong failedRuns = new AtomicLong();
    private volatile @Nullable SynchronizationState state;

    public ApplicationSynchronizer(Synchronizer synchronizer, SynchronizerProperties properties, Clock clock) {
        this.synchronizer = synchronizer;
        this.properties = properties;
        this.clock = clock;
    }

    /**
     * Synchronizes all types, or analyses them where committing is switched off.
     *
     * @throws BeanInitializationException if it fails, and the application is not to start then; the cause is a {@link
     *     ProblemsException}, a {@link SyncRefusedException} where the plan is refused, or what nobody foresaw
     */
    @Override
    public synchronized void afterPropertiesSet() {
        Instant start = clock.instant();
        try {
            SyncReport report = synchronizer.synchronize();
            count(report);
            state = SynchronizationState.of(report, clock.instant());
        } catch (SyncRefusedException e) {
            SynchronizationState refused = SynchronizationState.planned(e.plan(), clock.instant(), since(start));
            if (synchronizer.commits()) {
                fail(e, refused);
            } else {
                LOG.warn("Content types: committing is switched off, and would be refused: {}", refused.problems());
                state = refused;
            }
        } catch (RuntimeException e) {
            fail(e, SynchronizationState.failed(problems(e), clock.instant(), since(start)));
        }
    }

    /**
     * Synchronizes one type with those that it needs, even where committing is switched off, and compares all types
     * anew.
     *
     * @throws ProblemsException if there is no such type, or it fails; nothing was written
     * @throws SyncRefusedException if the plan would harm what is stored; nothing was written
     */
    public SyncReport synchronizeType(String name) {
        return synchronizeType(name, null);
    }

    /**
     * Does so for somebody, who is recorded in place of the application.
     *
     * @param actor who it is; null is the application itself
     * @throws ProblemsException if there is no such type, that name cannot be recorded, or it fails; nothing was written
     * @throws SyncRefusedException if the plan would harm what is stored; nothing was written
     */
    public synchronized SyncReport synchronizeType(String name, @Nullable String actor) {
        SyncReport report;
        try {
            List<String> one = List.of(name);
            report = actor == null ? synchronizer.synchronizeTypes(one) : synchronizer.synchronizeTypes(one, actor);
        } catch (RuntimeException e) {
            failedRuns.incrementAndGet();
            throw e;
        }
        count(report);
        state = analyzed().after(report);
        return report;
    }

    /** What a run has committed, it has, even if nobody can say how the types stand since. */
    private SynchronizationState analyzed() {
        Instant start = clock.instant();
        try {
            return SynchronizationState.planned(synchronizer.analyze().plan(), clock.instant(), since(start));
        } catch (RuntimeException e) {
            LOG.error("Content types: a type was synchronized, but how all of them stand cannot be said", e);
            return SynchronizationState.failed(problems(e), clock.instant(), since(start));
        }
    }

    /** The synchronizer, for whoever has to wait until it has run. */
    Synchronizer synchronizer() {
        return synchronizer;
    }

    /** How the types stand as of the last run of this application. */
    public SynchronizationState state() {
        return Objects.requireNonNull(state, "content types are not synchronized before the bean is initialized");
    }

    /** How many runs of this application committed anything. */
    public long committedRuns() {
        return committedRuns.get();
    }

    /** How many runs of this application failed or were refused. */
    public long failedRuns() {
        return failedRuns.get();
    }

    private void count(SyncReport report) {
        if (report.committed()) {
            committedRuns.incrementAndGet();
        }
    }

    private void fail(RuntimeException cause, SynchronizationState failure) {
        failedRuns.incrementAndGet();
        state = failure;
        if (properties.onFailure() == SynchronizerProperties.OnFailure.FAIL) {
            throw new FailedStartException(cause);
        }
        if (cause instanceof ProblemsException || cause instanceof SyncRefusedException) {
            LOG.error(
                    "Content types: not synchronized; the application starts with what is stored: {}",
                    failure.problems().errors());
        } else {
            LOG.error("Content types: not synchronized; the application starts with what is stored", cause);
        }
    }

    private Duration since(Instant start) {
        return Duration.between(start, clock.instant());
    }

    private static Problems problems(RuntimeException failure) {
        if (failure instanceof ProblemsException known) {
            return known.problems();
        }
        return Problems.of(Problem.of(ProblemCode.INTERNAL_ERROR, "start", failure.toString()));
    }
}
