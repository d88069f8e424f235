package dev.synchronizer.behaviour;

/** Sources of small model classes, in few words. */
final class Sources {
    private Sources() {}

    /** A content type {@code com.acme.NAME} with text properties of these names. */
    static String type(String name, String... properties) {
        return annotatedType("", name, properties);
    }

    /** The same, with more annotations or elements such as {@code @ContentType(order = 5)} written out. */
    static String annotatedType(String annotations, String name, String... properties) {
        String contentType = annotations.contains("@ContentType") ? "" : "@ContentType ";
        StringBuilder source = new StringBuilder("package com.acme;\nimport dev.synchronizer.annotation.*;\n")
                .append(annotations)
                .append(' ')
                .append(contentType)
                .append("public class ")
                .append(name)
                .append(" {\n");
        for (String property : properties) {
            source.append(property("String", property));
        }
        return source.append("}\n").toString();
    }

    /** Field, getter and setter of a property; annotations may stand before the Java type. */
    static String property(String javaType, String name) {
        String bare = javaType.substring(javaType.lastIndexOf(' ') + 1);
        String annotations = javaType.substring(0, javaType.length() - bare.length());
        String capital = Character.toUpperCase(name.charAt(0)) + name.substring(1);
        return "  private %s %s;\n  %spublic %s get%s() { return %s; }\n  public void set%s(%s value) { %s = value; }\n"
                .formatted(bare, name, annotations, bare, capital, name, capital, bare, name);
    }
}
