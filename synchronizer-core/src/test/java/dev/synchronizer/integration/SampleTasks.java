package dev.synchronizer.integration;

import dev.synchronizer.saving.SaveOperation;
import dev.synchronizer.saving.SaveOrigin;
import dev.synchronizer.saving.SubjectKind;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Tasks for connectors, as the store would hand them out, and the ids of a system that knows none. */
public final class SampleTasks {
    public static final String SERVER = "0197a000-0000-7000-8000-000000000001";

    private static final UUID ITEM = UUID.fromString("0197a000-0000-7000-8000-0000000000aa");

    private SampleTasks() {}

    /** An update of one and the same article. */
    public static OutgoingTask update(long id, String payload) {
        return of(id, SERVER, "item:" + ITEM, payload);
    }

    public static OutgoingTask of(long id, String server, String key, String payload) {
        return new OutgoingTask(
                id,
                server,
                key,
                SubjectKind.ITEM,
                "Article",
                "Überschrift",
                Optional.of(ITEM),
                SaveOperation.UPDATE,
                "anna",
                SaveOrigin.UI,
                Instant.parse("2026-03-04T05:06:07.890Z"),
                1,
                payload);
    }

    /** The ids of a system that has bound none. */
    public static IdTranslator noIds() {
        return new IdTranslator() {
            @Override
            public Optional<UUID> item(String foreignId) {
                return Optional.empty();
            }

            @Override
            public Optional<String> foreignId(UUID item) {
                return Optional.empty();
            }

            @Override
            public void bind(UUID item, String foreignId) {
                throw new UnsupportedOperationException("nothing is bound here");
            }
        };
    }
}
