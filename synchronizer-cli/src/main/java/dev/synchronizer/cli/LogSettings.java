package dev.synchronizer.cli;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.logging.LogManager;

/** What the JDK makes an instance of to set its log up, when something is first logged. */
public final class LogSettings {
    // The report says what a run did; the pool's errors arrive as exceptions, and MariaDB's warnings say what the error
    // says.
    private static final String SETTINGS = """
            handlers = dev.synchronizer.cli.StandardErrorLog
            .level = WARNING
            dev.synchronizer.level = OFF
            com.zaxxer.hikari.level = OFF
            org.hibernate.level = SEVERE
            org.mariadb.jdbc.level = SEVERE
            """;

    /** Tells the JDK the settings; it reads them by making one. */
    public LogSettings() throws IOException {
        LogManager.getLogManager()
                .readConfiguration(new ByteArrayInputStream(SETTINGS.getBytes(StandardCharsets.ISO_8859_1)));
    }
}
