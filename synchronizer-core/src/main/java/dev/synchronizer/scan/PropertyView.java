package dev.synchronizer.scan;

import dev.synchronizer.model.PropertyModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A bean property as a class has it: all that its own class and its supertypes say, the nearest first. Classes that add
 * nothing share the view, and so the property, of their superclass.
 */
final class PropertyView {
    private final String name;
    private final List<Contribution> contributions;
    private boolean built;
    private @Nullable PropertyModel model;

    PropertyView(String name, List<Contribution> contributions) {
        this.name = name;
        this.contributions = List.copyOf(contributions);
    }

    String name() {
        return name;
    }

    List<Contribution> contributions() {
        return contributions;
    }

    /** The nearest class that says anything of it in our annotations decides whether it is left out. */
    boolean isIgnored() {
        for (Contribution contribution : contributions) {
            if (contribution.declared().isAnnotatedByUs()) {
                return contribution.declared().isIgnored();
            }
        }
        return false;
    }

    /** A member that gives the property its type, and the class that declares it. */
    record Source(Member member, DeclaredClass owner) {}

    /** The record component, else the nearest getter that has a setter of the same type; none if it is no property. */
    Optional<Source> source() {
        List<Source> components = sources(Member.Kind.COMPONENT);
        if (!components.isEmpty()) {
            return Optional.of(components.get(0));
        }
        List<Source> setters = sources(Member.Kind.SETTER);
        for (Source getter : sources(Member.Kind.GETTER)) {
            String wanted = getter.member().type().erasure();
            for (Source setter : setters) {
                if (setter.member().type().erasure().equals(wanted)) {
                    return Optional.of(getter);
                }
            }
        }
        return Optional.empty();
    }

    /** The public members of a kind, the nearest first. */
    List<Source> sources(Member.Kind kind) {
        List<Source> sources = new ArrayList<>();
        for (Contribution contribution : contributions) {
            for (Member member : contribution.declared().members()) {
                if (member.kind() == kind && member.usable()) {
                    sources.add(new Source(member, contribution.owner()));
                }
            }
        }
        return sources;
    }

    /** The same property with type variables replaced; this very one where it has none of them. */
    PropertyView with(Map<String, JavaType> variables) {
        if (variables.isEmpty()) {
            return this;
        }
        List<Contribution> others =
                contributions.stream().map(each -> each.with(variables)).toList();
        return others.equals(contributions) ? this : new PropertyView(name, others);
    }

    /** What is built of it, once. */
    Optional<PropertyModel> model(Function<PropertyView, Optional<PropertyModel>> builder) {
        if (!built) {
            model = builder.apply(this).orElse(null);
            built = true;
        }
        return Optional.ofNullable(model);
    }
}
