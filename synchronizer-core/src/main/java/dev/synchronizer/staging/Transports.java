package dev.synchronizer.staging;

import dev.synchronizer.task.ServerChannel;

/** The ways to other servers, each opened when it is first needed. Safe for use by many threads. */
public interface Transports {
    /**
     * The way to a server.
     *
     * @throws dev.synchronizer.problem.ProblemsException if there is none
     */
    Transport to(ServerChannel server);
}
