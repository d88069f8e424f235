package dev.synchronizer.cli;

import java.util.concurrent.CountDownLatch;

/**
 * The end of a command that goes on until the process is told to end: what it has opened is closed first, and the process ends
 * as one that has done what it was there for.
 */
final class OrderlyEnd implements AutoCloseable {
    private final Surroundings surroundings;
    private final CountDownLatch told = new CountDownLatch(1);
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Thread hook = new Thread(this::end, "synchronizer-end");
    private volatile ExitCode result = ExitCode.FAILED;

    private OrderlyEnd(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    static OrderlyEnd of(Surroundings surroundings) {
        OrderlyEnd end = new OrderlyEnd(surroundings);
        Runtime.getRuntime().addShutdownHook(end.hook);
        return end;
    }

    /** Waits until the process is told to end, or this thread is interrupted. */
    void await() {
        try {
            told.await();
        } catch (InterruptedException e) {
            // It was told, and who closes files now must not be interrupted by what has come to its end.
            told.countDown();
        }
    }

    /** How the command ends, once all that it has opened is closed. */
    ExitCode with(ExitCode ended) {
        result = ended;
        return ended;
    }

    /** The JVM would end with the number of the signal. */
    private void end() {
        told.countDown();
        try {
            closed.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        surroundings.flush();
        Runtime.getRuntime().halt(result.number());
    }

    @Override
    public void close() {
        closed.countDown();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The process ends already, by the very hook.
        }
    }
}
