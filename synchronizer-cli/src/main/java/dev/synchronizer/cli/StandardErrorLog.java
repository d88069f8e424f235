package dev.synchronizer.cli;

import dev.synchronizer.cli.render.PlainText;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.logging.Formatter;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.SimpleFormatter;

/** Writes what is logged to standard error, without passwords: a line, and the stack trace where there is one. */
public final class StandardErrorLog extends Handler {
    private final Formatter messages = new SimpleFormatter();

    @Override
    public void publish(LogRecord record) {
        if (isLoggable(record)) {
            String text = "%s %s: %s%n%s"
                    .formatted(
                            level(record.getLevel()),
                            record.getLoggerName(),
                            messages.formatMessage(record),
                            trace(record));
            System.err.print(PlainText.of(Secrets.mask(text)));
        }
    }

    /** The words that most logs use. */
    private static String level(Level level) {
        if (level.intValue() >= Level.SEVERE.intValue()) {
            return "ERROR";
        }
        if (level.intValue() >= Level.WARNING.intValue()) {
            return "WARN";
        }
        return level.intValue() >= Level.INFO.intValue() ? "INFO" : "DEBUG";
    }

    private static String trace(LogRecord record) {
        if (record.getThrown() == null) {
            return "";
        }
        StringWriter trace = new StringWriter();
        record.getThrown().printStackTrace(new PrintWriter(trace));
        return trace.toString();
    }

    @Override
    public void flush() {
        System.err.flush();
    }

    @Override
    public void close() {
        flush();
    }
}
