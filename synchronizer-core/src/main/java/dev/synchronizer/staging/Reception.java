package dev.synchronizer.staging;

import dev.synchronizer.exchange.EndpointOptions;
import dev.synchronizer.exchange.Exchange;
import dev.synchronizer.exchange.Nonces;
import dev.synchronizer.exchange.RefusedException;
import dev.synchronizer.exchange.Secret;
import dev.synchronizer.exchange.SignedEndpoint;
import dev.synchronizer.problem.ProblemsException;
import dev.synchronizer.staging.Messages.Asked;
import dev.synchronizer.staging.Messages.Part;
import dev.synchronizer.staging.Messages.Reply;
import dev.synchronizer.task.ServerChannel;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers what servers ask whose signature was found right. */
final class Reception implements Exchange {
    private static final Logger LOG = LoggerFactory.getLogger(Reception.class);

    private final Servers servers;
    private final Receiving receiving;
    private final Nonces nonces;
    private final Secrets secrets;

    /** Answers those that are accepted. */
    Reception(Servers servers, Receiving receiving, Nonces nonces, Secrets secrets) {
        this.servers = servers;
        this.receiving = receiving;
        this.nonces = nonces;
        this.secrets = secrets;
    }

    SignedEndpoint endpoint(String name, EndpointOptions options) {
        return new SignedEndpoint(name, this::secretOf, nonces, this, options);
    }

    private Optional<Secret> secretOf(String sender) {
        return servers.list().stream()
                .filter(server ->
                        server.accepted() && server.enabled() && server.name().equals(sender))
                .findFirst()
                .flatMap(this::secretOf);
    }

    /** Without its secret, a server is as unknown as a stranger. */
    private Optional<Secret> secretOf(ServerChannel server) {
        try {
            return Optional.of(Secret.of(secrets.of(server)));
        } catch (ProblemsException | IllegalArgumentException e) {
            LOG.warn("{} is not heard: {}", server.name(), e.getMessage());
            return Optional.empty();
        }
    }

    @Override
    public byte[] answer(String sender, byte[] body) {
        Asked asked = read(body);
        requireSame(servers.get(sender), asked.sender());
        List<Answer> answers = answers(asked);
        return Messages.write(new Reply(receiving.identity(), answers), asked.answerLimit());
    }

    private static Asked read(byte[] body) {
        try {
            return Messages.readRequest(body);
        } catch (IllegalArgumentException | UncheckedIOException e) {
            throw new RefusedException("this server cannot read what it is asked: " + e.getMessage(), e);
        }
    }

    /** What cannot be read is refused in its place, and the others are taken in. */
    private List<Answer> answers(Asked asked) {
        List<Shipment> readable = asked.parts().stream()
                .map(Part::shipment)
                .filter(Objects::nonNull)
                .toList();
        Iterator<Answer> received = readable.isEmpty()
                ? Collections.emptyIterator()
                : receiving.receive(asked.sender(), readable).iterator();
        return asked.parts().stream()
                .map(part -> part.shipment() == null
                        ? Answer.of(Answer.Outcome.REFUSED, List.of(part.fault()))
                        : received.next())
                .toList();
    }

    /**
     * A server under the name of another one would have its changes taken for those of that one. Of a copy of this database,
     * which says that it is this server, each change is refused.
     */
    private void requireSame(ServerChannel known, String identity) {
        if (known.server() != null || !identity.equals(receiving.identity())) {
            servers.introduce(known.name(), identity);
        }
    }
}
