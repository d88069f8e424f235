package dev.synchronizer.content;

import java.time.Duration;

/**
 * How much is done with items in one transaction, so that others do not wait long for them.
 *
 * @param items how many items at most
 * @param time how long no item has been looked at any more when another one is begun; what is done by then is committed
 */
public record BatchLimit(int items, Duration time) {
    BatchLimit alone() {
        return new BatchLimit(1, time);
    }
}
