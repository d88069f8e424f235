package dev.synchronizer;

/** Collects how a synchronizer reaches other servers. */
abstract sealed class StagingBuilder extends SavingBuilder permits SynchronizerBuilder {
    private ServerDatabases serverDatabases = ServerDatabases.byDriver();

    /**
     * How the databases of servers whose place is a JDBC URL are opened: by a pool, for instance. If left out, each
     * connection is opened by its driver when it is needed.
     */
    public SynchronizerBuilder serverDatabases(ServerDatabases databases) {
        serverDatabases = databases;
        return self();
    }

    ServerDatabases serverDatabases() {
        return serverDatabases;
    }
}
