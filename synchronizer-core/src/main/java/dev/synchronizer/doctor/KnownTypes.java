package dev.synchronizer.doctor;

import dev.synchronizer.model.StoredModel;
import dev.synchronizer.model.StoredProperty;
import dev.synchronizer.model.StoredType;
import dev.synchronizer.store.StoredReads;
import dev.synchronizer.value.BlockParts.Part;
import dev.synchronizer.value.StoredForm;
import dev.synchronizer.value.StoredParts;
import dev.synchronizer.value.StoredValue;
import dev.synchronizer.value.ValueColumn;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The types by which items are examined, as of one change number. */
final class KnownTypes {
    private final long number;
    private final Map<Long, String> names = new HashMap<>();
    private final Map<Long, Long> owners = new HashMap<>();
    private final StoredParts parts;

    private KnownTypes(long number, StoredModel stored) {
        this.number = number;
        for (StoredType type : stored.types()) {
            names.put(type.id(), type.name());
            for (StoredProperty property : type.properties()) {
                owners.put(property.id(), type.id());
            }
        }
        parts = new StoredParts(stored);
    }

    static KnownTypes read(StoredReads reads) {
        return new KnownTypes(reads.changeNumber(), reads.load());
    }

    /** These, or those of another moment where the reads are of one. */
    KnownTypes asOf(StoredReads reads) {
        return reads.changeNumber() == number ? this : read(reads);
    }

    /** The name of a type; empty where there is none of this id. */
    Optional<String> name(long type) {
        return Optional.ofNullable(names.get(type));
    }

    /** The name of a property; empty where there is none of this id. */
    Optional<String> property(long id) {
        return Optional.ofNullable(parts.of(id)).map(Part::name);
    }

    /** What is wrong with a value of an item of a type, as the rest of a sentence; empty where nothing is. */
    Optional<String> fault(long type, StoredValue value) {
        Long owner = owners.get(value.property());
        String where = value.language().isEmpty() ? "" : " in the language " + value.language();
        if (owner == null || owner != type) {
            return Optional.of("it has a value" + where + " of the property with the id " + value.property()
                    + (owner == null ? ", which is not there" : " of " + names.get(owner)));
        }
        Part part = parts.of(value.property());
        return part == null || fits(part, value)
                ? Optional.empty()
                : Optional.of("its value of " + part.name() + where + " is none of the data type " + part.type());
    }

    private boolean fits(Part part, StoredValue value) {
        if (value.column() != ValueColumn.of(part.type())) {
            return false;
        }
        try {
            StoredForm.fromStored(part.type(), value, parts);
            return true;
        } catch (RuntimeException unreadable) {
            // Whoever wrote it may have written anything.
            return false;
        }
    }
}
