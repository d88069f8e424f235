package dev.synchronizer.settings;

import dev.synchronizer.model.StoredType;
import dev.synchronizer.problem.Problems;
import java.util.List;

/**
 * What became of a definition.
 *
 * @param changeNumber the number of the last change that was logged; 0 where all of it had been so before
 * @param type the type as it is stored since
 * @param parts the type, unless code declares it, and the properties that were named, in this order
 * @param overrides the settings that can be overridden, which are saved beside it
 * @param warnings what is worth a second look
 */
public record DefinedType(
        long changeNumber, StoredType type, List<DefinedPart> parts, List<SavedSetting> overrides, Problems warnings)
        implements Written {
    public DefinedType {
        parts = List.copyOf(parts);
        overrides = List.copyOf(overrides);
    }

    DefinedType with(StructureChange change) {
        return new DefinedType(
                changeNumber,
                type,
                parts.stream()
                        .map(part -> part.withConverted(change.converted(part.address())))
                        .toList(),
                overrides,
                warnings.and(change.warnings()));
    }

    DefinedType withChangeNumber(long number) {
        return new DefinedType(number, type, parts, overrides, warnings);
    }
}
