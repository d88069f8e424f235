package dev.synchronizer.reapplication;

import dev.synchronizer.content.BatchLimit;
import dev.synchronizer.content.RuleBatch;
import dev.synchronizer.store.PageSize;
import java.time.Duration;

/**
 * How many items the next batch is of: fewer where their values are long or a batch takes too much time, and one by one
 * where something failed for a whole batch. Not thread-safe.
 */
final class BatchSize {
    private final PageSize size;
    private final Duration time;
    private int inTime;
    private int alone;
    private int asked;

    BatchSize(RuleRunOptions options) {
        size = new PageSize(options.batchSize());
        time = options.batchTime();
        inTime = options.batchSize();
    }

    BatchLimit next() {
        asked = alone > 0 ? 1 : Math.min(size.rows(), inTime);
        return new BatchLimit(asked, time);
    }

    void was(RuleBatch batch) {
        alone = batch.single() && alone == 0 ? asked - 1 : Math.max(0, alone - 1);
        RuleBatch.Size taken = batch.size();
        size.wasRead(taken.items(), taken.length());
        long timesTooLong = taken.time().dividedBy(time);
        inTime = (int)
                (timesTooLong > 0
                        ? Math.max(1, taken.items() / (1 + timesTooLong))
                        : Math.min(Integer.MAX_VALUE, inTime * 2L));
    }
}
