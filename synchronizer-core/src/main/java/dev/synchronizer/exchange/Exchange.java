package dev.synchronizer.exchange;

/** What a server does with requests. Used by many threads. */
@FunctionalInterface
public interface Exchange {
    /**
     * Answers a request that is proven to be of its sender, complete, and here for the first time. What it throws is told
     * to the log; the sender learns only that it failed, and does not know what has happened here.
     *
     * @throws RefusedException if nothing was done; the sender learns why
     */
    byte[] answer(String sender, byte[] body);
}
