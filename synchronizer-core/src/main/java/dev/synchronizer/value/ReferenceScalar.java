package dev.synchronizer.value;

import dev.synchronizer.annotation.ContentReference;
import dev.synchronizer.annotation.DataType;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** {@code REFERENCE}. */
final class ReferenceScalar extends Scalar<ContentReference> {
    ReferenceScalar() {
        super(DataType.REFERENCE, ContentReference.class);
    }

    @Override
    @Nullable
    ContentReference adapted(Object given) {
        return given instanceof UUID id ? new ContentReference(id) : null;
    }

    @Override
    ContentReference parsed(String text) {
        return new ContentReference(UUID.fromString(text));
    }

    @Override
    String textOf(ContentReference value) {
        return value.id().toString();
    }

    @Override
    boolean saysAll(ContentReference value, String text) {
        return true;
    }

    @Override
    Object columnOf(ContentReference value) {
        return value.id();
    }

    @Override
    ContentReference fromColumn(Object column) {
        return new ContentReference((UUID) column);
    }
}
