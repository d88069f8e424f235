package dev.synchronizer.scan;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** What one class itself says of a property: its accessors, field and component of that name. */
record DeclaredProperty(List<Member> members) {
    private static final Comparator<Member> ORDER = Comparator.comparing(Member::kind)
            .thenComparing(Member::name)
            .thenComparing(m -> m.type().toString());

    DeclaredProperty {
        List<Member> sorted = new ArrayList<>(members);
        sorted.sort(ORDER);
        members = Collections.unmodifiableList(sorted);
    }

    /** Those whose annotations count: methods that are no bean accessors only for a record component. */
    List<Member> members(boolean ofRecord) {
        if (ofRecord) {
            return members;
        }
        List<Member> counting = new ArrayList<>(members.size());
        for (Member member : members) {
            if (member.kind() != Member.Kind.OTHER) {
                counting.add(member);
            }
        }
        return counting;
    }

    boolean isAnnotatedByUs() {
        for (Member member : members) {
            if (member.isAnnotatedByUs()) {
                return true;
            }
        }
        return false;
    }

    boolean isIgnored() {
        for (Member member : members) {
            for (Annotation annotation : member.annotations()) {
                if (annotation.is(OurAnnotations.IGNORE)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** With type variables replaced; the very same where it has none of them. */
    DeclaredProperty with(Map<String, JavaType> variables) {
        List<Member> others = members.stream().map(m -> m.with(variables)).toList();
        return others.equals(members) ? this : new DeclaredProperty(others);
    }
}
