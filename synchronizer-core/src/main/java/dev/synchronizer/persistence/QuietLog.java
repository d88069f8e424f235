package dev.synchronizer.persistence;

import java.util.logging.Level;
import liquibase.logging.core.AbstractLogService;
import liquibase.logging.core.AbstractLogger;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Liquibase's log on SLF4J, at debug at the most: what goes wrong is told by the exception. */
final class QuietLog extends AbstractLogService {
    private static final Logger LOG = LoggerFactory.getLogger(QuietLog.class);

    @Override
    public int getPriority() {
        return PRIORITY_NOT_APPLICABLE;
    }

    @Override
    @SuppressWarnings("rawtypes")
    public liquibase.logging.Logger getLog(Class source) {
        return new AtDebug();
    }

    private static final class AtDebug extends AbstractLogger {
        @Override
        public void log(Level level, String message, @Nullable Throwable thrown) {
            LOG.debug("{}", message, thrown);
        }

        @Override
        public void close() {
            // There is nothing to close; the inherited method would declare every exception there is.
        }
    }
}
