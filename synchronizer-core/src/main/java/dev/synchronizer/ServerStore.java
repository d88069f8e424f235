package dev.synchronizer;

import dev.synchronizer.persistence.DriverConnections;
import dev.synchronizer.problem.Problem;
import dev.synchronizer.problem.ProblemsException;
import dev.synchronizer.staging.DeliveryException;
import dev.synchronizer.staging.Receiving;
import dev.synchronizer.staging.Secrets;
import dev.synchronizer.task.ServerChannel;
import java.time.Duration;
import java.util.Objects;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A synchronizer on the database of another server, for whose store those are called that serve one of its name. */
final class ServerStore implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ServerStore.class);

    private final String server;
    private final DataSource source;
    private final Synchronizer synchronizer;
    private final @Nullable String password;
    private volatile boolean known;

    private ServerStore(String server, DataSource source, @Nullable String password, Synchronizer synchronizer) {
        this.password = password;
        this.server = server;
        this.source = source;
        this.synchronizer = synchronizer;
    }

    /**
     * Connects to nothing yet.
     *
     * @throws dev.synchronizer.problem.ProblemsException if the password is not where it was said to be, or there is no
     *     driver
     */
    static ServerStore of(ServerChannel server, SynchronizerBuilder builder, Secrets secrets) {
        String password = secrets.find(server).orElse(null);
        DataSource source =
                builder.serverDatabases().open(Objects.requireNonNull(server.url()), server.user(), password);
        SynchronizerBuilder there = Synchronizer.builder()
                .dataSource(source)
                .storeName(server.name())
                .actor(builder.actor)
                .clock(builder.clock)
                .pollInterval(Duration.ZERO);
        builder.callFor(there);
        return new ServerStore(server.name(), source, password, there.build());
    }

    /** @throws DeliveryException if the database does not answer; nothing has arrived there then */
    Receiving reached() {
        try {
            DriverConnections.require(source);
            known = true;
            return synchronizer.staging().receiving();
        } catch (ProblemsException e) {
            throw new DeliveryException("the database of " + server + " cannot be reached: " + words(e), false, e);
        }
    }

    /** Without what advises those who have opened a database themselves. */
    static String words(ProblemsException problems) {
        return String.join(
                "; ", problems.problems().stream().map(Problem::message).toList());
    }

    /** Whether it is to be opened anew: whoever was never let in may have the wrong password, and others may have another one by now. */
    boolean isStale(ServerChannel channel, Secrets secrets) {
        return !known || !Objects.equals(password, secrets.find(channel).orElse(null));
    }

    @Override
    public void close() {
        synchronizer.close();
        if (source instanceof AutoCloseable open) {
            try {
                open.close();
            } catch (Exception e) {
                LOG.warn("Connections to the database of {} cannot be closed: {}", server, e.toString());
            }
        }
    }
}
