package dev.synchronizer.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Names the module to which the types of a jar or folder belong, ahead of its manifest and file name.
 *
 * <p>One such annotation speaks for its whole jar. Where a jar holds several, each speaks for its package and those
 * below it.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.PACKAGE)
public @interface ContentModule {
    /** The module's name; found as for any other jar where it is left out. */
    String name() default "";

    /** The module's version, whose major.minor opens or closes the version gate; found as for any other jar if left out. */
    String version() default "";
}
