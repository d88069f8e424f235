package dev.synchronizer.spring.site;

import dev.synchronizer.saving.SaveHandler;
import dev.synchronizer.saving.SavingEvent;
import dev.synchronizer.saving.Serves;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A handler of saves that reads by a repository, and so needs the persistence unit that waits for the synchronization. */
public final class TypeAudit implements SaveHandler {
    private final StoredTypeNames types;
    private final List<String> seen = new CopyOnWriteArrayList<>();

    TypeAudit(StoredTypeNames types) {
        this.types = types;
    }

    @Override
    public String name() {
        return "audit";
    }

    @Override
    public Serves serves() {
        return Serves.stores("main");
    }

    @Override
    public void saving(SavingEvent event) {
        seen.add(event.subject().name() + " among "
                + types.findAll().stream().map(StoredTypeName::name).sorted().toList());
    }

    public List<String> seen() {
        return seen;
    }
}
