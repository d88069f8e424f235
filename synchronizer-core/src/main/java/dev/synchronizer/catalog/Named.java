package dev.synchronizer.catalog;

import dev.synchronizer.diff.Likeness;
import dev.synchronizer.model.Address;
import dev.synchronizer.model.SettingKey;
import dev.synchronizer.model.SettingOverride;
import dev.synchronizer.model.StoredModule;
import dev.synchronizer.model.StoredProperty;
import dev.synchronizer.model.StoredType;
import dev.synchronizer.model.TypeModel;
import dev.synchronizer.problem.Problem;
import dev.synchronizer.problem.ProblemCode;
import dev.synchronizer.problem.Problems;
import dev.synchronizer.problem.ProblemsException;
import dev.synchronizer.store.StoredReads;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What an address names in a store.
 *
 * @param address the address, in which it is settled whether it means a property or a setting
 * @param type the type
 * @param module the module that last committed the type, or null where an administrator made it
 * @param overrides the overrides of the type and of its properties
 */
record Named(Address address, StoredType type, @Nullable StoredModule module, List<SettingOverride> overrides) {
    private static final int MOST_NAMES = 3;

    /** What identifies a type or property is not a setting to people. */
    private static final Set<SettingKey> IDENTITY =
            EnumSet.of(SettingKey.NAME, SettingKey.GUID, SettingKey.CLASS, SettingKey.MODULE, SettingKey.DATA_TYPE);

    static Named find(StoredReads reads, Address address) {
        StoredType type = reads.type(address.type()).orElseThrow(() -> unknownType(reads, address));
        Address resolved = address.resolve(type);
        List<SettingOverride> overrides = reads.overrides(type.id());
        requireProperty(type, resolved);
        Optional<StoredModule> module = Optional.ofNullable(type.module()).flatMap(reads::module);
        Named named = new Named(resolved, type, module.orElse(null), overrides);
        named.requireSetting();
        return named;
    }

    static boolean isExplained(SettingKey key, SettingKey.Scope scope) {
        return key.appliesTo(scope) && !IDENTITY.contains(key);
    }

    /** The type as code last committed it. */
    Optional<TypeModel> code() {
        return module == null ? Optional.empty() : module.snapshot().type(type.name());
    }

    @Nullable
    String moduleVersion() {
        return module == null ? null : module.version();
    }

    private static ProblemsException unknownType(StoredReads reads, Address address) {
        List<String> names = reads.load().types().stream().map(StoredType::name).toList();
        return unknown(
                ProblemCode.NOT_STORED,
                address.type(),
                "no type of this name is stored",
                Likeness.nearest(address.type(), names, MOST_NAMES),
                "see all names with types");
    }

    private static void requireProperty(StoredType type, Address address) {
        String property = address.property();
        if (property != null && type.property(property).isEmpty()) {
            List<String> names =
                    type.properties().stream().map(StoredProperty::name).toList();
            throw unknown(
                    ProblemCode.NOT_STORED,
                    address.toString(),
                    "type " + type.name() + " has no property of this name",
                    Likeness.nearest(property, names, MOST_NAMES).stream()
                            .map(name -> type.name() + "." + name)
                            .toList(),
                    "see all names with types " + type.name());
        }
    }

    private void requireSetting() {
        String setting = address.setting();
        if (setting == null || isOverridden(setting)) {
            return;
        }
        SettingKey key = SettingKey.byLabel(setting);
        if (key == null || !isExplained(key, address.scope())) {
            List<String> names = Arrays.stream(SettingKey.values())
                    .filter(known -> isExplained(known, address.scope()))
                    .map(SettingKey::label)
                    .toList();
            throw unknown(
                    ProblemCode.UNKNOWN_SETTING,
                    address.toString(),
                    (address.property() == null ? "a type" : "a property") + " has no setting of this name",
                    Likeness.nearest(setting, names, MOST_NAMES).stream()
                            .map(name -> address.withSetting(name).toString())
                            .toList(),
                    "write one of " + String.join(", ", names));
        }
    }

    private boolean isOverridden(String setting) {
        Optional<StoredProperty> property =
                Optional.ofNullable(address.property()).flatMap(type::property);
        long owner = property.map(StoredProperty::id).orElse(type.id());
        return overrides.stream()
                .anyMatch(override ->
                        override.ownerId() == owner && override.setting().equals(setting));
    }

    private static ProblemsException unknown(
            ProblemCode code, String subject, String message, List<String> nearest, String otherwise) {
        String fix = nearest.isEmpty() ? otherwise : "write " + String.join(" or ", nearest);
        return new ProblemsException(Problems.of(new Problem(code, subject, message, fix)));
    }
}
