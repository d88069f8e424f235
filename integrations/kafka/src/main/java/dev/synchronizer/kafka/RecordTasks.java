package dev.synchronizer.kafka;

import dev.synchronizer.integration.CloudEvent;
import dev.synchronizer.integration.IncomingTask;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Headers;

/** Makes tasks of records: of events of CloudEvents in both modes of Kafka, and of all else too, so that nothing is lost. */
final class RecordTasks {
    /** Of a record that is no event, which says in a header of this name what was done. */
    private static final String OPERATION = "operation";

    private RecordTasks() {}

    static IncomingTask of(ConsumerRecord<byte[], byte[]> record) {
        String payload = record.value() == null ? "" : Texts.kept(record.value());
        return event(record, payload)
                .map(event -> new IncomingTask(
                        // A source is a URI, and so has no blank.
                        event.source() + " " + event.id(),
                        key(record, event.subject().orElse(event.id())),
                        event.type(),
                        payload))
                .orElseGet(
                        () -> new IncomingTask(place(record), key(record, place(record)), operation(record), payload));
    }

    /** The timestamp tells records apart whose topic was deleted and made again. */
    private static String place(ConsumerRecord<?, ?> record) {
        return record.topic() + "-" + record.partition() + "-" + record.offset() + "@" + record.timestamp();
    }

    private static String key(ConsumerRecord<byte[], byte[]> record, String otherwise) {
        return record.key() == null || record.key().length == 0 ? otherwise : Texts.kept(record.key());
    }

    private static String operation(ConsumerRecord<?, ?> record) {
        return Texts.header(record.headers(), OPERATION)
                .filter(operation -> !operation.isBlank())
                .orElse(record.value() == null ? "tombstone" : "record");
    }

    private static Optional<CloudEvent> event(ConsumerRecord<?, ?> record, String payload) {
        Optional<CloudEvent> inHeaders = inHeaders(record.headers());
        return inHeaders.isPresent() ? inHeaders : CloudEvent.read(payload);
    }

    private static Optional<CloudEvent> inHeaders(Headers headers) {
        return CloudEvent.of(attribute -> Texts.header(headers, "ce_" + attribute));
    }
}
