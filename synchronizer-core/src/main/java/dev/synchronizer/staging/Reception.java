package dev.synchronizer.staging;

import dev.synchronizer.exchange.EndpointOptions;
import dev.synchronizer.exchange.Exchange;
import dev.synchronizer.exchange.Nonces;
import dev.synchronizer.exchange.Secret;
import dev.synchronizer.exchange.SignedEndpoint;
import dev.synchronizer.problem.ProblemsException;
import dev.synchronizer.staging.Messages.Reply;
import dev.synchronizer.staging.Messages.Request;
import dev.synchronizer.task.Housekeeping;
import dev.synchronizer.task.ServerChannel;
import java.util.List;
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
    private final String actor;
    private final Housekeeping housekeeping;

    /**
     * Answers those that are accepted.
     *
     * @param actor who is recorded where the identity of a sender comes to be known
     */
    Reception(
            Servers servers,
            Receiving receiving,
            Nonces nonces,
            Secrets secrets,
            String actor,
            Housekeeping housekeeping) {
        this.servers = servers;
        this.receiving = receiving;
        this.nonces = nonces;
        this.secrets = secrets;
        this.actor = actor;
        this.housekeeping = housekeeping;
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
        Request request = Messages.readRequest(body);
        requireSame(servers.get(sender), request.sender());
        List<Answer> answers =
                request.shipments().isEmpty() ? List.of() : receiving.receive(request.sender(), request.shipments());
        housekeeping.doAside();
        return Messages.write(new Reply(receiving.identity(), answers));
    }

    /** A server under the name of another one would have its changes taken for those of that one. */
    private void requireSame(ServerChannel known, String identity) {
        if (known.server() == null) {
            servers.save(actor, known.known(identity));
        } else if (!known.server().equals(identity)) {
            throw new IllegalStateException("the server " + known.name() + " is not the one that it was; remove it,"
                    + " and add it anew, if that is meant");
        }
    }
}
