package dev.synchronizer.sample.site.page;

/** Whom an exhibition or event is for. */
public enum Audience {
    FAMILIES,
    SCHOOLS,
    ADULTS,
    SENIORS
}
