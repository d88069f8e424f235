package dev.synchronizer.kafka;

import dev.synchronizer.integration.IncomingTask;
import dev.synchronizer.integration.IncomingTasks;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Has a record kept as a task, or has somebody decide about it. */
final class RecordReceiver {
    private final IncomingTasks tasks;
    private final String connector;
    private final Function<ConsumerRecord<byte[], byte[]>, IncomingTask> reading;
    private final UnkeptRecords unkept;

    RecordReceiver(
            IncomingTasks tasks,
            String connector,
            Function<ConsumerRecord<byte[], byte[]>, IncomingTask> reading,
            UnkeptRecords unkept) {
        this.tasks = tasks;
        this.connector = connector;
        this.reading = reading;
        this.unkept = unkept;
    }

    /**
     * Returns when the record need not come again.
     *
     * @throws UnreceivedException if it is to be tried again
     * @throws StoppedException if no further record is to be received
     */
    void receive(ConsumerRecord<byte[], byte[]> record) {
        try {
            tasks.receive(connector, reading.apply(record));
        } catch (IllegalArgumentException e) {
            decide(record, e);
        } catch (RuntimeException e) {
            throw new UnreceivedException(e);
        }
    }

    private void decide(ConsumerRecord<byte[], byte[]> record, IllegalArgumentException why) {
        try {
            unkept.handle(record, why);
        } catch (RuntimeException e) {
            throw new StoppedException(e);
        }
    }
}
