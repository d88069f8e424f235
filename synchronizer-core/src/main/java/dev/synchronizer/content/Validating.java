package dev.synchronizer.content;

import dev.synchronizer.problem.FindingSeverity;
import dev.synchronizer.saving.Finding;
import dev.synchronizer.saving.SaveOperation;
import dev.synchronizer.saving.SaveOptions;
import dev.synchronizer.saving.SavePath;
import dev.synchronizer.store.StoredItem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.LongConsumer;

/** Holds stored items against their types as they are today, and asks validators what they say of them. */
final class Validating {
    private static final int TOLD_EVERY = 500;

    private final Reading reading;
    private final ReadingFindings kept;
    private final SavePath path;
    private final SaveOptions options;

    Validating(Reading reading, ReadingFindings kept, SavePath path, SaveOptions options) {
        this.reading = reading;
        this.kept = kept;
        this.path = path;
        this.options = options;
    }

    /** The same of what is confirmed. */
    Validating confirmed() {
        return new Validating(reading, kept, path, options.confirming());
    }

    /** What is found in items as they are stored, with what is kept of them. */
    private List<ExaminedItem> judge(List<HeldItem> items, TypeView types) {
        Map<UUID, List<Finding>> before = kept.ofItems(items.stream()
                .map(HeldItem::row)
                .filter(row -> row.findings() > 0)
                .map(StoredItem::id)
                .toList());
        return items.stream()
                .map(held -> judge(held, types, before.getOrDefault(held.row().id(), List.of())))
                .toList();
    }

    /** Who fails on an item hides nothing of what is found in others. */
    private ExaminedItem judge(HeldItem held, TypeView types, List<Finding> before) {
        try {
            ItemDraft asItIs = new ItemDraft(SaveOperation.UPDATE, held.row().savedBy(), types, held, held);
            ExaminedItem judged = judge(asItIs, types);
            List<Offer> offers = judged.item().isDeleted() ? List.of() : judged.offers();
            return new ExaminedItem(judged.item(), judged.violations(), judged.findings(), before, offers);
        } catch (Throwable e) {
            if (!ItemFailure.isOfSaved(e)) {
                throw e;
            }
            Item item = held.item(types);
            return new ExaminedItem(item, ItemFailure.violations(item, e), List.of(), before, List.of());
        }
    }

    /** What is found in one item as it is stored; empty where there is none. */
    Optional<ExaminedItem> one(UUID id) {
        return reading.one(id, (held, types) -> judge(List.of(held), types).get(0));
    }

    /** What is found in an item as it is to be. */
    ExaminedItem judge(ItemDraft draft, TypeView types) {
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
        return new ExaminedItem(wanted.item(types), violations, findings, List.of(), offers);
    }

    private boolean isInTheWay(Finding finding) {
        return finding.severity() == FindingSeverity.FATAL
                || finding.severity() == FindingSeverity.CRITICAL && !options.confirmed();
    }

    /** Tells of those of which there is something to say. */
    long examine(ItemQuery query, Consumer<ExaminedItem> found, LongConsumer progress) {
        AtomicLong looked = new AtomicLong();
        return reading.eachInPages(query, this::judge, judged -> {
            if (!judged.isClean()) {
                found.accept(judged);
            }
            if (looked.incrementAndGet() % TOLD_EVERY == 0) {
                progress.accept(looked.get());
            }
        });
    }
}
