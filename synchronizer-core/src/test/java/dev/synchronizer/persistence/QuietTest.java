package dev.synchronizer.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.synchronizer.databases.H2Server;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import liquibase.Scope;
import liquibase.analytics.LiquibaseAnalyticsListener;
import liquibase.analytics.configuration.AnalyticsArgs;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class QuietTest {
    @Test
    void makingTheSchemaAndWritingRowsSaysNothing() {
        List<String> logged = new ArrayList<>();
        Handler handler = collecting(logged);
        Logger.getLogger("").addHandler(handler);
        ch.qos.logback.classic.Logger root =
                (ch.qos.logback.classic.Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        ListAppender<ILoggingEvent> appender = new ListAppender<>();
        appender.start();
        root.addAppender(appender);
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        PrintStream out = System.out;
        PrintStream err = System.err;
        try (PrintStream captured = new PrintStream(printed, true, StandardCharsets.UTF_8);
                JdbcStore store = new JdbcStore(H2Server.inMemory().dataSource())) {
            System.setOut(captured);
            System.setErr(captured);
            store.prepare();
            new Rows().insert(Rows.type(1, "A")).writeTo(store);
        } finally {
            System.setOut(out);
            System.setErr(err);
            root.detachAppender(appender);
            Logger.getLogger("").removeHandler(handler);
        }
        assertThat(printed.toString(StandardCharsets.UTF_8)).isEmpty();
        assertThat(logged).isEmpty();
        assertThat(appender.list)
                .filteredOn(event -> event.getLevel().isGreaterOrEqual(Level.WARN))
                .isEmpty();
    }

    private static Handler collecting(List<String> logged) {
        return new Handler() {
            @Override
            public void publish(LogRecord record) {
                logged.add(record.getLoggerName() + ": " + record.getMessage());
            }

            @Override
            public void flush() {
                // Nothing is held back.
            }

            @Override
            public void close() {
                // Nothing is open.
            }
        };
    }

    @Test
    void analyticsAreOffWhileLiquibaseIsAtWork() throws Exception {
        Scope.child(SchemaMaker.quiet(), () -> {
            assertThat(AnalyticsArgs.ENABLED.getCurrentValue()).isFalse();
            assertThat(new LiquibaseAnalyticsListener().isEnabled()).isFalse();
        });
    }
}
