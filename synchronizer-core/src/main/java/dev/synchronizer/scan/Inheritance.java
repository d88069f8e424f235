package dev.synchronizer.scan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Puts a class together with its supertypes. As in Java, what a class says goes before what an interface says; among
 * interfaces, one goes before those that it extends.
 */
final class Inheritance {
    private static final Comparator<Contribution> DEEPEST_INTERFACE_FIRST =
            Comparator.comparingInt(Contribution::depth).reversed();

    private final DeclaredClass declared;
    private final Map<String, PropertyView> ofSuperclass = new LinkedHashMap<>();
    private final Map<String, List<Contribution>> ofInterfaces = new LinkedHashMap<>();
    private final Set<Sighting.Found> superclasses = new LinkedHashSet<>();
    private final Set<Sighting.Found> interfaces = new LinkedHashSet<>();
    private final Set<Sighting.Found> interfacesOfSuperclass = new LinkedHashSet<>();
    private int depth;

    Inheritance(DeclaredClass declared) {
        this.declared = declared;
        this.depth = declared.isInterface() ? 1 : 0;
    }

    void add(Sighting.Found superType, ClassView view, Map<String, JavaType> bindings) {
        if (superType.declared().isInterface()) {
            interfaces.add(superType);
            interfaces.addAll(view.ancestors());
            depth = declared.isInterface() ? Math.max(depth, view.interfaceDepth() + 1) : 0;
            view.properties()
                    .forEach((name, property) -> ofInterfaces
                            .computeIfAbsent(name, n -> new ArrayList<>())
                            .addAll(property.with(bindings).contributions()));
        } else {
            superclasses.add(superType);
            view.ancestors()
                    .forEach(each -> (each.declared().isInterface() ? interfacesOfSuperclass : superclasses).add(each));
            view.properties().forEach((name, property) -> ofSuperclass.put(name, property.with(bindings)));
        }
    }

    ClassView view() {
        List<Sighting.Found> ancestors = new ArrayList<>(superclasses);
        ancestors.addAll(interfaces);
        interfacesOfSuperclass.stream()
                .filter(each -> !interfaces.contains(each))
                .forEach(ancestors::add);
        return new ClassView(declared, properties(), ancestors, depth);
    }

    private Map<String, PropertyView> properties() {
        Map<String, PropertyView> properties = new LinkedHashMap<>(ofSuperclass);
        Set<String> changed = new LinkedHashSet<>(declared.properties().keySet());
        changed.addAll(ofInterfaces.keySet());
        changed.forEach(name -> properties.put(name, merge(name, properties.get(name))));
        return properties;
    }

    private PropertyView merge(String name, @Nullable PropertyView inherited) {
        List<Contribution> all = new ArrayList<>();
        DeclaredProperty own = declared.properties().get(name);
        if (own != null) {
            all.add(new Contribution(declared, own, depth));
        }
        List<Contribution> above = inherited == null ? List.of() : inherited.contributions();
        addOf(above, true, all);
        List<Contribution> mixedIn = ofInterfaces.getOrDefault(name, new ArrayList<>());
        mixedIn.sort(DEEPEST_INTERFACE_FIRST);
        all.addAll(mixedIn);
        addOf(above, false, all);
        return new PropertyView(name, all.size() == 1 ? all : firstOfEachOwner(all));
    }

    private static void addOf(List<Contribution> from, boolean classes, List<Contribution> to) {
        for (Contribution each : from) {
            if ((each.depth() == 0) == classes) {
                to.add(each);
            }
        }
    }

    private static List<Contribution> firstOfEachOwner(List<Contribution> all) {
        Map<String, Contribution> first = new LinkedHashMap<>();
        all.forEach(each -> first.putIfAbsent(each.owner().name(), each));
        return List.copyOf(first.values());
    }
}
