package dev.synchronizer.annotation;

/** What an item of a content type is. */
public enum ContentKind {
    /** Stands on its own, has an address and a place in the tree. */
    PAGE,
    /** Lives inside other items, embedded or shared. */
    BLOCK,
    /** A file with its metadata. */
    MEDIA
}
