package dev.synchronizer.annotation;

import java.util.UUID;

/**
 * Refers to another item; which types it may have is said by {@link AllowedTypes}.
 *
 * @param id the id of the item
 */
public record ContentReference(UUID id) {}
