package dev.synchronizer.plan;

import dev.synchronizer.diff.ModelDiff;
import dev.synchronizer.model.Address;
import dev.synchronizer.model.PropertyType;
import dev.synchronizer.model.SettingKey;
import dev.synchronizer.model.Settings;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What has to be counted before a comparison can be planned: only what could be lost, or stop being valid or visible.
 *
 * @param types the types whose items are to be counted
 * @param properties the properties whose values are to be counted
 */
public record UsageQuestions(List<OfType> types, List<OfProperty> properties) {
    public UsageQuestions {
        types = List.copyOf(types);
        properties = List.copyOf(properties);
    }

    /** Those of a comparison; of types that do not change, there are none. */
    public static UsageQuestions of(ModelDiff diff) {
        return UsageQuestioning.of(diff);
    }

    public boolean isEmpty() {
        return types.isEmpty() && properties.isEmpty();
    }

    /**
     * A type whose items are to be counted.
     *
     * @param type its id
     * @param address its name as it is stored
     */
    public record OfType(long type, Address address) {}

    /**
     * A property whose values are to be counted.
     *
     * @param property its id
     * @param type the id of its type
     * @param address its name as it is stored
     * @param lacking whether the items of its type that have no value are to be counted too
     * @param checks the settings whose change leaves some values without a place, the data type among them; each is to be
     *     held against the values
     * @param before the data type of the values; null where it is not known, and nothing is to be checked
     * @param after the data type that they are to have; null where that does not change, or there is none
     * @param said what is said of the property after the run
     */
    public record OfProperty(
            long property,
            long type,
            Address address,
            boolean lacking,
            Set<SettingKey> checks,
            @Nullable PropertyType before,
            @Nullable PropertyType after,
            Settings said) {
        public OfProperty {
            checks = Set.copyOf(checks);
        }

        /** One of which no more is asked than how many values there are. */
        public static OfProperty counted(long type, long property, Address address) {
            return new OfProperty(property, type, address, false, Set.of(), null, null, Settings.none());
        }

        /** Whether the first items that hold values are to be named: where the values stand in the way as they are. */
        public boolean namesItems() {
            return after == null && checks.isEmpty() && !lacking;
        }
    }
}
