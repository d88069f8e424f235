package dev.synchronizer.persistence;

import java.util.Collection;
import java.util.Set;

/** Ids of types or properties, at least one, that one query is to be about, however many there are. */
final class IdChoice {
    /** Beyond as many, reading over what is not wanted costs less than sending what is. */
    private static final int NAMED = 1_000;

    private final Set<Long> ids;

    IdChoice(Collection<Long> ids) {
        this.ids = Set.copyOf(ids);
    }

    /** Has a query answer only for them, where they are few; else it answers for others too. */
    Query narrow(Query query, String where) {
        return ids.size() > NAMED
                ? query
                : query.add(where).in(ids.stream().sorted().toList());
    }

    /** Whether it is about this one, which has to be asked of every answer. */
    boolean has(long id) {
        return ids.contains(id);
    }
}
