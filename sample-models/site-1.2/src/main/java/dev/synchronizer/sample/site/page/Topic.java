package dev.synchronizer.sample.site.page;

/** What an article is about. */
public enum Topic {
    ART,
    ARCHITECTURE,
    HISTORY,
    RESTORATION
}
