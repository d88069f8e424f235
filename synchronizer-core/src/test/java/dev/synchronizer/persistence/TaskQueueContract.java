package dev.synchronizer.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.synchronizer.databases.TestServer;
import dev.synchronizer.store.DeliveryState;
import dev.synchronizer.store.StoredDelivery;
import dev.synchronizer.store.StoredTask;
import dev.synchronizer.store.TaskDirection;
import dev.synchronizer.store.TaskQueue;
import dev.synchronizer.store.TaskQueue.Filter;
import dev.synchronizer.store.TaskQueue.Work;
import dev.synchronizer.store.TaskWrites.Logged;
import dev.synchronizer.task.Claim;
import dev.synchronizer.task.Dispatch;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Tasks that wait, are taken and end: those that wait for something are looked at once, and woken when that has ended. */
abstract class TaskQueueContract extends ContentTests {
    private static final String CHANNEL = TaskDirection.STAGING.channel("public");
    private static final Duration LEASE = Duration.ofMinutes(1);

    TaskQueueContract(TestServer server) {
        super(server);
    }

    private Dispatch worker(String name) {
        return new Dispatch(store.tasks(), name, Clock.fixed(AT, ZoneOffset.UTC), LEASE);
    }

    private static StoredTask task(String key, boolean creates, String payload, List<String> needs) {
        return new StoredTask(
                0,
                TaskDirection.STAGING,
                key,
                "ITEM",
                "Article",
                key,
                creates ? "CREATE" : "UPDATE",
                creates,
                payload,
                needs,
                "Ada",
                "API",
                List.of("here"),
                List.of("change"),
                null,
                null,
                AT);
    }

    private List<Long> log(StoredTask... tasks) {
        List<Long> ids = new ArrayList<>();
        write(content -> ids.addAll(content.tasks()
                .log(List.of(tasks).stream()
                        .map(task -> new Logged(task, List.of(CHANNEL)))
                        .toList())));
        return ids;
    }

    private List<Long> edits(String key, int count, String payload) {
        return log(IntStream.range(0, count)
                .mapToObj(at -> task(key, false, payload, List.of()))
                .toArray(StoredTask[]::new));
    }

    private StoredDelivery delivery(long task) {
        return store.tasks().deliveries(task).get(0);
    }

    private Optional<Instant> nextDue() {
        return store.tasks().nextDue(CHANNEL);
    }

    private static void done(Dispatch worker, List<Claim> claims) {
        worker.settle(claims, (work, claim, delivery) -> delivery.ended(DeliveryState.DONE, worker.now(), null));
    }

    private static List<Long> told(Claim claim) {
        return claim.tasks().stream().map(StoredTask::id).toList();
    }

    @Test
    void ofManyTasksOfOneThingSomeHundredsAreToldAtOnce() {
        Dispatch worker = worker("w");
        List<Long> ids = edits("item:1", 1_200, "{}");
        List<List<Long>> told = new ArrayList<>();

        while (worker.hasDue(CHANNEL)) {
            List<Claim> claims = worker.take(CHANNEL, 100);
            claims.forEach(claim -> told.add(told(claim)));
            done(worker, claims);
        }

        assertThat(told).containsExactly(ids.subList(0, 500), ids.subList(500, 1_000), ids.subList(1_000, 1_200));
    }

    @Test
    void noMoreIsTakenThanAWorkerMayHold() {
        Dispatch worker = worker("w");
        List<Long> ids = edits("item:1", 60, "x".repeat(400_000));
        List<Long> other = edits("item:2", 1, "{}");

        List<Claim> first = worker.take(CHANNEL, 100);
        assertThat(first).hasSize(1);
        assertThat(told(first.get(0)))
                .hasSizeBetween(1, 30)
                .isEqualTo(ids.subList(0, told(first.get(0)).size()));

        List<Long> told = new ArrayList<>(told(first.get(0)));
        done(worker, first);
        while (worker.hasDue(CHANNEL)) {
            List<Claim> claims = worker.take(CHANNEL, 100);
            claims.forEach(claim -> told.addAll(told(claim)));
            done(worker, claims);
        }
        assertThat(told).containsAll(other).containsSubsequence(ids).hasSize(61);
    }

