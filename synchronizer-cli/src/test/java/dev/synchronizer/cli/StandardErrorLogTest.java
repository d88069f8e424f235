package dev.synchronizer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import org.junit.jupiter.api.Test;

class StandardErrorLogTest {
    @Test
    void aLineHasTheLevelTheLoggerAndTheMessageWithItsParameters() {
        LogRecord record = record(Level.WARNING, "{0} is slow");
        record.setParameters(new Object[] {"the network"});

        assertThat(printed(record)).isEqualTo("WARN some.driver: the network is slow" + System.lineSeparator());
    }

    @Test
    void levelsAreCalledAsInMostLogs() {
        assertThat(printed(record(Level.SEVERE, "x"))).startsWith("ERROR ");
        assertThat(printed(record(Level.INFO, "x"))).startsWith("INFO ");
        assertThat(printed(record(Level.FINE, "x"))).startsWith("DEBUG ");
    }

    @Test
    void noPasswordIsWritten() {
        LogRecord record = record(Level.WARNING, "cannot reach jdbc:postgresql://db/cms?password=hush");
        record.setThrown(new IllegalStateException("jdbc:postgresql://ada:hush@db/cms"));

        assertThat(printed(record))
                .contains("password=***", "IllegalStateException")
                .doesNotContain("hush");
    }

    private static LogRecord record(Level level, String message) {
        LogRecord record = new LogRecord(level, message);
        record.setLoggerName("some.driver");
        return record;
    }

    private static String printed(LogRecord record) {
        PrintStream err = System.err;
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        System.setErr(new PrintStream(bytes, true, StandardCharsets.UTF_8));
        try {
            new StandardErrorLog().publish(record);
        } finally {
            System.setErr(err);
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
