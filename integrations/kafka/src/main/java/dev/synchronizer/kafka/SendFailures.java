package dev.synchronizer.kafka;

import dev.synchronizer.integration.ConnectorException;
import dev.synchronizer.integration.Outcome;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.common.errors.RecordBatchTooLargeException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.SerializationException;

/** Says of what went wrong whether it may pass, in words that show no secret. */
final class SendFailures {
    private final Secrets secrets;

    SendFailures(Secrets secrets) {
        this.secrets = secrets;
    }

    /** What Kafka itself says may pass, such as that no broker is there, says nothing of the event. */
    ConnectorException of(String topic, Throwable why) {
        String message = "topic " + topic + " of Kafka did not take the event: " + words(why);
        if (why instanceof RetriableException || why instanceof TimeoutException) {
            return ConnectorException.unreachable(message, why);
        }
        return new ConnectorException(isForGood(why) ? Outcome.ERROR_AND_SKIP : Outcome.ERROR, message, why);
    }

    ConnectorException ofInterruption(String topic, Exception why) {
        return ConnectorException.unreachable(
                "the thread was interrupted that waited for topic " + topic + " of Kafka", why);
    }

    /** Of a producer that cannot even be made; its message may show a property, and so may that of its cause. */
    ConnectorException ofStart(RuntimeException why) {
        Throwable root = why.getCause() == null ? why : why.getCause();
        return ConnectorException.unreachable("Kafka cannot be reached: " + words(why) + ": " + words(root), null);
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
