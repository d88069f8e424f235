package dev.synchronizer.persistence;

import java.sql.Connection;
import org.jspecify.annotations.Nullable;

/** The products that are supported, with what differs between them in SQL. */
enum Database {
    H2("H2", "select lock_timeout()", "set lock_timeout ", null, null),

    // The key is "ctschema" in ASCII. Advisory locks belong to one database of a server. One of a transaction, for
    // behind a pooler of transactions a session's lock would stay with a session that is somebody else's by then.
    POSTGRESQL(
            "PostgreSQL",
            null,
            null,
            "select 1 from (select pg_advisory_xact_lock(7166479777843735905)) as locked",
            null),

    // Named locks belong to the whole server, and their names are short; 31536000 seconds are a year.
    MARIADB(
            "MariaDB",
            "select @@session.innodb_lock_wait_timeout",
            "set session innodb_lock_wait_timeout = ",
            "select get_lock(concat('synchronizer:', md5(database())), 31536000)",
            "select release_lock(concat('synchronizer:', md5(database())))");

    /** What H2 calls SNAPSHOT; JDBC has no name for it. */
    private static final int H2_SNAPSHOT = 6;

    private final String product;
    private final @Nullable String readLockWait;
    private final @Nullable String setLockWait;
    private final @Nullable String lockSchema;
    private final @Nullable String unlockSchema;

    Database(
            String product,
            @Nullable String readLockWait,
            @Nullable String setLockWait,
            @Nullable String lockSchema,
            @Nullable String unlockSchema) {
        this.product = product;
        this.readLockWait = readLockWait;
        this.setLockWait = setLockWait;
        this.lockSchema = lockSchema;
        this.unlockSchema = unlockSchema;
    }

    /** The product that calls itself so, if it is supported. */
    static @Nullable Database of(@Nullable String product) {
        for (Database database : values()) {
            if (database.product.equals(product)) {
                return database;
            }
        }
        return null;
    }

    String product() {
        return product;
    }

    /** The query for how long a session waits for a row lock; null where it waits as long as it takes. */
    @Nullable
    String readLockWait() {
        return readLockWait;
    }

    /** The statement that sets how long a session waits for a row lock, up to the number. */
    @Nullable
    String setLockWait() {
        return setLockWait;
    }

    /** The query that waits for the lock around schema work and answers 1; null where there is no such lock. */
    @Nullable
    String lockSchema() {
        return lockSchema;
    }

    /** Whether the schema is made in the transaction that holds the lock around it. */
    boolean definesInTransaction() {
        return lockSchema != null && unlockSchema == null;
    }

    /**
     * The isolation under which all statements of a transaction read as of one moment. H2's repeatable read is of the
     * moment at which a table is first read, and so of as many moments as there are tables.
     */
    int snapshotIsolation() {
        return this == H2 ? H2_SNAPSHOT : Connection.TRANSACTION_REPEATABLE_READ;
    }

    /**
     * The query for the names of the columns of the state's table, in lower case: none where there is no such table. It
     * fails in no case.
     */
    String stateColumns() {
        String inSchema =
                "select lower(column_name) from information_schema.columns where lower(table_name) = 'ct_state'"
                        + " and table_schema = ";
        return switch (this) {
            case H2 -> inSchema + "current_schema";
            case POSTGRESQL ->
                "select attname from pg_attribute where attrelid = to_regclass('ct_state') and attnum > 0"
                        + " and not attisdropped";
            case MARIADB -> inSchema + "database()";
        };
    }

    /** Whether the isolation of a transaction is set by its first statement, and not by a session that may be shared. */
    boolean isolatesByStatement() {
        return this == POSTGRESQL;
    }

    /** The statement that frees the session's lock around schema work; null where the transaction's end frees it. */
    @Nullable
    String unlockSchema() {
        return unlockSchema;
    }

    /** What ends a query so that it waits, as long as it takes, until nobody else changes its rows, and keeps them. */
    String lockingRows() {
        return switch (this) {
            case H2, MARIADB -> " for update wait " + LockWait.SECONDS;
            case POSTGRESQL -> " for update";
        };
    }

    /** As {@link #lockingRows}, but others may keep the same rows at the same time, which H2 has no words for. */
    String keepingRows() {
        return switch (this) {
            case H2 -> lockingRows();
            case POSTGRESQL -> " for key share";
            case MARIADB -> " lock in share mode wait " + LockWait.SECONDS;
        };
    }

    /**
     * What follows a table's name so that its rows are found in the order of their ids, and locked in that order: MariaDB
     * would else go by another index, if that is smaller.
     */
    String byPrimaryKey() {
        return this == MARIADB ? " force index (primary)" : "";
    }

    /** What stands before a query that joins texts, so that none is cut short by how the server is set up. */
    String joiningWhole() {
        return this == MARIADB ? "set statement group_concat_max_len = 1073741824 for " : "";
    }

    /** The expression that joins values of rows by a comma; for queries that begin with {@link #joiningWhole}. */
    String joined(String one, String other) {
        return this == MARIADB
                ? "group_concat(" + one + ", ':', " + other + " separator ',')"
                : "string_agg(" + one + " || ':' || " + other + ", ',')";
    }

    /** What makes texts be compared by the numbers of their characters, whatever the language of the database. */
    String byCharacter() {
        return this == POSTGRESQL ? " collate \"C\"" : "";
    }
}
