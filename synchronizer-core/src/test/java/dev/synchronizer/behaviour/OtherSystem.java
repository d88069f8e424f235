package dev.synchronizer.behaviour;

import dev.synchronizer.integration.Connector;
import dev.synchronizer.integration.IdTranslator;
import dev.synchronizer.integration.IncomingChange;
import dev.synchronizer.integration.IncomingTask;
import dev.synchronizer.integration.Outcome;
import dev.synchronizer.integration.OutgoingTask;
import dev.synchronizer.integration.Subscription;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiFunction;

/** A connector to a system that keeps all that it is told, and answers as a test says. Safe for use by many threads. */
final class OtherSystem implements Connector {
    private final String name;
    private final List<Subscription> subscriptions;
    private final List<OutgoingTask> told = new CopyOnWriteArrayList<>();
    private volatile BiFunction<OutgoingTask, IdTranslator, Outcome> answer = (task, ids) -> Outcome.OK;
    private volatile BiFunction<IncomingTask, IdTranslator, IncomingChange> mapping = (task, ids) ->
            IncomingChange.saved(task.key(), "Article", task.payload()).with("title", task.payload());

    OtherSystem(String name, Subscription... subscriptions) {
        this.name = name;
        this.subscriptions = List.of(subscriptions);
    }

    OtherSystem answering(BiFunction<OutgoingTask, IdTranslator, Outcome> other) {
        answer = other;
        return this;
    }

    OtherSystem answering(Outcome outcome) {
        return answering((task, ids) -> outcome);
    }

    OtherSystem mapping(BiFunction<IncomingTask, IdTranslator, IncomingChange> other) {
        mapping = other;
        return this;
    }

    /** All that it was told, whatever it answered. */
    List<OutgoingTask> told() {
        return told;
    }

    /** The same in words such as {@code CREATE One}. */
    List<String> heard() {
        return told.stream().map(task -> task.operation() + " " + task.name()).toList();
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public List<Subscription> subscriptions() {
        return subscriptions;
    }

    @Override
    public Outcome process(OutgoingTask task, IdTranslator ids) {
        told.add(task);
        return answer.apply(task, ids);
    }

    @Override
    public IncomingChange map(IncomingTask task, IdTranslator ids) {
        return mapping.apply(task, ids);
    }
}
