package dev.synchronizer.reapplication;

import dev.synchronizer.content.RefusedItem;
import dev.synchronizer.saving.SaveOptions;
import java.time.Duration;
import java.util.function.Consumer;

/**
 * How rules are applied. Immutable.
 *
 * @param dryRun whether nothing is written, and it is only said what would change
 * @param anew whether to begin anew where one of the same selection has not ended, instead of going on with it
 * @param batchSize how many items at most are read and written in one transaction; fewer where their values are long
 * @param batchTime how long a batch may take until no further item is begun in it; what is done by then is committed
 * @param saving how the items are saved; the origin is always that of rules, and who is told of findings is so once their
 *     batch is committed
 * @param progress is told how far it has come
 * @param refused is told of each item that this call leaves as it is, once that is committed
 */
public record RuleRunOptions(
        boolean dryRun,
        boolean anew,
        int batchSize,
        Duration batchTime,
        SaveOptions saving,
        RuleProgress progress,
        Consumer<RefusedItem> refused) {
    private static final RuleRunOptions STANDARD = new RuleRunOptions(
            false,
            false,
            500,
            Duration.ofSeconds(5),
            SaveOptions.standard(),
            (looked, changed, total) -> {},
            item -> {});

    public RuleRunOptions {
        if (batchSize < 1) {
            throw new IllegalArgumentException("a batch has one item at least: " + batchSize);
        }
        if (batchTime.isNegative() || batchTime.isZero()) {
            throw new IllegalArgumentException("a batch takes some time: " + batchTime);
        }
    }

    /** Going on with what has not ended, in batches of 500 items and of five seconds at most. */
    public static RuleRunOptions standard() {
        return STANDARD;
    }

    /** The same, writing nothing if that is wanted. */
    public RuleRunOptions dryRun(boolean wanted) {
        return new RuleRunOptions(wanted, anew, batchSize, batchTime, saving, progress, refused);
    }

    /** The same, beginning anew if that is wanted. */
    public RuleRunOptions anew(boolean wanted) {
        return new RuleRunOptions(dryRun, wanted, batchSize, batchTime, saving, progress, refused);
    }

    public RuleRunOptions batchSize(int most) {
        return new RuleRunOptions(dryRun, anew, most, batchTime, saving, progress, refused);
    }

    public RuleRunOptions batchTime(Duration most) {
        return new RuleRunOptions(dryRun, anew, batchSize, most, saving, progress, refused);
    }

    public RuleRunOptions saving(SaveOptions options) {
        return new RuleRunOptions(dryRun, anew, batchSize, batchTime, options, progress, refused);
    }

    public RuleRunOptions progress(RuleProgress listener) {
        return new RuleRunOptions(dryRun, anew, batchSize, batchTime, saving, listener, refused);
    }

    public RuleRunOptions refused(Consumer<RefusedItem> listener) {
        return new RuleRunOptions(dryRun, anew, batchSize, batchTime, saving, progress, listener);
    }
}
