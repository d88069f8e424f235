package dev.synchronizer.store;

import java.util.UUID;

/**
 * An item that an application of rules left as it is.
 *
 * @param item its id
 * @param type the name of its type
 * @param name its name
 * @param problems what was in the way, as JSON
 */
public record RuleRefusal(UUID item, String type, String name, String problems) {}
