package dev.synchronizer.store;

/** Which way a task goes. */
public enum TaskDirection {
    /** To other servers. */
    STAGING,
    /** To another system, by its connector. */
    OUTGOING,
    /** From another system, by its connector. */
    INCOMING;

    /** The channel of this direction to a server, or of a connector. */
    public String channel(String name) {
        return name() + ":" + name;
    }

    /** What a channel goes to. */
    public static String nameOf(String channel) {
        return channel.substring(channel.indexOf(':') + 1);
    }

    /** Which way a channel goes. */
    public static TaskDirection of(String channel) {
        return valueOf(channel.substring(0, channel.indexOf(':')));
    }
}
