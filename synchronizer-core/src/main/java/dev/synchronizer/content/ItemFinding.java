package dev.synchronizer.content;

import dev.synchronizer.saving.Finding;
import dev.synchronizer.saving.Subject;

/**
 * Something that a rule or a validator has to say of an item that is saved nevertheless.
 *
 * @param item the item
 * @param finding what it has to say
 */
public record ItemFinding(Subject item, Finding finding) {}
