package dev.synchronizer.integration;

import dev.synchronizer.problem.Problem;
import dev.synchronizer.problem.ProblemCode;
import dev.synchronizer.problem.ProblemsException;
import dev.synchronizer.task.Interest;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** The connectors of which this node has the code. Immutable. */
public final class NodeConnectors {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,99}");

    private final Map<String, Connector> connectors = new TreeMap<>();
    private final Map<String, List<Interest>> interests = new TreeMap<>();

    /**
     * Those of an application, each of which is asked now what it subscribes to.
     *
     * @throws ProblemsException if one has a name that none can have, or that of another one
     */
    public NodeConnectors(List<Connector> all) {
        for (Connector connector : all) {
            String name = connector.name();
            if (!NAME.matcher(name).matches()) {
                throw wrong(name, "a connector cannot be called so");
            }
            if (connectors.put(name, connector) != null) {
                throw wrong(name, "there are two connectors of this name");
            }
            interests.put(
                    name,
                    connector.subscriptions().stream()
                            .map(Subscription::interest)
                            .toList());
        }
    }

    private static ProblemsException wrong(String name, String message) {
        return new ProblemsException(Problem.of(ProblemCode.WRONG_CONNECTOR, name, message), null);
    }

    Optional<Connector> find(String name) {
        return Optional.ofNullable(connectors.get(name));
    }

    Set<String> names() {
        return Collections.unmodifiableSet(connectors.keySet());
    }

    /** What one of them subscribes to. */
    List<Interest> interests(String name) {
        return interests.getOrDefault(name, List.of());
    }

    /** Whether the saving thread waits for any of them. */
    public boolean isAnyWaitedFor() {
        return interests.values().stream().flatMap(List::stream).anyMatch(Interest::synchronous);
    }
}
