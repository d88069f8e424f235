package dev.synchronizer.kafka;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** A topic as others see it: written and read by Kafka's own clients. */
record Topic(Broker broker, String name, int partitions) {
    static Topic of(Broker broker, int partitions) {
        return new Topic(broker, broker.topic(partitions), partitions);
    }

    /** All that stands in it now, each partition in its order. */
    List<ConsumerRecord<String, String>> records() {
        Map<String, Object> properties = Map.of("bootstrap.servers", broker.address());
        try (var consumer = new KafkaConsumer<>(properties, new StringDeserializer(), new StringDeserializer())) {
            List<TopicPartition> all = IntStream.range(0, partitions)
                    .mapToObj(number -> new TopicPartition(name, number))
                    .toList();
            consumer.assign(all);
            consumer.seekToBeginning(all);
            long count = consumer.endOffsets(all).values().stream()
                    .mapToLong(Long::longValue)
                    .sum();
            List<ConsumerRecord<String, String>> records = new ArrayList<>();
            while (records.size() < count) {
                consumer.poll(Duration.ofSeconds(1)).forEach(records::add);
            }
            return records;
        }
    }

    void write(int partition, String key, String... values) {
        try (var producer = producer()) {
            for (String value : values) {
                producer.send(new ProducerRecord<>(name, partition, key, value));
            }
        }
    }

    void writeAndTakeBack(int partition, String key, String value) {
        try (var producer = producer(Map.of("bootstrap.servers", broker.address(), "transactional.id", name))) {
            producer.initTransactions();
            producer.beginTransaction();
            producer.send(new ProducerRecord<>(name, partition, key, value));
            producer.flush();
            producer.abortTransaction();
        }
    }

    private KafkaProducer<String, String> producer() {
        return producer(Map.of("bootstrap.servers", broker.address()));
    }

    private static KafkaProducer<String, String> producer(Map<String, Object> properties) {
        return new KafkaProducer<>(properties, new StringSerializer(), new StringSerializer());
    }
}
