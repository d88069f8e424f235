package dev.synchronizer.scan;

import dev.synchronizer.annotation.ContentKind;
import dev.synchronizer.annotation.DataType;
import dev.synchronizer.model.PropertyType;
import dev.synchronizer.problem.Problem;
import dev.synchronizer.problem.ProblemCode;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds the data types of properties (A4); where there is none, reports why and what could be done. */
final class ValueTypes {
    private static final Map<String, PropertyType.Cardinality> COLLECTIONS = Map.of(
            "java.util.List", PropertyType.Cardinality.LIST,
            "java.util.Set", PropertyType.Cardinality.SET);
    private static final Map<String, String> BETTER = Map.of(
            "java.net.URL", "java.net.URI",
            "java.util.Collection", "java.util.List or java.util.Set",
            "byte", "int",
            "short", "int",
            "char", "java.lang.String",
            "java.math.BigInteger", "java.math.BigDecimal");

    private final ClassLookup lookup;
    private final Collection<Problem> problems;

    ValueTypes(ClassLookup lookup, Collection<Problem> problems) {
        this.lookup = lookup;
        this.problems = problems;
    }

    /**
     * The data type of a Java type, or nothing if a problem was reported.
     *
     * @param subject the property, as problems name it
     */
    Optional<ValueType> of(JavaType type, String subject) {
        if (!(type instanceof JavaType.Named named)) {
            return unsupported(type, subject);
        }
        PropertyType.Cardinality cardinality = COLLECTIONS.get(named.name());
        if (cardinality == null) {
            return single(named, named, subject);
        }
        JavaType element = named.arguments().isEmpty()
                ? JavaType.object()
                : named.arguments().get(0);
        if (element instanceof JavaType.Wildcard wildcard && wildcard.upper() != null) {
            element = wildcard.upper();
        }
        return element instanceof JavaType.Named one && !COLLECTIONS.containsKey(one.name())
                ? single(one, named, subject).map(value -> value.withCardinality(cardinality))
                : unsupported(named, subject);
    }

    private Optional<ValueType> single(JavaType.Named one, JavaType.Named whole, String subject) {
        DataType known = DataTypes.of(one.name());
        if (known != null) {
            return Optional.of(new ValueType(PropertyType.single(known), List.of()));
        }
        boolean primitive = one.name().indexOf('.') < 0 && BETTER.containsKey(one.name());
        Sighting sighting = primitive ? new Sighting.Absent() : lookup.find(one.name());
        if (sighting instanceof Sighting.Found found) {
            return ofClass(found.declared(), whole, subject);
        }
        if (primitive) {
            return unsupported(whole, subject);
        }
        if (sighting instanceof Sighting.Absent) {
            problems.add(Problem.of(
                    ProblemCode.VALUE_TYPE_MISSING,
                    subject,
                    "the class " + one.name() + " is neither among the models nor on the class path"));
        }
        return Optional.empty();
    }

    private Optional<ValueType> ofClass(DeclaredClass declared, JavaType.Named whole, String subject) {
        if (declared.isEnum()) {
            return Optional.of(new ValueType(PropertyType.single(DataType.ENUM), declared.constants()));
        }
        Optional<Annotation> contentType = declared.annotation(OurAnnotations.CONTENT_TYPE);
        if (contentType.isEmpty()) {
            return unsupported(whole, subject);
        }
        if (contentType.get().text("kind").equals(ContentKind.BLOCK.name())) {
            return Optional.of(new ValueType(PropertyType.block(ContentNames.of(declared)), List.of()));
        }
        problems.add(Problem.of(
                ProblemCode.NOT_A_BLOCK,
                subject,
                "its Java type " + whole + " embeds " + ContentNames.of(declared) + ", which is not of kind BLOCK"));
        return Optional.empty();
    }

    private Optional<ValueType> unsupported(JavaType type, String subject) {
        String message = "its Java type " + type + " has no data type";
        problems.add(
                way(type).isEmpty()
                        ? Problem.of(ProblemCode.UNSUPPORTED_PROPERTY_TYPE, subject, message)
                        : new Problem(
                                ProblemCode.UNSUPPORTED_PROPERTY_TYPE,
                                subject,
                                message,
                                way(type) + ", or leave the property out with @Ignore"));
        return Optional.empty();
    }

    private static String way(JavaType type) {
        String better = BETTER.get(type.erasure());
        if (better != null) {
            return "use " + better;
        }
        if (type instanceof JavaType.Array array) {
            return "use java.util.List<" + array.element() + ">";
        }
        return COLLECTIONS.containsKey(type.erasure())
                ? "say what it holds, as in List<String>, and embed a BLOCK instead of a list in a list"
                : "";
    }
}
