package dev.synchronizer.cli;

import java.util.logging.Level;
import java.util.logging.Logger;

/** The JDK's log, in which all that libraries log comes together: warnings to standard error, and nothing else. */
final class Logging {
    private static final String CONFIGURING_CLASS = "java.util.logging.config.class";
    private static final String CONFIGURING_FILE = "java.util.logging.config.file";

    private Logging() {}

    /**
     * To be called before anything is logged. Nothing is set up before something is, so that a command that logs nothing
     * pays nothing; and what the user has told the virtual machine of the log is left alone.
     */
    static void setUp() {
        if (System.getProperty(CONFIGURING_CLASS) == null && System.getProperty(CONFIGURING_FILE) == null) {
            System.setProperty(CONFIGURING_CLASS, LogSettings.class.getName());
        }
    }

    /** Shows what this program does in detail. */
    static void showDetails() {
        Detailed.OURS.setLevel(Level.FINE);
        Detailed.LIQUIBASE.setLevel(Level.WARNING);
        // Commands warn of this themselves.
        Detailed.TRIPWIRE.setLevel(Level.OFF);
    }

    /** The JDK forgets the level of a logger that nobody holds. */
    private static final class Detailed {
        static final Logger OURS = Logger.getLogger("dev.synchronizer");
        static final Logger TRIPWIRE = Logger.getLogger("dev.synchronizer.seal.Tripwire");
        static final Logger LIQUIBASE = Logger.getLogger("dev.synchronizer.persistence.QuietLog");
    }
}
