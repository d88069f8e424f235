package dev.synchronizer.catalog;

import dev.synchronizer.model.Origin;
import dev.synchronizer.model.PropertyType;

/**
 * A property as the application sees it.
 *
 * @param name its name
 * @param type its data type
 * @param origin who made it
 * @param settings its settings
 */
public record EffectiveProperty(String name, PropertyType type, Origin origin, EffectiveSettings settings) {}
