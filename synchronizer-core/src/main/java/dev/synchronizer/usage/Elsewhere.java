package dev.synchronizer.usage;

import dev.synchronizer.model.Address;
import dev.synchronizer.plan.UsageQuestions;
import dev.synchronizer.store.ContentUsage;
import java.util.Collections;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/** What an application counts in a store of its own. */
final class Elsewhere {
    private final Map<Address, Long> counts;

    private Elsewhere(Map<Address, Long> counts) {
        this.counts = counts;
    }

    /** Asks once for everything. */
    static Elsewhere ask(ContentUsage application, UsageQuestions questions) {
        SortedSet<Address> asked = new TreeSet<>();
        questions.types().forEach(question -> asked.add(question.address()));
        questions.properties().forEach(question -> asked.add(question.address()));
        return new Elsewhere(Map.copyOf(application.count(Collections.unmodifiableSortedSet(asked))));
    }

    /** What cannot be a count is not taken for none, which could let a type go that has items. */
    long count(Address address) {
        long count = counts.getOrDefault(address, 0L);
        if (count < 0) {
            throw new IllegalStateException("the application counts " + count + " for " + address);
        }
        return count;
    }
}
