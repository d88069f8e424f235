package dev.synchronizer.content;

import dev.synchronizer.problem.FindingSeverity;
import dev.synchronizer.saving.Finding;
import dev.synchronizer.saving.SaveOperation;
import dev.synchronizer.saving.SaveOptions;
import dev.synchronizer.saving.SavePath;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.LongConsumer;

/** Holds stored items against their types as they are today, and asks validators what they say of them. */
final class Validating {
    private static final int TOLD_EVERY = 500;

    private final Reading reading;
    private final SavePath path;
    private final SaveOptions options;

    Validating(Reading reading, SavePath path, SaveOptions options) {
        this.reading = reading;
        this.path = path;
        this.options = options;
    }

    /**
     * What is found in an item.
     *
     * @param offers what can be done about it
     */
    record Judged(ExaminedItem examined, List<Offer> offers) {}

    Judged judge(HeldItem held, TypeView types) {
        ItemDraft asItIs = new ItemDraft(SaveOperation.UPDATE, held.row().savedBy(), types, held, held);
        return judge(asItIs, types);
    }

    /** What is found in an item as it is to be. */
    Judged judge(ItemDraft draft, TypeView types) {
        HeldItem wanted = draft.wanted();
        Violations found = new Violations(wanted.type().name());
        ItemRules.check(wanted.type(), wanted.own(), types, found);
        List<Finding> said = path.examine(draft, options);
        List<Offer> offers = Offer.all(wanted.type(), found, said, types);
        List<Finding> all = new ArrayList<>(found.lowered(path.validators()));
        all.addAll(said);
        Violations inTheWay = found.fatal(path.validators());
        inTheWay.addAll(all.stream().filter(this::isInTheWay).sorted().toList());
        all.removeIf(this::isInTheWay);
        List<Violation> violations = inTheWay.all().stream().sorted().toList();
        List<Finding> findings = all.stream().sorted().toList();
        return new Judged(new ExaminedItem(wanted.item(types), violations, findings), offers);
    }

    private boolean isInTheWay(Finding finding) {
        return finding.severity() == FindingSeverity.FATAL
                || finding.severity() == FindingSeverity.CRITICAL && !options.confirmed();
    }

    /** Tells of those of which there is something to say. */
    long examine(ItemQuery query, Consumer<Judged> found, LongConsumer progress) {
        AtomicLong looked = new AtomicLong();
        return reading.each(query, this::judge, judged -> {
            if (!judged.examined().isClean()) {
                found.accept(judged);
            }
            if (looked.incrementAndGet() % TOLD_EVERY == 0) {
                progress.accept(looked.get());
            }
        });
    }
}
