package dev.synchronizer;

import dev.synchronizer.catalog.Catalog;
import dev.synchronizer.content.Items;
import dev.synchronizer.doctor.Doctor;
import dev.synchronizer.exchange.ExchangeServer;
import dev.synchronizer.exchange.ServerOptions;
import dev.synchronizer.exchange.SignedEndpoint;
import dev.synchronizer.integration.Integration;
import dev.synchronizer.reapplication.RuleRuns;
import dev.synchronizer.settings.Definitions;
import dev.synchronizer.settings.Overrides;
import dev.synchronizer.settings.Rules;
import dev.synchronizer.staging.Staging;
import dev.synchronizer.staging.directory.ContentDirectory;
import dev.synchronizer.transfer.ItemTransfer;
import java.nio.file.Path;

/** The ways to a store that a {@link Synchronizer} hands out. */
abstract sealed class StoreDoors permits Synchronizer {
    /** What is behind them. */
    abstract NodeDoors doors();

    /**
     * The content types as the application sees them, and where their values come from. Asked for the first time, it
     * opens the catalog, whose thread keeps it up with other nodes; it is the same one ever after, and ends with this
     * synchronizer.
     *
     * @throws IllegalStateException without a data source
     */
    public Catalog catalog() {
        return doors().catalog().open();
    }

    /** Saves settings over what code says, and takes them back; needs a data source. */
    public Overrides overrides() {
        return doors().overrides();
    }

    /** Makes, changes and deletes types and properties of administrators; needs a data source. */
    public Definitions definitions() {
        return doors().definitions();
    }

    /** Keeps rules as data, which it holds against the types of the {@link #catalog()}; needs a data source. */
    public Rules rules() {
        return doors().rules();
    }

    /**
     * The items of the store, which are checked and read by the types of the {@link #catalog()}, which it opens.
     *
     * @throws IllegalStateException without a data source
     */
    public Items items() {
        return doors().catalog().items();
    }

    /**
     * Carries the {@link #items()} of the store out of it and into it.
     *
     * @throws IllegalStateException without a data source
     */
    public ItemTransfer transfer() {
        return doors().catalog().transfer();
    }

    /**
     * Tells changes to other servers, and takes in theirs.
     *
     * @throws IllegalStateException without a data source
     */
    public Staging staging() {
        return doors().staging();
    }

    /**
     * A directory that content and what administrators say is exported to and imported from as files.
     *
     * @param path where it is; an export makes it where it is missing
     * @throws IllegalStateException without a data source
     */
    public ContentDirectory directory(Path path) {
        return doors().directory(path);
    }

    /**
     * Tells other systems of changes by connectors, and takes in theirs.
     *
     * @throws IllegalStateException without a data source
     */
    public Integration integration() {
        return doors().integration();
    }

    /** Examines the store as a whole; needs a data source. */
    public Doctor doctor() {
        return doors().doctor();
    }

    /**
     * Applies rules to the {@link #items()} that are stored already.
     *
     * @throws IllegalStateException without a data source
     */
    public RuleRuns ruleRuns() {
        return doors().catalog().ruleRuns();
    }

    /**
     * Takes in what other servers send, by a server of its own, until that is closed. It answers to the name that {@link
     * SynchronizerBuilder#serverName} says.
     *
     * @throws IllegalStateException without a data source
     */
    public ExchangeServer serveStaging(ServerOptions options) {
        return ExchangeServer.start(doors().endpoint(), options);
    }

    /**
     * What takes in what other servers send, to be mounted in a server of the application, which has to bound how long peers
     * may take. It answers to the name that {@link SynchronizerBuilder#serverName} says.
     *
     * @throws IllegalStateException without a data source
     */
    public SignedEndpoint stagingEndpoint() {
        return doors().endpoint();
    }

    /**
     * Begins to see to the tasks for other servers and systems, on threads of its own: those that are due, those that failed
     * when it is their time again, and those that come. Any number of nodes may do so at once.
     *
     * @throws IllegalStateException without a data source
     */
    public void startTasks() {
        doors().staging();
        doors().tasks().attendAll();
    }
}
