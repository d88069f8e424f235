package dev.synchronizer.plan;

/**
 * A guess at what an orphan was renamed to. Nothing is ever renamed by it (C7).
 *
 * @param name the new type or property that resembles it
 * @param likeness from 0 to 100
 * @param annotation what to write at the new type or property to keep the orphan's identity
 */
public record Suggestion(String name, int likeness, String annotation) {}
