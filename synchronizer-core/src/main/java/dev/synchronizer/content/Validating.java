package dev.synchronizer.content;

import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiConsumer;
import java.util.function.LongConsumer;

/** Holds stored items against their types as they are today. */
final class Validating {
    private static final int TOLD_EVERY = 500;

    private final Reading reading;

    Validating(Reading reading) {
        this.reading = reading;
    }

    private record Judged(Item item, List<Violation> violations) {
        static Judged of(HeldItem held, TypeView types) {
            Violations violations = new Violations(held.type().name());
            ItemRules.check(held.type(), held.own(), types, violations);
            return new Judged(held.item(types), violations.all());
        }
    }

    long validate(ItemQuery query, BiConsumer<Item, List<Violation>> invalid, LongConsumer progress) {
        AtomicLong looked = new AtomicLong();
        return reading.each(query, Judged::of, judged -> {
            if (!judged.violations().isEmpty()) {
                invalid.accept(judged.item(), judged.violations());
            }
            if (looked.incrementAndGet() % TOLD_EVERY == 0) {
                progress.accept(looked.get());
            }
        });
    }
}
