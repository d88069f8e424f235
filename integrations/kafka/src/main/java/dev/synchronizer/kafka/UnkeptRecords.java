package dev.synchronizer.kafka;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.slf4j.LoggerFactory;

/** Decides about records that can never be kept as tasks, however often they come. */
@FunctionalInterface
public interface UnkeptRecords {
    /**
     * Called for such a record, maybe more than once. When it returns, the record is passed over and does not come again; when it
     * throws, all receiving stops, and begins with this record when it is started again.
     */
    void handle(ConsumerRecord<byte[], byte[]> record, IllegalArgumentException why);

    /** Stops receiving, so that nothing is lost before somebody has looked at it. */
    static UnkeptRecords stop() {
        return (record, why) -> {
            throw new IllegalStateException(words(record, why)
                    + "; no further record is received before somebody has decided what to do with it");
        };
    }

    /** Logs a warning that says where the record stands, and goes on. */
    static UnkeptRecords passOver() {
        return (record, why) ->
                LoggerFactory.getLogger(KafkaIncoming.class).warn("{}; it is passed over", words(record, why));
    }

    private static String words(ConsumerRecord<?, ?> record, IllegalArgumentException why) {
        return "The record at offset " + record.offset() + " of " + record.topic() + "-" + record.partition()
                + " can never be kept: " + why.getMessage();
    }
}
