package dev.synchronizer.staging.directory;

import dev.synchronizer.staging.Answer;
import dev.synchronizer.staging.Answer.Outcome;
import dev.synchronizer.staging.DeliveryException;
import dev.synchronizer.staging.Shipment;
import dev.synchronizer.staging.Transport;
import dev.synchronizer.task.ServerChannel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A way to a directory: each task writes or deletes the file of what it is about, as long as nobody has changed that by hand.
 * Several processes may write to one directory.
 */
public final class DirectoryTransport implements Transport {
    private static final String SCHEME = "dir:";
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Path root;
    private final Optional<String> known;
    private final Ground ground;

    /**
     * The way to a directory.
     *
     * @param known the identity that it is known to have; empty where it is not known yet
     */
    DirectoryTransport(Path root, Optional<String> known) {
        this.root = root;
        this.known = known;
        ground = new Ground(root);
    }

    /** Whether a server is a directory. */
    public static boolean leadsTo(ServerChannel server) {
        return server.place().filter(url -> url.startsWith(SCHEME)).isPresent();
    }

    /** The way to a server whose place is {@code dir:PATH}. */
    public static Transport to(ServerChannel server) {
        String path = server.place().orElseThrow().substring(SCHEME.length());
        return new DirectoryTransport(Path.of(path), Optional.ofNullable(server.server()));
    }

    /** That of the directory, which is made one if it is none yet. */
    @Override
    public String identity() {
        return reaching(this::prepared);
    }

    private String prepared() throws IOException {
        if (known.isEmpty()) {
            Files.createDirectories(root);
            ground.prepare();
            return ground.requireIdentity();
        }
        String here = ground.isThere() ? ground.identity().orElse("") : "";
        if (!here.equals(known.get())) {
            // What is missing may be on a disk that is not there now, and would be made anew in its place.
            throw new BrokenFileException("is not the directory " + known.get() + " that changes were told so far");
        }
        ground.requireFormat();
        return here;
    }

    @Override
    public List<Answer> send(List<Shipment> shipments) {
        return reaching(() -> {
            String identity = prepared();
            return ground.locked(PATIENCE, () -> send(shipments, identity));
        });
    }

    private List<Answer> send(List<Shipment> shipments, String identity) throws IOException {
        FileDelivery delivery = new FileDelivery(root, identity);
        List<Answer> answers = new ArrayList<>();
        IOException failure = null;
        boolean reached = shipments.isEmpty();
        for (Shipment shipment : shipments) {
            try {
                answers.add(delivery.deliver(shipment));
                reached = true;
            } catch (IOException e) {
                answers.add(Answers.of(Outcome.FAILED, said(e)));
                failure = e;
            }
        }
        if (!reached && failure != null) {
            throw failure;
        }
        return answers;
    }

    private <T> T reaching(FolderLock.Work<T> work) {
        try {
            return work.get();
        } catch (IOException e) {
            throw new DeliveryException(said(e), false, e);
        } catch (BrokenFileException e) {
            throw new DeliveryException(root + " " + e.reason(), false, e);
        }
    }

    private String said(IOException failure) {
        return IoReason.at(root, failure) + " cannot be written: " + IoReason.of(failure);
    }
}
