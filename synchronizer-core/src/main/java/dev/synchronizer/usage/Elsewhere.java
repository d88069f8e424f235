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
        return new Elsewhere(ContentUsage.ask(application, Collections.unmodifiableSortedSet(asked)));
    }

    long count(Address address) {
        return counts.getOrDefault(address, 0L);
    }
}
