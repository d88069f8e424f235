package dev.synchronizer.staging;

import dev.synchronizer.content.StagedItems;
import dev.synchronizer.problem.Problem;
import dev.synchronizer.problem.ProblemCode;
import dev.synchronizer.problem.ProblemsException;
import dev.synchronizer.saving.SaveOptions;
import dev.synchronizer.saving.SaveOrigin;
import dev.synchronizer.saving.StagedSubject;
import dev.synchronizer.saving.StagedSubjects;
import dev.synchronizer.saving.Told;
import dev.synchronizer.saving.Unit;
import dev.synchronizer.store.StoredReads;
import dev.synchronizer.store.StoredTask;
import dev.synchronizer.store.TaskDirection;
import dev.synchronizer.store.TaskWrites;
import dev.synchronizer.task.Channels;
import dev.synchronizer.task.Payload;
import dev.synchronizer.task.PayloadJson;
import dev.synchronizer.task.ServerChannel;
import dev.synchronizer.task.Stamps;
import dev.synchronizer.task.SubjectState;
import dev.synchronizer.task.TaskKey;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;

/** Has things told anew as they are, each locked while its task is logged, so that it comes in its turn. */
final class Enqueueing {
    private static final SaveOptions OPTIONS = SaveOptions.standard().from(SaveOrigin.STAGING);

    private final Supplier<Map<String, StagedSubjects>> kinds;
    private final Supplier<StagedItems> items;
    private final Servers servers;
    private final Logging logging;

    Enqueueing(
            Supplier<Map<String, StagedSubjects>> kinds,
            Supplier<StagedItems> items,
            Servers servers,
            Logging logging) {
        this.kinds = kinds;
        this.items = items;
        this.servers = servers;
        this.logging = logging;
    }

    List<Long> enqueue(String actor, Collection<TaskKey> keys, Optional<String> target) {
        List<String> channels = channels(target);
        String group = UUID.randomUUID().toString();
        List<Long> tasks = new ArrayList<>();
        for (TaskKey key : keys) {
            enqueue(actor, key, channels, group).ifPresent(tasks::add);
        }
        return tasks;
    }

    /** Has one thing told to one server, as it is. */
    void enqueue(String actor, TaskKey key, String channel) {
        enqueue(actor, key, List.of(channel), UUID.randomUUID().toString());
    }

    private List<String> channels(Optional<String> target) {
        List<ServerChannel> chosen = target.map(name -> List.of(servers.get(name)))
                .orElseGet(() ->
                        servers.list().stream().filter(ServerChannel::enabled).toList());
        List<String> channels = chosen.stream()
                .filter(ServerChannel::isTarget)
                .map(server -> TaskDirection.STAGING.channel(server.name()))
                .toList();
        if (channels.isEmpty()) {
            throw noTarget();
        }
        return channels;
    }

    /** Empty where handlers have dropped it. */
    private Optional<Long> enqueue(String actor, TaskKey key, List<String> channels, String group) {
        StagedSubjects subjects = kinds.get().get(key.kind());
        Told told = subjects == null ? null : subjects.whole(key).orElse(null);
        if (subjects == null || told == null) {
            throw new ProblemsException(
                    Problem.of(ProblemCode.NOTHING_TO_TELL, key.toString(), "there is no " + key), null);
        }
        return subjects.within(key, told.about(), OPTIONS, subject -> log(actor, told, subject, channels, group))
                .orElseThrow();
    }

    private Optional<Long> log(String actor, Told told, StagedSubject subject, List<String> channels, String group) {
        TaskWrites tasks = subject.unit().content().tasks();
        String key = told.key().toString();
        SubjectState state = subject.current() == null ? told.change().after() : subject.current();
        Objects.requireNonNull(state);
        String self = tasks.self().orElseThrow();
        // What nobody has stamped, be it that two servers tell it to each other at once, is to be the same in the end.
        Stamps stamps = Stamps.of(tasks.stamps(Set.of(key)).get(key))
                .told(state.places().keySet(), self);
        if (!told.key().kind().equals(TaskKey.CHILDREN)) {
            tasks.saveStamps(Map.of(key, stamps.json()));
        }
        Payload payload = Payload.whole(told.about(), told.revision(), state, stamps);
        return logging.log(
                tasks, task(actor, told, PayloadJson.write(payload), self, group), there(channels, subject.unit()));
    }

    /** Of these the ones that nobody has removed since they were looked up, which nobody does before the unit is done. */
    private static List<String> there(List<String> channels, Unit unit) {
        List<String> there = Channels.of(unit.reading(StoredReads::channels)).servers().stream()
                .map(server -> TaskDirection.STAGING.channel(server.name()))
                .filter(channels::contains)
                .toList();
        if (there.isEmpty()) {
            throw noTarget();
        }
        return there;
    }

    private static ProblemsException noTarget() {
        return new ProblemsException(
                Problem.of(ProblemCode.NO_TARGET, "servers", "there is no server that could be told"), null);
    }

    private StoredTask task(String actor, Told told, String payload, String self, String group) {
        return new StoredTask(
                0,
                TaskDirection.STAGING,
                told.key().toString(),
                told.key().kind(),
                told.about().type(),
                told.name(),
                "TELL",
                true,
                payload,
                told.needs(),
                actor,
                SaveOrigin.STAGING.name(),
                List.of(self),
                List.of(UUID.randomUUID().toString()),
                group,
                null,
                logging.now());
    }

    long enqueueSubtree(String actor, UUID root, Subtree subtree, Optional<String> target) {
        List<String> channels = channels(target);
        String group = UUID.randomUUID().toString();
        long[] count = {0};
        items.get().subtree(root, id -> {
            count[0] += enqueue(actor, TaskKey.item(id), channels, group).isPresent() ? 1 : 0;
            if (subtree == Subtree.COMPLETE) {
                TaskKey children = new TaskKey(TaskKey.CHILDREN, id.toString());
                count[0] += enqueue(actor, children, channels, group).isPresent() ? 1 : 0;
            }
        });
        return count[0];
    }
}
