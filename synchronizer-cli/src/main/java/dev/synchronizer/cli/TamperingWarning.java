package dev.synchronizer.cli;

import dev.synchronizer.seal.Tampered;
import dev.synchronizer.seal.Tripwire;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/** Warns of what something else has written, once of each thing, also where a command saves it and reads it again. */
final class TamperingWarning implements Consumer<Tampered> {
    /** So many are remembered; beyond that, they are warned of again. */
    private static final int MOST_REMEMBERED = 10_000;

    private final ErrorOutput errors;
    private final Set<String> warned = ConcurrentHashMap.newKeySet();

    TamperingWarning(Surroundings surroundings) {
        errors = new ErrorOutput(surroundings);
    }

    @Override
    public void accept(Tampered tampered) {
        if (warned.size() >= MOST_REMEMBERED) {
            warned.clear();
        }
        if (warned.add(tampered.kind() + " " + tampered.key())) {
            errors.warn(Tripwire.problem(tampered));
        }
    }
}
