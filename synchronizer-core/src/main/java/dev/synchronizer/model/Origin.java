package dev.synchronizer.model;

/** Who made a stored type or property. */
public enum Origin {
    /** It is declared in code, or was. */
    CODE,
    /** An administrator made it. */
    ADMIN
}
