package dev.synchronizer.settings;

import dev.synchronizer.model.Address;
import dev.synchronizer.model.StoredType;
import dev.synchronizer.store.StoredReads;
import dev.synchronizer.task.Payload.About;
import dev.synchronizer.task.TaskKey;
import java.util.Optional;

/** Finds the types here that other servers tell something of. */
final class ToldTypes {
    private ToldTypes() {}

    /** Whether code declares the type where it comes from, and nobody has it here. */
    static boolean isLacking(About about, StoredReads reads) {
        return about.module() != null && name(about, reads).isEmpty();
    }

    /** The type that a key is about. */
    static ToldType find(TaskKey key, About about, StoredReads reads) {
        String name = Address.parse(key.id()).type();
        return ToldType.read(reads, name(about, reads).orElse(name));
    }

    /** By its name, or else by its GUID, where code of another release calls it otherwise. */
    private static Optional<String> name(About about, StoredReads reads) {
        if (about.guid() == null || reads.type(about.type()).isPresent()) {
            return reads.type(about.type()).map(StoredType::name);
        }
        return reads.load().types().stream()
                .filter(type -> about.module() != null && type.guid().toString().equals(about.guid()))
                .map(StoredType::name)
                .findFirst();
    }
}
