package dev.synchronizer.saving;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How something is saved, beside what and by whom. Immutable.
 *
 * @param origin where it comes from
 * @param roles the roles of the actor; empty where the application does not say, and then nothing is held against them
 * @param suppressed the names of handlers that are not called
 * @param confirmed whether what needs a confirmation is confirmed, and questions are answered by yes
 * @param asking answers questions, where there is somebody who can
 * @param findings is told of what is found and saved nevertheless, on the saving thread, before it is committed
 */
public record SaveOptions(
        SaveOrigin origin,
        Optional<Set<String>> roles,
        Set<String> suppressed,
        boolean confirmed,
        Optional<Asking> asking,
        FindingListener findings) {
    private static final SaveOptions API = new SaveOptions(
            SaveOrigin.API, Optional.empty(), Set.of(), false, Optional.empty(), (subject, finding) -> {});

    public SaveOptions {
        roles = roles.map(Set::copyOf);
        suppressed = Set.copyOf(suppressed);
    }

    /** Answers questions. */
    @FunctionalInterface
    public interface Asking {
        /** Whether the answer to a question is yes. What is saved meanwhile joins the unit, and what is asked about is validated again. */
        boolean confirms(String question);
    }

    /**
     * These, as they are given to somebody who saved otherwise before.
     *
     * @throws IllegalArgumentException if they claim an origin of the synchronizer's own that the former ones do not have
     */
    public SaveOptions insteadOf(SaveOptions former) {
        if (origin.isOwn() && origin != former.origin) {
            String others = Stream.of(SaveOrigin.values())
                    .filter(each -> !each.isOwn())
                    .map(SaveOrigin::name)
                    .collect(Collectors.joining(", "));
            throw new IllegalArgumentException("what is saved from here is not of the origin " + origin
                    + ", which is the synchronizer's own; say one of " + others);
        }
        return this;
    }

    /** Saved by an application: nobody can be asked, nothing is suppressed. */
    public static SaveOptions standard() {
        return API;
    }

    /** The same, from somewhere else. */
    public SaveOptions from(SaveOrigin other) {
        return new SaveOptions(other, roles, suppressed, confirmed, asking, findings);
    }

    /** The same, by an actor who has these roles. */
    public SaveOptions withRoles(Collection<String> names) {
        return new SaveOptions(origin, Optional.of(new TreeSet<>(names)), suppressed, confirmed, asking, findings);
    }

    /**
     * The same, without calling these handlers. Caches, tasks and history are served all the same.
     *
     * @param handlers their names, each of which has to be one of a handler
     */
    public SaveOptions suppress(String... handlers) {
        Set<String> all = new TreeSet<>(suppressed);
        all.addAll(List.of(handlers));
        return new SaveOptions(origin, roles, all, confirmed, asking, findings);
    }

    /** The same, confirming what needs a confirmation. */
    public SaveOptions confirming() {
        return new SaveOptions(origin, roles, suppressed, true, asking, findings);
    }

    /** The same, asking somebody. */
    public SaveOptions asking(Asking somebody) {
        return new SaveOptions(origin, roles, suppressed, confirmed, Optional.of(somebody), findings);
    }

    /** The same, telling of what is found and saved nevertheless. */
    public SaveOptions telling(FindingListener listener) {
        return new SaveOptions(origin, roles, suppressed, confirmed, asking, listener);
    }
}
