package dev.synchronizer.scan;

import dev.synchronizer.model.PropertyModel;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
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
        return contributions.stream()
                .filter(contribution -> contribution.declared().isAnnotatedByUs())
                .findFirst()
                .filter(contribution -> contribution.declared().isIgnored())
                .isPresent();
    }

    /** A member that gives the property its type, and the class that declares it. */
    record Source(Member member, DeclaredClass owner) {}

    /** The record component, else the nearest getter that has a setter of the same type; none if it is no property. */
    Optional<Source> source() {
        Optional<Source> component = sources(Member.Kind.COMPONENT).findFirst();
        return component.isPresent()
                ? component
                : sources(Member.Kind.GETTER).filter(this::hasSetter).findFirst();
    }

    Stream<Source> sources(Member.Kind kind) {
        return contributions.stream()
                .flatMap(from -> from.declared().usable(kind).map(member -> new Source(member, from.owner())));
    }

    private boolean hasSetter(Source getter) {
        String wanted = getter.member().type().erasure();
        return sources(Member.Kind.SETTER)
                .anyMatch(setter -> setter.member().type().erasure().equals(wanted));
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
