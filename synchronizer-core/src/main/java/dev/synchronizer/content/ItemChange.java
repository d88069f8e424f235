package dev.synchronizer.content;

import dev.synchronizer.saving.ChangeSet;
import java.util.UUID;

/**
 * What rules change of an item that is stored already.
 *
 * @param id its id
 * @param type the name of its type
 * @param name its name
 * @param changes what becomes another one
 */
public record ItemChange(UUID id, String type, String name, ChangeSet changes) {}
