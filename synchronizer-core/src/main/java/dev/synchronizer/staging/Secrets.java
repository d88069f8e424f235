package dev.synchronizer.staging;

import dev.synchronizer.task.ServerChannel;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** The secrets that this server shares with others, looked up each time that one is needed. Safe for use by many threads. */
public final class Secrets {
    private final Map<String, Supplier<String>> given;

    /** @param given those that an application has given, by the names of the servers */
    public Secrets(Map<String, Supplier<String>> given) {
        this.given = Map.copyOf(given);
    }

    /**
     * What is shared with a server, or the password of its database.
     *
     * @throws dev.synchronizer.problem.ProblemsException if nothing is found where it was said to be
     */
    public String of(ServerChannel server) {
        Supplier<String> own = given.get(server.name());
        return own == null ? SecretReference.read(String.valueOf(server.secret()), server.name()) : own.get();
    }

    /**
     * The same, or nothing where nobody has said that there is one.
     *
     * @throws dev.synchronizer.problem.ProblemsException if nothing is found where it was said to be
     */
    public Optional<String> find(ServerChannel server) {
        boolean isSaid = server.secret() != null || given.containsKey(server.name());
        return isSaid ? Optional.of(of(server)) : Optional.empty();
    }
}
