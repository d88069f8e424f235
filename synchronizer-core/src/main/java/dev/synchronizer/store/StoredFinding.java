package dev.synchronizer.store;

import java.time.Instant;
import java.util.UUID;

/**
 * What a validator found in an item that was saved nevertheless.
 *
 * @param item the item
 * @param validator the name of the validator
 * @param severity how much it matters
 * @param property where in the item it was found; empty where it is about the whole of it
 * @param language the language of the value; empty for none in particular
 * @param message what was found
 * @param foundAt when
 */
public record StoredFinding(
        UUID item,
        String validator,
        String severity,
        String property,
        String language,
        String message,
        Instant foundAt) {}
