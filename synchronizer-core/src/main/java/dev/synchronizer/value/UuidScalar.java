package dev.synchronizer.value;

import dev.synchronizer.annotation.DataType;
import java.util.UUID;

/** {@code UUID}. */
final class UuidScalar extends Scalar<UUID> {
    UuidScalar() {
        super(DataType.UUID, UUID.class);
    }

    @Override
    UUID parsed(String text) {
        return UUID.fromString(text);
    }

    @Override
    boolean saysAll(UUID value, String text) {
        return true;
    }
}
