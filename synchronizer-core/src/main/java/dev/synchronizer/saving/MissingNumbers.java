package dev.synchronizer.saving;

import dev.synchronizer.store.NodeEvents.Span;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Which numbers of events were seen: all up to the last one, but for gaps, whose events may be committed later or never. Not
 * thread-safe.
 */
final class MissingNumbers {
    /** More gaps are not looked into: the oldest numbers are given up. */
    private static final int MOST_GAPS = 5_000;

    private final TreeMap<Long, Gap> gaps = new TreeMap<>();
    private long last;

    /** Up to which number, and since when it was noticed. */
    private record Gap(long to, Instant since) {}

    /** @param last counts as seen, with all below it */
    MissingNumbers(long last) {
        this.last = last;
    }

    long last() {
        return last;
    }

    List<Span> gaps() {
        List<Span> spans = new ArrayList<>();
        gaps.forEach((from, gap) -> spans.add(new Span(from, gap.to())));
        return spans;
    }

    /** Whether a number was not seen before; from now on, it was. */
    boolean sees(long number, Instant now) {
        if (number > last) {
            open(last + 1, number - 1, now);
            last = number;
            return true;
        }
        Map.Entry<Long, Gap> below = gaps.floorEntry(number);
        if (below == null || below.getValue().to() < number) {
            return false;
        }
        gaps.remove(below.getKey());
        Gap gap = below.getValue();
        open(below.getKey(), number - 1, gap.since());
        open(number + 1, gap.to(), gap.since());
        return true;
    }

    private void open(long from, long to, Instant since) {
        if (from <= to) {
            gaps.put(from, new Gap(to, since));
            if (gaps.size() > MOST_GAPS) {
                gaps.pollFirstEntry();
            }
        }
    }

    /** Nothing is expected any more in gaps that were noticed before a moment. */
    void giveUp(Instant before) {
        gaps.values().removeIf(gap -> gap.since().isBefore(before));
    }
}
