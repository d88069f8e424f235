package dev.synchronizer.settings;

import dev.synchronizer.model.Address;
import dev.synchronizer.model.Settings;
import dev.synchronizer.store.ChangeRecord;
import java.time.Instant;

/**
 * A type or property that was deleted.
 *
 * @param address the type or property
 * @param before what had been said of it, a property's data type among it
 */
public record DeletedPart(Address address, Settings before) {
    ChangeRecord record(long typeId, String actor, Instant at) {
        return new ChangeRecord(
                0,
                at,
                actor,
                ChangeRecord.Kind.UNDEFINE,
                null,
                typeId,
                address.type(),
                address.property(),
                null,
                DefinedPart.json(before),
                null);
    }
}
