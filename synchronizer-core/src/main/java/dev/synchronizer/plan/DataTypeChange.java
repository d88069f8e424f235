package dev.synchronizer.plan;

import dev.synchronizer.annotation.DataType;
import dev.synchronizer.diff.PropertyDiff;
import dev.synchronizer.model.PropertyType;
import dev.synchronizer.model.SettingKey;
import dev.synchronizer.model.SettingValue;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A stored property that gets another data type, and values with it (D6).
 *
 * @param before the data type of its values, in the names that blocks have after the run; null where only its row tells,
 *     and not of which block
 * @param after the one that they are to have
 */
public record DataTypeChange(@Nullable PropertyType before, PropertyType after) {
    /** Empty where the property keeps its data type, or is not declared or not stored. */
    public static Optional<DataTypeChange> of(PropertyDiff diff) {
        return diff.settings().stream()
                .filter(change -> change.key() == SettingKey.DATA_TYPE
                        && diff.stored() != null
                        && change.from() instanceof SettingValue.Text)
                .findFirst()
                .map(change -> new DataTypeChange(
                        known(diff, ((SettingValue.Text) Objects.requireNonNull(change.from())).value()),
                        Objects.requireNonNull(diff.after()).type()));
    }

    /**
     * The same before any row is written, when blocks have the names under which they are stored.
     *
     * @param now the data type of the values, in these names
     */
    public DataTypeChange beforeRenames(PropertyType now) {
        PropertyType said = before == null ? now : before;
        String block = now.blockType();
        return block != null && Objects.equals(said.blockType(), after.blockType())
                ? new DataTypeChange(now, after.withBlockType(block))
                : new DataTypeChange(said, after);
    }

    private static @Nullable PropertyType known(PropertyDiff diff, String from) {
        boolean namesNoBlock =
                diff.stored() != null && from.equals(diff.stored().dataType()) && from.contains(DataType.BLOCK.name());
        return namesNoBlock ? null : PropertyType.parse(from);
    }
}
