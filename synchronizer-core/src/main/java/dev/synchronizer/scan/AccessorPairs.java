package dev.synchronizer.scan;

import dev.synchronizer.problem.Problem;
import dev.synchronizer.problem.ProblemCode;
import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/** Reports annotations that ask for a property where Java has none (A2). */
final class AccessorPairs {
    private final Collection<Problem> problems;

    AccessorPairs(Collection<Problem> problems) {
        this.problems = problems;
    }

    void check(PropertyView view, Optional<PropertyView.Source> source) {
        for (Contribution contribution : view.contributions()) {
            for (Member member : contribution.declared().members()) {
                if (isMisplaced(member, source) && member.isAnnotatedByUs()) {
                    report(contribution.owner(), view, member);
                    return;
                }
            }
        }
    }

    private static boolean isMisplaced(Member member, Optional<PropertyView.Source> source) {
        return source.isEmpty()
                || member.kind() == Member.Kind.OTHER && source.get().member().kind() != Member.Kind.COMPONENT;
    }

    private void report(DeclaredClass owner, PropertyView view, Member member) {
        problems.add(
                Problem.of(ProblemCode.ACCESSOR_WITHOUT_PAIR, owner.name() + "#" + view.name(), explain(view, member)));
    }

    private static String explain(PropertyView view, Member member) {
        if (member.kind() == Member.Kind.OTHER) {
            return "the method " + member.name() + " is annotated, and is neither getter nor setter";
        }
        if (!member.usable()) {
            return "the method " + member.name() + " is annotated, and is static or not public";
        }
        Optional<Member> getter = first(view, Member.Kind.GETTER);
        Optional<Member> setter = first(view, Member.Kind.SETTER);
        if (getter.isPresent() && setter.isPresent()) {
            return getter.get().name() + " gives " + getter.get().type() + ", and "
                    + setter.get().name() + " takes " + setter.get().type();
        }
        if (getter.isPresent()) {
            return "the annotated getter " + getter.get().name() + " has no public setter "
                    + accessor("set", view.name()) + "(" + getter.get().type() + ")";
        }
        if (setter.isPresent()) {
            return "the annotated setter " + setter.get().name() + " has no public getter "
                    + accessor("get", view.name()) + "()";
        }
        return "the annotated field has neither public getter " + accessor("get", view.name()) + "() nor public setter "
                + accessor("set", view.name()) + "(" + member.type() + ")";
    }

    private static Optional<Member> first(PropertyView view, Member.Kind kind) {
        return view.sources(kind).stream().findFirst().map(PropertyView.Source::member);
    }

    private static String accessor(String prefix, String property) {
        return prefix + property.substring(0, 1).toUpperCase(Locale.ROOT) + property.substring(1);
    }
}
