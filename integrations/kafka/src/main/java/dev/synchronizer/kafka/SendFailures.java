package dev.synchronizer.kafka;

import dev.synchronizer.integration.ConnectorException;
import dev.synchronizer.integration.Outcome;
import org.apache.kafka.common.errors.RecordBatchTooLargeException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.SerializationException;

/** Says of what went wrong whether it may pass, in words that show no secret. */
final class SendFailures {
    private final Secrets secrets;

    SendFailures(Secrets secrets) {
        this.secrets = secrets;
    }

    ConnectorException of(String topic, Throwable why) {
        Outcome outcome = isForGood(why) ? Outcome.ERROR_AND_SKIP : Outcome.ERROR;
        return new ConnectorException(
                outcome, "topic " + topic + " of Kafka did not take the event: " + words(why), why);
    }

    ConnectorException ofInterruption(String topic, Exception why) {
        return new ConnectorException(
                Outcome.ERROR, "the thread was interrupted that waited for topic " + topic + " of Kafka", why);
    }

    /** Of a producer that cannot even be made; its message may show a property, and so may that of its cause. */
    ConnectorException ofStart(RuntimeException why) {
        Throwable root = why.getCause() == null ? why : why.getCause();
        return new ConnectorException(Outcome.ERROR, "Kafka cannot be reached: " + words(why) + ": " + words(root));
    }

    private static boolean isForGood(Throwable why) {
        return why instanceof RecordTooLargeException
                || why instanceof RecordBatchTooLargeException
                || why instanceof SerializationException;
    }

    private String words(Throwable why) {
        String message = secrets.hidden(why.getMessage());
        return why.getClass().getSimpleName() + (message.isEmpty() ? "" : ": " + message);
    }
}
