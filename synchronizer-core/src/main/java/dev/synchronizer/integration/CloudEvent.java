package dev.synchronizer.integration;

import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/**
 * A change as an event of the form of CloudEvents 1.0, in which systems that know nothing of each other understand it. Immutable.
 *
 * @param id what no other event of the source has; an event that is sent again keeps it
 * @param source where it comes from, as a URI
 * @param type what happened, such as {@code dev.synchronizer.item.update}
 * @param subject what it is about; of ours, the key of the task
 * @param time when it happened, as RFC 3339 has it
 * @param data what is told, as JSON; empty where there is none, or where it is binary
 */
public record CloudEvent(
        String id, String source, String type, Optional<String> subject, Optional<String> time, Optional<String> data) {
    /** The media type of an event in JSON. */
    public static final String MEDIA_TYPE = "application/cloudevents+json";

    private static final String TYPES = "dev.synchronizer.";

    /** @throws IllegalArgumentException if id, source or type are empty */
    public CloudEvent {
        if (id.isEmpty() || source.isEmpty() || type.isEmpty()) {
            throw new IllegalArgumentException("an event has an id, a source and a type");
        }
    }

    /** The event that tells of a task: the same one, each time that the task comes. */
    public static CloudEvent of(OutgoingTask task) {
        return new CloudEvent(
                task.eventId(),
                "urn:synchronizer:" + UriText.of(task.server()),
                TYPES + lower(task.kind()) + "." + lower(task.operation()),
                Optional.of(task.key()),
                Optional.of(task.loggedAt().toString()),
                Optional.of(task.payload()));
    }

    /** The event that a text in JSON holds; empty if it is none of version 1.0, or no JSON. */
    public static Optional<CloudEvent> read(String json) {
        return CloudEventJson.read(json);
    }

    /**
     * The event whose attributes are found one by one, by their names, as transports do that keep them apart from the data; empty
     * if it is none of version 1.0. It has no data.
     */
    public static Optional<CloudEvent> of(Function<String, Optional<String>> attributes) {
        return EventAttributes.event(attributes, Optional.empty());
    }

    /** The event as JSON, the same text each time. */
    public String json() {
        return CloudEventJson.write(this);
    }

    private static String lower(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
