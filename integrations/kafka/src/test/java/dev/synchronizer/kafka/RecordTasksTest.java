package dev.synchronizer.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.synchronizer.integration.IncomingTask;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecordTasksTest {
    private static final String EVENT = """
            {"specversion":"1.0","id":"A-1","source":"/shop","type":"order.placed","subject":"order 1","data":{"n":1}}""";

    @Test
    void anEventIsKnownByItsSourceAndIdWhereverItStands() {
        assertThat(task("k", EVENT)).isEqualTo(new IncomingTask("/shop A-1", "k", "order.placed", EVENT));
    }

    @Test
    void withoutAKeyAnEventIsAboutItsSubject() {
        assertThat(task(null, EVENT).key()).isEqualTo("order 1");
        assertThat(task(null, EVENT.replace("\"subject\"", "\"other\"")).key()).isEqualTo("A-1");
    }

    @Test
    void anEventCanStandInTheHeadersToo() {
        assertThat(task("k", "n=1", "ce_specversion", "1.0", "ce_id", "A-1", "ce_source", "/shop", "ce_type", "t"))
                .isEqualTo(new IncomingTask("/shop A-1", "k", "t", "n=1"));
    }

    @Test
    void anyOtherRecordIsKnownByItsPlaceAndTime() {
        assertThat(task("k", "hello")).isEqualTo(new IncomingTask("orders-3-42@1700000000000", "k", "record", "hello"));
        assertThat(task("k", "hello", "operation", "delete").operation()).isEqualTo("delete");
        assertThat(task(null, "hello").key()).isEqualTo("orders-3-42@1700000000000");
        assertThat(task("", "hello").key()).isEqualTo("orders-3-42@1700000000000");
    }

    @Test
    void aRecordWithoutAValueIsATombstone() {
        assertThat(task("k", null)).isEqualTo(new IncomingTask("orders-3-42@1700000000000", "k", "tombstone", ""));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"specversion\":\"1.0\",\"id\":\"A-1\",\"source\":\"/shop\"}",
                "{\"specversion\":\"1.0\",\"id\":\"A-1",
                "{\"specversion\":\"1.0\",\"id\":\"A\\u0000\",\"source\":\"/shop\",\"type\":\"t\"}",
                "{\"specversion\":\"1.0\",\"id\":\"A\\ud800\",\"source\":\"/shop\",\"type\":\"t\"}"
            })
    void whatIsNoValidEventIsHandedOnAsItIs(String value) {
        assertThat(task("k", value)).isEqualTo(new IncomingTask("orders-3-42@1700000000000", "k", "record", value));
    }

    @Test
    void bytesThatNoDatabaseKeepsAsTextAreHandedOnInBase64() {
        byte[] bytes = {0, 1, (byte) 0xff};

        IncomingTask task = RecordTasks.of(record(bytes, bytes));

        assertThat(task.payload()).isEqualTo("data:;base64,AAH/");
        assertThat(task.key()).isEqualTo("data:;base64,AAH/");
        assertThat(task("k", "a\0b").payload()).isEqualTo("data:;base64,YQBi");
    }

    private static IncomingTask task(@Nullable String key, @Nullable String value, String... headers) {
        ConsumerRecord<byte[], byte[]> record = record(bytes(key), bytes(value));
        for (int i = 0; i < headers.length; i += 2) {
            record.headers().add(headers[i], headers[i + 1].getBytes(UTF_8));
        }
        return RecordTasks.of(record);
    }

    private static ConsumerRecord<byte[], byte[]> record(byte @Nullable [] key, byte @Nullable [] value) {
        return new ConsumerRecord<>(
                "orders",
                3,
                42,
                1_700_000_000_000L,
                TimestampType.CREATE_TIME,
                0,
                0,
                key,
                value,
                new RecordHeaders(),
                Optional.empty());
    }

    private static byte @Nullable [] bytes(@Nullable String text) {
        return text == null ? null : text.getBytes(UTF_8);
    }
}
