package dev.synchronizer.scan;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads the descriptors and generic signatures of class files, from left to right. */
final class TypeSignature {
    private final String text;
    private int at;

    private TypeSignature(String text) {
        this.text = text;
    }

    static JavaType type(String signature) {
        return new TypeSignature(signature).type();
    }

    /** The type parameters of a class with their first bounds, then its superclass and interfaces. */
    record OfClass(Map<String, JavaType> parameters, List<JavaType> superTypes) {}

    static OfClass ofClass(String signature) {
        TypeSignature reader = new TypeSignature(signature);
        Map<String, JavaType> parameters = reader.parameters();
        List<JavaType> superTypes = new ArrayList<>();
        while (reader.at < signature.length()) {
            superTypes.add(reader.type());
        }
        return new OfClass(parameters, superTypes);
    }

    /** The types of a method's parameters, then what it returns. */
    static List<JavaType> ofMethod(String signature) {
        TypeSignature reader = new TypeSignature(signature);
        reader.parameters();
        List<JavaType> types = new ArrayList<>();
        reader.at++;
        while (reader.text.charAt(reader.at) != ')') {
            types.add(reader.type());
        }
        reader.at++;
        types.add(reader.type());
        return types;
    }

    private Map<String, JavaType> parameters() {
        if (text.charAt(at) != '<') {
            return Map.of();
        }
        Map<String, JavaType> parameters = new LinkedHashMap<>();
        at++;
        while (text.charAt(at) != '>') {
            String name = until(':');
            List<JavaType> bounds = new ArrayList<>();
            while (text.charAt(at) == ':') {
                at++;
                if (text.charAt(at) != ':') {
                    bounds.add(type());
                }
            }
            parameters.put(name, bounds.isEmpty() ? JavaType.object() : bounds.get(0));
        }
        at++;
        // A bound may be another parameter, and that one's bound yet another.
        for (int i = 1; i < parameters.size(); i++) {
            parameters.replaceAll((name, bound) -> bound instanceof JavaType.Variable ? bound.with(parameters) : bound);
        }
        return parameters;
    }

    private JavaType type() {
        char kind = text.charAt(at++);
        return switch (kind) {
            case 'L' -> classType();
            case 'T' -> {
                JavaType variable = new JavaType.Variable(until(';'));
                at++;
                yield variable;
            }
            case '[' -> new JavaType.Array(type());
            default -> JavaType.named(primitive(kind));
        };
    }

    private JavaType classType() {
        StringBuilder name = new StringBuilder();
        List<JavaType> arguments = List.of();
        while (true) {
            char next = text.charAt(at++);
            switch (next) {
                case ';' -> {
                    return new JavaType.Named(name.toString(), arguments);
                }
                case '<' -> arguments = arguments();
                case '.' -> {
                    name.append('$');
                    arguments = List.of();
                }
                default -> name.append(next == '/' ? '.' : next);
            }
        }
    }

    private List<JavaType> arguments() {
        List<JavaType> arguments = new ArrayList<>();
        while (text.charAt(at) != '>') {
            switch (text.charAt(at)) {
                case '*' -> {
                    at++;
                    arguments.add(new JavaType.Wildcard(null));
                }
                case '+' -> {
                    at++;
                    arguments.add(new JavaType.Wildcard(type()));
                }
                case '-' -> {
                    at++;
                    type();
                    arguments.add(new JavaType.Wildcard(null));
                }
                default -> arguments.add(type());
            }
        }
        at++;
        return arguments;
    }

    private String until(char end) {
        int from = at;
        at = text.indexOf(end, from);
        return text.substring(from, at);
    }

    private static String primitive(char kind) {
        return switch (kind) {
            case 'Z' -> "boolean";
            case 'B' -> "byte";
            case 'C' -> "char";
            case 'S' -> "short";
            case 'I' -> "int";
            case 'J' -> "long";
            case 'F' -> "float";
            case 'D' -> "double";
            case 'V' -> "void";
            default -> throw new IllegalArgumentException("no type starts with " + kind);
        };
    }
}
