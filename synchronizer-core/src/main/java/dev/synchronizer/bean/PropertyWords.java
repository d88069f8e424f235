package dev.synchronizer.bean;

import dev.synchronizer.annotation.AllowedTypes;
import dev.synchronizer.annotation.Ignore;
import dev.synchronizer.annotation.Property;
import dev.synchronizer.annotation.RenamedFrom;
import dev.synchronizer.annotation.ReplacedBy;
import dev.synchronizer.annotation.Suppress;
import dev.synchronizer.scan.BeanNames;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What a class and its supertypes say of a bean property by our annotations, as a scan reads them too (A2). */
final class PropertyWords {
    private static final List<Class<? extends Annotation>> OURS = List.of(
            Property.class,
            Ignore.class,
            AllowedTypes.class,
            ReplacedBy.class,
            RenamedFrom.class,
            RenamedFrom.List.class,
            Suppress.class);

    /** The nearest first, then those of interfaces. */
    private final List<List<AnnotatedElement>> levels = new ArrayList<>();

    PropertyWords(Class<?> type, String bean) {
        Set<Class<?>> interfaces = new LinkedHashSet<>();
        for (Class<?> each = type; each != null; each = each.getSuperclass()) {
            levels.add(members(each, bean));
            addInterfaces(each, interfaces);
        }
        interfaces.forEach(each -> levels.add(members(each, bean)));
    }

    private static void addInterfaces(Class<?> type, Set<Class<?>> interfaces) {
        for (Class<?> each : type.getInterfaces()) {
            interfaces.add(each);
            addInterfaces(each, interfaces);
        }
    }

    private static List<AnnotatedElement> members(Class<?> type, String bean) {
        List<AnnotatedElement> getters = new ArrayList<>();
        List<AnnotatedElement> setters = new ArrayList<>();
        for (Method method : type.getDeclaredMethods()) {
            if (method.isBridge() || method.isSynthetic()) {
                continue;
            }
            String name = method.getName();
            boolean reads = method.getParameterCount() == 0
                    && (BeanNames.behind("get", name).equals(bean)
                            || BeanNames.behind("is", name).equals(bean)
                            || type.isRecord() && name.equals(bean));
            if (reads) {
                getters.add(method);
            } else if (method.getParameterCount() == 1
                    && BeanNames.behind("set", name).equals(bean)) {
                setters.add(method);
            }
        }
        List<AnnotatedElement> members = new ArrayList<>(getters);
        members.addAll(setters);
        addFields(type, bean, getters, members);
        return members;
    }

    private static void addFields(
            Class<?> type, String bean, List<AnnotatedElement> getters, List<AnnotatedElement> members) {
        for (Field field : type.getDeclaredFields()) {
            boolean fits = field.getName().equalsIgnoreCase(bean)
                    || getters.stream()
                            .anyMatch(getter -> ((Method) getter).getName().equals(field.getName()));
            if (fits && !Modifier.isStatic(field.getModifiers())) {
                members.add(field);
            }
        }
        RecordComponent[] components = type.isRecord() ? type.getRecordComponents() : new RecordComponent[0];
        for (RecordComponent component : components) {
            if (component.getName().equals(bean)) {
                members.add(component);
            }
        }
    }

    /** The nearest class that says anything of it decides whether it is left out. */
    boolean isIgnored() {
        for (List<AnnotatedElement> level : levels) {
            if (level.stream().anyMatch(member -> OURS.stream().anyMatch(member::isAnnotationPresent))) {
                return level.stream().anyMatch(member -> member.isAnnotationPresent(Ignore.class));
            }
        }
        return false;
    }

    /** The name that is said first; empty where none is. */
    String name() {
        return levels.stream()
                .flatMap(List::stream)
                .map(member -> member.getAnnotation(Property.class))
                .filter(property -> property != null && !property.name().isEmpty())
                .map(Property::name)
                .findFirst()
                .orElse("");
    }
}
