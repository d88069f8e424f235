package dev.synchronizer.exchange;

import java.util.Optional;

/** Who may send something to this server. Used by many threads. */
@FunctionalInterface
public interface Senders {
    /** What is shared with a server; nothing where it is unknown, or may not send. */
    Optional<Secret> secretOf(String sender);
}
