package dev.synchronizer.content;

import dev.synchronizer.saving.SaveOptions;
import dev.synchronizer.value.StoredValue;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Says what rules would make of stored items, and writes nothing. Safe for use by many threads. */
final class RuleDryRun {
    private final Work work;
    private final RuleItems items;
    private final Reading reading;

    RuleDryRun(Work work, RuleItems items) {
        this.work = work;
        this.items = items;
        reading = new Reading(work);
    }

    RuleBatch look(
            String actor,
            SaveOptions options,
            List<String> rules,
            List<String> types,
            @Nullable UUID after,
            int limit) {
        RuleChoice choice = items.choice(rules, types);
        if (choice.items().isEmpty()) {
            return RuleBatch.none(null, 0, 0, 0);
        }
        return work.reading(
                reads -> Reading.Rows.of(RuleItems.page(choice, after, limit, reads), reads),
                (view, rows) -> batch(rows, limit, new Looking(rules, types, view, actor, options)));
    }

    private RuleBatch batch(Reading.Rows rows, int limit, Looking looking) {
        Instant begun = work.now();
        looking.at(rows);
        int count = rows.items().size();
        UUID last = count == 0 ? null : rows.items().get(count - 1).id();
        return new RuleBatch(
                last,
                count,
                looking.changed,
                looking.refusals.size(),
                looking.changes,
                looking.refusals,
                looking.told.all(),
                new RuleBatch.Size(count, StoredValue.length(rows.values()), Duration.between(begun, work.now())),
                count == limit,
                false);
    }

    /** What is found in some items, of which each is looked at by itself. */
    private final class Looking {
        private final List<ItemChange> changes = new ArrayList<>();
        private final List<RefusedItem> refusals = new ArrayList<>();
        private final ToldFindings told = new ToldFindings();
        private final TypeView types;
        private final RuleLook look;
        private final Validating validating;
        private long changed;

        Looking(List<String> rules, List<String> typeNames, TypeView types, String actor, SaveOptions options) {
            this.types = types;
            SaveOptions telling = options.telling(told);
            RuleChoice choice = RuleChoice.of(rules, typeNames, types);
            look = new RuleLook(choice, work.path(), telling, actor, work.now());
            validating = new Validating(reading, new ReadingFindings(work), work.path(), telling);
        }

        void at(Reading.Rows rows) {
            List<HeldItem> held = rows.held(
                    types,
                    (row, failure) -> refusals.add(
                            ItemFailure.refused(row, types.type(row.type()).name(), failure)));
            for (HeldItem each : held) {
                try {
                    at(each);
                } catch (Throwable e) {
                    if (!ItemFailure.is(e)) {
                        throw e;
                    }
                    refusals.add(RuleApplying.refused(each, e));
                }
            }
        }

        private void at(HeldItem held) {
            RuleLook.Looked found = look.at(held, types);
            if (!found.isChanged()) {
                return;
            }
            ExaminedItem examined = validating.judge(found.draft(), types);
            if (!examined.violations().isEmpty()) {
                throw found.set().named(new InvalidItemException(examined.violations()));
            }
            examined.findings().forEach(finding -> told.found(found.draft().subject(), finding));
            changed++;
            if (changes.size() < RuleBatch.LISTED) {
                changes.add(found.change());
            }
        }
    }
}
