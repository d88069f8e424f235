package dev.synchronizer.settings;

import dev.synchronizer.model.Address;
import dev.synchronizer.model.Origin;
import dev.synchronizer.model.PropertyType;
import dev.synchronizer.model.SettingKey;
import dev.synchronizer.model.SettingValue;
import dev.synchronizer.store.StoredReads;
import dev.synchronizer.task.SubjectState;
import dev.synchronizer.task.TaskKey;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What has to be there before something that administrators say of a type. */
final class TypeNeeds {
    private TypeNeeds() {}

    /** The keys of what administrators have made and something needs. */
    static List<String> of(TaskKey key, SubjectState state, ToldType type, StoredReads reads) {
        boolean defines = key.kind().equals(TaskKey.DEFINITION);
        String property = Address.parse(key.id()).property();
        List<TaskKey> wanted = new ArrayList<>();
        wanted.add(TaskKey.definition(type.name()));
        if (property != null) {
            wanted.add(type.key(TaskKey.DEFINITION, property));
        }
        if (defines) {
            properties(state).forEach(name -> wanted.add(type.key(TaskKey.DEFINITION, name)));
        }
        Set<String> needs = new LinkedHashSet<>();
        wanted.stream().filter(each -> type.state(each) != null).forEach(each -> needs.add(each.toString()));
        if (defines) {
            types(state).stream()
                    .filter(name -> isOfAdministrators(name, reads))
                    .forEach(name -> needs.add(TaskKey.definition(name).toString()));
        }
        needs.remove(key.toString());
        return List.copyOf(needs);
    }

    private static boolean isOfAdministrators(String type, StoredReads reads) {
        return reads.type(type).filter(other -> other.origin() == Origin.ADMIN).isPresent();
    }

    /** The keys of the types and properties that a definition names, and that are not there. */
    static List<String> missing(TaskKey key, SubjectState wanted, ToldType type, StoredReads reads) {
        Set<String> missing = new LinkedHashSet<>();
        for (String name : types(wanted)) {
            if (reads.type(name).isEmpty()) {
                missing.add(TaskKey.definition(name).toString());
            }
        }
        for (String name : properties(wanted)) {
            if (!type.has(name)) {
                missing.add(type.key(TaskKey.DEFINITION, name).toString());
            }
        }
        missing.remove(key.toString());
        return List.copyOf(missing);
    }

    /** The types that a definition names. */
    private static Set<String> types(SubjectState state) {
        Set<String> names = new TreeSet<>();
        for (SettingKey key :
                List.of(SettingKey.ALLOWED_PARENTS, SettingKey.ALLOWED_CHILDREN, SettingKey.ALLOWED_TYPES)) {
            if (StateValues.at(state, key) instanceof SettingValue.Texts texts) {
                names.addAll(texts.values());
            }
        }
        String embedded = embedded(state);
        if (embedded != null) {
            names.add(embedded);
        }
        return names;
    }

    private static @Nullable String embedded(SubjectState state) {
        SettingValue dataType = StateValues.at(state, SettingKey.DATA_TYPE);
        try {
            return dataType == null
                    ? null
                    : PropertyType.parse(dataType.toString()).blockType();
        } catch (IllegalArgumentException e) {
            // Whoever saves it says so.
            return null;
        }
    }

    /** The other properties of its type that the definition of a property names. */
    private static List<String> properties(SubjectState state) {
        SettingValue successor = StateValues.at(state, SettingKey.REPLACED_BY);
        return successor == null ? List.of() : List.of(successor.toString());
    }
}
