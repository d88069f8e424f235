package dev.synchronizer.settings;

import dev.synchronizer.lookup.KnownType;
import dev.synchronizer.lookup.UnknownNames;
import dev.synchronizer.model.Address;
import dev.synchronizer.model.ColumnText;
import dev.synchronizer.model.SettingKey;
import dev.synchronizer.model.SettingOverride;
import dev.synchronizer.model.SettingValue;
import dev.synchronizer.model.Settings;
import dev.synchronizer.model.StoredModel;
import dev.synchronizer.problem.Problem;
import dev.synchronizer.problem.ProblemCode;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Groups and roles that somebody knows.
 *
 * @param groups names of groups of types and of properties
 * @param roles names of roles
 */
public record KnownNames(Set<String> groups, Set<String> roles) {
    public KnownNames {
        groups = Set.copyOf(groups);
        roles = Set.copyOf(roles);
    }

    public static KnownNames none() {
        return new KnownNames(Set.of(), Set.of());
    }

    /** With more groups. */
    public KnownNames withGroups(Collection<String> names) {
        return new KnownNames(union(groups, names), roles);
    }

    /** With more roles. */
    public KnownNames withRoles(Collection<String> names) {
        return new KnownNames(groups, union(roles, names));
    }

    private static Set<String> union(Set<String> some, Collection<String> more) {
        Set<String> all = new TreeSet<>(some);
        all.addAll(more);
        return all;
    }

    /** With those that code says, and those that overrides say, apart from the ones that are to be replaced. */
    KnownNames and(StoredModel stored, Collection<Address> replaced) {
        Set<String> moreGroups = new TreeSet<>();
        Set<String> moreRoles = new TreeSet<>();
        stored.modules().stream()
                .flatMap(module -> module.snapshot().types().stream())
                .flatMap(type -> Stream.concat(
                        Stream.of(type.settings()), type.properties().stream().map(property -> property.settings())))
                .forEach(settings -> add(settings, moreGroups, moreRoles));
        Map<Long, KnownType> types = KnownType.all(stored);
        for (SettingOverride override : stored.overrides()) {
            KnownType type = types.get(override.typeId());
            if (type != null
                    && !replaced.contains(type.ownerOf(override).address().withSetting(override.setting()))) {
                add(override.key(), override.value(), moreGroups, moreRoles);
            }
        }
        return withGroups(moreGroups).withRoles(moreRoles);
    }

    private static void add(Settings settings, Set<String> groups, Set<String> roles) {
        add(SettingKey.GROUP_NAME, settings.get(SettingKey.GROUP_NAME), groups, roles);
        add(SettingKey.ACCESS, settings.get(SettingKey.ACCESS), groups, roles);
    }

    private static void add(
            @Nullable SettingKey key, @Nullable SettingValue value, Set<String> groups, Set<String> roles) {
        if (key == SettingKey.GROUP_NAME && value instanceof SettingValue.Text text) {
            groups.add(text.value());
        } else if (key == SettingKey.ACCESS && value instanceof SettingValue.Texts texts) {
            roles.addAll(texts.values());
        }
    }

    /** Warnings of names in a value that nobody knows. */
    List<Problem> warnings(Address address, SettingKey key, @Nullable SettingValue value) {
        if (key == SettingKey.GROUP_NAME && value instanceof SettingValue.Text text && !value.isEmpty()) {
            return warnings(address, List.of(text.value()), groups, ProblemCode.UNKNOWN_GROUP);
        }
        return key == SettingKey.ACCESS && value instanceof SettingValue.Texts texts
                ? warnings(address, texts.values(), roles, ProblemCode.UNKNOWN_ROLE)
                : List.of();
    }

    private static List<Problem> warnings(Address address, List<String> names, Set<String> known, ProblemCode code) {
        String what = code == ProblemCode.UNKNOWN_GROUP ? "group" : "role";
        return names.stream()
                .filter(name -> !known.contains(name))
                .map(name -> {
                    String near = UnknownNames.nearest(name, known);
                    return new Problem(
                            code,
                            address.toString(),
                            "nobody else knows the " + what + " " + ColumnText.quoted(name),
                            near.isEmpty() ? code.fix() : "write " + near + ", unless it is meant to be new");
                })
                .toList();
    }
}
