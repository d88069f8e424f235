package dev.synchronizer.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Declares a step that moves or transforms content when its module is synchronized: a public class with a public
 * constructor without parameters that implements {@code dev.synchronizer.migration.MigrationStep}. Each step runs once.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Migration {
    /** Name of the step, unique in its module and never changed once the step ran; the simple class name if left out. */
    String name() default "";

    /** The version of the module that needs the step; steps run in the order of their versions. */
    String version();

    /** Position among the steps of one version. */
    int order() default 0;

    /** Whether the step runs before or after types and properties change. */
    Phase phase() default Phase.AFTER;

    /** What is called otherwise since this step; it has the effect of {@link RenamedFrom}. */
    Rename[] renames() default {};

    /** When a step runs. */
    enum Phase {
        /** On content as it was, under the former names. */
        BEFORE,
        /** On content as it will be; values of properties that code dropped are still there. */
        AFTER
    }

    /** A type or property that got another name. */
    @Retention(RetentionPolicy.RUNTIME)
    @Target({})
    @interface Rename {
        /** For a property the name of its type as it is now; for a type its former name. */
        String type();

        /** Former name of the property; left out where the type is meant. */
        String property() default "";

        /** The name as it is now. */
        String to();
    }
}
