package dev.synchronizer;

import java.util.Map;
import java.util.UUID;

/** The name by which a synchronizer knows what it has told other nodes itself. */
final class NodeName {
    private static final int MOST_OF_HOST = 150;

    private NodeName() {}

    /** Host and process for people, such as {@code web-1/4711/}, and behind them what no other synchronizer has. */
    static String unique() {
        // Asking the network for the host's name can take seconds where it is set up badly.
        Map<String, String> environment = System.getenv();
        String host = environment
                .getOrDefault("HOSTNAME", environment.getOrDefault("COMPUTERNAME", "node"))
                .replaceAll("[^A-Za-z0-9._-]", "");
        return host.substring(0, Math.min(host.length(), MOST_OF_HOST)) + "/"
                + ProcessHandle.current().pid() + "/" + UUID.randomUUID();
    }
}
