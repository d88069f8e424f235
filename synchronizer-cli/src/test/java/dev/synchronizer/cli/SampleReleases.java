package dev.synchronizer.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What the releases of the sample site make of items, worked out from their documentation alone. */
final class SampleReleases {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final Map<String, String> RENAMED_TYPES = Map.of("Talk", "Event");

    private SampleReleases() {}

    static List<ObjectNode> after11(List<ObjectNode> before) {
        return before.stream().map(SampleReleases::after11).toList();
    }

    static List<ObjectNode> after12(List<ObjectNode> before) {
        return before.stream().map(SampleReleases::after12).toList();
    }

    private static ObjectNode after11(ObjectNode before) {
        ObjectNode item = before.deepCopy();
        ObjectNode values = values(item);
        switch (item.get("type").textValue()) {
            case "Talk" -> item.put("type", RENAMED_TYPES.get("Talk"));
            case "Newsletter" -> orphanAll(item);
            case "Person" -> orphan(item, "phone");
            case "Exhibition" -> {
                rename(values, "closes", "lastDay");
                orphan(item, "soundtrack");
                toNumber(values, "catalogueNumber");
            }
            case "Article" -> {
                toOneLanguage(values, "subtitle");
                values.set("tags", sorted((ArrayNode) values.get("tags")));
            }
            default -> {
                // The others stay what they are.
            }
        }
        return item;
    }

    private static ObjectNode after12(ObjectNode before) {
        ObjectNode item = before.deepCopy();
        ObjectNode values = values(item);
        switch (item.get("type").textValue()) {
            case "AudioGuide" -> orphanAll(item);
            case "Event" -> {
                rename(values, "minutes", "durationMinutes");
                if (values.has("audience")) {
                    values.set("audience", JSON.arrayNode().add(values.get("audience")));
                }
            }
            case "HomePage" -> rename((ObjectNode) values.get("openingHours"), "remark", "note");
            case "Exhibition" -> {
                values.put("opens", values.get("opens").textValue() + "T00:00");
                orphan(item, "audioGuide");
            }
            case "Article" -> {
                if (values.has("source") && !values.has("credits")) {
                    values.set("credits", values.get("source"));
                }
                values.remove("source");
            }
            case "Person" ->
                values.put(
                        "fullName",
                        values.get("givenName").textValue() + " "
                                + values.get("familyName").textValue());
            default -> {
                // The others stay what they are.
            }
        }
        return item;
    }

    private static ObjectNode values(ObjectNode item) {
        return item.withObject("/values");
    }

    private static void rename(ObjectNode values, String from, String to) {
        JsonNode value = values.remove(from);
        if (value != null) {
            values.set(to, value);
        }
    }

    private static void orphan(ObjectNode item, String property) {
        JsonNode value = values(item).remove(property);
        if (value != null) {
            item.withObject("/orphaned").set(property, value);
        }
    }

    private static void orphanAll(ObjectNode item) {
        List<String> names = new ArrayList<>();
        values(item).fieldNames().forEachRemaining(names::add);
        names.forEach(name -> orphan(item, name));
    }

    /** Those that are no whole number are lost, by consent. */
    private static void toNumber(ObjectNode values, String property) {
        JsonNode text = values.remove(property);
        if (text != null && text.textValue().matches("[0-9]+")) {
            values.put(property, Integer.parseInt(text.textValue()));
        }
    }

    /** The first language in order stays; the others are lost, by consent. */
    private static void toOneLanguage(ObjectNode values, String property) {
        JsonNode translated = values.remove(property);
        if (translated != null) {
            Map<String, String> byLanguage = new TreeMap<>();
            translated
                    .properties()
                    .forEach(each ->
                            byLanguage.put(each.getKey(), each.getValue().textValue()));
            values.put(property, byLanguage.values().iterator().next());
        }
    }

    private static ArrayNode sorted(ArrayNode texts) {
        List<JsonNode> all = new ArrayList<>();
        texts.forEach(all::add);
        all.sort(Comparator.comparing(JsonNode::textValue));
        return JSON.arrayNode().addAll(all);
    }
}
