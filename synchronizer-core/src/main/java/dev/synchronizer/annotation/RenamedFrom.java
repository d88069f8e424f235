package dev.synchronizer.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Names a former name of a type or property, so that what is stored under it keeps its identity.
 *
 * <p>Repeated for a longer history, the oldest name first: a store that skipped a release is found under any of them.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Repeatable(RenamedFrom.List.class)
@Target({ElementType.TYPE, ElementType.METHOD, ElementType.FIELD, ElementType.RECORD_COMPONENT})
public @interface RenamedFrom {
    /** The former name in the store. */
    String value();

    /** Holds repeated {@link RenamedFrom} annotations. */
    @Documented
    @Retention(RetentionPolicy.RUNTIME)
    @Target({ElementType.TYPE, ElementType.METHOD, ElementType.FIELD, ElementType.RECORD_COMPONENT})
    @interface List {
        /** The former names, the oldest first. */
        RenamedFrom[] value();
    }
}
