package dev.synchronizer.persistence;

import dev.synchronizer.problem.ProblemsException;
import dev.synchronizer.store.ChangeWatch;
import dev.synchronizer.store.SyncStore;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Is told of changes by PostgreSQL, on a connection of its own. Where that cannot be had, it waits like any other; while
 * it is lost, it tries again now and then.
 */
final class ListeningWatch implements ChangeWatch {
    private static final Logger LOG = LoggerFactory.getLogger(ListeningWatch.class);
    /** A wait cannot be ended from outside, so that closing takes this many milliseconds at most. */
    private static final int AT_A_TIME = 100;

    private static final Duration BETWEEN_ATTEMPTS = Duration.ofSeconds(30);

    private final DataSource dataSource;
    private final StateQuery state;
    private final PollingWatch polling;
    private final Duration pause;
    private volatile @Nullable PostgresListener listener;
    private boolean possible = true;
    private boolean lost;
    private long nextAttempt = System.nanoTime();

    ListeningWatch(DataSource dataSource, StateQuery state, SyncStore store) {
        this(dataSource, state, store, BETWEEN_ATTEMPTS);
    }

    /** @param pause how long it makes do without a connection before it tries to get one again */
    ListeningWatch(DataSource dataSource, StateQuery state, SyncStore store, Duration pause) {
        this.pause = pause;
        this.dataSource = dataSource;
        this.state = state;
        this.polling = new PollingWatch(store);
    }

    @Override
    public void await(Duration atMost) throws InterruptedException {
        PostgresListener current = listener;
        if (current == null && possible && System.nanoTime() - nextAttempt >= 0) {
            current = open();
            if (current != null) {
                // Of what was committed before it listened, it is not told.
                return;
            }
        }
        if (current == null) {
            polling.await(possible && pause.compareTo(atMost) < 0 ? pause : atMost);
            return;
        }
        try {
            listen(current, atMost);
        } catch (SQLException | RuntimeException e) {
            lose(current, e);
        }
    }

    private void listen(PostgresListener current, Duration atMost) throws SQLException {
        long left = atMost.toMillis();
        while (left > 0 && !polling.isClosed() && !current.hasNews((int) Math.min(left, AT_A_TIME))) {
            left -= AT_A_TIME;
        }
    }

    private @Nullable PostgresListener open() {
        nextAttempt = System.nanoTime() + pause.toNanos();
        try {
            PostgresListener opened = OwnConnection.open(dataSource);
            possible = opened != null;
            listener = opened;
            if (opened != null && polling.isClosed()) {
                opened.close();
            }
            return opened;
        } catch (SQLException | RuntimeException | LinkageError e) {
            // What a driver should never throw must not keep the thread from waiting at all.
            LOG.debug("No connection to listen on: changes are polled for", e);
            return null;
        }
    }

    @Override
    public long changeNumber() {
        PostgresListener current = listener;
        if (current != null) {
            try {
                return current.changeNumber(state);
            } catch (ProblemsException e) {
                lose(current, e);
            }
        }
        return polling.changeNumber();
    }

    private void lose(PostgresListener current, Exception cause) {
        if (!polling.isClosed()) {
            LOG.debug("The connection to listen on was lost: changes are polled for", cause);
        }
        lost = true;
        listener = null;
        current.close();
    }

    @Override
    public boolean wasLost() {
        boolean was = lost;
        lost = false;
        return was;
    }

    @Override
    public void close() {
        polling.close();
        PostgresListener current = listener;
        if (current != null) {
            current.close();
        }
    }
}
