package dev.synchronizer.integration;

import java.util.Optional;
import java.util.function.Function;

/** What an event of CloudEvents has to say of itself. */
final class EventAttributes {
    static final String VERSION = "1.0";

    private EventAttributes() {}

    /** The event of these attributes; empty if it lacks one, or one is nothing that an event may say. */
    static Optional<CloudEvent> event(Function<String, Optional<String>> attributes, Optional<String> data) {
        Function<String, Optional<String>> valid =
                name -> attributes.apply(name).filter(EventAttributes::isValid);
        if (valid.apply("specversion").filter(VERSION::equals).isEmpty()) {
            return Optional.empty();
        }
        return valid.apply("id")
                .flatMap(id -> valid.apply("source")
                        .flatMap(source -> valid.apply("type")
                                .map(type -> new CloudEvent(
                                        id, source, type, valid.apply("subject"), valid.apply("time"), data))));
    }

    /** No database keeps all of what the specification forbids here. */
    private static boolean isValid(String value) {
        return !value.isEmpty()
                && value.codePoints()
                        .noneMatch(
                                each -> Character.isISOControl(each) || Character.getType(each) == Character.SURROGATE);
    }
}
