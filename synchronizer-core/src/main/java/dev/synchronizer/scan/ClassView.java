package dev.synchronizer.scan;

import java.util.List;
import java.util.Map;

/**
 * A class with all that it inherits, in terms of its own type variables.
 *
 * @param properties by the name of the bean property
 * @param ancestors its superclasses, the nearest first, then its interfaces
 * @param interfaceDepth 0 for a class; for an interface, how many interfaces deep its supertypes go, plus one
 */
record ClassView(
        DeclaredClass declared,
        Map<String, PropertyView> properties,
        List<Sighting.Found> ancestors,
        int interfaceDepth) {}
