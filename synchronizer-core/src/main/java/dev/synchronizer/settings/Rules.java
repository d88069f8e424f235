package dev.synchronizer.settings;

import dev.synchronizer.json.JsonOut;
import dev.synchronizer.model.Actor;
import dev.synchronizer.problem.Problems;
import dev.synchronizer.problem.ProblemsException;
import dev.synchronizer.rule.KnownRule;
import dev.synchronizer.rule.Rule;
import dev.synchronizer.rule.RuleTrial;
import dev.synchronizer.rule.RuleTypes;
import dev.synchronizer.saving.SaveOptions;
import dev.synchronizer.saving.SaveWay;
import dev.synchronizer.saving.Told;
import dev.synchronizer.saving.Unit;
import dev.synchronizer.store.ChangeRecord;
import dev.synchronizer.store.StoredReads;
import dev.synchronizer.store.SyncStore;
import dev.synchronizer.store.SyncTransaction;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * The rules that administrators keep as data (G). What is saved is at work on this node at once, and on others as soon as
 * they catch up. Safe for use by many threads.
 */
public final class Rules {
    private final Writing writing;
    private final RuleGround ground;

    /**
     * Administers the rules of a store.
     *
     * @param way what all saves of the store go through
     * @param ground what rules are held against
     * @param afterSave is given the number of the change once it is committed, on the saving thread
     */
    public Rules(SyncStore store, SaveWay way, Clock clock, RuleGround ground, LongConsumer afterSave) {
        this(new Writing(store, way, way.options(), clock, afterSave), ground);
    }

    private Rules(Writing writing, RuleGround ground) {
        this.writing = writing;
        this.ground = ground;
    }

    /**
     * The same rules, saved otherwise.
     *
     * @throws IllegalArgumentException if they are to be saved from an origin of the synchronizer's own
     */
    public Rules with(SaveOptions options) {
        return new Rules(writing.with(options), ground);
    }

    /** Works on rules, in one unit under the store's lock. */
    <T> T inUnit(Function<Unit, T> work) {
        return writing.inUnit(work);
    }

    /** A rule as other servers are told of it; empty where there is none of this name. */
    Optional<Told> whole(String name) {
        return writing.reading(reads -> all(reads).stream()
                .filter(kept -> kept.isNamed(name))
                .findFirst()
                .map(kept -> ToldRule.whole(kept.known(), reads)));
    }

    /** All rules, of whatever store, in their order, and those that cannot be read among them. */
    public List<KeptRule> list() {
        return writing.reading(Rules::all);
    }

    /** The rule of this name, where there is one. */
    public Optional<KeptRule> find(String name) {
        return list().stream().filter(kept -> kept.isNamed(name)).findFirst();
    }

    /**
     * The rule of this name.
     *
     * @throws ProblemsException if there is none
     */
    public KeptRule get(String name) {
        return RuleNames.require(name, list());
    }

    /** What is wrong with a rule as the types are now; what no rule can be saved with. */
    public Problems check(Rule rule) {
        Unit joined = writing.joined();
        return ground.check(rule, joined == null ? ground.now().types() : settled(joined).types);
    }

    /**
     * Saves a rule, in place of the one of its name if there is one. Where that one is the same, nothing is written.
     *
     * @param actor who saves it
     * @throws ProblemsException if it does not fit the types that it is for, or its name differs from that of another rule
     *     in letter case alone; nothing was written
     */
    public SavedRule save(String actor, Rule rule) {
        return save(actor, rule, true);
    }

    /**
     * Saves a rule that is new.
     *
     * @param actor who saves it
     * @throws ProblemsException if it does not fit the types that it is for, or there is one of its name; nothing was written
     */
    public SavedRule add(String actor, Rule rule) {
        return save(actor, rule, false);
    }

    private SavedRule save(String actor, Rule rule, boolean replacing) {
        String who = Actor.checked(actor);
        writing.requireStore();
        checkEarly(rule);
        return writing.inUnit(unit -> {
            List<KeptRule> kept = all(unit.definitions());
            KnownRule before = RuleNames.replaced(rule.name(), kept, replacing)
                    .map(KeptRule::known)
                    .orElse(null);
            requireFit(unit, rule);
            return write(unit, who, before, rule);
        });
    }

    /**
     * Has a rule run from now on.
     *
     * @throws ProblemsException if there is none of this name, it cannot be read, or does not fit the types that it is for;
     *     nothing was written
     */
    public SavedRule enable(String actor, String name) {
        String who = Actor.checked(actor);
        writing.requireStore();
        checkEarly(get(name).rule());
        return change(who, name, true);
    }

