package dev.synchronizer.task;

import dev.synchronizer.store.StoredChannel;
import java.util.List;
import java.util.Optional;

/** All servers and connectors of a store, as of one moment. Immutable. */
public record Channels(List<ServerChannel> servers, List<ConnectorChannel> connectors) {
    public static final Channels NONE = new Channels(List.of(), List.of());

    public Channels {
        servers = List.copyOf(servers);
        connectors = List.copyOf(connectors);
    }

    public static Channels of(List<StoredChannel> rows) {
        if (rows.isEmpty()) {
            return NONE;
        }
        return new Channels(
                rows.stream()
                        .filter(row -> row.kind() == StoredChannel.Kind.SERVER)
                        .map(ChannelJson::server)
                        .toList(),
                rows.stream()
                        .filter(row -> row.kind() == StoredChannel.Kind.CONNECTOR)
                        .map(ChannelJson::connector)
                        .toList());
    }

    /** Whether nobody is told of anything, nor tells anything. */
    public boolean isEmpty() {
        return servers.isEmpty() && connectors.isEmpty();
    }

    public Optional<ServerChannel> server(String name) {
        return servers.stream().filter(one -> one.name().equals(name)).findFirst();
    }

    public Optional<ConnectorChannel> connector(String name) {
        return connectors.stream().filter(one -> one.name().equals(name)).findFirst();
    }
}
