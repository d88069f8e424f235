package dev.synchronizer.transfer;

import dev.synchronizer.content.BulkWriting;
import dev.synchronizer.content.HeldItem;
import dev.synchronizer.content.ItemType;
import dev.synchronizer.content.Violations;
import dev.synchronizer.store.StoredItem;
import dev.synchronizer.value.UnfitValueException;
import dev.synchronizer.value.Values;
import java.util.UUID;

/**
 * An item as a line of an import has it, with all that is wrong with that line alone.
 *
 * @param line the number of the line
 */
record ImportedItem(long line, ImportedRow row, ItemType type, Values own, Values orphaned, Violations violations) {
    /**
     * Reads a line.
     *
     * @throws UnfitValueException if it is no item
     * @throws dev.synchronizer.problem.ProblemsException if there is no such type
     */
    static ImportedItem read(long number, String text, BulkWriting content) {
        ImportLine line = ImportLine.read(text);
        ItemType type = content.type(line.require("type"));
        Violations violations = new Violations(type.name());
        violations.checkName(line.require("name"));
        ImportedValues values = new ImportedValues(type, content.blocks(), violations);
        line.values().forEach(values::read);
        UUID id = line.id("id");
        ImportedRow row = new ImportedRow(
                id == null ? content.newId() : id,
                type.id(),
                line.require("name"),
                line.id("parent"),
                line.revision(),
                line.instant("createdAt"),
                line.actor("createdBy"),
                line.instant("savedAt"),
                line.actor("savedBy"),
                line.deleted());
        return new ImportedItem(number, row, type, values.own(), values.orphaned(), violations);
    }

    /** @param itsRow its own row, as it is to be */
    HeldItem wanted(StoredItem itsRow) {
        return HeldItem.wanted(itsRow, type, own, orphaned);
    }
}
