package dev.synchronizer.scan;

import dev.synchronizer.annotation.AllowedTypes;
import dev.synchronizer.annotation.ContentModule;
import dev.synchronizer.annotation.ContentType;
import dev.synchronizer.annotation.Ignore;
import dev.synchronizer.annotation.Migration;
import dev.synchronizer.annotation.Property;
import dev.synchronizer.annotation.RenamedFrom;
import dev.synchronizer.annotation.ReplacedBy;
import dev.synchronizer.annotation.Suppress;

/** The names of our annotations, as {@link Annotation#name} has them. */
final class OurAnnotations {
    static final String CONTENT_TYPE = ContentType.class.getSimpleName();
    static final String CONTENT_MODULE = ContentModule.class.getSimpleName();
    static final String MIGRATION = Migration.class.getSimpleName();
    static final String PROPERTY = Property.class.getSimpleName();
    static final String ALLOWED_TYPES = AllowedTypes.class.getSimpleName();
    static final String IGNORE = Ignore.class.getSimpleName();
    static final String REPLACED_BY = ReplacedBy.class.getSimpleName();
    static final String RENAMED_FROM = RenamedFrom.class.getSimpleName();
    static final String SEVERAL_RENAMED_FROM = RENAMED_FROM + "$" + RenamedFrom.List.class.getSimpleName();
    static final String SUPPRESS = Suppress.class.getSimpleName();

    private OurAnnotations() {}
}