    @Test
    void whatStandsBehindOneThatSomebodyHasToDecideAboutIsNotDue() {
        Dispatch worker = worker("w");
        long head = edits("item:1", 1, "{}").get(0);
        List<Claim> claims = worker.take(CHANNEL, 1);
        List<Long> behind = edits("item:1", 40, "{}");
        worker.settle(claims, (work, claim, each) -> each.stopped(DeliveryState.CONFLICT, null, false, null, "{}"));
        assertThat(nextDue()).isEmpty();

        List<Long> later = edits("item:1", 3, "{}");
        assertThat(nextDue()).contains(AT);
        assertThat(worker.take(CHANNEL, 100)).isEmpty();
        assertThat(nextDue()).isEmpty();

        worker.decisions().decide(head, CHANNEL, found -> found.ended(DeliveryState.DONE, worker.now(), null));
        List<Claim> next = worker.take(CHANNEL, 100);
        behind.addAll(later);
        assertThat(next)
                .singleElement()
                .satisfies(claim -> assertThat(told(claim)).isEqualTo(behind));
    }

    @Test
    void whatStandsBehindOneThatIsTriedLaterIsLookedAtOnce() {
        Dispatch worker = worker("w");
        List<Long> ids = edits("item:1", 3, "{}");
        List<Claim> claims = worker.take(CHANNEL, 100);
        Instant later = AT.plusSeconds(300);
        worker.settle(claims, (work, claim, each) -> each.stopped(DeliveryState.RETRY, later, true, null, "{}"));
        List<Long> behind = edits("item:1", 3, "{}");

        assertThat(worker.take(CHANNEL, 100)).isEmpty();

        assertThat(nextDue()).contains(later);
        worker.decisions().hasten(CHANNEL);
        List<Claim> again = worker.take(CHANNEL, 100);
        assertThat(again)
                .singleElement()
                .satisfies(claim -> assertThat(told(claim)).isEqualTo(ids));
        done(worker, again);
        assertThat(worker.take(CHANNEL, 100))
                .singleElement()
                .satisfies(claim -> assertThat(told(claim)).isEqualTo(behind));
    }

    @Test
    void whatWasMadeAndChangedAtOnceStillHoldsUpWhatNeedsIt() {
        log(task("item:1", true, "{}", List.of()), task("item:1", false, "{}", List.of()));
        Dispatch worker = worker("w");
        List<Claim> parent = worker.take(CHANNEL, 100);
        long child = log(task("item:2", true, "{}", List.of("item:1"))).get(0);

        assertThat(worker("other").take(CHANNEL, 100)).isEmpty();
        assertThat(delivery(child).dueAt()).isNull();

        done(worker, parent);
        assertThat(delivery(child).dueAt()).isEqualTo(AT);
    }

    /** The parent ends while it is being written down that the child waits for it. */
    @Test
    void whatEndsMeanwhileWakesThoseThatAreAboutToWaitForIt() throws Exception {
        log(task("item:1", true, "{}", List.of()));
        Dispatch one = worker("one");
        List<Claim> parent = one.take(CHANNEL, 100);
        long child = log(task("item:2", true, "{}", List.of("item:1"))).get(0);
        Thread ending = new Thread(() -> done(one, parent));
        Dispatch other = new Dispatch(
                before("update", () -> {
                    ending.start();
                    // Either it ends at once, or it has to wait until this is committed.
                    join(ending, 500);
                }),
                "other",
                Clock.fixed(AT, ZoneOffset.UTC),
                LEASE);

        assertThat(other.take(CHANNEL, 100)).isEmpty();
        join(ending, 60_000);

        assertThat(ending.isAlive()).isFalse();
        assertThat(delivery(child).dueAt()).isEqualTo(AT);
    }