    /**
     * Keeps a rule from running, at once. What it has found is taken away from items behind that, on this thread, which
     * waits for those who are saving one of them; where that fails, it is recorded, and is done when a rule of this name is
     * disabled or removed once more.
     *
     * @throws ProblemsException if there is none of this name
     */
    public SavedRule disable(String actor, String name) {
        String who = Actor.checked(actor);
        writing.requireStore();
        return change(who, name, false);
    }

    private SavedRule change(String actor, String name, boolean enabled) {
        return writing.inUnit(unit -> {
            KnownRule before = RuleNames.require(name, all(unit.definitions())).known();
            KnownRule after = before.withEnabled(enabled);
            if (enabled) {
                requireFit(unit, after.readable());
            }
            return write(unit, actor, before, after);
        });
    }

    /**
     * Removes a rule, and what it has found as if it were disabled.
     *
     * @throws ProblemsException if there is none of this name
     */
    public SavedRule remove(String actor, String name) {
        String who = Actor.checked(actor);
        writing.requireStore();
        return writing.inUnit(unit -> write(
                unit, who, RuleNames.require(name, all(unit.definitions())).known(), null));
    }

    /**
     * Says what a rule that is not stored, or not so, would make of an item as it is stored, as if that had been saved once
     * more and nothing of it changed. Writes and runs nothing.
     *
     * @throws ProblemsException if the rule could not be saved, or fails on this item, or there is no such item
     */
    public RuleTrial test(Rule rule, UUID item) {
        check(rule).throwIfErrors();
        return ground.trial(rule, item);
    }

    /** Does so with a rule that is stored, be it disabled. */
    public RuleTrial test(String name, UUID item) {
        return test(get(name).rule(), item);
    }

    /** What is refused anyway does not keep others waiting. */
    private void checkEarly(Rule rule) {
        if (writing.joined() == null) {
            check(rule).throwIfErrors();
        }
    }

    private void requireFit(Unit unit, Rule rule) {
        ground.check(rule, settled(unit).types).throwIfErrors();
    }

    /** The types of the very moment of a unit, without asking for them on a second connection. */
    private Settled settled(Unit unit) {
        long number = unit.content().changeNumber();
        Settled settled = unit.find(Settled.class);
        if (settled != null && settled.number == number) {
            return settled;
        }
        unit.requireDefinitionsUnchanged();
        RuleGround.Moment known = ground.latest();
        if (known.number() != number) {
            throw unit.startingOver(ground::now);
        }
        return unit.known(Settled.class, () -> new Settled(known.types(), number));
    }

    /** The types that rules of a unit were held against; what the rules themselves change is not of them. */
    private static final class Settled {
        private final RuleTypes types;
        private long number;

        Settled(RuleTypes types, long number) {
            this.types = types;
            this.number = number;
        }
    }

    private SavedRule write(Unit unit, String actor, @Nullable KnownRule before, @Nullable KnownRule after) {
        if (after == null || !after.enabled()) {
            // It is at an end at once, and waits for nobody who has it look at items this very moment.
            writing.ends(unit, before);
        }
        if (after != null && after.equals(before)) {
            return new SavedRule(0, before, after);
        }
        SyncTransaction transaction = unit.definitions();
        boolean isTold = writing.tells(unit);
        long number = writing.write(unit, List.of(), () -> write(transaction, actor, before, after));
        if (isTold) {
            Told told = ToldRule.of(before, after, transaction);
            writing.tell(unit, ToldRule.subject(told.key()), told, actor);
        }
        Settled settled = unit.find(Settled.class);
        if (settled != null) {
            settled.number = number;
        }
        return new SavedRule(number, before, after);
    }

    private long write(
            SyncTransaction transaction, String actor, @Nullable KnownRule before, @Nullable KnownRule after) {
        Instant now = writing.now();
        String name = after == null ? String.valueOf(before == null ? null : before.name()) : after.name();
        if (after == null) {
            transaction.deleteRule(name);
        } else {
            transaction.saveRule(new KeptRule(after, now, actor).row());
        }
        return transaction.log(List.of(ChangeRecord.ofRule(now, actor, name, json(before), json(after))));
    }

    private static @Nullable String json(@Nullable KnownRule rule) {
        return rule == null ? null : JsonOut.compact(rule::writeTo);
    }

    private static List<KeptRule> all(StoredReads reads) {
        return reads.rules().stream().map(KeptRule::of).toList();
    }
}
