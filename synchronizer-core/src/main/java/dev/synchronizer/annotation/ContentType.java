package dev.synchronizer.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Declares a class or a record as a content type.
 *
 * <p>An element that is left out is <em>unsaid</em>: the built-in default applies, and an administrator's choice is
 * never compared with it.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface ContentType {
    /**
     * A UUID that identifies the type through every rename and move. Left out, the synchronizer derives one from the
     * oldest declared name, the same in every environment.
     */
    String guid() default "";

    /** The name in the store; the simple class name where it is left out. */
    String name() default "";

    /** What an item of this type is. */
    ContentKind kind() default ContentKind.PAGE;

    /** The name that editors see; the type's name where it is left out. */
    String displayName() default "";

    /** Help for editors. */
    String description() default "";

    /** The group under which editors find the type. */
    String groupName() default "";

    /** Position among the types of a group, ascending. */
    int order() default 100;

    /** Whether editors may create items of this type. */
    boolean availableInEditMode() default true;

    /** Name or address of an icon, uninterpreted. */
    String icon() default "";

    /** Roles that may create and change items of this type; empty: all. */
    String[] access() default {};

    /** Types under which an item may be placed; empty: all. */
    Class<?>[] allowedParents() default {};

    /** Types that may be placed under an item; empty: all. */
    Class<?>[] allowedChildren() default {};

    /** Names of the settings that administrators may not override, or {@code "*"} for all. */
    String[] locked() default {};
}
