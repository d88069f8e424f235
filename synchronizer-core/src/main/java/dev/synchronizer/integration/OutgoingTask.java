package dev.synchronizer.integration;

import dev.synchronizer.saving.SaveOperation;
import dev.synchronizer.saving.SaveOrigin;
import dev.synchronizer.saving.SubjectKind;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A change that a connector is to tell another system of. Immutable.
 *
 * @param id its number in the store, rising with each task
 * @param server the server on which it was saved
 * @param key what it is about, such as {@code item:0197…}: tasks of one key come in the order in which they were saved
 * @param kind what kind of thing was saved
 * @param type the name of the type of the item, or that is concerned
 * @param name the name of what was saved, for people
 * @param item the item; empty where it is about something else
 * @param operation what was done
 * @param actor who did it
 * @param origin where the save came from
 * @param loggedAt when it was saved
 * @param attempt how often it is given to the connector, this time included
 * @param payload what is told, as canonical JSON; see {@link Subscription.Form}
 */
public record OutgoingTask(
        long id,
        String server,
        String key,
        SubjectKind kind,
        String type,
        String name,
        Optional<UUID> item,
        SaveOperation operation,
        String actor,
        SaveOrigin origin,
        Instant loggedAt,
        int attempt,
        String payload) {

    /** What no other task of any server has, and this one has each time that it comes. */
    public String eventId() {
        return server + "/" + id;
    }
}
