package dev.synchronizer.scan;

import dev.synchronizer.annotation.Ignore;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What one class itself says of a property: its accessors, field and component of that name. */
record DeclaredProperty(List<Member> members) {
    private static final Comparator<Member> ORDER = Comparator.comparing(Member::kind)
            .thenComparing(Member::name)
            .thenComparing(m -> m.type().toString());

    DeclaredProperty {
        members = members.stream().sorted(ORDER).toList();
    }

    Stream<Member> usable(Member.Kind kind) {
        return members.stream().filter(member -> member.kind() == kind && member.usable());
    }

    /** Those whose annotations count: methods that are no bean accessors only for a record component. */
    Stream<Member> members(boolean ofRecord) {
        return members.stream().filter(member -> ofRecord || member.kind() != Member.Kind.OTHER);
    }

    boolean isAnnotatedByUs() {
        return members.stream().anyMatch(Member::isAnnotatedByUs);
    }

    boolean isIgnored() {
        return members.stream().flatMap(m -> m.annotations().stream()).anyMatch(a -> a.is(Ignore.class));
    }

    /** With type variables replaced; the very same where it has none of them. */
    DeclaredProperty with(Map<String, JavaType> variables) {
        List<Member> others = members.stream().map(m -> m.with(variables)).toList();
        return others.equals(members) ? this : new DeclaredProperty(others);
    }
}
