package dev.synchronizer.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Adds settings to a property, on its getter, its field or its record component.
 *
 * <p>A bean property needs no annotation to be a property. On an accessor without its counterpart the annotation is an
 * error, because the author evidently expected a property there.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.FIELD, ElementType.RECORD_COMPONENT})
public @interface Property {
    /** The name in the store; the bean property's name where it is left out. */
    String name() default "";

    /** The name that editors see; the property's name where it is left out. */
    String displayName() default "";

    /** Help for editors. */
    String description() default "";

    /** The tab or group under which editors find the property. */
    String groupName() default "";

    /** Position among the properties of a group, ascending. */
    int order() default 0;

    /** The data type, where the Java type leaves a choice. */
    DataType type() default DataType.AUTO;

    /** Whether an item needs a value. */
    boolean required() default false;

    /** Whether the value is indexed for search. */
    boolean searchable() default false;

    /** Whether the value is kept per language. */
    boolean localized() default false;

    /** Whether editors see the property. */
    boolean visible() default true;

    /** Whether editors may change the value. */
    boolean editable() default true;

    /** Short hint that stands in an empty field. */
    String prompt() default "";

    /** Name of the editor component to use, uninterpreted. */
    String editorHint() default "";

    /** The value of a new item, in the data type's canonical text form. */
    String defaultValue() default "";

    /** Names of the settings that administrators may not override, or {@code "*"} for all. */
    String[] locked() default {};
}
