package dev.synchronizer.sample.site.block;

/** The looks that the site's designers offer. */
public enum Style {
    PLAIN,
    BOXED,
    DARK
}
