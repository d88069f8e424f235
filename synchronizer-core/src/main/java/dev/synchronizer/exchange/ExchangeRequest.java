package dev.synchronizer.exchange;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A request as any server has received it.
 *
 * @param path as it was sent, with the query if there is one, and without what the endpoint is mounted below
 * @param headers by their names, whatever their case
 * @param declaredLength of the body in bytes; negative where it was not declared
 * @param body is read at most once, to one byte beyond the limit at most, and not closed
 * @param from the address that it came from, for the log
 */
public record ExchangeRequest(
        String method,
        String path,
        Map<String, List<String>> headers,
        long declaredLength,
        InputStream body,
        String from) {
    public ExchangeRequest {
        TreeMap<String, List<String>> all = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        headers.forEach((name, values) ->
                all.computeIfAbsent(name, none -> new ArrayList<>()).addAll(values));
        headers = Collections.unmodifiableMap(all);
    }

    /** All values of a header, in their order. */
    List<String> header(String name) {
        return headers.getOrDefault(name, List.of());
    }
}
