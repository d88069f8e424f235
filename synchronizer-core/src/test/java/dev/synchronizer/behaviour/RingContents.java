package dev.synchronizer.behaviour;

import dev.synchronizer.Synchronizer;
import dev.synchronizer.content.ItemQuery;
import dev.synchronizer.model.StoredType;
import dev.synchronizer.store.ItemFilter.Bin;
import java.util.Map;
import java.util.TreeMap;

/** All that a server holds, but for who saved it when, and how often. */
final class RingContents {
    private RingContents() {}

    static Map<String, String> of(Synchronizer server) {
        Map<String, String> contents = new TreeMap<>();
        server.items()
                .forEach(
                        ItemQuery.all().in(Bin.ANY),
                        item -> contents.put(
                                item.id().toString(),
                                item.name() + " " + item.parent() + " " + item.isDeleted() + " " + item.values()));
        server.overrides()
                .list()
                .forEach(each -> contents.put(
                        "overrides " + each.address(), each.override().value().toString()));
        for (StoredType type : server.stored().types()) {
            type.properties()
                    .forEach(property -> contents.put(
                            "property " + type.name() + "." + property.name(),
                            property.dataType() + " " + property.ownSettings()));
        }
        server.rules()
                .list()
                .forEach(kept ->
                        contents.put("rule " + kept.known().name(), kept.known().toString()));
        return contents;
    }
}
