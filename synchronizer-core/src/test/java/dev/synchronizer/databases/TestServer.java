package dev.synchronizer.databases;

/** A product that the same contracts are tested on. */
public interface TestServer {
    /** A new, empty database, whose contents outlive {@link #killConnections}. */
    TestDatabase fresh();

    /** A new database that has the library's tables, and nothing in them: a copy, for to make them takes longer than most tests. */
    TestDatabase prepared();

    /** The same database under a user who may read what is there, and nothing more. */
    TestDatabase readOnly(TestDatabase database);

    /** Ends all connections to a database, from outside and without warning. */
    void killConnections(TestDatabase database);

    /** The same database by connections that would wait for a lock as briefly as the product can be told to. */
    TestDatabase impatient(TestDatabase database);
}
