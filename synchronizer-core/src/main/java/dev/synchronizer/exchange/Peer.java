package dev.synchronizer.exchange;

import java.net.URI;
import java.util.Locale;

/**
 * Another server, and what is shared with it.
 *
 * @param name of the other one
 * @param address its scheme, host and port, and what its endpoint stands below, such as {@code https://example.org/cms}
 * @param secret what it shares with this one
 */
public record Peer(String name, URI address, Secret secret) {
    /**
     * Checks the name and the address.
     *
     * @throws IllegalArgumentException if there can be none of such a name or address
     */
    public Peer {
        ServerName.checked(name);
        // What is wrong with an address is said without showing it, for a password may be what is wrong with it.
        String scheme = String.valueOf(address.getScheme()).toLowerCase(Locale.ROOT);
        if (!(scheme.equals("http") || scheme.equals("https"))
                || address.getHost() == null
                || address.getPort() > 65_535) {
            throw new IllegalArgumentException(
                    "the address of " + name + " is not one of HTTP; give one such as https://example.org:8443");
        }
        if (address.getRawUserInfo() != null || address.getRawQuery() != null || address.getRawFragment() != null) {
            throw new IllegalArgumentException("the address of " + name
                    + " has a user, a query or a fragment; give its scheme, host, port and path alone");
        }
    }

    URI endpoint(String path) {
        String base = address.toString();
        return URI.create((base.endsWith("/") ? base.substring(0, base.length() - 1) : base) + path);
    }

    /** As messages name it: scheme, host and port. */
    String shown() {
        String port = address.getPort() < 0 ? "" : ":" + address.getPort();
        return name + " at " + address.getScheme() + "://" + address.getHost() + port;
    }
}
