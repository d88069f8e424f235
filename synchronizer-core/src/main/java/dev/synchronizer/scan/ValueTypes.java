package dev.synchronizer.scan;

import static java.util.Map.entry;

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
    private static final Map<String, String> BETTER = Map.ofEntries(
            entry("java.net.URL", "java.net.URI"),
            entry("java.util.Collection", "java.util.List or java.util.Set"),
            entry("byte", "int"),
            entry("java.lang.Byte", "java.lang.Integer"),
            entry("short", "int"),
            entry("java.lang.Short", "java.lang.Integer"),
            entry("char", "java.lang.String"),
            entry("java.lang.Character", "java.lang.String"),
            entry("java.util.Calendar", "java.time.Instant"),
            entry("java.sql.Timestamp", "java.time.Instant"),
            entry("java.math.BigInteger", "java.math.BigDecimal"));
    private static final Map<String, String> BOXES = Map.of(
            "boolean", "java.lang.Boolean",
            "int", "java.lang.Integer",
            "long", "java.lang.Long",
            "float", "java.lang.Float",
            "double", "java.lang.Double");

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
            return wayOfArray(array.element());
        }
        if (!COLLECTIONS.containsKey(type.erasure())) {
            return "";
        }
        JavaType element =
                type instanceof JavaType.Named named && !named.arguments().isEmpty()
                        ? named.arguments().get(0)
                        : JavaType.object();
        boolean plain = element instanceof JavaType.Named && !COLLECTIONS.containsKey(element.erasure());
        return plain && !element.equals(JavaType.object())
                ? way(element)
                : "say what it holds, as in List<String>, and embed a BLOCK instead of a list in a list";
    }

    /** No list holds what is primitive, and none that has a data type holds bytes or other arrays. */
    private static String wayOfArray(JavaType element) {
        String box = BOXES.getOrDefault(element.erasure(), element.toString());
        boolean hopeless = element instanceof JavaType.Array || box.indexOf('.') < 0;
        return hopeless ? "" : "use java.util.List<" + box + ">";
    }
}
