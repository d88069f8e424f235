package dev.synchronizer.scan;

import java.util.Map;

/**
 * What a class adds to a property of a class that inherits from it, with the type variables of the way replaced.
 *
 * @param depth 0 for a class; for an interface, how many interfaces deep its own supertypes go, plus one
 */
record Contribution(DeclaredClass owner, DeclaredProperty declared, int depth) {
    Contribution with(Map<String, JavaType> variables) {
        DeclaredProperty other = declared.with(variables);
        return other.equals(declared) ? this : new Contribution(owner, other, depth);
    }
}
