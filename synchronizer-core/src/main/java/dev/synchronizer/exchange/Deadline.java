package dev.synchronizer.exchange;

import java.io.IOException;
import java.time.Duration;

/**
 * Until when a peer has to have sent, or fetched, something. While a thread is armed, it does nothing but wait for the peer,
 * and is interrupted when the time is over, which closes the channel that it waits for; no other work is ever interrupted.
 */
final class Deadline {
    private final Thread thread = Thread.currentThread();
    private final Duration time;
    private boolean armed;
    private boolean over;
    private boolean interrupted;

    Deadline(Duration time) {
        this.time = time;
    }

    /** Called on its own thread, before it waits. */
    synchronized void arm() throws IOException {
        if (over) {
            throw tooSlow();
        }
        armed = true;
    }

    /** Called on its own thread, however the waiting has ended. */
    synchronized void disarm() {
        armed = false;
        if (interrupted) {
            interrupted = false;
            Thread.interrupted();
        }
    }

    /** Called by the watch. */
    synchronized void end() {
        over = true;
        if (armed) {
            interrupted = true;
            thread.interrupt();
        }
    }

    synchronized boolean isOver() {
        return over;
    }

    IOException tooSlow() {
        return new IOException("it took more than " + time.toMillis() + " ms");
    }
}
