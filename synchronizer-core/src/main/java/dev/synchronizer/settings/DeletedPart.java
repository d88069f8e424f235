package dev.synchronizer.settings;

import dev.synchronizer.model.Address;
import dev.synchronizer.model.Settings;

/**
 * A type or property that was deleted.
 *
 * @param address the type or property
 * @param before what had been said of it, a property's data type among it
 */
public record DeletedPart(Address address, Settings before) {}
