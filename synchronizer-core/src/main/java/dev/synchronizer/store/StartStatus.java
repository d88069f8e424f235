package dev.synchronizer.store;

import org.jspecify.annotations.Nullable;

/**
 * What one query tells at a start.
 *
 * @param schema what the schema is
 * @param revision the revision of the stored model, 0 where there is none
 * @param remembered the settled plan, as text, that was remembered under the start's key at this very revision; null
 *     where there is none
 */
public record StartStatus(
        SchemaState schema, long revision, @Nullable String remembered) {}