    /** The parent is given up between the moment in which the child sees it and that in which it would be kept from others. */
    @Test
    void whatIsGivenUpMeanwhileIsNotWaitedFor() {
        log(task("item:1", true, "{}", List.of()));
        Dispatch one = worker("one");
        List<Claim> parent = one.take(CHANNEL, 100);
        long child = log(task("item:2", true, "{}", List.of("item:1"))).get(0);
        Thread ending = new Thread(
                () -> one.settle(parent, (work, claim, each) -> each.ended(DeliveryState.DEAD, one.now(), "{}")));
        Dispatch other = new Dispatch(
                before("lock", () -> {
                    if (ending.getState() == Thread.State.NEW) {
                        ending.start();
                        // MariaDB holds the row behind those that are due, too: there, it ends when this is committed.
                        join(ending, 2_000);
                    }
                }),
                "other",
                Clock.fixed(AT, ZoneOffset.UTC),
                LEASE);

        assertThat(other.take(CHANNEL, 100)).isEmpty();
        join(ending, 60_000);

        assertThat(ending.isAlive()).isFalse();
        assertThat(delivery(child).dueAt()).isNotNull();
    }

    private static void join(Thread thread, long millis) {
        try {
            thread.join(millis);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The store's tasks, where something happens before a call of a worker. */
    private TaskQueue before(String call, Runnable something) {
        return proxy(TaskQueue.class, store.tasks(), (name, arguments) -> {
            if (name.equals("working")) {
                @SuppressWarnings("unchecked")
                Function<Work, Object> work = (Function<Work, Object>) arguments[0];
                arguments[0] = (Function<Work, Object>) of -> work.apply(proxy(Work.class, of, (inner, any) -> {
                    if (inner.equals(call)) {
                        something.run();
                    }
                }));
            }
        });
    }

    private interface Watching {
        void see(String call, Object[] arguments);
    }

    private static <T> T proxy(Class<T> type, T of, Watching watching) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (any, method, arguments) -> {
                    watching.see(method.getName(), arguments);
                    try {
                        return method.invoke(of, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                }));
    }

    @Test
    void twoThatNeedEachOtherDoNotWaitForEver() {
        log(task("item:1", true, "{}", List.of("item:2")), task("item:2", true, "{}", List.of("item:1")));
        Dispatch one = worker("one");
        Dispatch other = worker("other");
        List<Claim> first = one.take(CHANNEL, 1);
        assertThat(first).hasSize(1);
        assertThat(other.take(CHANNEL, 100)).isEmpty();
        assertThat(nextDue()).contains(AT.plus(LEASE));

        Long lacking = StoredTask.hash("item:2");
        one.settle(
                first,
                (work, claim, each) -> each.stopped(DeliveryState.RETRY, AT.plusSeconds(9), false, lacking, "{}"));

        assertThat(other.take(CHANNEL, 100))
                .singleElement()
                .satisfies(claim -> assertThat(claim.task().key()).isEqualTo("item:2"));
    }

    @Test
    void whatWasDroppedIsKeptUntilTheNextOneHasTakenItAlong() {
        Dispatch worker = worker("w");
        List<Long> ids = new ArrayList<>(edits("item:1", 2, "{}"));
        List<Claim> claims = worker.take(CHANNEL, 100);
        worker.settle(claims, (work, claim, each) -> each.ended(DeliveryState.DROPPED, worker.now(), null));
        Instant later = AT.plus(Duration.ofDays(30));
        assertThat(store.tasks().forget(later, 100)).isZero();

        ids.addAll(edits("item:1", 1, "{}"));
        List<Claim> next = worker.take(CHANNEL, 100);

        assertThat(next)
                .singleElement()
                .satisfies(claim -> assertThat(told(claim)).isEqualTo(ids));
        done(worker, next);
        assertThat(store.tasks().forget(later, 100)).isEqualTo(3);
        assertThat(store.tasks().page(new Filter(null, CHANNEL, Set.of()), 0, 100))
                .isEmpty();
        assertThat(ids).allSatisfy(id -> assertThat(store.tasks().task(id)).isEmpty());
    }

    @Test
    void whereAServerIsRemovedNothingOfItIsKept() {
        Dispatch worker = worker("w");
        edits("item:1", 2, "{}");
        List<Claim> claims = worker.take(CHANNEL, 100);
        worker.settle(claims, (work, claim, each) -> each.ended(DeliveryState.DROPPED, worker.now(), null));
        edits("item:2", 1, "{}");

        assertThat(store.tasks().<Integer>working(work -> work.drop(CHANNEL, AT)))
                .isEqualTo(1);

        assertThat(store.tasks().forget(AT.plusSeconds(1), 100)).isEqualTo(3);
    }
}
