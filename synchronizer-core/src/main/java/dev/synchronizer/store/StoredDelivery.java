package dev.synchronizer.store;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A task on its way to one channel.
 *
 * @param task the number of the task
 * @param channel see {@link TaskDirection#channel}
 * @param keyHash the hash of the task's key
 * @param creates whether others may need what it makes
 * @param firstTask the first of the tasks that it carries along; its own number where it carries none
 * @param state how far it has come
 * @param inLine whether later tasks of the same key have to regard it: they wait for it, or carry along what never arrived of it
 * @param attempts how often it was tried
 * @param uncertain whether it may have been done already, and only the answer is missing
 * @param dueAt from when on somebody may take it; null where nobody is to
 * @param worker who is at work on it, or null
 * @param waitsFor the hash of the key of what it waits for, or null
 * @param outcome what it failed with, was refused with or found, as JSON, or null
 * @param endedAt when it was done, superseded or dropped, or null
 */
public record StoredDelivery(
        long task,
        String channel,
        long keyHash,
        boolean creates,
        long firstTask,
        DeliveryState state,
        boolean inLine,
        int attempts,
        boolean uncertain,
        @Nullable Instant dueAt,
        @Nullable String worker,
        @Nullable Long waitsFor,
        @Nullable String outcome,
        @Nullable Instant endedAt) {

    /** One that nobody has tried yet. */
    public static StoredDelivery of(StoredTask task, String channel) {
        return new StoredDelivery(
                task.id(),
                channel,
                StoredTask.hash(task.key()),
                task.creates(),
                task.id(),
                DeliveryState.PENDING,
                true,
                0,
                false,
                task.loggedAt(),
                null,
                null,
                null,
                null);
    }

    /** Whether later tasks of the same key wait for it. */
    public boolean waiting() {
        return inLine && endedAt == null;
    }

    /** Whether somebody is at work on it, and has time for that still. */
    public boolean isUnderWay(Instant now) {
        return state == DeliveryState.RUNNING && dueAt != null && dueAt.isAfter(now);
    }

    /** Whether it was given up, and no later one of its key has carried along yet what it began with. */
    public boolean isPassedOver() {
        return inLine && endedAt != null;
    }

    /** Whether it was never tried, or has surely not arrived. */
    public boolean isUntouched() {
        return !uncertain
                && (state == DeliveryState.PENDING || state == DeliveryState.RETRY || state == DeliveryState.BLOCKED);
    }

    /**
     * The same one, taken by a worker who has time until a moment.
     *
     * @param first the first of the tasks that it carries along
     * @param makes whether others may need what these make
     * @param said what was said of them before
     */
    public StoredDelivery taken(
            String by, Instant until, long first, boolean makes, int attempt, @Nullable String said) {
        return new StoredDelivery(
                task,
                channel,
                keyHash,
                makes,
                first,
                DeliveryState.RUNNING,
                true,
                attempt,
                true,
                until,
                by,
                null,
                said,
                null);
    }

    /** The same one, for which who has taken it has time until another moment. */
    public StoredDelivery leased(Instant until) {
        return with(state, inLine, firstTask, attempts, uncertain, until, worker, waitsFor, outcome, null);
    }

    /** The same one, of which something is said. */
    public StoredDelivery saying(@Nullable String said) {
        return with(state, inLine, firstTask, attempts, uncertain, dueAt, worker, waitsFor, said, endedAt);
    }

    /** The same one, carried along by a later one, and kept until that has ended. */
    public StoredDelivery superseded() {
        return with(DeliveryState.SUPERSEDED, false, firstTask, attempts, uncertain, null, null, null, null, null);
    }

    /** The same one, given up before, carried along by a later one now, and kept until that has ended. */
    public StoredDelivery leftBehind() {
        return with(state, false, firstTask, attempts, uncertain, dueAt, worker, waitsFor, outcome, null);
    }

    /** The same one, not to be looked at before a moment; or, where that is null, before somebody wakes it. */
    public StoredDelivery waitingUntil(@Nullable Instant due, @Nullable Long forKey) {
        DeliveryState how = state == DeliveryState.RUNNING ? DeliveryState.RETRY : state;
        return with(how, true, firstTask, attempts, uncertain, due, null, forKey, outcome, null);
    }

    /** The same one, ended: others of its key go on. Where it never arrived, the next one tells another server from where it began. */
    public StoredDelivery ended(DeliveryState how, Instant at, @Nullable String said) {
        boolean givenUp = how == DeliveryState.DROPPED || how == DeliveryState.DEAD;
        boolean regarded = inLine && givenUp && TaskDirection.of(channel) == TaskDirection.STAGING;
        return with(how, regarded, firstTask, attempts, uncertain, null, null, null, said, at);
    }

    /** The same one, of which nothing becomes before a moment, or before somebody decides. */
    public StoredDelivery stopped(
            DeliveryState how, @Nullable Instant due, boolean mayHaveArrived, @Nullable Long forKey, String said) {
        return with(how, true, firstTask, attempts, mayHaveArrived, due, null, forKey, said, null);
    }

    /**
     * The same one, given back by who has taken it and not begun.
     *
     * @param mayHaveArrived whether it may have been done before it was taken
     */
    public StoredDelivery released(Instant due, boolean mayHaveArrived) {
        boolean tried = mayHaveArrived || attempts > 1 || outcome != null;
        DeliveryState before = tried ? DeliveryState.RETRY : DeliveryState.PENDING;
        return with(before, true, firstTask, attempts - 1, mayHaveArrived, due, null, null, outcome, null);
    }

    /** The same one, to be tried anew as if it never had been. */
    public StoredDelivery revived(Instant due) {
        return with(DeliveryState.RETRY, true, firstTask, 0, uncertain, due, null, null, outcome, null);
    }

    /** The same one, with fewer attempts. */
    public StoredDelivery withAttempts(int other) {
        return with(state, inLine, firstTask, other, uncertain, dueAt, worker, waitsFor, outcome, endedAt);
    }

    private StoredDelivery with(
            DeliveryState how,
            boolean others,
            long first,
            int attempt,
            boolean mayHaveArrived,
            @Nullable Instant due,
            @Nullable String by,
            @Nullable Long forKey,
            @Nullable String said,
            @Nullable Instant ended) {
        return new StoredDelivery(
                task,
                channel,
                keyHash,
                creates,
                first,
                how,
                others,
                attempt,
                mayHaveArrived,
                due,
                by,
                forKey,
                said,
                ended);
    }
}
