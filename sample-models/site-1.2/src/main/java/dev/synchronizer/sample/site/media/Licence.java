package dev.synchronizer.sample.site.media;

/** What others may do with a file. */
public enum Licence {
    ALL_RIGHTS_RESERVED,
    ATTRIBUTION,
    PUBLIC_DOMAIN
}
