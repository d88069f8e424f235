package dev.synchronizer.kafka;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeSet;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigException;

/** What a client of Kafka is configured with: what is given, and what is not given for a connector to keep its word. */
final class ClientProperties {
    private final ConfigDef known;
    private final Map<String, Object> all = new HashMap<>();
    private final Secrets secrets;

    /**
     * @param given what an application says
     * @param own what it cannot say
     * @throws IllegalArgumentException if something does not hold; the message shows no secret
     */
    ClientProperties(ConfigDef known, Map<String, ?> given, Map<String, ?> own) {
        this.known = known;
        this.secrets = Secrets.among(given, known);
        refuse(given.keySet(), own.keySet());
        all.putAll(given);
        all.putAll(own);
        parsed();
    }

    private static void refuse(Collection<String> given, Collection<String> own) {
        TreeSet<String> both = new TreeSet<>(given);
        both.retainAll(own);
        if (!both.isEmpty()) {
            throw new IllegalArgumentException(
                    "leave out " + String.join(", ", both) + ": what the connector promises hangs on it");
        }
    }

    /** Every property that Kafka knows, with its value or its default. */
    Map<String, Object> parsed() {
        try {
            return known.parse(all);
        } catch (ConfigException e) {
            // Its message shows the value.
            throw new IllegalArgumentException(
                    "the properties for Kafka do not hold: " + secrets.hidden(e.getMessage()));
        }
    }

    Map<String, Object> asMap() {
        return new HashMap<>(all);
    }

    Secrets secrets() {
        return secrets;
    }

    /** Without any value, for each could be secret. */
    @Override
    public String toString() {
        return new TreeSet<>(all.keySet()).toString();
    }
}
