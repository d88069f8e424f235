package dev.synchronizer.plan;

import dev.synchronizer.diff.ChangeState;
import dev.synchronizer.diff.ModelDiff;
import dev.synchronizer.diff.PropertyDiff;
import dev.synchronizer.diff.TypeDiff;
import dev.synchronizer.model.PropertyModel;
import dev.synchronizer.model.SettingKey;
import dev.synchronizer.model.Settings;
import dev.synchronizer.model.TypeModel;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which properties of living types embed an orphaned type or allow it, so that it must stay (D5), and with it the blocks
 * that it embeds. Where a living type took an orphan's name, it is the living one that code means; what administrators
 * made means what it always meant.
 */
final class References {
    private final Orphans fates;
    private final Set<String> allOrphans = new HashSet<>();

    /** Those whose names no declared type takes. */
    private final Set<String> orphans = new HashSet<>();

    private final Map<String, List<String>> byType = new HashMap<>();

    private References(Orphans fates) {
        this.fates = fates;
    }

    static References toOrphans(ModelDiff diff, List<AdminMadeReferences.Reference> adminMade, Orphans fates) {
        References references = new References(fates);
        references.findOrphans(diff.types());
        if (!references.allOrphans.isEmpty()) {
            references.addCompared(diff.types());
            references.addOthers(diff);
            adminMade.forEach(
                    each -> references.add(each.property(), each.settings(), each.blockType(), references.allOrphans));
            references.spread(diff.types());
        }
        return references;
    }

    private void findOrphans(List<TypeDiff> types) {
        for (TypeDiff type : types) {
            if (type.state() == ChangeState.ORPHANED) {
                allOrphans.add(type.name());
            }
        }
        orphans.addAll(allOrphans);
        types.stream()
                .filter(type -> type.after() != null && type.state() != ChangeState.GATED)
                .forEach(type -> orphans.remove(type.name()));
    }

    private void addCompared(List<TypeDiff> types) {
        types.stream()
                .filter(type -> type.state() != ChangeState.ORPHANED)
                .forEach(type -> living(type).forEach(property -> add(type.name(), property)));
    }

    /** Types that the comparison does not list: those out of its scope, and those of which older code knows nothing. */
    private void addOthers(ModelDiff diff) {
        Set<String> compared = new HashSet<>();
        diff.types()
                .forEach(type -> compared.add(
                        type.stored() == null ? type.name() : type.stored().name()));
        diff.stored().modules().stream()
                .flatMap(module -> module.snapshot().types().stream())
                .filter(type -> !compared.contains(type.name()) && !orphans.contains(type.name()))
                .forEach(type -> type.properties().forEach(property -> add(type.name(), property)));
    }

    /** What older code says of a gated type is not what stays; a property that is kept as an orphan does stay. */
    private Stream<PropertyModel> living(TypeDiff type) {
        TypeModel code = type.after();
        if (type.state() == ChangeState.GATED || type.state() == ChangeState.ABSENT) {
            return type.before() == null ? Stream.empty() : type.before().properties().stream();
        }
        // Of a type that goes back to the administrators its rows tell, now and later.
        return code == null ? Stream.empty() : Stream.concat(code.properties().stream(), keptOrphans(type));
    }

    private Stream<PropertyModel> keptOrphans(TypeDiff type) {
        return type.properties().stream()
                .filter(property -> property.state() == ChangeState.ORPHANED && !fates.deletes(property))
                .flatMap(property -> Stream.ofNullable(property.before()));
    }

    /** What an orphan embeds that is kept its values need. */
    private void spread(List<TypeDiff> types) {
        List<TypeDiff> open = new ArrayList<>(types.stream()
                .filter(type -> type.state() == ChangeState.ORPHANED)
                .toList());
        boolean grown = true;
        while (grown) {
            List<TypeDiff> kept = open.stream().filter(this::isKept).toList();
            kept.forEach(this::addEmbedded);
            open.removeAll(kept);
            grown = !kept.isEmpty();
        }
    }

    private boolean isKept(TypeDiff orphan) {
        return byType.containsKey(orphan.name()) || !fates.deletes(orphan);
    }

    private void addEmbedded(TypeDiff kept) {
        for (PropertyDiff property : kept.properties()) {
            String block = property.before() == null || property.goesToAdministrators()
                    ? null
                    : property.before().type().blockType();
            if (block != null && allOrphans.contains(block)) {
                addTo(block, kept.name() + "." + property.name());
            }
        }
    }

    private void addTo(String orphan, String property) {
        byType.computeIfAbsent(orphan, name -> new ArrayList<>()).add(property);
    }

    private void add(String type, PropertyModel property) {
        add(type + "." + property.name(), property.settings(), property.type().blockType(), orphans);
    }

    private void add(String property, Settings settings, @Nullable String blockType, Set<String> meant) {
        Set<String> named = new TreeSet<>(settings.texts(SettingKey.ALLOWED_TYPES));
        if (blockType != null) {
            named.add(blockType);
        }
        named.retainAll(meant);
        named.forEach(orphan -> addTo(orphan, property));
    }

    /** The properties that refer to the type, as {@code Type.property}. */
    List<String> to(String type) {
        return byType.getOrDefault(type, List.of());
    }
}
