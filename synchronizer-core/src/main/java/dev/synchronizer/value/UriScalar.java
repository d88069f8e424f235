package dev.synchronizer.value;

import dev.synchronizer.annotation.DataType;
import java.net.URI;

/** {@code URI}. */
final class UriScalar extends Scalar<URI> {
    UriScalar() {
        super(DataType.URI, URI.class);
    }

    @Override
    URI checked(URI value) {
        if (value.toString().isEmpty()) {
            throw new UnfitValueException("is not a URI");
        }
        Characters.checked(value.toString());
        return value;
    }

    @Override
    URI parsed(String text) {
        return URI.create(text);
    }

    @Override
    Object columnOf(URI value) {
        return value.toString();
    }

    @Override
    URI fromColumn(Object column) {
        return URI.create((String) column);
    }
}
