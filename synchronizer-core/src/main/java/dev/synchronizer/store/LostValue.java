package dev.synchronizer.store;

import java.util.UUID;

/**
 * A value as it was before a run that could not keep it, or not all that it said, by consent: one that goes, one that loses
 * its language, and a list that becomes a set without its order.
 *
 * @param item the item that held it
 * @param property the property, as {@code Type.property}
 * @param dataType the data type that it was of
 * @param language its language; empty where it was of none in particular
 * @param value the value, as JSON
 */
public record LostValue(UUID item, String property, String dataType, String language, String value) {}
