package dev.synchronizer.store;

import java.util.UUID;

/**
 * A value that a run could not keep, by consent.
 *
 * @param item the item that held it
 * @param property the property, as {@code Type.property}
 * @param dataType the data type that it was of
 * @param language its language; empty where it was of none in particular
 * @param value the value, as JSON
 */
public record LostValue(UUID item, String property, String dataType, String language, String value) {}
