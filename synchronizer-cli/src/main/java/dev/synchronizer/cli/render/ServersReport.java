package dev.synchronizer.cli.render;

import dev.synchronizer.json.JsonOut;
import dev.synchronizer.task.ServerChannel;
import java.util.List;

/** All servers. */
public final class ServersReport implements Answer {
    private static final String FORMAT = "synchronizer-staging-servers/1";

    private final List<ServerChannel> servers;

    public ServersReport(List<ServerChannel> servers) {
        this.servers = List.copyOf(servers);
    }

    @Override
    public String text(Style style) {
        if (servers.isEmpty()) {
            return "There are no servers.\n";
        }
        StringBuilder text = new StringBuilder();
        servers.forEach(server -> ServerText.write(server, text));
        return text.toString();
    }

    @Override
    public String json() {
        return JsonOut.pretty(out -> out.object(() -> {
            out.text("format", FORMAT);
            out.array("servers", servers, server -> out.object(() -> ServerText.members(server, out)));
        }));
    }
}
