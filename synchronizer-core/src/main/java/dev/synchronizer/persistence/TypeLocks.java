package dev.synchronizer.persistence;

import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Locks of types' rows, between those who save content of a type and those who change it. They are taken in the order of
 * ids, so that two do not wait for each other.
 */
final class TypeLocks {
    private final OpenDatabase database;

    TypeLocks(OpenDatabase database) {
        this.database = database;
    }

    /** Keeps rows as they are, beside others who do the same; gives the ids of those that are there. */
    Set<Long> keep(Collection<Long> types) throws SQLException {
        return take(types, database.product().keepingRows());
    }

    /** Waits for all who keep these rows, and keeps them from everybody else. */
    void lock(Collection<Long> types) throws SQLException {
        take(types, database.product().lockingRows());
    }

    private Set<Long> take(Collection<Long> types, String locking) throws SQLException {
        Set<Long> there = new TreeSet<>();
        for (List<Long> list : Query.lists(new TreeSet<>(types))) {
            new Query(database, "select id from ct_type" + database.product().byPrimaryKey() + " where id")
                    .in(list)
                    .add(" order by id" + locking)
                    .each(row -> there.add(row.getLong("id")));
        }
        return there;
    }
}
